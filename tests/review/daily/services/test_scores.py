"""Calculating, keeping, and handing over to the review."""

from fractions import Fraction

import pytest
from django.db import DatabaseError, transaction
from django_scopes import scope

from pingyi.core.errors import Forbidden, Refused
from pingyi.review.appraisal.queries.marks import Marks, marks_of
from pingyi.review.appraisal.services import enter_marks
from pingyi.review.daily.models import DailyScore, HandedOver
from pingyi.review.daily.queries.anew import changed_since
from pingyi.review.daily.queries.board import Board, board_of
from pingyi.review.daily.queries.scores import daily_marks, scores_of
from pingyi.review.daily.services import calculate_daily, choose_sets
from tests.factories.daily import COMMITTEE, TITLES, Daily, fact, ledger_row, make_daily, own_row, said
from tests.factories.world import NOW, make_institution

pytestmark = pytest.mark.django_db
NEAR = Fraction(1580, 168)


def marks(daily: Daily) -> dict[int, Marks]:
    with scope(institution=daily.institution):
        return marks_of(daily.cycle)


def board(daily: Daily) -> Board:
    with scope(institution=daily.institution):
        return board_of(daily.cycle)


def type_mark(daily: Daily, mark: Marks) -> None:
    with scope(institution=daily.institution):
        enter_marks(actor=daily.counter, now=NOW, cycle=daily.cycle, marks={daily.reporter.pk: mark})


def test_the_score_is_exact_and_keeps_every_line() -> None:
    daily = make_daily()
    daily.chosen()
    daily.check(daily.assess())
    assert daily.calculate() == 3
    first = daily.scores()[0]
    assert Fraction(first.score_numerator or 0, first.score_denominator or 1) == (NEAR + 8) / 20 * 100
    with scope(institution=daily.institution):
        (kept,) = scores_of(daily.reporter)
    assert [line.gained for line in kept.sheet.lines] == [NEAR, 8]
    assert kept.row.titles == {COMMITTEE: TITLES[COMMITTEE]}


def test_a_second_click_adds_nothing_a_changed_ledger_does() -> None:
    daily = make_daily()
    daily.chosen()
    assert daily.calculate() == 3
    assert daily.calculate() == 0
    assert daily.calculate([fact(one.organisation, 12, 12) for one in daily.reporters]) == 3
    assert [one.sequence for one in daily.scores()] == [1, 2] * 3


