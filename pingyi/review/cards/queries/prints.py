"""What was printed last."""

from collections.abc import Iterable

from pingyi.review.cards.models import CardPrint
from pingyi.review.cycles.models import Cycle


def newest_prints(cycle: Cycle, organisation_ids: Iterable[int] | None = None) -> dict[int, CardPrint]:
    """By organisation: its last printed card. One query."""
    rows = CardPrint.objects.filter(cycle=cycle).select_related("printed_by")
    if organisation_ids is not None:
        rows = rows.filter(organisation__in=organisation_ids)
    return {row.organisation_id: row for row in rows.order_by("number")}
