"""Writes the places of a meeting's reporters: on site first, numbered from one without holes."""

from collections.abc import Mapping, Sequence

from django.db.models import F

from pingyi.review.cycles.domain.ordering import Place, agenda_order
from pingyi.review.cycles.models import Reporter, ReviewMeeting


def renumber(meeting: ReviewMeeting, typed: Mapping[int, int | None] | None = None) -> None:
    """Puts the reporters in order. `typed` holds speaking numbers by reporter; the others keep their turn."""
    reporters = list(Reporter.objects.filter(meeting=meeting))
    typed = typed or {}
    write_order(meeting, agenda_order([place_of(one, typed.get(one.pk)) for one in reporters]))


def place_of(reporter: Reporter, typed: int | None = None) -> Place:
    """The reporter as the rule of order sees her."""
    return Place(reporter.pk, reporter.mode == Reporter.Mode.ON_SITE, reporter.order, typed)


def write_order(meeting: ReviewMeeting, ids: Sequence[int]) -> None:
    """Numbers the reporters 1, 2, 3 …. Two steps, because a number may be taken only once at every moment."""
    rows = {row.pk: row for row in Reporter.objects.filter(meeting=meeting)}
    wanted = {pk: place for place, pk in enumerate(ids, start=1)}
    if all(rows[pk].order == place for pk, place in wanted.items()):
        return
    beyond = max(len(rows), *(row.order for row in rows.values()))
    Reporter.objects.filter(meeting=meeting).update(order=F("order") + beyond)
    for pk, place in wanted.items():
        rows[pk].order = place
    Reporter.objects.bulk_update(rows.values(), ["order"])


def next_place(meeting: ReviewMeeting) -> int:
    """A number behind everybody."""
    last = Reporter.objects.filter(meeting=meeting).order_by("-order").values_list("order", flat=True).first()
    return (last or 0) + 1
