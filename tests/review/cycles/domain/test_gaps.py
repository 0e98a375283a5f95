from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from pingyi.review.cycles.domain.gaps import Page, Plan, PlannedClass, PlannedMeeting, plan_gaps
from pingyi.review.cycles.domain.phases import PhaseDates
from pingyi.review.cycles.domain.settings import ReviewSettings

MEETING = PlannedMeeting(
    name="第一场",
    held_on=date(2026, 1, 16),
    has_chair=True,
    has_commentator=True,
    reporters=34,
    on_site=7,
    voted_on=34,
    classes=(
        PlannedClass("A", 1, 11, Fraction(3, 5)),
        PlannedClass("B", 2, 34, Fraction(2, 5)),
    ),
)
WHOLE = Plan(
    dates=PhaseDates(
        before_from=date(2025, 11, 10),
        before_to=date(2026, 1, 15),
        during_from=date(2026, 1, 16),
        during_to=date(2026, 1, 16),
        after_from=date(2026, 1, 17),
        after_to=date(2026, 12, 31),
    ),
    has_reports_due=True,
    settings=ReviewSettings(rectification_months=6),
    meetings=(MEETING,),
)


def codes(plan: Plan) -> list[str]:
    return [gap.code for gap in plan_gaps(plan)]


def with_meeting(**changes: object) -> Plan:
    return replace(WHOLE, meetings=(replace(MEETING, **changes),))  # type: ignore[arg-type]


def with_classes(*classes: PlannedClass) -> Plan:
    return with_meeting(classes=classes)


def test_a_whole_plan_has_no_gaps() -> None:
    assert plan_gaps(WHOLE) == []


def test_an_empty_plan_names_what_to_do_first() -> None:
    empty = Plan(dates=PhaseDates(), has_reports_due=False, settings=ReviewSettings())
    assert codes(empty) == ["dates.missing", "dates.reports_due", "meeting.none", "settings.months"]
    assert plan_gaps(empty)[0].words == "三个阶段的日期还没有定。"
    begun = replace(empty, dates=replace(WHOLE.dates, before_from=None))
    assert plan_gaps(begun)[0].words == "述前开始的日期还没有定。"


@pytest.mark.parametrize(
    ("plan", "code", "page"),
    [
        (with_meeting(has_chair=False), "meeting.chair", Page.PLAN),
        (with_meeting(has_commentator=False), "meeting.commentator", Page.PLAN),
        (with_meeting(held_on=date(2026, 2, 1)), "meeting.date", Page.PLAN),
        (with_meeting(reporters=0, on_site=0, voted_on=0), "reporters.none", Page.REPORTERS),
        (with_meeting(on_site=0), "reporters.on_site", Page.REPORTERS),
        (with_meeting(voted_on=0), "reporters.voted_on", Page.REPORTERS),
        (with_classes(), "classes.none", Page.CLASSES),
        (with_classes(PlannedClass("A", 1, 9, None)), "classes.weights", Page.CLASSES),
        (with_classes(PlannedClass("A", 1, 9, Fraction(1, 2))), "classes.weights", Page.CLASSES),
        (replace(WHOLE, settings=ReviewSettings()), "settings.months", Page.SETTINGS),
    ],
)
def test_each_gap_names_its_page_and_a_remedy(plan: Plan, code: str, page: Page) -> None:
    (gap,) = plan_gaps(plan)
    assert (gap.code, gap.page, gap.is_blocking) == (code, page, True)
    assert gap.words.endswith("。")
    assert gap.remedy.endswith("。")


def test_an_empty_class_and_a_small_one_stop_freezing() -> None:
    plan = with_classes(
        PlannedClass("A", 1, 11, Fraction(1, 2)),
        PlannedClass("B", 2, 0, Fraction(1, 4)),
        PlannedClass("C", 3, 4, Fraction(1, 4)),
    )
    gaps = plan_gaps(plan)
    assert [gap.code for gap in gaps] == ["classes.empty", "classes.small"]
    assert gaps[1].words == "C类只有4人，不足5人。"
    assert "例如A类" in gaps[1].remedy


def test_a_class_whose_people_all_count_elsewhere_says_so() -> None:
    away = PlannedClass("B", 2, 0, Fraction(2, 5), listed=3)
    (gap,) = plan_gaps(with_classes(PlannedClass("A", 1, 11, Fraction(3, 5)), away))
    assert gap.words == "B类名单上的3人都算在别的类投票，这一类空了。"


def test_a_small_class_alone_can_only_be_filled() -> None:
    (gap,) = plan_gaps(with_classes(PlannedClass("A", 1, 4, Fraction(1))))
    assert gap.remedy == "补足名单。"


def test_merging_closes_the_gap_of_a_small_class() -> None:
    merged = PlannedClass("C", 3, 4, Fraction(2, 5), merged_into="A")
    assert codes(with_classes(PlannedClass("A", 1, 11, Fraction(3, 5)), merged)) == []


def test_two_small_classes_together_may_still_be_too_small() -> None:
    host, guest = (
        PlannedClass("A", 1, 2, Fraction(3, 5)),
        PlannedClass("B", 2, 2, Fraction(2, 5), merged_into="A"),
    )
    (gap,) = plan_gaps(with_classes(host, guest))
    assert gap.words == "A类只有4人，不足5人。"


def test_a_merged_class_that_grew_must_vote_alone() -> None:
    grown = PlannedClass("B", 2, 6, Fraction(2, 5), merged_into="A")
    assert codes(with_classes(PlannedClass("A", 1, 11, Fraction(3, 5)), grown)) == ["classes.needless_merge"]


def test_overlaps_and_organisations_left_out_are_told_but_do_not_stop_freezing() -> None:
    plan = replace(with_meeting(overlaps=3), left_out=("甲学院", "乙学院", "丙学院", "丁学院"))
    gaps = plan_gaps(plan)
    assert [(gap.code, gap.is_blocking) for gap in gaps] == [
        ("reporters.left_out", False),
        ("classes.overlaps", False),
    ]
    assert gaps[0].words == "4个二级党组织不在名册上：甲学院、乙学院、丙学院等。"
    assert "甲学院。" in plan_gaps(replace(WHOLE, left_out=("甲学院",)))[0].words


def test_with_several_meetings_each_gap_names_its_meeting() -> None:
    second = replace(MEETING, name="第二场", has_chair=False, classes=())
    words = [gap.words for gap in plan_gaps(replace(WHOLE, meetings=(MEETING, second)))]
    assert words == ["“第二场”还没有主持人。", "“第二场”还没有票类。"]
