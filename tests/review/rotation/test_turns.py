from collections.abc import Iterator
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django_scopes import scope

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.models import Event
from pingyi.organisations.models import Post
from pingyi.review.cycles.models import Reporter
from pingyi.review.cycles.services import SeveralFaults, change_settings
from pingyi.review.rotation import rules
from pingyi.review.rotation.models import EarlierTurns, TurnDecision
from pingyi.review.rotation.queries.board import TurnBoard, turn_board
from pingyi.review.rotation.services import (
    EarlierFaulty,
    decide_turns,
    enter_earlier_turns,
    import_earlier_turns,
)
from tests.factories.plans import PlanWorld, make_ready_plan
from tests.factories.workbooks import make_workbook
from tests.factories.world import (
    NOW,
    make_actor,
    make_cycle,
    make_institution,
    make_meeting,
    make_organisation,
    make_person,
    make_reporter,
)

ON_SITE, WRITTEN = "on_site", "written"


@pytest.fixture
def world(db: None) -> Iterator[PlanWorld]:
    """Two in writing, in post since 2022: the term of the first ends in the middle of 2026, of the second in 2027."""
    ready = make_ready_plan()
    with scope(institution=ready.institution):
        Reporter.objects.update(mode=WRITTEN)
        for reporter, year in ((ready.on_site, 2026), (ready.written, 2027)):
            Post.objects.filter(person=reporter.person).update(term_ends_on=date(year, 6, 1))
        yield ready


def decide(world: PlanWorld, board: TurnBoard, modes: dict[int, str], **reasons: str) -> TurnBoard:
    named = {int(key.removeprefix("r")): words for key, words in reasons.items()}
    return decide_turns(
        actor=world.clerk, now=NOW, cycle=world.cycle, seen=board.seen, modes=modes, reasons=named
    )


def test_accepting_the_proposal_changes_the_roster_and_keeps_the_reasons_of_that_day(
    world: PlanWorld,
) -> None:
    board = turn_board(world.cycle)
    assert board.rotation.proposed == {world.on_site.pk}
    decided = decide(world, board, {})
    assert (decided.on_site, decided.is_decided, decided.otherwise) == (1, True, 0)
    kept = TurnDecision.objects.get(person=world.on_site.person)
    assert (kept.turn, kept.proposed, kept.decided) == ("due", ON_SITE, ON_SITE)
    assert kept.why == board.rows[0].line.why
    event = Event.objects.get(verb="turns.decided")
    assert event.payload.body == {"on_site": [world.on_site.organisation_id], "otherwise": []}


def test_otherwise_than_proposed_needs_a_reason_and_goes_first_next_year(world: PlanWorld) -> None:
    first, second = world.on_site, world.written
    board = turn_board(world.cycle)
    with pytest.raises(SeveralFaults, match="和建议不同，请写一句理由") as refused:
        decide(world, board, {first.pk: WRITTEN, second.pk: ON_SITE}, **{f"r{first.pk}": " "})
    assert set(refused.value.faults) == {f"reason-{first.pk}", f"reason-{second.pk}"}
    assert TurnDecision.objects.count() == 0
    reasons = {f"r{first.pk}": "公派学习到2月", f"r{second.pk}": "替补"}
    decided = decide(world, board, {first.pk: WRITTEN, second.pk: ON_SITE}, **reasons)
    assert (decided.on_site, decided.otherwise, decided.without_reason) == (1, 2, 0)
    following = make_meeting(make_cycle(world.institution, world.convenor, year=2026))
    again = make_reporter(following, first.organisation, person=first.person, mode=WRITTEN)
    row = turn_board(following.cycle).rows[0]
    assert row.reporter == again
    assert row.line.why.endswith("去年轮到没有上：公派学习到2月。")


def test_a_board_whose_facts_changed_is_refused(world: PlanWorld) -> None:
    board = turn_board(world.cycle)
    Post.objects.filter(person=world.written.person).update(term_ends_on=date(2026, 6, 1))
    with pytest.raises(Refused, match="建议可能变了") as refused:
        decide(world, board, {})
    assert refused.value.code == "turns.stale"


def test_a_hand_made_roster_counts_as_otherwise_without_a_reason(world: PlanWorld) -> None:
    Reporter.objects.filter(pk=world.written.pk).update(mode=ON_SITE)
    board = turn_board(world.cycle)
    assert (board.otherwise, board.without_reason) == (2, 2)


