"""The duty reports of a review and of the one before, as far as cards look at them."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime

from pingyi.review.cards.domain.case import ReportFacts
from pingyi.review.cards.domain.own_problems import named_points
from pingyi.review.cards.phrases import REPORT_STATES
from pingyi.review.cycles.domain.settings import ReviewSettings
from pingyi.review.cycles.models import Cycle, Reporter
from pingyi.review.dutyreports.domain.lateness import days_late
from pingyi.review.dutyreports.domain.length import count_characters
from pingyi.review.dutyreports.domain.outline import SectionPart
from pingyi.review.dutyreports.domain.states import is_handed_in
from pingyi.review.dutyreports.models import DutyReport, ProblemAnswer, ReportSection
from pingyi.review.rectification.models import ProblemItem

_Key = tuple[int, int]  # organisation, year


@dataclass
class WrittenReport:
    """One report with its texts; `facts` is what the card says of it."""

    row: DutyReport | None
    facts: ReportFacts
    sections: list[ReportSection] = field(default_factory=list)


def reports_of(
    cycle: Cycle, reporters: Collection[Reporter], settings: ReviewSettings, now: datetime
) -> dict[int, WrittenReport]:
    """By organisation. Four queries, however many there are."""
    ids = [row.organisation_id for row in reporters]
    rows = {
        (row.reporter.organisation_id, row.reporter.cycle.year): row
        for row in DutyReport.objects.filter(
            reporter__organisation__in=ids,
            reporter__cycle__convenor=cycle.convenor_id,
            reporter__cycle__year__in=(cycle.year, cycle.year - 1),
            reporter__cycle__polled__isnull=True,
        ).select_related("reporter__cycle")
    }
    handed_in = [row.pk for row in rows.values() if is_handed_in(row.state)]
    sections: defaultdict[int, list[ReportSection]] = defaultdict(list)
    for section in ReportSection.objects.filter(report__in=handed_in).order_by("sequence"):
        sections[section.report_id].append(section)
    answers: defaultdict[int, list[str]] = defaultdict(list)
    for report_id, text in ProblemAnswer.objects.filter(report__in=handed_in).values_list(
        "report_id", "text"
    ):
        answers[report_id].append(text)
    found_themselves = _self_found(cycle, ids)
    reports = {}
    for organisation_id in ids:
        key = (organisation_id, cycle.year)
        row = rows.get(key)
        written = sections[row.pk] if row else []
        facts = _facts(cycle, row, written, answers[row.pk] if row else [], settings, now)
        own = _own(found_themselves[key], written)
        before_key = (organisation_id, cycle.year - 1)
        before = rows.get(before_key)
        own_before = None if before is None else _own(found_themselves[before_key], sections[before.pk])
        reports[organisation_id] = WrittenReport(row, _with_own(facts, own, own_before), written)
    return reports


def _facts(
    cycle: Cycle,
    row: DutyReport | None,
    sections: list[ReportSection],
    answers: list[str],
    settings: ReviewSettings,
    now: datetime,
) -> ReportFacts:
    is_in = row is not None and is_handed_in(row.state)
    if row is None or not is_in:
        return ReportFacts(state=REPORT_STATES[row.state if row else ""])
    counting = settings.report_counting
    lengths = [(one.part, count_characters(one.text, counting)) for one in sections]
    return ReportFacts(
        is_in=True,
        length=sum(length for _, length in lengths) + sum(count_characters(one, counting) for one in answers),
        limit=settings.report_max_chars,
        problem_length=sum(length for part, length in lengths if part == SectionPart.PROBLEMS),
        least_share=settings.report_min_problem_share,
        days_late=days_late(first_submitted_at=row.first_submitted_at, due_at=cycle.reports_due_at, now=now),
        times_returned=max(0, row.rounds - 1),
    )


def _with_own(facts: ReportFacts, own: tuple[str, ...], own_before: tuple[str, ...] | None) -> ReportFacts:
    return replace(facts, own=own, own_before=own_before)


def _own(listed: list[str], sections: list[ReportSection]) -> tuple[str, ...]:
    """What it put on the list of problems itself, then the points of its report."""
    points = [
        point for one in sections if one.part == SectionPart.PROBLEMS for point in named_points(one.text)
    ]
    return tuple(dict.fromkeys([*listed, *points]))


def _self_found(cycle: Cycle, organisation_ids: Collection[int]) -> defaultdict[_Key, list[str]]:
    """One query."""
    found: defaultdict[_Key, list[str]] = defaultdict(list)
    rows = ProblemItem.objects.filter(
        source=ProblemItem.Source.SELF_FOUND,
        organisation__in=organisation_ids,
        cycle__convenor=cycle.convenor_id,
        cycle__year__in=(cycle.year, cycle.year - 1),
    ).order_by("number")
    for organisation_id, year, text in rows.values_list("organisation_id", "cycle__year", "text"):
        found[organisation_id, year].append(text.rstrip("。"))
    return found


def report_in(reporter: Reporter) -> DutyReport | None:
    """The report of this reporter, once it is handed in. One query."""
    report: DutyReport | None = DutyReport.objects.filter(reporter=reporter).first()
    return report if report is not None and is_handed_in(report.state) else None
