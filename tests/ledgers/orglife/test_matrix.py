"""The matrix that the database helps to make, against the one from single records."""

import random
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_scopes import scope

from pingyi.core.clock import PEOPLE_ZONE
from pingyi.ledgers.kit.domain.lateness import is_late
from pingyi.ledgers.kit.domain.matrix import Mark, Matrix, Occurrence, make_matrix
from pingyi.ledgers.kit.domain.periods import Period, period_with_code
from pingyi.ledgers.kit.domain.states import COUNTED, State
from pingyi.ledgers.kit.models import LedgerSetting
from pingyi.ledgers.kit.queries import ledger_tree
from pingyi.ledgers.orglife.domain.due import dues_of, periods_of
from pingyi.ledgers.orglife.domain.kinds import BRANCH_KINDS, Kind
from pingyi.ledgers.orglife.models import Activity, Excuse
from pingyi.ledgers.orglife.queries.basis import Basis, load_basis
from pingyi.ledgers.orglife.queries.matrix import matrices_of, sum_of
from pingyi.organisations.models import Organisation
from tests.factories.orglife import LedgerWorld, make_ledger_world, make_members
from tests.factories.world import NOW, make_organisation

pytestmark = pytest.mark.django_db
YEARS = (2023, 2024, 2025)
TODAY = date(2025, 10, 20)


@pytest.fixture
def world() -> Any:
    world = make_ledger_world()
    with scope(institution=world.institution):
        yield world


def record(world: LedgerWorld, place: Organisation, day: date, after: int = 0, **fields: Any) -> Activity:
    written = day + timedelta(days=after)
    state = fields.setdefault("state", State.FILED.value)
    decided = {"decided_at": NOW, "decided_by_id": world.leader.account_id}
    return Activity.objects.create(
        institution=world.institution,
        organisation=place,
        happened_on=day,
        recorded_on=written,
        recorded_at=datetime.combine(written, datetime.min.time(), PEOPLE_ZONE),
        recorded_by_id=world.clerk.account_id,
        **({"reason": "日期不对"} if state == State.RETURNED else {}),
        **(decided if state in (State.RETURNED, State.CONFIRMED) else {}),
        **{"kind": Kind.COMMITTEE, "topic": f"第{Activity.objects.count()}次", **fields},
    )


def laid_down(world: LedgerWorld, key: str, value: Any, day: date) -> None:
    LedgerSetting.objects.create(
        institution=world.institution,
        ledger="orglife",
        key=key,
        value=value,
        effective_from=day,
        reason="校党委文件",
        set_by_id=world.clerk.account_id,
        set_at=NOW,
    )


def excused(world: LedgerWorld, place: Organisation, period: str, kind: Kind = Kind.COMMITTEE) -> None:
    Excuse.objects.create(
        institution=world.institution,
        organisation=place,
        kind=kind,
        period=period,
        reason="放假",
        written_by_id=world.clerk.account_id,
        written_at=NOW,
    )


def from_single_records(kind: Kind, branches: Sequence[Organisation], basis: Basis) -> Matrix:
    """Every record and every excuse is looked at by itself."""
    keys = [one.pk for one in branches]
    periods = periods_of(kind, basis.rulebook, YEARS)
    dues = dues_of(kind, [basis.place(one) for one in branches], periods, basis.rulebook)
    occurrences = []
    for row in Activity.objects.filter(kind=kind):
        if row.state in COUNTED:
            allowed = basis.rulebook.number("late_after_days", row.happened_on)
            late = is_late(row.happened_on, row.recorded_on, allowed)
            occurrences.append(Occurrence(row.organisation_id, row.happened_on, late))
    reasons: set[tuple[int, Period]] = set()
    for excuse in Excuse.objects.filter(kind=kind):
        period = period_with_code(excuse.period)
        assert period is not None
        reasons.add((excuse.organisation_id, period))
    return make_matrix(
        keys,
        periods,
        due=lambda key, period: dues(key)[periods.index(period)],
        occurrences=occurrences,
        excused=reasons,
        today=TODAY,
    )


def both(branches: Sequence[Organisation]) -> list[tuple[Matrix, Matrix]]:
    basis = load_basis(branches)
    made = matrices_of(BRANCH_KINDS, branches, YEARS, basis=basis, today=TODAY)
    return [(made[kind], from_single_records(kind, branches, basis)) for kind in BRANCH_KINDS]


