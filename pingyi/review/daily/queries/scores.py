"""Calculations that were kept, and which of them is the mark of the review."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from pingyi.review.appraisal.queries.marks import Marks, marks_of
from pingyi.review.cycles.models import Cycle, Reporter
from pingyi.review.daily.domain.arithmetic import Sheet
from pingyi.review.daily.domain.kept import kept_sheet
from pingyi.review.daily.models import DailyScore, HandedOver


@dataclass(frozen=True)
class ScoreReading:
    """A kept calculation: `score` exact, `sheet` the arithmetic as it was."""

    row: DailyScore
    sheet: Sheet

    @property
    def score(self) -> Fraction | None:
        if self.row.score_numerator is None or self.row.score_denominator is None:
            return None
        return Fraction(self.row.score_numerator, self.row.score_denominator)


@dataclass(frozen=True)
class DailyMark:
    """Where the daily mark of one secretary comes from.

    `mark` stands in the review; `handed` is what was handed over last, by the calculation `score_id`.
    """

    mark: Fraction | None
    handed: Fraction | None
    score_id: int | None

    @property
    def is_handed(self) -> bool:
        """The mark is the one that was calculated."""
        return self.mark is not None and self.mark == self.handed

    @property
    def is_typed(self) -> bool:
        """Somebody typed another mark, or typed one where nothing was calculated."""
        return self.mark is not None and self.mark != self.handed


def latest_scores(reporters: Collection[Reporter]) -> dict[int, ScoreReading]:
    """The newest calculation of each. One query."""
    return _newest(DailyScore.objects.filter(reporter__in=reporters))


def scores_of(reporter: Reporter) -> list[ScoreReading]:
    """All calculations of one, the newest first. One query."""
    rows = DailyScore.objects.filter(reporter=reporter).select_related("indicator_set", "made_by")
    return [ScoreReading(row, kept_sheet(row.lines)) for row in rows.order_by("-sequence")]


def daily_marks(cycle: Cycle, marks: Mapping[int, Marks] | None = None) -> dict[int, DailyMark]:
    """By reporter: the daily mark of the review and where it comes from. Two queries, one if the marks are known."""
    marks = marks_of(cycle) if marks is None else marks
    rows = HandedOver.objects.filter(score__reporter__cycle=cycle).select_related("score").order_by("pk")
    handed = {
        row.score.reporter_id: (Fraction(row.mark_numerator, row.mark_denominator), row.score_id)
        for row in rows
    }
    return {
        pk: DailyMark(marks.get(pk, Marks()).daily, *handed.get(pk, (None, None))) for pk in {*marks, *handed}
    }


def _newest(rows: Iterable[DailyScore]) -> dict[int, ScoreReading]:
    newest: dict[int, DailyScore] = {}
    for row in rows:
        before = newest.get(row.reporter_id)
        if before is None or before.sequence < row.sequence:
            newest[row.reporter_id] = row
    return {pk: ScoreReading(row, kept_sheet(row.lines)) for pk, row in newest.items()}
