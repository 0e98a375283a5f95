"""What is done on the page of a problem."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.rectification.acting import act_or_show
from pingyi.doors.office.rectification.problem_page import here, problem_page, readable_problem
from pingyi.doors.office.rectification.reading import needed_day, responsible_named
from pingyi.review.rectification.domain.measures import measures_in
from pingyi.review.rectification.services import (
    claim_problem,
    close_problem,
    contest_problem,
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
    """POST measures (one to a line), responsible (name or staff number), due_on (2026-06-30)."""
    problem = readable_problem(request.actor, problem_id)
    return _act(
        request, problem, lambda: _plan(request, problem), "plan", Words("任务列上了，进了任务清单。")
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


def _plan(request: OfficeRequest, problem: ProblemItem) -> object:
    return plan_task(
        actor=request.actor,
        now=now(),
        problem=problem,
        measures=measures_in(request.POST.get("measures", "")),
        responsible=responsible_named(request, problem.organisation),
        due_on=needed_day(request, "due_on"),
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