def test_kept_scores_never_change() -> None:
    daily = make_daily()
    daily.chosen()
    daily.calculate()
    with scope(institution=daily.institution):
        for change in (
            lambda: DailyScore.objects.update(score_numerator=100),
            lambda: DailyScore.objects.all().delete(),
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                change()


def test_an_organisation_without_any_record_gets_no_silent_zero() -> None:
    daily = make_daily()
    daily.chosen()
    daily.check(daily.assess("10"), "10")
    daily.calculate([])
    with scope(institution=daily.institution):
        (kept,) = scores_of(daily.reporter)
    assert kept.score == 100
    assert kept.sheet.lines[0].reason == "no_record"
    assert kept.sheet.lines[0].is_left_out


def test_before_a_set_is_chosen_nothing_is_calculated() -> None:
    daily = make_daily()
    with pytest.raises(Refused, match="还没有选"):
        daily.calculate()


def test_only_clerks_calculate_and_only_desk_or_leader_hand_over() -> None:
    daily = make_daily()
    daily.chosen()
    for actor in (daily.leader, daily.counter, daily.secretary):
        with pytest.raises(Forbidden):
            daily.calculate(actor=actor)
    daily.calculate()
    daily.give_weight()
    for actor in (daily.clerk, daily.secretary):
        with pytest.raises(Forbidden):
            daily.hand_over(actor)
    assert daily.hand_over(daily.counter) == 3


def test_without_weight_in_the_rules_nothing_is_handed_over() -> None:
    daily = make_daily()
    daily.chosen()
    daily.calculate()
    with pytest.raises(Refused, match="没有给日常考核权重"):
        daily.hand_over()
    assert marks(daily) == {}


def test_handed_over_it_is_the_rounded_mark_and_the_leaders_mark_stays() -> None:
    daily = make_daily()
    daily.chosen()
    daily.give_weight()
    daily.calculate()
    type_mark(daily, Marks(None, Fraction(88)))
    assert daily.hand_over() == 3
    assert marks(daily)[daily.reporter.pk] == Marks(Fraction("47.02"), Fraction(88))
    assert board(daily).handed == 3


def test_a_second_click_hands_nothing_over() -> None:
    daily = make_daily()
    daily.chosen()
    daily.give_weight()
    daily.calculate()
    daily.hand_over()
    assert daily.hand_over() == 0
    with scope(institution=daily.institution):
        assert HandedOver.objects.count() == 3


def test_a_mark_typed_later_is_seen_as_such_and_may_be_replaced() -> None:
    daily = make_daily()
    daily.chosen()
    daily.give_weight()
    daily.calculate()
    daily.hand_over()
    type_mark(daily, Marks(Fraction(95), None))
    with scope(institution=daily.institution):
        mine = daily_marks(daily.cycle)[daily.reporter.pk]
        other = daily_marks(daily.cycle)[daily.reporters[1].pk]
    assert (mine.is_typed, mine.is_handed, mine.handed) == (True, False, Fraction("47.02"))
    assert (other.is_typed, other.is_handed) == (False, True)
    assert daily.hand_over() == 1
    assert marks(daily)[daily.reporter.pk].daily == Fraction("47.02")


def test_a_newer_score_is_not_handed_over_by_itself() -> None:
    daily = make_daily()
    daily.chosen()
    daily.give_weight()
    daily.calculate()
    daily.hand_over()
    daily.calculate([fact(one.organisation, 168, 168) for one in daily.reporters])
    found = board(daily)
    assert (found.handed, found.rows[0].is_handed) == (0, False)
    assert marks(daily)[daily.reporter.pk].daily == Fraction("47.02")


def test_a_score_that_no_longer_holds_is_handed_over_only_by_whoever_is_sure() -> None:
    daily = make_daily()
    daily.chosen()
    daily.give_weight()
    daily.calculate()
    later = [fact(daily.reporter.organisation, 168, 168)]
    later += [fact(one.organisation, 158, 168) for one in daily.reporters[1:]]
    with pytest.raises(Refused, match="有1位算过以后台账或自评有变动，还没有交"):
        daily.hand_over(facts=later)
    assert marks(daily) == {}
    assert daily.hand_over(facts=later, is_sure=True) == 3
    assert daily.hand_over(facts=later) == 0, "nothing is left to ask about"


def test_a_self_assessment_that_was_checked_later_changes_what_would_come_out() -> None:
    daily = make_daily()
    daily.chosen()
    row = daily.assess()
    daily.calculate()
    daily.check(row)
    with scope(institution=daily.institution):
        rows = board_of(daily.cycle).rows
        found = changed_since(rows, said([fact(one.organisation, 158, 168) for one in daily.reporters]))
    assert {pk: sheet.score for pk, sheet in found.items()} == {daily.reporter.pk: (NEAR + 8) / 20 * 100}


def test_secretaries_of_branches_are_assessed_by_another_set_than_those_of_colleges() -> None:
    daily = make_daily(1)
    colleges = daily.in_force([ledger_row()], name="院级党组织")
    branches = daily.in_force([own_row(5, "支部有成效")], name="党支部")
    with scope(institution=daily.institution):
        chosen = {"committee": colleges, "direct_branch": branches}
        choose_sets(actor=daily.clerk, now=NOW, cycle=daily.cycle, chosen=chosen)
    daily.calculate()
    college, branch = daily.scores()
    assert (college.indicator_set, branch.indicator_set) == (colleges, branches)
    assert [line["points"] for line in college.lines] == ["10/1"]
    assert [line["points"] for line in branch.lines] == ["5/1"]
    assert [row.wanted for row in board(daily).rows] == [0, 1]


def test_the_board_says_who_is_how_far() -> None:
    daily = make_daily()
    daily.chosen()
    daily.assess()
    found = board(daily)
    assert (found.waiting, found.scored, found.has_weight) == (1, 0, False)
    assert [(row.wanted, row.waiting) for row in found.rows] == [(1, 1), (1, 0), (1, 0)]


@pytest.mark.parametrize("units", [1, 3])
def test_the_board_takes_as_many_queries_however_many_are_on_it(
    units: int, django_assert_num_queries: object
) -> None:
    daily = make_daily(units)
    daily.chosen()
    daily.calculate()
    with scope(institution=daily.institution), django_assert_num_queries(8):  # type: ignore[operator]
        board_of(daily.cycle)


def test_other_institutions_do_not_calculate_here() -> None:
    daily, elsewhere = make_daily(), make_daily()
    daily.chosen()
    with scope(institution=make_institution()), pytest.raises(Refused):
        calculate_daily(actor=elsewhere.clerk, now=NOW, cycle=daily.cycle, stated=said([]))