def test_turns_come_from_earlier_reviews_and_from_what_was_entered(world: PlanWorld) -> None:
    earlier = make_meeting(make_cycle(world.institution, world.convenor, year=2023))
    make_reporter(earlier, world.on_site.organisation, person=world.on_site.person)
    make_reporter(earlier, world.written.organisation, person=make_person(world.institution))
    entered = {world.written.organisation_id: "2021、2024"}
    assert enter_earlier_turns(actor=world.clerk, now=NOW, cycle=world.cycle, typed=entered) == 1
    board = turn_board(world.cycle)
    own, other = (row.line.candidate for row in board.rows)
    assert (own.on_site, own.is_known, own.unknown) == (frozenset({2023}), False, (2022, 2024))
    assert (other.on_site, other.by_others, other.before) == ({2024}, {2023}, {2021})
    marks = [(one.is_on_site, one.is_other) for one in board.rows[1].past]
    assert marks == [(None, False), (True, True), (False, False), (True, True), (True, False)]
    assert board.rotation.proposed == frozenset()


def test_what_was_entered_before_stays_and_nothing_new_is_no_row(world: PlanWorld) -> None:
    pk = world.written.organisation_id
    for typed in ("2023", "2023", "无", ""):
        enter_earlier_turns(actor=world.clerk, now=NOW, cycle=world.cycle, typed={pk: typed})
    assert list(EarlierTurns.objects.order_by("pk").values_list("years", flat=True)) == [[2023], [], None]
    with pytest.raises(SeveralFaults, match="不能作年度"):
        enter_earlier_turns(actor=world.clerk, now=NOW, cycle=world.cycle, typed={pk: "2025"})


def test_a_sheet_is_taken_in_whole_or_not_at_all(world: PlanWorld) -> None:
    names = [world.on_site.organisation.name, world.written.organisation.name]

    def take(*rows: tuple[str, str]) -> int:
        content = make_workbook({"Sheet1": [("单位", "现场述职的年度"), *rows]})
        return import_earlier_turns(actor=world.clerk, now=NOW, cycle=world.cycle, content=content)

    with pytest.raises(EarlierFaulty) as refused:
        take((names[0], "2023"), ("没有的学院", "2023"), (names[0], "2022"), (names[1], "去年"))
    assert [(fault.row, fault.title) for fault in refused.value.faults] == [
        (3, "单位"),
        (4, "单位"),
        (5, "现场述职的年度"),
    ]
    assert EarlierTurns.objects.count() == 0
    assert take((names[0], "2023"), (names[1], "无")) == 2


def test_places_and_rules_come_from_the_settings_of_the_cycle(world: PlanWorld) -> None:
    typed = {"on_site_every_years": "4", "on_site_places": "2", "on_site_new_months": ""}
    change_settings(actor=world.clerk, now=NOW, cycle=world.cycle, typed=typed)
    rotation = turn_board(world.cycle).rotation
    assert (rotation.rules.every_years, rotation.rules.places, rotation.rules.exempt_months) == (4, 2, None)
    assert [line.standing.deadline for line in rotation.lines] == [2025, 2025]


def test_decisions_cannot_be_changed_and_an_unexplained_one_cannot_be_written(world: PlanWorld) -> None:
    decide(world, turn_board(world.cycle), {})
    with pytest.raises(Exception, match="append-only"), transaction.atomic():
        TurnDecision.objects.update(reason="x")
    kept = TurnDecision.objects.values().first()
    assert kept is not None
    with pytest.raises(IntegrityError, match="says_why"), transaction.atomic():
        TurnDecision.objects.create(**{**kept, "id": None, "decided": WRITTEN, "proposed": ON_SITE})


@pytest.mark.parametrize(
    ("role", "decides", "reads"),
    [
        ("clerk", True, True),
        ("leader", False, True),
        ("scrutineer", False, False),
        ("counter", False, False),
        ("secretary", False, False),
    ],
)
def test_roles_and_verbs_of_turns(world: PlanWorld, role: str, decides: bool, reads: bool) -> None:
    actor = make_actor(world.institution, role, organisation=make_organisation(world.institution))
    assert (rules.may_decide_turns(actor, world.cycle), rules.may_read_turns(actor, world.cycle)) == (
        decides,
        reads,
    )
    foreign = make_cycle(make_institution())
    assert not rules.may_decide_turns(actor, foreign)
    assert not rules.may_read_turns(actor, foreign)
    if not decides:
        with pytest.raises(Forbidden):
            enter_earlier_turns(actor=actor, now=NOW, cycle=world.cycle, typed={})
