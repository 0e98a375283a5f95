"""The matrix of one kind, and how much of everything was held in many branches."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from pingyi.ledgers.kit.domain.lateness import is_late
from pingyi.ledgers.kit.domain.matrix import Matrix, Occurrence, make_matrix
from pingyi.ledgers.kit.domain.parameters import Rulebook
from pingyi.ledgers.kit.domain.periods import Period, period_with_code
from pingyi.ledgers.kit.domain.states import COUNTED
from pingyi.ledgers.orglife.domain.due import due_of, periods_of
from pingyi.ledgers.orglife.domain.kinds import Kind
from pingyi.ledgers.orglife.models import Activity, Excuse
from pingyi.ledgers.orglife.queries.basis import Basis
from pingyi.organisations.models import Organisation


@dataclass(frozen=True)
class Held:
    """What was held, and what was excused, of some kinds in some years."""

    occurrences: dict[str, list[Occurrence]]
    excused: dict[str, set[tuple[int, Period]]]


def held_in(
    organisations: Sequence[Organisation], kinds: Collection[Kind], years: Collection[int], rulebook: Rulebook
) -> Held:
    """Filed and confirmed activities and written excuses. Two queries, however much there is."""
    ids = [one.pk for one in organisations]
    first, last = date(min(years), 1, 1), date(max(years), 12, 31)
    rows = Activity.objects.filter(
        organisation__in=ids, kind__in=kinds, happened_on__range=(first, last), state__in=COUNTED
    ).values_list("kind", "organisation_id", "happened_on", "recorded_on")
    occurrences: dict[str, list[Occurrence]] = defaultdict(list)
    for kind, key, happened_on, recorded_on in rows:
        late = is_late(happened_on, recorded_on, rulebook.number("late_after_days", happened_on))
        occurrences[kind].append(Occurrence(key, happened_on, late))
    excused: dict[str, set[tuple[int, Period]]] = defaultdict(set)
    excuses = Excuse.objects.filter(organisation__in=ids, kind__in=kinds)
    for kind, key, code in excuses.values_list("kind", "organisation_id", "period"):
        if (period := period_with_code(code)) is not None:
            excused[kind].add((key, period))
    return Held(occurrences, excused)


def matrix_of(
    kind: Kind,
    organisations: Sequence[Organisation],
    years: Sequence[int],
    *,
    basis: Basis,
    held: Held,
    today: date,
) -> Matrix:
    """Organisations × periods of one kind. No query."""
    periods = periods_of(kind, basis.rulebook, years)
    places = [basis.place(one) for one in organisations]
    return make_matrix(
        [place.key for place in places],
        periods,
        due=due_of(kind, places, periods, basis.rulebook),
        occurrences=held.occurrences.get(kind, ()),
        excused=held.excused.get(kind, frozenset()),
        today=today,
    )


@dataclass(frozen=True)
class KindSum:
    """How much of one kind was held, of what was due by today, in one or many branches."""

    kind: Kind
    due: int
    done: int
    late: int
    excused: int
    missed: int


def sum_of(kind: Kind, matrix: Matrix, keys: Collection[int] | None = None) -> KindSum:
    """The sum over the rows of these organisations, or of all."""
    rows = [row for row in matrix.rows if keys is None or row.key in keys]
    return KindSum(
        kind,
        sum(row.due for row in rows),
        sum(row.done for row in rows),
        sum(row.late for row in rows),
        sum(row.excused for row in rows),
        sum(row.missed for row in rows),
    )


def matrices_of(
    kinds: Iterable[Kind],
    organisations: Sequence[Organisation],
    years: Sequence[int],
    *,
    basis: Basis,
    today: date,
) -> dict[Kind, Matrix]:
    """The matrices of several kinds. Two queries."""
    kinds = list(kinds)
    held = held_in(organisations, kinds, years, basis.rulebook)
    return {
        kind: matrix_of(kind, organisations, years, basis=basis, held=held, today=today) for kind in kinds
    }
