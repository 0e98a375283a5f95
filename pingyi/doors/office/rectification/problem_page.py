"""One problem: where it came from, what its organisation said, its tasks, and what the viewer may do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from pingyi.core.clock import now, today
from pingyi.core.errors import Forbidden, Missing
from pingyi.core.words import Words
from pingyi.doors.office.acting import NOT_FAILED, Failed
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.rectification.bars import Viewer, bar_of_problem
from pingyi.doors.office.rectification.lines import number_of, problem_chip, tag_words, task_chip
from pingyi.doors.office.rectification.reading import label_of
from pingyi.organisations.actor import Actor
from pingyi.organisations.queries.calendar import reckoning_on
from pingyi.review.cycles.queries import settings_of
from pingyi.review.dutyreports.queries.answers import answers_about
from pingyi.review.genealogy.queries.chains import chains_of
from pingyi.review.meetings.queries.origins import draft_of, sentence_of
from pingyi.review.rectification.domain.periods import latest_due, task_lateness
from pingyi.review.rectification.domain.plan import PlanState
from pingyi.review.rectification.domain.problem import ProblemAct, ProblemState, state_after
from pingyi.review.rectification.phrases import NOT_KNOWN_YET, SOURCES, TAGS
from pingyi.review.rectification.queries.known import is_problem_known
from pingyi.review.rectification.queries.lookup import find_problem, tasks_of
from pingyi.review.rectification.queries.next_to_claim import others_to_claim
from pingyi.review.rectification.queries.responsible import people_of
from pingyi.review.rectification.queries.self_found import was_named_by_itself
from pingyi.review.rectification.queries.story import story_of
from pingyi.review.rectification.rules import may_answer, may_check, may_read, may_rule

if TYPE_CHECKING:
    from pingyi.review.rectification.models import ProblemItem


@office_page
@require_GET
def problem_show(request: OfficeRequest, problem_id: int) -> HttpResponse:
    return problem_page(request, readable_problem(request.actor, problem_id), NOT_FAILED)


def readable_problem(actor: Actor, problem_id: int) -> ProblemItem:
    """The problem, for who may read it and (its own organisation) may know of it already."""
    problem = find_problem(problem_id)
    if not may_read(actor, problem):
        raise Forbidden(Words("这个问题由经办人、领导和所在单位的书记看。"))
    if not actor.has_role("clerk", "leader") and not is_problem_known(problem):
        raise Missing(NOT_KNOWN_YET, code="problem.not_known")
    return problem


def viewer_of(actor: Actor, problem: ProblemItem) -> Viewer:
    return Viewer(may_answer(actor, problem), may_rule(actor, problem), may_check(actor, problem))


def here(problem: ProblemItem) -> str:
    return reverse("office:problem-show", args=[problem.pk])


def problem_page(request: OfficeRequest, problem: ProblemItem, failed: Failed) -> HttpResponse:
    """The page, with the form that was refused as it was sent."""
    viewer = viewer_of(request.actor, problem)
    tasks = tasks_of(problem)
    settings = settings_of(problem.cycle)
    at = reckoning_on(today(now()), problem.institution_id)
    raised_on = today(problem.raised_at)
    due_on = at.due_after(raised_on, settings.list_due_days)
    latest = latest_due(raised_on, at.day, settings.rectification_months)
    may_plan = viewer.may_answer and state_after(problem.state, ProblemAct.PLAN) is not None
    sentence = sentence_of(problem)
    is_by_hand = sentence is None and problem.state == ProblemState.RAISED
    people = people_of(problem.organisation) if may_plan else []
    own = next((label_of(one) for one in people if one.pk == request.actor.person_id), "")
    shown = {
        "problem": problem,
        "cycle": problem.cycle,
        "number": number_of(problem),
        "chip": problem_chip(problem),
        "tags": tag_words(problem),
        "source": SOURCES[problem.source],
        "sentence": sentence,
        "others_to_claim": others_to_claim(problem) if viewer.may_answer else [],
        "answers": answers_about(problem),
        "chain": chains_of([problem])[problem.pk],
        "tasks": [(task, task_chip(task, task_lateness(task.state, task.due_on, at))) for task in tasks],
        "story": story_of(problem, tasks),
        "viewer": viewer,
        "bar": bar_of_problem(problem, tasks, due_on=due_on, at=at, viewer=viewer),
        "may_contest": viewer.may_answer and problem.state == ProblemState.RAISED,
        "may_claim": viewer.may_answer and problem.state == ProblemState.CONTESTED,
        "may_rule": viewer.may_rule and problem.state == ProblemState.CONTESTED,
        "may_plan": may_plan,
        "may_explain": may_plan
        and bool(problem.cause)
        and all(task.plan_state != PlanState.APPROVED for task in tasks),
        "may_correct": is_by_hand and request.actor.has_role("clerk"),
        "may_take_back": viewer.may_answer and not tasks and was_named_by_itself(problem),
        "all_tags": TAGS,
        "people": [label_of(one) for one in people],
        "latest": latest,
        "months": settings.rectification_months,
        "failed": failed,
        **_fields(problem, failed, draft_of(sentence), own=own, due=latest.isoformat() if latest else ""),
    }
    return render(request, "office/problem-show.html", shown, status=failed.status)


def _fields(problem: ProblemItem, failed: Failed, draft: str, *, own: str, due: str) -> dict[str, object]:
    plan = failed.state(
        "plan",
        measures=draft,
        responsible=own,
        due_on=due,
        cause=problem.cause,
        starts_on=today(now()).isoformat(),
    )
    return {
        "contest_field": failed.state("contest").field("reason", Words("为什么不是本单位的问题")),
        "rule_field": failed.state("rule").field("reason", Words("理由"), hint=Words("单位看得到")),
        "measures_field": plan.field(
            "measures", Words("措施"), hint=Words("一行一条，写清做什么、到什么程度")
        ),
        "cause_field": plan.field("cause", Words("原因"), hint=Words("为什么会有这个问题，各项任务共用一段")),
        "why_field": failed.state("cause", cause=problem.cause).field("cause", Words("原因")),
        "plan_fields": [
            plan.field(
                "responsible",
                Words("责任领导"),
                kind="people",
                hint=Words("本单位和下级单位的人员，填姓名或工号"),
            ),
            plan.field("department", Words("责任部门"), hint=Words("哪个部门具体办")),
            plan.field("starts_on", Words("开始"), kind="date"),
            plan.field("due_on", Words("期限"), kind="date", hint=Words("选一个工作日")),
            plan.field(
                "due_days", Words("或者几个工作日内"), hint=Words("期限空着时照它算，从开始的第二天数起")
            ),
        ],
        "text_field": failed.state("reword", text=problem.text).field("text", Words("问题")),
    }
