from dataclasses import fields
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pingyi.review.cycles.domain.catalogue import BY_KEY, CATALOGUE, LATER
from pingyi.review.cycles.domain.kinds import BadValueError, Flag
from pingyi.review.cycles.domain.setting_checks import setting_faults
from pingyi.review.cycles.domain.setting_values import (
    DEFAULTS,
    flat_values,
    settings_from,
    settings_of_values,
)
from pingyi.review.cycles.domain.settings import (
    BallotScope,
    CommentTiming,
    InvalidRule,
    ReviewSettings,
    SelfVote,
    SpeakingOrder,
)

FIRST_SETTINGS = 39


def test_nothing_stored_means_the_defaults() -> None:
    assert settings_from({}) == ReviewSettings()


def test_keys_of_older_versions_are_passed_over() -> None:
    assert settings_from({"colour_of_the_hall": "red"}) == ReviewSettings()


def test_every_field_of_the_settings_can_be_set_on_the_page() -> None:
    derived = {"grade_points", "bands", "invalid_rules"}
    assert {one.name for one in fields(ReviewSettings)} - derived <= BY_KEY.keys()
    assert DEFAULTS.keys() == BY_KEY.keys()


@pytest.mark.parametrize("setting", CATALOGUE, ids=lambda one: one.key)
def test_the_default_can_be_typed_stored_and_shown(setting: Any) -> None:
    default = DEFAULTS[setting.key]
    assert setting.kind.read(setting.kind.typed(default)) == default
    assert setting.kind.load(setting.kind.store(default)) == default
    assert setting.kind.words(default)


def test_typed_values_arrive_in_the_settings() -> None:
    stored = {
        "points_poor": "45/1",
        "band_good": "95/1",
        "invalid_incomplete": False,
        "invalid_all_same": True,
        "self_vote": "allow",
        "comment_timing": "after_all",
        "ballot_scope": "on_site",
        "speaking_order": "list",
        "rectification_months": 6,
    }
    settings = settings_from(stored)
    assert settings.grade_points["poor"] == 45
    assert settings.bands[0] == ("good", Fraction(95))
    assert settings.invalid_rules == {InvalidRule.ALL_SAME}
    assert settings.self_vote is SelfVote.ALLOW
    assert settings.comment_timing is CommentTiming.AFTER_ALL
    assert settings.ballot_scope is BallotScope.ON_SITE
    assert settings.speaking_order is SpeakingOrder.LIST
    assert settings.rectification_months == 6


@given(st.fractions(0, 1).filter(lambda share: share.denominator < 500), st.integers(1, 36), st.booleans())
def test_values_survive_the_way_to_the_typed_settings_and_back(
    share: Fraction, months: int, flag: bool
) -> None:
    values = {"report_min_problem_share": share, "rectification_months": months, "has_unknown_option": flag}
    assert flat_values(settings_of_values(values)) == {**DEFAULTS, **values}


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("min_non_good_share", "15%", Fraction(3, 20)),
        ("min_non_good_share", "0", Fraction(0)),
        ("report_min_problem_share", "1/3", Fraction(1, 3)),
        ("points_good", "92.5", Fraction(185, 2)),
        ("threshold", "5人", 5),
        ("speech_seconds", "8", 480),
        ("speech_seconds", "8.5分钟", 510),
        ("rectification_months", "", None),
        ("rectification_months", "6个月", 6),
        ("has_unknown_option", "yes", True),
        ("has_unknown_option", "no", False),
        ("denominator", "issued", "issued"),
        ("publish_range", "  二级党组织  范围 ", "二级党组织 范围"),
        ("report_levels", "本 单位, 联系部门；；组织部门", "本单位、联系部门、组织部门"),
    ],
)
def test_values_are_read_as_people_type_them(key: str, typed: str, value: object) -> None:
    assert BY_KEY[key].kind.read(typed) == value


@pytest.mark.parametrize(
    ("key", "typed", "remedy"),
    [
        ("min_non_good_share", "15", "写成15%"),
        ("min_non_good_share", "1/3", "写成有尽头的小数"),
        ("points_good", "很好", "例如0.6"),
        ("points_good", "1001", "写0到1000"),
        ("points_good", "1/3", "写0到1000"),
        ("threshold", "1", "写2到50之间"),
        ("threshold", "五", "写2到50之间"),
        ("threshold", "5.5", "写2到50之间"),
        ("speech_seconds", "0", "写不超过60"),
        ("speech_seconds", "八分钟", "写分钟数"),
        ("speech_seconds", "8.001", "写不超过60"),
        ("denominator", "all", "选一项"),
        ("has_unknown_option", "on", "选一项"),
        ("decision_body", " ", "不能空着"),
        ("publish_range", "字" * 121, "缩到120个字"),
        ("report_levels", " 、 ", "写1到5个名称"),
        ("report_levels", "一、二、三、四、五、六", "写1到5个名称"),
        ("report_levels", "组织部门、组织 部门", "有两个名称一样"),
        ("report_levels", "本单位、" + "字" * 21, "最长20个字"),
    ],
)
def test_wrong_values_are_refused_with_the_remedy(key: str, typed: str, remedy: str) -> None:
    with pytest.raises(BadValueError, match=remedy):
        BY_KEY[key].kind.read(typed)


def test_seconds_are_shown_only_where_there_are_some() -> None:
    assert BY_KEY["speech_seconds"].kind.words(480) == "8分钟"
    assert BY_KEY["speech_seconds"].kind.words(510) == "8分30秒"


@pytest.mark.parametrize(
    ("changed", "at"),
    [
        ({}, set()),
        ({"points_fairly_good": Fraction(100)}, {"points_fairly_good"}),
        ({"band_average": Fraction(80)}, {"band_average"}),
        ({"composite_ballot": Fraction(1, 2)}, {"composite_ballot"}),
        ({"composite_ballot": Fraction(1, 5), "composite_daily": Fraction(4, 5)}, set()),
        ({"warn_seconds": 480}, {"warn_seconds"}),
    ],
)
def test_settings_that_contradict_each_other_are_named(changed: dict[str, object], at: set[str]) -> None:
    assert setting_faults(settings_of_values(changed)).keys() == at


def test_yes_and_no_are_offered_in_the_words_of_the_setting() -> None:
    assert BY_KEY["must_answer_last_year"].kind == Flag("必须逐条回答", "可以不答")
    assert Flag("有", "没有").options == (("yes", "有"), ("no", "没有"))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_guide_explains_every_setting(language: str) -> None:
    guide = (Path(__file__).parents[4] / "docs" / "guide" / language / "settings.md").read_text()
    assert [key for key in BY_KEY if f"`{key}`" not in guide] == []


def test_a_setting_added_to_the_catalogue_is_marked_as_later_so_that_frozen_plans_keep_their_fingerprint() -> (
    None
):
    assert {one.key for one in CATALOGUE if one.is_later} == LATER
    assert sum(not one.is_later for one in CATALOGUE) == FIRST_SETTINGS
