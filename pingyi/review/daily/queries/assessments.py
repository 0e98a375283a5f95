"""Self-assessments as they are read: of one secretary, of a whole review, by number."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

from django.db.models import QuerySet

from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.review.cycles.models import Cycle, Reporter
from pingyi.review.daily.domain.arithmetic import Checked
from pingyi.review.daily.domain.assessment import OPEN, AssessmentState
from pingyi.review.daily.models import DailyIndicator, SelfAssessment, SelfEvidence

NO_ROW = Words("没有这一条指标。请回到“我的日常考核”。")


@dataclass(frozen=True)
class Assessment:
    """One self-assessment with its evidence. `asked` and `found` are exact."""

    row: SelfAssessment
    evidence: tuple[SelfEvidence, ...]

    @property
    def asked(self) -> Fraction:
        return Fraction(self.row.asked_numerator, self.row.asked_denominator)

    @property
    def found(self) -> Fraction | None:
        if self.row.found_numerator is None or self.row.found_denominator is None:
            return None
        return Fraction(self.row.found_numerator, self.row.found_denominator)

    @property
    def is_open(self) -> bool:
        return self.row.state in OPEN

    @property
    def checked(self) -> Checked | None:
        return None if self.found is None else Checked(self.asked, self.found, self.row.check_reason)


def assessments_of(reporters: Collection[Reporter]) -> dict[int, dict[int, Assessment]]:
    """By reporter and indicator, with evidence. Two queries."""
    found = list(_rows().filter(reporter__in=reporters))
    evidence: dict[int, list[SelfEvidence]] = defaultdict(list)
    rows = SelfEvidence.objects.filter(assessment__reporter__in=reporters).select_related("file")
    for one in rows.order_by("happened_on", "pk"):
        evidence[one.assessment_id].append(one)
    known: dict[int, dict[int, Assessment]] = defaultdict(dict)
    for row in found:
        known[row.reporter_id][row.indicator_id] = Assessment(row, tuple(evidence[row.pk]))
    return known


def waiting_for_check(cycle: Cycle) -> list[Assessment]:
    """What was handed in and not judged yet, the longest waiting first. Two queries."""
    rows = _rows().filter(reporter__cycle=cycle, state=AssessmentState.SUBMITTED)
    found = list(rows.select_related("reporter__person", "reporter__cycle").order_by("submitted_at", "pk"))
    evidence: dict[int, list[SelfEvidence]] = defaultdict(list)
    files = SelfEvidence.objects.filter(assessment__in=found).select_related("file")
    for one in files.order_by("happened_on", "pk"):
        evidence[one.assessment_id].append(one)
    return [Assessment(row, tuple(evidence[row.pk])) for row in found]


def find_assessment(assessment_id: int) -> SelfAssessment:
    found = _rows().select_related("reporter__cycle", "reporter__person").filter(pk=assessment_id).first()
    if found is None:
        raise Missing(Words("没有这份自评，可能已经撤掉。"), code="self_assessment.missing")
    return found


def find_evidence(evidence_id: int) -> SelfEvidence:
    found: SelfEvidence | None = (
        SelfEvidence.objects.filter(pk=evidence_id)
        .select_related("file", "assessment__reporter__cycle", "assessment__indicator")
        .first()
    )
    if found is None:
        raise Missing(Words("这份佐证已经不在了。"), code="self_evidence.missing")
    return found


def find_indicator(indicator_id: int) -> DailyIndicator:
    found: DailyIndicator | None = (
        DailyIndicator.objects.filter(pk=indicator_id).select_related("indicator_set").first()
    )
    if found is None:
        raise Missing(NO_ROW, code="daily_indicator.missing")
    return found


def _rows() -> QuerySet[SelfAssessment]:
    rows: QuerySet[SelfAssessment] = SelfAssessment.objects.select_related(
        "indicator", "reporter__organisation", "submitted_by", "checked_by"
    )
    return rows
