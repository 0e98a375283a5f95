"""The daily assessment of a whole review: one line for each secretary, and the one next step."""

from collections import Counter
from dataclasses import dataclass

from pingyi.review.appraisal.queries.marks import needed_parts
from pingyi.review.cycles.models import Cycle, Reporter
from pingyi.review.cycles.queries import settings_of
from pingyi.review.cycles.queries.reporters import voted_on
from pingyi.review.daily.domain.arithmetic import rounded
from pingyi.review.daily.domain.assessment import AssessmentState
from pingyi.review.daily.models import IndicatorSet, SelfAssessment
from pingyi.review.daily.queries.scores import DailyMark, ScoreReading, daily_marks, latest_scores
from pingyi.review.daily.queries.sets import SetReading, chosen_sets, read_sets


@dataclass(frozen=True)
class BoardRow:
    """One secretary: her set, how far her self-assessment is, the newest score, and the mark of the review."""

    reporter: Reporter
    reading: SetReading | None
    states: Counter[str]
    score: ScoreReading | None
    mark: DailyMark
    decimals: int

    @property
    def wanted(self) -> int:
        """How many self-assessments her set asks for."""
        return len(self.reading.claimed) if self.reading else 0

    @property
    def checked(self) -> int:
        return self.states[AssessmentState.CHECKED]

    @property
    def waiting(self) -> int:
        return self.states[AssessmentState.SUBMITTED]

    @property
    def is_handed(self) -> bool:
        """Whether the newest score is the mark of the review."""
        exact = self.score.score if self.score else None
        return exact is not None and self.mark.mark == rounded(exact, self.decimals) == self.mark.handed


@dataclass(frozen=True)
class Board:
    """`has_weight`: the rules of the review give the daily part weight. `kinds` are those on the roster."""

    rows: tuple[BoardRow, ...]
    chosen: dict[str, IndicatorSet]
    has_weight: bool
    decimals: int

    @property
    def kinds(self) -> list[str]:
        return list(dict.fromkeys(row.reporter.organisation.kind for row in self.rows))

    @property
    def missing_kinds(self) -> list[str]:
        return [kind for kind in self.kinds if kind not in self.chosen]

    @property
    def waiting(self) -> int:
        return sum(row.waiting for row in self.rows)

    @property
    def scored(self) -> int:
        return sum(row.score is not None and row.score.score is not None for row in self.rows)

    @property
    def thin(self) -> int:
        """How many scores stand on less than half of the points."""
        return sum(row.score is not None and row.score.sheet.is_thin for row in self.rows)

    @property
    def newest(self) -> ScoreReading | None:
        """The calculation that was made last."""
        return max(
            (row.score for row in self.rows if row.score), key=lambda one: one.row.made_at, default=None
        )

    @property
    def handed(self) -> int:
        return sum(row.is_handed for row in self.rows)


def board_of(cycle: Cycle) -> Board:
    """Eight queries, however many are on the roster."""
    reporters, chosen, settings = voted_on(cycle), chosen_sets(cycle), settings_of(cycle)
    readings = {
        one.indicator_set.pk: one for one in read_sets(list({s.pk: s for s in chosen.values()}.values()))
    }
    states: dict[int, Counter[str]] = {}
    for reporter_id, indicator_set_id, state in SelfAssessment.objects.filter(
        reporter__cycle=cycle
    ).values_list("reporter_id", "indicator__indicator_set_id", "state"):
        if indicator_set_id in readings:
            states.setdefault(reporter_id, Counter())[state] += 1
    scores, marks, decimals = latest_scores(reporters), daily_marks(cycle), settings.display_decimals
    nothing = DailyMark(None, None, None)
    rows = tuple(
        BoardRow(
            one,
            readings[chosen[one.organisation.kind].pk] if one.organisation.kind in chosen else None,
            states.get(one.pk, Counter()),
            scores.get(one.pk),
            marks.get(one.pk, nothing),
            decimals,
        )
        for one in reporters
    )
    return Board(rows, chosen, "daily" in needed_parts(settings), decimals)
