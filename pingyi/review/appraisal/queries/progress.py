"""The facts from which the progress of a cycle is read, in a number of queries that does not grow with it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Q

from pingyi.core.clock import today
from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.organisations.models import Organisation
from pingyi.review.appraisal.domain.progress import Facts, PlanGap
from pingyi.review.appraisal.models import AppraisalSnapshot, FeedbackLetter, GradeDecision
from pingyi.review.appraisal.queries.places import worked_in
from pingyi.review.ballots.models import Box, Voting
from pingyi.review.cycles.models import Cycle, Reporter, ReviewMeeting, VoterListing
from pingyi.review.cycles.queries.plan import gaps_of
from pingyi.review.cycles.queries.reviews import reviews
from pingyi.review.dutyreports.models import DutyReport
from pingyi.review.meetings.models import Attendance, LeaderComment, Sitting
from pingyi.review.rectification.models import ProblemItem, Task

Report, Problem = DutyReport.State, ProblemItem.State


@dataclass(frozen=True)
class Progress:
    """A cycle, its meetings, and the facts about them."""

    cycle: Cycle
    meetings: tuple[ReviewMeeting, ...]
    # The meeting that the steps of 述中 lead to: the first that is not counted yet, else the last.
    meeting_in_view: ReviewMeeting | None
    facts: Facts


def progress_of(cycle_id: int, now: datetime) -> Progress:
    """Where the cycle stands; missing if it does not exist in the institution in scope."""
    cycle = reviews().select_related("convenor").filter(pk=cycle_id).first()
    if cycle is None:
        raise Missing(Words("没有找到这一轮评议。请从总览里选一轮。"), code="cycle.missing")
    meetings = tuple(
        ReviewMeeting.objects.filter(cycle=cycle)
        .select_related("voting", "chair", "commentator")
        .order_by("sequence")
    )
    open_ones = [meeting for meeting in meetings if not _is_counted(meeting)]
    in_view = open_ones[0] if open_ones else (meetings[-1] if meetings else None)
    gaps = gaps_of(cycle) if cycle.state == Cycle.State.DRAFT else []
    facts = Facts(
        organisations=Organisation.objects.filter(dissolved_on__isnull=True).count(),
        gaps=[PlanGap(gap.page, gap.words, gap.remedy) for gap in gaps if gap.is_blocking],
        is_frozen=cycle.state != Cycle.State.DRAFT,
        meetings=len(meetings),
        has_meeting_day_come=in_view is not None and today(in_view.held_at) <= today(now),
        **_before(cycle),
        **_during(cycle),
        **_after(cycle, today(now)),
    )
    return Progress(cycle, meetings, in_view, facts)


def newest_cycle_id() -> int | None:
    """The cycle that the front page shows."""
    newest: int | None = worked_in().order_by("-year", "-pk").values_list("pk", flat=True).first()
    return newest


def _is_counted(meeting: ReviewMeeting) -> bool:
    voting: Voting | None = getattr(meeting, "voting", None)
    return voting is not None and voting.state == Voting.State.COUNTED


def _before(cycle: Cycle) -> dict[str, int]:
    reporters: dict[str, int] = Reporter.objects.filter(cycle=cycle).aggregate(
        reporters=Count("pk"),
        on_site=Count("pk", filter=Q(mode=Reporter.Mode.ON_SITE)),
        voted_on=Count("pk", filter=Q(is_voted_on=True)),
    )
    reports: dict[str, int] = DutyReport.objects.filter(reporter__cycle=cycle).aggregate(
        reports_in=Count("pk", filter=Q(state__in=[Report.SUBMITTED, Report.ACCEPTED])),
        reports_accepted=Count("pk", filter=Q(state=Report.ACCEPTED)),
    )
    boxes: dict[str, int] = Box.objects.filter(voting__meeting__cycle=cycle).aggregate(
        boxes=Count("pk"),
        boxes_printed=Count("pk", filter=Q(slips_printed__gt=0) | Q(forms_printed__gt=0)),
    )
    voters = VoterListing.objects.filter(meeting__cycle=cycle, counts_here=True).count()
    return {**reporters, **reports, **boxes, "voters": voters}


def _during(cycle: Cycle) -> dict[str, int]:
    sittings: dict[str, int] = Sitting.objects.filter(meeting__cycle=cycle).aggregate(
        agendas=Count("pk", distinct=True, filter=Q(agenda__isnull=False)),
        sittings_begun=Count("pk", distinct=True, filter=~Q(state=Sitting.State.CHECK_IN)),
    )
    opened = ~Q(state=Voting.State.PREPARED)
    votings: dict[str, int] = Voting.objects.filter(meeting__cycle=cycle).aggregate(
        votings_opened=Count("pk", filter=opened),
        votings_closed=Count("pk", filter=opened & ~Q(state=Voting.State.OPEN)),
        votings_counted=Count("pk", filter=Q(state=Voting.State.COUNTED)),
    )
    return {
        **sittings,
        **votings,
        "arrived": Attendance.objects.filter(sitting__meeting__cycle=cycle).count(),
        "comments_finished": LeaderComment.objects.filter(reporter__cycle=cycle, is_finished=True).count(),
    }


def _after(cycle: Cycle, day: date) -> dict[str, int]:
    open_tasks = Q(tasks__state=Task.State.OPEN)
    problems: dict[str, int] = ProblemItem.objects.filter(cycle=cycle).aggregate(
        problems=Count("pk", distinct=True),
        problems_answered=Count("pk", distinct=True, filter=~Q(state=Problem.RAISED)),
        problems_claimed=Count("pk", distinct=True, filter=_is_claimed()),
        problems_with_tasks=Count("pk", distinct=True, filter=_is_claimed() & Q(tasks__isnull=False)),
        problems_settled=Count("pk", distinct=True, filter=Q(state__in=[Problem.CLOSED, Problem.WITHDRAWN])),
        problems_contested=Count("pk", distinct=True, filter=Q(state=Problem.CONTESTED)),
        plans_to_approve=Count(
            "tasks", distinct=True, filter=open_tasks & Q(tasks__plan_state=Task.PlanState.PROPOSED)
        ),
        tasks_late=Count("tasks", distinct=True, filter=open_tasks & Q(tasks__due_on__lt=day)),
        tasks_to_check=Count("tasks", distinct=True, filter=Q(tasks__state=Task.State.SUBMITTED)),
    )
    return {
        **problems,
        "snapshots": _different(AppraisalSnapshot.objects.filter(meeting__cycle=cycle), "meeting"),
        "decisions": _different(GradeDecision.objects.filter(reporter__cycle=cycle), "reporter"),
        "letters": _different(FeedbackLetter.objects.filter(reporter__cycle=cycle), "reporter"),
    }


def _different(rows: Any, word: str) -> int:
    """How many meetings or reporters these rows are of: corrections do not count again."""
    number: int = rows.aggregate(number=Count(word, distinct=True))["number"]
    return number


def _is_claimed() -> Q:
    return Q(state__in=[Problem.CLAIMED, Problem.IN_PROGRESS, Problem.CLOSED])
