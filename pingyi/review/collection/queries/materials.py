"""Everything about the reporters of one meeting at once. Eight queries, however many there are."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from pingyi.core.clock import today
from pingyi.core.words import Words
from pingyi.review.collection.domain.materials import Material, Materials, PastProblem, Section
from pingyi.review.cycles.domain.settings import Counting
from pingyi.review.cycles.models import Reporter, ReviewMeeting
from pingyi.review.cycles.queries import reporters_of, settings_of
from pingyi.review.dutyreports.domain.length import count_characters
from pingyi.review.dutyreports.domain.outline import SectionPart
from pingyi.review.dutyreports.domain.states import ReportState, is_handed_in
from pingyi.review.dutyreports.models import DutyReport, ProblemAnswer, ReportSection
from pingyi.review.meetings.domain.agenda import ItemKind
from pingyi.review.meetings.models import AgendaItem
from pingyi.review.rectification.models import ProblemItem, Task
from pingyi.review.rectification.phrases import PROBLEM_STATES
from pingyi.review.rectification.queries.carried import SETTLED
from pingyi.review.rectification.queries.known import known_problems

STATES = {
    "": Words("还没有开始写"),
    ReportState.DRAFT: Words("在写，还没有交"),
    ReportState.RETURNED: Words("退回修改，还没有重交"),
}


def materials_of(meeting: ReviewMeeting) -> Materials:
    """The reporters in the order in which they speak, then the written ones, each with report and past problems."""
    reporters = _in_agenda_order(meeting, reporters_of(meeting))
    counting = settings_of(meeting.cycle).report_counting
    reports = {row.reporter_id: row for row in DutyReport.objects.filter(reporter__meeting=meeting)}
    handed_in = [row.pk for row in reports.values() if is_handed_in(row.state)]
    sections = _grouped(ReportSection.objects.filter(report__in=handed_in).order_by("sequence"), "report_id")
    answers = {
        (row.report_id, row.problem_id): row.text
        for row in ProblemAnswer.objects.filter(report__in=handed_in)
    }
    problems = _past_problems(meeting, [row.organisation_id for row in reporters])
    tasks = _tasks(problems)
    places: defaultdict[str, int] = defaultdict(int)
    items = []
    for reporter in reporters:
        places[reporter.mode] += 1
        report = reports.get(reporter.pk)
        written = sections[report.pk] if report else []
        past = [
            _problem(row, tasks[row.pk], answers.get((report.pk if report else 0, row.pk), ""))
            for row in problems[reporter.organisation_id]
        ]
        items.append(_material(reporter, report, places[reporter.mode], written, past, counting))
    return Materials(
        convenor=meeting.cycle.convenor.name,
        review=meeting.cycle.name,
        meeting=meeting.name,
        held_on=today(meeting.held_at),
        items=tuple(items),
    )


def _in_agenda_order(meeting: ReviewMeeting, reporters: list[Reporter]) -> list[Reporter]:
    """By the agenda of the hall where it is open, else by the plan. Who reports in writing comes after them."""
    on_agenda = AgendaItem.objects.filter(sitting__meeting=meeting, kind=ItemKind.REPORT)
    spoken = dict(on_agenda.values_list("reporter_id", "sequence"))
    late = len(reporters) + max(spoken.values(), default=0)
    return sorted(
        reporters,
        key=lambda row: (row.mode != Reporter.Mode.ON_SITE, spoken.get(row.pk, late), row.order),
    )


def _material(
    reporter: Reporter,
    report: DutyReport | None,
    place: int,
    sections: list[ReportSection],
    past: list[PastProblem],
    counting: Counting,
) -> Material:
    is_in = report is not None and is_handed_in(report.state)
    lengths = [(row.part, count_characters(row.text, counting)) for row in sections]
    answered = sum(count_characters(problem.answer, counting) for problem in past)
    return Material(
        reporter_id=reporter.pk,
        organisation=reporter.organisation.name,
        person=reporter.person.name,
        post=reporter.title_text,
        is_on_site=reporter.mode == Reporter.Mode.ON_SITE,
        place=place,
        is_in=is_in,
        state="" if is_in else STATES[report.state if report else ""],
        sections=tuple(Section(row.heading, row.text) for row in sections),
        problems=tuple(past),
        length=sum(length for _, length in lengths) + answered,
        problem_length=sum(length for part, length in lengths if part == SectionPart.PROBLEMS),
    )


def _past_problems(
    meeting: ReviewMeeting, organisation_ids: Iterable[int]
) -> defaultdict[int, list[ProblemItem]]:
    """By organisation: all of the year before, of older years those that are still open. Withdrawn ones are none."""
    cycle = meeting.cycle
    rows = (
        ProblemItem.objects.filter(
            known_problems(),
            cycle__convenor=cycle.convenor_id,
            cycle__year__lt=cycle.year,
            organisation__in=organisation_ids,
        )
        .exclude(state=ProblemItem.State.WITHDRAWN)
        .select_related("cycle")
        .order_by("cycle__year", "number")
    )
    found = list(rows)
    newest = max((row.cycle.year for row in found), default=0)
    return _grouped(
        (row for row in found if row.cycle.year == newest or row.state not in SETTLED), "organisation_id"
    )


def _tasks(problems: Mapping[int, list[ProblemItem]]) -> defaultdict[int, list[str]]:
    """The states of the tasks, by problem."""
    ids = [row.pk for rows in problems.values() for row in rows]
    found: defaultdict[int, list[str]] = defaultdict(list)
    for problem_id, state in Task.objects.filter(problem__in=ids).values_list("problem_id", "state"):
        found[problem_id].append(state)
    return found


def _problem(row: ProblemItem, tasks: list[str], answer: str) -> PastProblem:
    return PastProblem(
        name=Words("{year}年度第{number}个问题", year=row.cycle.year, number=row.number),
        text=row.text,
        state=PROBLEM_STATES[row.state],
        is_settled=row.state in SETTLED,
        tasks=len(tasks),
        closed_tasks=sum(state == Task.State.CLOSED for state in tasks),
        answer=answer,
    )


def _grouped(rows: Iterable[Any], by: str) -> defaultdict[int, list[Any]]:
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, by)].append(row)
    return found
