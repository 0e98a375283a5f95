"""The plan of a cycle as a whole: for its gaps and for its fingerprint."""

from collections import Counter

from pingyi.core.clock import today
from pingyi.review.cycles.domain.gaps import Gap, Plan, PlannedClass, PlannedMeeting, plan_gaps
from pingyi.review.cycles.domain.overlaps import counting, overlapping
from pingyi.review.cycles.domain.phases import PhaseDates
from pingyi.review.cycles.domain.poll_gaps import poll_gaps
from pingyi.review.cycles.models import Cycle, Reporter, ReviewMeeting, VoterClass, VoterListing
from pingyi.review.cycles.queries.classes import weight_of
from pingyi.review.cycles.queries.grouping import by_meeting
from pingyi.review.cycles.queries.incumbents import organisations_under_review
from pingyi.review.cycles.queries.overlaps import as_domain
from pingyi.review.cycles.queries.reviews import Occasion, occasion_of
from pingyi.review.cycles.queries.settings import settings_of


def gaps_of(cycle: Cycle) -> list[Gap]:
    """What the plan still lacks, and what should be known before freezing."""
    plan = plan_of(cycle)
    return plan_gaps(plan) if occasion_of(cycle) is Occasion.REVIEW else poll_gaps(plan)


def phase_dates_of(cycle: Cycle) -> PhaseDates:
    """The dates of the three phases as the rules take them."""
    return PhaseDates(
        before_from=cycle.before_from,
        before_to=cycle.before_to,
        during_from=cycle.during_from,
        during_to=cycle.during_to,
        after_from=cycle.after_from,
        after_to=cycle.after_to,
    )


def plan_of(cycle: Cycle) -> Plan:
    """The plan as the rules see it, in a fixed number of queries."""
    meetings = list(ReviewMeeting.objects.filter(cycle=cycle).order_by("sequence"))
    reporters = list(Reporter.objects.filter(cycle=cycle))
    listed = {reporter.organisation_id for reporter in reporters}
    expected = organisations_under_review(cycle.convenor, cycle.year) if reporters else []
    return Plan(
        dates=phase_dates_of(cycle),
        has_reports_due=cycle.reports_due_at is not None,
        settings=settings_of(cycle),
        meetings=_planned_meetings(cycle, meetings, reporters),
        left_out=[organisation.name for organisation in expected if organisation.pk not in listed],
    )


def _planned_meetings(
    cycle: Cycle, meetings: list[ReviewMeeting], reporters: list[Reporter]
) -> list[PlannedMeeting]:
    classes = by_meeting(
        VoterClass.objects.filter(meeting__cycle=cycle).select_related("merged_into").order_by("order")
    )
    listings = by_meeting(VoterListing.objects.filter(meeting__cycle=cycle).select_related("voter_class"))
    of_meeting = by_meeting(reporters)
    return [
        PlannedMeeting(
            name=meeting.name,
            held_on=today(meeting.held_at),
            has_chair=meeting.chair_id is not None,
            has_commentator=meeting.commentator_id is not None,
            reporters=len(of_meeting[meeting.pk]),
            on_site=sum(one.mode == Reporter.Mode.ON_SITE for one in of_meeting[meeting.pk]),
            voted_on=sum(one.is_voted_on for one in of_meeting[meeting.pk]),
            classes=_planned_classes(classes[meeting.pk], listings[meeting.pk]),
            overlaps=_undecided(listings[meeting.pk]),
        )
        for meeting in meetings
    ]


def _planned_classes(rows: list[VoterClass], listings: list[VoterListing]) -> list[PlannedClass]:
    votes = counting(as_domain(one) for one in listings)
    listed = Counter(one.voter_class_id for one in listings)
    sizes = Counter(one.voter_class_id for one in listings if one.pk in votes)
    return [
        PlannedClass(
            code=row.code,
            order=row.order,
            size=sizes[row.pk],
            weight=weight_of(row),
            merged_into=row.merged_into.code if row.merged_into else None,
            listed=listed[row.pk],
        )
        for row in rows
    ]


def _undecided(listings: list[VoterListing]) -> int:
    several = overlapping(as_domain(one) for one in listings)
    return sum(not any(one.is_decided for one in listings) for listings in several.values())
