"""How often the bodies of units met in a year, against how often they should."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Min

from pingyi.core.clock import today as day_of
from pingyi.ledgers.decisions.domain.bodies import BodyKind, pair_of
from pingyi.ledgers.decisions.domain.meeting_times import periods_of, times_due
from pingyi.ledgers.decisions.models import MeetingExcuse, Topic
from pingyi.ledgers.decisions.queries.held import held_meetings
from pingyi.ledgers.decisions.queries.rules_in_force import numbers_in_force
from pingyi.ledgers.kit.domain.lateness import is_late
from pingyi.ledgers.kit.domain.matrix import Matrix, Occurrence, make_matrix
from pingyi.ledgers.kit.domain.parameters import Rulebook
from pingyi.ledgers.kit.domain.periods import Period, period_with_code
from pingyi.organisations.models import Organisation


@dataclass(frozen=True)
class BodyYear:
    """One body in a year: the units that have it, in their order, and the matrix of their meetings."""

    body: BodyKind
    units: tuple[Organisation, ...]
    matrix: Matrix

    @property
    def due(self) -> int:
        return sum(row.due for row in self.matrix.rows)

    @property
    def done(self) -> int:
        return sum(row.done for row in self.matrix.rows)

    @property
    def missed(self) -> int:
        return sum(row.missed for row in self.matrix.rows)


def year_of_bodies(units: Sequence[Organisation], year: int, today: date) -> list[BodyYear]:
    """The matrix of each body that one of these units has. Five queries."""
    numbers = numbers_in_force()
    begun = _begun(units)
    held = _held(units, numbers)
    excused = _excused(units)
    found = []
    for body in BodyKind:
        of_body = tuple(one for one in units if body in pair_of(one.unit_kind).both)
        if not of_body:
            continue
        periods = periods_of(body, numbers, year)
        matrix = make_matrix(
            [one.pk for one in of_body],
            periods,
            due=times_due(body, periods, numbers, begun.items()),
            occurrences=[one for one in held[body] if one.happened_on.year == year],
            excused=excused[body],
            today=today,
        )
        found.append(BodyYear(body, of_body, matrix))
    return found


def excuses_of(organisation: Organisation, period: str) -> Mapping[str, str]:
    """The reasons that were written for a period, by body. One query."""
    rows = MeetingExcuse.objects.filter(organisation=organisation, period=period)
    return dict(rows.values_list("body", "reason"))


def _begun(units: Collection[Organisation]) -> dict[int, date]:
    """The day from which each unit keeps topics or meetings; what was only planned is no meeting yet."""
    ids = [one.pk for one in units]
    topics = Topic.objects.filter(organisation__in=ids).values_list("organisation_id")
    found: dict[int, date] = dict(topics.annotate(first=Min("proposed_on")))
    meetings = held_meetings().filter(organisation__in=ids).values_list("organisation_id")
    for number, held_at in meetings.annotate(first=Min("held_at")):
        found[number] = min(found.get(number, date.max), day_of(held_at))
    return found


def _held(units: Collection[Organisation], numbers: Rulebook) -> Mapping[str, list[Occurrence]]:
    rows = (
        held_meetings()
        .filter(organisation__in=[one.pk for one in units])
        .values_list("body", "organisation_id", "held_at", "begun_at")
    )
    found: dict[str, list[Occurrence]] = defaultdict(list)
    for body, key, held_at, begun_at in rows:
        day = day_of(held_at)
        late = begun_at is not None and is_late(day, day_of(begun_at), numbers.number("late_after_days", day))
        found[body].append(Occurrence(key, day, late))
    return found


def _excused(units: Collection[Organisation]) -> Mapping[str, set[tuple[int, Period]]]:
    rows: Iterable[tuple[str, int, str]] = MeetingExcuse.objects.filter(
        organisation__in=[one.pk for one in units]
    ).values_list("body", "organisation_id", "period")
    found: dict[str, set[tuple[int, Period]]] = defaultdict(set)
    for body, key, code in rows:
        if (period := period_with_code(code)) is not None:
            found[body].add((key, period))
    return found
