"""What the claims of reports come to, held against the facts that the caller brings."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import lru_cache

from pingyi.core.words import Words
from pingyi.organisations.domain.facts import Better, Fact, Measure, Span
from pingyi.review.cycles.models import Cycle
from pingyi.review.dutyreports.domain.outline import SectionPart
from pingyi.review.dutyreports.models import DutyReport, ProblemAnswer, ReportSection
from pingyi.review.dutyreports.queries import Reading
from pingyi.review.evidence.domain.claims import Passage, ReportText, claims_of
from pingyi.review.evidence.domain.verdict import CheckedClaim, ground_of, judged
from pingyi.review.evidence.domain.vocabulary import Subject, Vocabulary
from pingyi.review.rectification.models import ProblemItem
from pingyi.review.rectification.phrases import PROBLEM_STATES

SECTION, ANSWER = "section", "answer"


def checked_claims(
    report: ReportText, facts: Iterable[Fact], measures: Mapping[str, Measure]
) -> tuple[CheckedClaim, ...]:
    """Every claim of the report with its verdict, in the order of the text. Facts of other organisations are passed
    over, so that one call of the sources serves all reports of a review. No query.
    """
    known = {**measures, **{fact.measure: _OWN for fact in report.facts}}
    ground = ground_of(report.organisation_id, [*facts, *report.facts], known)
    return tuple(judged(claim, ground) for claim in claims_of(report, _vocabulary(tuple(measures.values()))))


def year_of_report(cycle: Cycle, day: date) -> Span:
    """The days that the report speaks of: the year of its review, up to this day."""
    first, last = date(cycle.year, 1, 1), date(cycle.year, 12, 31)
    return Span(first, max(first, min(day, last)))


def text_of_reading(reading: Reading) -> ReportText:
    """The text of one report that was read already. No query."""
    reporter = reading.report.reporter
    answers = [(line.problem, line.text) for line in reading.answers]
    return _text(reporter.organisation_id, reporter.cycle.year, answers, reading.sections)


def report_texts(reports: Collection[DutyReport]) -> dict[int, ReportText]:
    """The texts of many reports, by report; each comes with its reporter and cycle. Two queries."""
    sections: dict[int, list[ReportSection]] = defaultdict(list)
    for section in ReportSection.objects.filter(report__in=reports).order_by("report", "sequence"):
        sections[section.report_id].append(section)
    answers: dict[int, list[tuple[ProblemItem, str]]] = defaultdict(list)
    rows = ProblemAnswer.objects.filter(report__in=reports).select_related("problem__cycle")
    for row in rows.order_by("problem__cycle__year", "problem__number"):
        answers[row.report_id].append((row.problem, row.text))
    return {
        report.pk: _text(
            report.reporter.organisation_id,
            report.reporter.cycle.year,
            answers[report.pk],
            sections[report.pk],
        )
        for report in reports
    }


def _text(
    organisation_id: int,
    year: int,
    answers: Iterable[tuple[ProblemItem, str]],
    sections: Iterable[ReportSection],
) -> ReportText:
    passages, facts = [], []
    for problem, text in answers:
        fact = _standing(problem, organisation_id, year)
        facts.append(fact)
        passages.append(Passage(f"{ANSWER}-{problem.pk}", text, Subject((fact.measure,))))
    passages += [
        Passage(f"{SECTION}-{section.sequence}", section.text)
        for section in sections
        if section.part != SectionPart.PLANS
    ]
    return ReportText(organisation_id, year, tuple(passages), tuple(facts))


_OWN = Measure("problem", Words("这个问题销号"), Words("个"), Better.MORE)


def _standing(problem: ProblemItem, organisation_id: int, year: int) -> Fact:
    """Whether the problem that is answered is struck off, as one of one."""
    source = Words(
        "整改台账：{year}年度第{number}个问题，{state}",
        year=problem.cycle.year,
        number=problem.number,
        state=PROBLEM_STATES[problem.state],
    )
    is_closed = problem.state == ProblemItem.State.CLOSED
    span = Span(date(year, 1, 1), date(year, 12, 31))
    return Fact(span, organisation_id, f"problem.{problem.pk}.closed", int(is_closed), source, out_of=1)


@lru_cache(maxsize=4)
def _vocabulary(measures: tuple[Measure, ...]) -> Vocabulary:
    return Vocabulary(measures)
