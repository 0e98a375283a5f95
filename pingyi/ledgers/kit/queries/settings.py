"""The numbers of a ledger as the institution in scope has them."""

from collections.abc import Iterable

from django.db.models import QuerySet

from pingyi.ledgers.kit.domain.parameters import Entry, Parameter, Rulebook
from pingyi.ledgers.kit.models import LedgerSetting


def rulebook_of(ledger: str, parameters: Iterable[Parameter]) -> Rulebook:
    """The rules of one ledger. One query."""
    rows = LedgerSetting.objects.filter(ledger=ledger)
    entries = rows.values_list("key", "value", "effective_from", "pk", "reason")
    return Rulebook(parameters, (Entry(*values) for values in entries))


def entries_of(ledger: str) -> QuerySet[LedgerSetting]:
    """Everything that was laid down for this ledger, the newest first, with who did it."""
    return LedgerSetting.objects.filter(ledger=ledger).select_related("set_by").order_by("-set_at", "-pk")
