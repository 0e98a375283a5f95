"""What is done on the page of a problem."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from pingyi.core.clock import now, today
from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.doors.office.acting import act_or_show
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.rectification.problem_page import here, problem_page, readable_problem
from pingyi.doors.office.rectification.reading import responsible_named, sent_due
from pingyi.doors.office.sent_fields import sent_day
from pingyi.review.rectification.domain.measures import measures_in
from pingyi.review.rectification.services import (
    claim_problem,
    close_problem,
    contest_problem,
    explain_cause,
    plan_task,
    retract_problem,
    reword_problem,
    rule_on_contest,
)

if TYPE_CHECKING:
    from pingyi.review.rectification.models import ProblemItem


@office_page
@require_POST
def problem_claim(request: OfficeRequest, problem_id: int) -> HttpResponse:
    """POST nothing."""
    problem = readable_problem(request.actor, problem_id)
    return _act(
        request,
        problem,
        lambda: claim_problem(actor=request.actor, now=now(), problem=problem),
        "claim",
        Words("认领了。接着列任务：措施、责任人、期限。"),
    )


@office_page
@require_POST
def problem_contest(request: OfficeRequest, problem_id: int) -> HttpResponse:
    """POST reason."""
    problem = readable_problem(request.actor, problem_id)
    reason = request.POST.get("reason", "")
    return _act(
        request,
        problem,
        lambda: contest_problem(actor=request.actor, now=now(), problem=problem, reason=reason),
        "contest",
        Words("说明交给组织部门了，等他们定。"),
    )


@office_page
@require_POST
def problem_rule(request: OfficeRequest, problem_id: int) -> HttpResponse:
    """POST decision (stands: the organisation has to solve it; withdrawn), reason."""
    problem = readable_problem(request.actor, problem_id)
    stands = request.POST.get("decision") != "withdrawn"
    return _act(
        request,
        problem,
        lambda: _rule(request, problem),
        "rule",
        Words("定了，由单位整改。") if stands else Words("采纳了说明，这个问题撤下了。"),
    )


@office_page
@require_POST
def problem_close(request: OfficeRequest, problem_id: int) -> HttpResponse:
    """POST nothing. For a problem whose tasks are all closed out."""
    problem = readable_problem(request.actor, problem_id)
    return _act(
        request,
        problem,
        lambda: close_problem(actor=request.actor, now=now(), problem=problem),
        "close",
        Words("问题销号了。"),
    )


@office_page
@require_POST
def task_plan(request: OfficeRequest, problem_id: int) -> HttpResponse:
    """POST cause (may stay empty once it is written), measures (one to a line), responsible (name or staff number),
    department, starts_on (today, if empty), due_on (2026-06-30) or due_days (working days after the start)."""
    problem = readable_problem(request.actor, problem_id)
    return _act(
        request, problem, lambda: _plan(request, problem), "plan", Words("任务列上了，报组织部门批准。")
    )


@office_page
@require_POST
def problem_reword(request: OfficeRequest, problem_id: int) -> HttpResponse:
    """POST text, tags (any number). For a problem that was put on the list by hand and is not answered yet."""
    problem = readable_problem(request.actor, problem_id)
    return _act(
        request,
        problem,
        lambda: reword_problem(
            actor=request.actor,
            now=now(),
            problem=problem,
            text=request.POST.get("text", ""),
            tags=request.POST.getlist("tags"),
        ),
        "reword",
        Words("改好了。"),
    )


@office_page
@require_POST
def problem_retract(request: OfficeRequest, problem_id: int) -> HttpResponse:
    """POST nothing. Takes a problem off the list that was put there by mistake and is not answered yet."""
    problem = readable_problem(request.actor, problem_id)
    return act_or_show(
        request,
        lambda: retract_problem(actor=request.actor, now=now(), problem=problem),
        lambda failed: problem_page(request, problem, failed),
        form="retract",
        back=reverse("office:problem-list", args=[problem.cycle_id]),
        said=Words("{number}号问题撤下了。", number=problem.number),
    )


@office_page
@require_POST
def problem_cause(request: OfficeRequest, problem_id: int) -> HttpResponse:
    """POST cause."""
    problem = readable_problem(request.actor, problem_id)
    words = request.POST.get("cause", "")
    return _act(
        request,
        problem,
        lambda: explain_cause(actor=request.actor, now=now(), problem=problem, cause=words),
        "cause",
        Words("原因记下了。"),
    )


def _plan(request: OfficeRequest, problem: ProblemItem) -> object:
    moment = now()
    start = sent_day(request.POST, "starts_on") or today(moment)
    return plan_task(
        actor=request.actor,
        now=moment,
        problem=problem,
        measures=measures_in(request.POST.get("measures", "")),
        responsible=responsible_named(request, problem.organisation),
        department=request.POST.get("department", ""),
        starts_on=start,
        due_on=sent_due(request, start),
        cause=request.POST.get("cause", ""),
    )


def _rule(request: OfficeRequest, problem: ProblemItem) -> object:
    decision = request.POST.get("decision", "")
    if decision not in {"stands", "withdrawn"}:
        raise Refused(Words("选采纳还是不采纳。"), code="problem.decision", field="decision")
    return rule_on_contest(
        actor=request.actor,
        now=now(),
        problem=problem,
        stands=decision == "stands",
        reason=request.POST.get("reason", ""),
    )


def _act(
    request: OfficeRequest, problem: ProblemItem, act: Callable[[], object], form: str, said: str
) -> HttpResponse:
    return act_or_show(
        request,
        act,
        lambda failed: problem_page(request, problem, failed),
        form=form,
        back=here(problem),
        said=said,
    )
