"""One report as it stands: its sections, the answers it owes, and how far it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.review.cycles.domain.setting_values import settings_from
from pingyi.review.cycles.domain.settings import Breach, Counting, ReviewSettings
from pingyi.review.cycles.models import Reporter
from pingyi.review.cycles.queries.reviews import reviews
from pingyi.review.cycles.queries.settings import stored_values
from pingyi.review.dutyreports.domain.completeness import (
    Content,
    Fault,
    Limits,
    WrittenAnswer,
    WrittenSection,
    faults_of,
)
from pingyi.review.dutyreports.domain.outline import PlannedSection
from pingyi.review.dutyreports.domain.tasks import TaskCount
from pingyi.review.dutyreports.models import DutyReport, ProblemAnswer, ReportSection
from pingyi.review.dutyreports.queries.outlines import group_of_organisation, outline_from
from pingyi.review.rectification.models import ProblemItem
from pingyi.review.rectification.phrases import PROBLEM_STATES
from pingyi.review.rectification.queries import open_problems_before


@dataclass(frozen=True)
class AnswerLine:
    """A problem of earlier years beside its answer. `is_listed`: the report has a row for it already.

    `tasks` and `history` are told by `with_past` only.
    """

    problem: ProblemItem
    text: str
    is_open: bool
    is_listed: bool
    tasks: TaskCount = field(default_factory=TaskCount)
    # What happened to the same fault of this unit before; nothing where it is the first time.
    history: str = ""

    @property
    def name(self) -> str:
        return Words("{year}年度第{number}个问题", year=self.problem.cycle.year, number=self.problem.number)

    @property
    def state_words(self) -> str:
        """How the problem really stands, in words."""
        return PROBLEM_STATES[self.problem.state]


@dataclass(frozen=True)
class Reading:
    """All that a page or a rule wants to know about one report."""

    report: DutyReport
    sections: tuple[ReportSection, ...]
    answers: tuple[AnswerLine, ...]
    settings: ReviewSettings
    # The sections of the outline by code: guidance and limit of what was laid out from them.
    outline: Mapping[str, PlannedSection] = field(default_factory=dict)

    @cached_property
    def content(self) -> Content:
        return content_of(self.sections, self.answers, self.settings.report_counting, self.outline)

    @cached_property
    def limits(self) -> Limits:
        return limits_of(self.settings)

    @cached_property
    def faults(self) -> list[Fault]:
        return faults_of(self.content, self.limits)


def find_report(report_id: int) -> DutyReport:
    """A report with its reporter, cycle and the people who handled it."""
    report: DutyReport | None = (
        DutyReport.objects.select_related(
            "reporter__organisation",
            "reporter__person",
            "reporter__meeting",
            "reporter__cycle",
            "saved_by",
            "submitted_by",
            "decided_by",
        )
        .filter(pk=report_id)
        .first()
    )
    if report is None:
        raise Missing(Words("没有这份述职报告。请回到上一页，从列表里打开。"), code="report.missing")
    return report


def find_reporter(reporter_id: int) -> Reporter:
    """The one who reports, with the report where one was begun."""
    reporter: Reporter | None = (
        Reporter.objects.select_related("organisation", "person", "meeting", "cycle", "report")
        .filter(pk=reporter_id, cycle__in=reviews())
        .first()
    )
    if reporter is None:
        raise Missing(Words("名册上没有这一位，可能已经撤下。请回到上一页。"), code="reporter.missing")
    return reporter


def read_report(report: DutyReport) -> Reading:
    """The report with its sections, answers and the settings that it is held to. Five queries."""
    stored = stored_values(report.reporter.cycle)
    outline = outline_from(stored, group_of_organisation(report.reporter.organisation))
    return Reading(
        report,
        tuple(sections_of(report)),
        tuple(answers_of(report)),
        settings_from(stored),
        {section.code: section for section in outline},
    )


def sections_of(report: DutyReport) -> list[ReportSection]:
    return list(ReportSection.objects.filter(report=report).order_by("sequence"))


def answers_of(report: DutyReport) -> list[AnswerLine]:
    """Every problem that is open now, answered or not, and those settled meanwhile that were answered. Two queries.

    What became open after the report was begun is among them: no open problem escapes.
    """
    reporter = report.reporter
    rows = {
        row.problem_id: row
        for row in ProblemAnswer.objects.filter(report=report).select_related("problem__cycle")
    }
    open_problems = {
        problem.pk: problem for problem in open_problems_before(reporter.cycle, reporter.organisation)
    }
    settled = [row.problem for row in rows.values() if row.problem_id not in open_problems and row.text]
    problems = sorted([*open_problems.values(), *settled], key=lambda one: (one.cycle.year, one.number))
    return [
        AnswerLine(
            problem,
            rows[problem.pk].text if problem.pk in rows else "",
            is_open=problem.pk in open_problems,
            is_listed=problem.pk in rows,
        )
        for problem in problems
    ]


def content_of(
    sections: tuple[ReportSection, ...],
    answers: tuple[AnswerLine, ...],
    counting: Counting = Counting.SIGNS,
    outline: Mapping[str, PlannedSection] | None = None,
) -> Content:
    """The text as the rules take it; limits of sections come from the outline."""
    limits = {code: section.max_chars for code, section in (outline or {}).items()}
    return Content(
        tuple(
            WrittenSection(one.sequence, one.heading, one.part, one.text, counting, limits.get(one.code))
            for one in sections
        ),
        tuple(WrittenAnswer(line.problem.pk, line.is_open, line.text, counting) for line in answers),
    )


def limits_of(settings: ReviewSettings) -> Limits:
    return Limits(
        settings.report_max_chars,
        settings.report_min_problem_share,
        settings.must_answer_last_year,
        refuses_length=settings.report_over_length == Breach.REFUSE,
        refuses_share=settings.report_low_share == Breach.REFUSE,
    )
