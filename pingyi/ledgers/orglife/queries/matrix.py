"""The matrix of one kind, and how much of everything was held in many branches."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pingyi.ledgers.kit.domain.matrix import Event, Matrix, matrix_of_events
from pingyi.ledgers.kit.domain.periods import Period, period_with_code
from pingyi.ledgers.kit.domain.states import COUNTED
from pingyi.ledgers.kit.queries.events import DaysJoined, DaysRead
from pingyi.ledgers.orglife.domain.due import dues_of, periods_of
from pingyi.ledgers.orglife.domain.kinds import Kind
from pingyi.ledgers.orglife.models import Activity, Excuse
from pingyi.ledgers.orglife.queries.basis import Basis
from pingyi.organisations.models import Organisation


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
    rows = matrix.rows if keys is None else matrix.rows_of(keys)
    due = done = late = excused = missed = 0
    for row in rows:
        due += row.due
        done += row.done
        late += row.late
        excused += row.excused
        missed += row.missed
    return KindSum(kind, due, done, late, excused, missed)


def matrices_of(
    kinds: Iterable[Kind],
    organisations: Sequence[Organisation],
    years: Sequence[int],
    *,
    basis: Basis,
    today: date,
) -> dict[Kind, Matrix]:
    """Organisations × periods, for each of several kinds. Two queries, however much there is."""
    kinds = list(kinds)
    places = [basis.place(one) for one in organisations]
    keys = [place.key for place in places]
    events = _events(keys, kinds, years, basis)
    excused = _excused(keys, kinds)
    matrices = {}
    for kind in kinds:
        periods = periods_of(kind, basis.rulebook, years)
        matrices[kind] = matrix_of_events(
            keys,
            periods,
            dues=dues_of(kind, places, periods, basis.rulebook),
            events=events[kind],
            excused=excused[kind],
            today=today,
        )
    return matrices


def _events(
    keys: Collection[int], kinds: Collection[Kind], years: Collection[int], basis: Basis
) -> Mapping[str, Mapping[int, Iterable[Event]]]:
    """What was held, as far as it counts: by kind and organisation. One query, one row for each of these pairs."""
    rows = (
        Activity.objects.filter(
            organisation__in=keys,
            kind__in=kinds,
            happened_on__range=(date(min(years), 1, 1), date(max(years), 12, 31)),
            state__in=COUNTED,
        )
        .order_by()
        .values_list("organisation_id", "kind")
        .annotate(days=DaysJoined())
    )
    read = DaysRead(basis.rulebook)
    found: dict[str, dict[int, Iterable[Event]]] = defaultdict(dict)
    for key, kind, days in rows:
        found[kind][key] = read(days)
    return found


def _excused(keys: Collection[int], kinds: Collection[Kind]) -> Mapping[str, set[tuple[int, Period]]]:
    """Reasons that were written, by kind. One query."""
    found: dict[str, set[tuple[int, Period]]] = defaultdict(set)
    rows = Excuse.objects.filter(organisation__in=keys, kind__in=kinds)
    for kind, key, code in rows.values_list("kind", "organisation_id", "period"):
        if (period := period_with_code(code)) is not None:
            found[kind].add((key, period))
    return found
