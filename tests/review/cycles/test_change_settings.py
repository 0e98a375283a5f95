from datetime import timedelta
from fractions import Fraction

import pytest

from pingyi.review.cycles.models import CycleSetting
from pingyi.review.cycles.queries import setting_history, settings_of
from pingyi.review.cycles.services import SeveralFaults, change_settings
from tests.factories.plans import PlanWorld
from tests.factories.world import NOW


def test_only_what_really_changed_is_written(world: PlanWorld) -> None:
    typed = {
        "threshold": "5",
        "min_non_good_share": "20%",
        "rectification_months": "6",
        "self_vote": "exclude",
    }
    changed = change_settings(actor=world.clerk, now=NOW, cycle=world.cycle, typed=typed)
    assert [one.key for one in changed] == ["min_non_good_share"]
    assert settings_of(world.cycle).min_non_good_share == Fraction(1, 5)


def test_a_second_click_writes_nothing_more(world: PlanWorld) -> None:
    for _ in range(2):
        change_settings(actor=world.clerk, now=NOW, cycle=world.cycle, typed={"threshold": "6"})
    assert CycleSetting.objects.filter(key="threshold").count() == 1


def test_the_history_says_who_set_what_when_newest_first(world: PlanWorld) -> None:
    change_settings(actor=world.clerk, now=NOW, cycle=world.cycle, typed={"threshold": "6"})
    later = NOW + timedelta(days=1)
    change_settings(actor=world.clerk, now=later, cycle=world.cycle, typed={"threshold": "7"})
    newest, first = setting_history(world.cycle)["threshold"]
    assert [(row.value, row.set_at) for row in (newest, first)] == [(7, later), (6, NOW)]
    assert newest.set_by_id == world.clerk.account_id
    assert settings_of(world.cycle).threshold == 7


def test_every_wrong_value_is_named_and_nothing_is_saved(world: PlanWorld) -> None:
    typed = {"threshold": "7", "points_good": "很多", "min_non_good_share": "15"}
    with pytest.raises(SeveralFaults, match="共2处") as told:
        change_settings(actor=world.clerk, now=NOW, cycle=world.cycle, typed=typed)
    assert told.value.faults.keys() == {"points_good", "min_non_good_share"}
    assert settings_of(world.cycle).threshold == 5


def test_parts_of_the_score_that_do_not_make_one_are_refused_together(world: PlanWorld) -> None:
    with pytest.raises(SeveralFaults, match="必须正好100%"):
        change_settings(actor=world.clerk, now=NOW, cycle=world.cycle, typed={"composite_ballot": "20%"})
    change_settings(
        actor=world.clerk,
        now=NOW,
        cycle=world.cycle,
        typed={"composite_ballot": "20%", "composite_daily": "80%"},
    )
    assert settings_of(world.cycle).composite_daily == Fraction(4, 5)


def test_unknown_names_are_no_settings(world: PlanWorld) -> None:
    assert change_settings(actor=world.clerk, now=NOW, cycle=world.cycle, typed={"csrf": "x"}) == []


def test_an_open_number_may_be_left_open_again(world: PlanWorld) -> None:
    for typed, value in (("5", 5), ("", None), ("2", 2)):
        change_settings(actor=world.clerk, now=NOW, cycle=world.cycle, typed={"report_remind_before": typed})
        assert settings_of(world.cycle).report_remind_before == value
