"""What the plan of a satisfaction poll needs, and what of a review's plan it does not."""

from dataclasses import replace
from datetime import date

from pingyi.review.cycles.domain.gaps import Page, Plan, PlannedClass, PlannedMeeting
from pingyi.review.cycles.domain.phases import PhaseDates
from pingyi.review.cycles.domain.poll_gaps import poll_gaps
from pingyi.review.cycles.domain.settings import ReviewSettings

MEETING = PlannedMeeting(
    name="满意度测评",
    held_on=date(2026, 8, 4),
    has_chair=False,
    has_commentator=False,
    reporters=2,
    on_site=0,
    voted_on=2,
    classes=(PlannedClass("A", 1, 6, None), PlannedClass("B", 2, 6, None)),
)
NO_DATES = PhaseDates()


def plan(meeting: PlannedMeeting) -> Plan:
    return Plan(dates=NO_DATES, has_reports_due=False, settings=ReviewSettings(), meetings=[meeting])


def test_a_poll_needs_no_dates_no_reports_no_commentator_and_no_weights() -> None:
    assert poll_gaps(plan(MEETING)) == []


def test_a_poll_about_nobody_or_by_nobody_cannot_be_frozen() -> None:
    gaps = poll_gaps(plan(replace(MEETING, voted_on=0, classes=())))
    assert [(gap.code, gap.page) for gap in gaps] == [
        ("poll.nobody", Page.POLL),
        ("classes.none", Page.CLASSES),
    ]


def test_small_classes_are_merged_before_a_poll_as_before_any_vote() -> None:
    gaps = poll_gaps(
        plan(replace(MEETING, classes=(PlannedClass("A", 1, 6, None), PlannedClass("B", 2, 3, None))))
    )
    assert [gap.code for gap in gaps] == ["classes.small"]