def test_planted_cases_are_marked_as_single_records_would_be(world: LedgerWorld) -> None:
    laid_down(world, "exempt_months", [8], date(2024, 1, 1))
    laid_down(world, "late_after_days", 3, date(2025, 1, 1))
    laid_down(world, "committee.count", 2, date(2025, 5, 1))
    laid_down(world, "birthday.by_quarter", True, date(2025, 1, 1))
    world.second.founded_on = date(2025, 3, 5)
    world.second.save()
    first = world.first
    record(world, first, date(2024, 12, 3), after=7)
    record(world, first, date(2024, 11, 3), after=8)
    record(world, first, date(2025, 1, 3), after=3)
    record(world, first, date(2025, 2, 28), after=4)
    record(world, first, date(2025, 3, 1))
    record(world, first, date(2025, 3, 31), after=9, state=State.CONFIRMED.value)
    record(world, first, date(2025, 4, 2), state=State.DRAFT.value)
    record(world, first, date(2025, 4, 2), state=State.RETURNED.value)
    record(world, first, date(2025, 5, 6))
    record(world, first, date(2025, 6, 6))
    record(world, first, date(2025, 6, 6))
    record(world, first, date(2025, 7, 6), kind=Kind.PARTY_CLASS)
    record(world, first, date(2022, 12, 31))
    record(world, world.college, date(2025, 7, 6), kind=Kind.SECRETARIES)
    excused(world, first, "2025-month-4")
    excused(world, first, "2025-month-6")
    branches = [world.first, world.second]

    pairs = both(branches)
    assert all(made == single for made, single in pairs)
    matrix = pairs[BRANCH_KINDS.index(Kind.COMMITTEE)][0]
    marks = [cell.mark for cell in matrix.rows[0].cells]
    assert marks[22:24] == [Mark.LATE, Mark.DONE]
    assert marks[24:] == [
        Mark.DONE,
        Mark.LATE,
        Mark.LATE,
        Mark.EXCUSED,
        Mark.MISSED,
        Mark.DONE,
        Mark.MISSED,
        Mark.NOT_DUE,
        Mark.MISSED,
        Mark.AHEAD,
        Mark.AHEAD,
        Mark.AHEAD,
    ]
    assert matrix.rows[0].cells[26].days == (date(2025, 3, 1), date(2025, 3, 31))
    assert [cell.mark for cell in matrix.rows[1].cells[24:27]] == [Mark.NOT_DUE, Mark.NOT_DUE, Mark.MISSED]


@pytest.mark.parametrize("seed", range(6))
def test_whatever_was_recorded_the_two_agree(world: LedgerWorld, seed: int) -> None:
    chance = random.Random(seed)
    make_members(world, *world.people, group="第一小组" if seed % 2 else "")
    for day in (date(2023, 6, 1), date(2024, 6, 15)):
        laid_down(world, "late_after_days", chance.randint(0, 9), day)
        laid_down(world, "committee.from_members", chance.randint(1, 4), day)
    laid_down(world, "exempt_months", [2, 8], date(2024, 1, 1))
    branches = [world.first, world.second]
    for _ in range(150):
        day = date(2022, 11, 1) + timedelta(days=chance.randrange(1200))
        record(
            world,
            chance.choice(branches),
            day,
            after=chance.randrange(12),
            kind=chance.choice(BRANCH_KINDS),
            state=chance.choice(list(State)).value,
        )
    for place in branches:
        for month in chance.sample(range(1, 13), 4):
            excused(world, place, f"2024-month-{month}", chance.choice((Kind.COMMITTEE, Kind.THEME_DAY)))
        excused(world, place, "2025-quarter-2", Kind.PARTY_CLASS)
    assert all(made == single for made, single in both(branches))
    assert all(made == single for made, single in both([world.second]))


def test_a_branch_that_is_dissolved_or_not_asked_for_counts_nowhere(world: LedgerWorld) -> None:
    gone = make_organisation(world.institution, "已撤销支部", parent=world.college, kind="branch")
    record(world, gone, date(2025, 3, 3))
    record(world, world.first, date(2025, 3, 3))
    gone.dissolved_on = date(2025, 9, 1)
    gone.save()
    branches = ledger_tree(world.clerk).branches
    assert gone not in branches
    basis = load_basis(branches)
    made = matrices_of([Kind.COMMITTEE], branches, [2025], basis=basis, today=TODAY)[Kind.COMMITTEE]
    assert gone.pk not in {row.key for row in made.rows}
    assert sum_of(Kind.COMMITTEE, made).done == 1
    assert sum_of(Kind.COMMITTEE, made, {world.first.pk, gone.pk}).done == 1
    assert sum_of(Kind.COMMITTEE, made, {world.second.pk}).done == 0


def test_records_of_another_institution_are_in_no_matrix(world: LedgerWorld) -> None:
    record(world, world.first, date(2025, 3, 3))
    other = make_ledger_world()
    with scope(institution=other.institution):
        record(other, other.first, date(2025, 4, 3))
        made = matrices_of(
            [Kind.COMMITTEE], [world.first], [2025], basis=load_basis([world.first]), today=TODAY
        )
    assert sum_of(Kind.COMMITTEE, made[Kind.COMMITTEE]).done == 0


@pytest.mark.parametrize("count", [1, 3])
def test_all_matrices_cost_two_queries(world: LedgerWorld, count: int) -> None:
    for day in range(1, count + 1):
        record(world, world.first, date(2025, 3, day))
    branches = [world.first, world.second]
    basis = load_basis(branches)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        matrices_of(BRANCH_KINDS, branches, YEARS, basis=basis, today=TODAY)
    assert len(queries) == 2
