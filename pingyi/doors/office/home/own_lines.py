"""The lines of a secretary's own page, and the bar above them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pingyi.core.clock import today
from pingyi.core.words import Words
from pingyi.doors.office.drawing.dates import say_day
from pingyi.doors.office.home.own_words import (
    BUTTONS,
    CHIPS,
    EFFECTS,
    PLAN_CHIPS,
    PROBLEM_CHIPS,
    TASK_CHIPS,
    TITLES,
    Chip,
)
from pingyi.doors.office.navigation import leads_somewhere
from pingyi.organisations.domain.reckoning import Reckoning
from pingyi.organisations.phrases import late_words
from pingyi.review.appraisal.domain.own_duties import Duty, OwnDuty
from pingyi.review.appraisal.queries.own import OwnReport, OwnWork
from pingyi.review.rectification.domain.periods import task_lateness

if TYPE_CHECKING:
    from pingyi.review.appraisal.models import FeedbackLetter
    from pingyi.review.papers.models import IssuedPaper
    from pingyi.review.rectification.models import Task

PATHS = {
    Duty.CLAIM: "/office/problems/{}/",
    Duty.LIST_TASKS: "/office/problems/{}/",
    Duty.CHANGE_PLAN: "/office/tasks/{}/",
    Duty.TASK: "/office/tasks/{}/",
    Duty.FOLLOW_UP: "/office/follow-ups/{}/",
}


@dataclass(frozen=True)
class OwnBar:
    title: str
    effect: str
    button: str = ""
    href: str = ""


@dataclass(frozen=True)
class OwnLine:
    """One report, problem, task or requirement: what it is, how it stands, where one goes on with it."""

    text: str
    organisation: str
    note: str
    chip: Chip
    href: str
    due_on: date | None = None
    is_late: bool = False


def bar_of(work: OwnWork, at: Reckoning) -> OwnBar:
    """The first duty: what, until when, what happens."""
    if not work.duties:
        return OwnBar(Words("眼下没有要您办的"), Words("报告、认领和整改有了新的事，会在这里排出先后。"))
    first = work.duties[0]
    title = Words("{titles}{until}", titles=TITLES[first.duty], until=_until(first, at))
    return OwnBar(title, EFFECTS[first.duty], BUTTONS[first.duty], _duty_href(first, work))


def report_lines(work: OwnWork, day: date) -> list[OwnLine]:
    """A deadline that was given with a return stands beside its reason."""
    lines = []
    for own in work.reports:
        due_at = own.report.due_at if own.report and own.state == "returned" else None
        due_on = today(due_at) if due_at else None
        is_returned = own.report is not None and own.state == "returned"
        mode = Words("现场述职") if own.reporter.mode == "on_site" else Words("书面述职")
        lines.append(
            OwnLine(
                mode,
                own.reporter.organisation.name,
                Words("退回理由：{return_reason}", return_reason=own.report.return_reason)
                if own.report and is_returned
                else "",
                CHIPS[own.state],
                _report_href(own),
                due_on,
                due_on is not None and due_on < day,
            )
        )
    return lines


def problem_lines(work: OwnWork) -> list[OwnLine]:
    return [
        OwnLine(
            problem.text,
            problem.organisation.name,
            Words("{year}年度第{number}个", year=problem.cycle.year, number=problem.number),
            PROBLEM_CHIPS[problem.state],
            existing(f"/office/problems/{problem.pk}/"),
        )
        for problem in work.problems
    ]


def task_lines(work: OwnWork, at: Reckoning) -> list[OwnLine]:
    return [
        OwnLine(
            task.problem.text,
            task.problem.organisation.name,
            Words("责任领导{responsible}", responsible=task.responsible.name),
            _task_chip(task),
            existing(f"/office/tasks/{task.pk}/"),
            task.due_on,
            task_lateness(task.state, task.due_on, at) is not None,
        )
        for task in work.tasks
    ]


def _task_chip(task: "Task") -> Chip:
    if task.state == "open" and task.plan_state in PLAN_CHIPS:
        return PLAN_CHIPS[task.plan_state]
    return TASK_CHIPS[task.state]


def follow_up_lines(work: OwnWork) -> list[OwnLine]:
    return [
        OwnLine(
            one.requirement.text,
            one.organisation.name,
            "",
            Chip(Words("等回答"), "soon", "clock"),
            existing(PATHS[Duty.FOLLOW_UP].format(one.pk)),
        )
        for one in work.follow_ups
    ]


def letter_lines(letters: Sequence["FeedbackLetter"]) -> list[OwnLine]:
    """Letters that were given out, the newest first."""
    return [
        OwnLine(
            Words("{cycle}的反馈意见", cycle=letter.reporter.cycle.name),
            letter.reporter.organisation.name,
            Words("{say_day}发出", say_day=say_day(letter.issued_on))
            + (Words("，更正过，以这一封为准") if letter.sequence > 1 else ""),
            _letter_chip(letter),
            existing(f"/office/mine/letters/{letter.reporter_id}/"),
        )
        for letter in letters
    ]


def circular_lines(papers: Sequence["IssuedPaper"]) -> list[OwnLine]:
    """Circulars that were opened to her, the newest first."""
    return [
        OwnLine(
            paper.title,
            paper.cycle.name,
            "",
            Chip(Words("可以看了"), "ok", "check"),
            existing(f"/office/mine/circulars/{paper.pk}/"),
        )
        for paper in papers
    ]


def _letter_chip(letter: "FeedbackLetter") -> Chip:
    if getattr(letter, "opening", None) is None:
        return Chip(Words("还没有看"), "soon", "mail")
    if getattr(letter, "statement", None) is None:
        return Chip(Words("看过了，可以写本人意见"), "info", "edit")
    return Chip(Words("交过本人意见"), "ok", "check")


def existing(path: str) -> str:
    """The path, or nothing where no page stands there."""
    return path if leads_somewhere(path) else ""


def _duty_href(duty: OwnDuty, work: OwnWork) -> str:
    if duty.duty is Duty.REPORT:
        return _report_href(next(one for one in work.reports if one.reporter.pk == duty.subject_id))
    return existing(PATHS[duty.duty].format(duty.subject_id))


def _report_href(own: OwnReport) -> str:
    """An existing report by its own number; one that nobody has begun by its reporter's."""
    if own.report is not None:
        return existing(f"/office/reports/{own.report.pk}/")
    return existing(f"/office/reporters/{own.reporter.pk}/report/")


def _until(duty: OwnDuty, at: Reckoning) -> str:
    left = duty.days_left(at.day)
    if left is None or duty.due_on is None:
        return ""
    late = duty.late(at)
    if late is not None and duty.duty is Duty.REPORT:
        return Words("，已经迟了{value}天", value=late.days)
    if late is not None:
        return Words("，{late}", late=late_words(late))
    return {0: Words("，今天截止"), 1: Words("，明天截止")}.get(
        left, Words("，{say_day}截止", say_day=say_day(duty.due_on))
    )
