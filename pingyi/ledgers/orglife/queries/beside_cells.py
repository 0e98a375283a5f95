"""What stands beside the counted days of a matrix: records that wait to be filed, and meetings that were too few."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F

from pingyi.ledgers.kit.domain.checks import Verdict
from pingyi.ledgers.kit.domain.matrix import Mark, Matrix
from pingyi.ledgers.kit.domain.parameters import Rulebook
from pingyi.ledgers.kit.domain.periods import Period, period_of
from pingyi.ledgers.kit.domain.states import COUNTED, OPEN, State
from pingyi.ledgers.orglife.domain.attendance import QUORUM_KEYS, quorum_finding
from pingyi.ledgers.orglife.domain.kinds import Kind
from pingyi.ledgers.orglife.models import Activity
from pingyi.organisations.models import Organisation

Spot = tuple[int, Period]


@dataclass(frozen=True)
class OpenRecord:
    """A draft, or what was returned: it does not count, and nobody may say that nothing was held."""

    id: int
    organisation_id: int
    kind: str
    happened_on: date
    topic: str
    state: str

    @property
    def is_returned(self) -> bool:
        return self.state == State.RETURNED


@dataclass(frozen=True)
class ShortMeeting:
    """A meeting that counts as held, with the words of the rule that too few were there to vote."""

    id: int
    organisation_id: int
    happened_on: date
    topic: str
    words: str


def open_records(organisations: Sequence[Organisation], first: date, last: date) -> list[OpenRecord]:
    """What these organisations have not filed of these days, by day. One query."""
    rows = Activity.objects.filter(
        organisation__in=[one.pk for one in organisations], happened_on__range=(first, last), state__in=OPEN
    ).order_by("happened_on", "pk")
    return [
        OpenRecord(*values)
        for values in rows.values_list("pk", "organisation_id", "kind", "happened_on", "topic", "state")
    ]


def by_spot(records: Collection[OpenRecord], kind: Kind, matrix: Matrix) -> Mapping[Spot, list[OpenRecord]]:
    """Those of one kind by the cell of its matrix to which they belong."""
    found: dict[Spot, list[OpenRecord]] = defaultdict(list)
    for one in records if matrix.periods else ():
        if one.kind == kind:
            found[one.organisation_id, period_of(matrix.periods[0].rhythm, one.happened_on)].append(one)
    return found


def waiting_of(records: Collection[OpenRecord], matrices: Mapping[Kind, Matrix]) -> int:
    """How many cells count as missed only because what was written for them is not filed."""
    total = 0
    for kind, matrix in matrices.items():
        spots = by_spot(records, kind, matrix)
        keys = {key for key, _ in spots}
        cells = ((row.key, cell) for row in matrix.rows_of(keys) for cell in row.cells)
        total += sum(cell.mark is Mark.MISSED and (key, cell.period) in spots for key, cell in cells)
    return total


def short_meetings(
    kind: Kind, organisations: Sequence[Organisation], year: int, rulebook: Rulebook
) -> list[ShortMeeting]:
    """Meetings of the year that count and were too few to vote, the latest first. One query, none for kinds that do
    not vote.
    """
    if kind not in QUORUM_KEYS:
        return []
    rows = Activity.objects.filter(
        organisation__in=[one.pk for one in organisations],
        kind=kind,
        happened_on__year=year,
        state__in=COUNTED,
        present_count__lt=F("due_count"),
    ).order_by("-happened_on", "-pk")
    found = []
    for pk, key, day, topic, due, present in rows.values_list(
        "pk", "organisation_id", "happened_on", "topic", "due_count", "present_count"
    ):
        said = quorum_finding(kind, day, due, present, rulebook)
        if said is not None and said.verdict is Verdict.WARN:
            found.append(ShortMeeting(pk, key, day, topic, said.message))
    return found
