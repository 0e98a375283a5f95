"""Satisfaction polls: which there are, how far they are, what they came to."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction

from django.db.models import Count, QuerySet

from pingyi.review.appraisal.domain.satisfaction import Withheld, percent_text
from pingyi.review.appraisal.models import SatisfactionResult
from pingyi.review.ballots.models import Voting
from pingyi.review.cycles.models import Cycle, Reporter, ReviewMeeting
from pingyi.review.meetings.models import Sitting


@dataclass(frozen=True)
class Poll:
    """A poll with its meeting; hall, voting and result as far as there are any."""

    row: Cycle
    meeting: ReviewMeeting
    polled: int

    @property
    def sitting(self) -> Sitting | None:
        return getattr(self.meeting, "sitting", None)

    @property
    def voting(self) -> Voting | None:
        return getattr(self.meeting, "voting", None)

    @property
    def result(self) -> SatisfactionResult | None:
        return getattr(self.row, "satisfaction", None)


@dataclass(frozen=True)
class SatisfactionLine:
    """What one organisation came to: `satisfied` of `valid`, as it was calculated once."""

    reporter: Reporter
    satisfied: int
    valid: int
    withheld: tuple[Withheld, ...]
    grades: tuple[int, int, int, int, int]

    @property
    def share(self) -> Fraction | None:
        return Fraction(self.satisfied, self.valid) if self.valid else None

    @property
    def share_text(self) -> str:
        """Rounded half up to a tenth of a percent."""
        return percent_text(self.satisfied, self.valid)


def polls_of(review: Cycle) -> list[Poll]:
    """The polls on the rectification of this review, the newest first. Two queries."""
    return _polls(Cycle.objects.filter(polled=review).order_by("-pk"))


def poll_of(row: Cycle) -> Poll:
    """One poll. Two queries."""
    return _polls(Cycle.objects.filter(pk=row.pk))[0]


def newest_result(review: Cycle) -> SatisfactionResult | None:
    """The result of the newest poll that was calculated."""
    rows = SatisfactionResult.objects.filter(poll__polled=review).select_related("poll")
    found: SatisfactionResult | None = rows.order_by("-poll").first()
    return found


def lines_of(result: SatisfactionResult) -> list[SatisfactionLine]:
    """The rows in the order of the ballot. One query."""
    reporters = {
        str(row.pk): row
        for row in Reporter.objects.filter(cycle=result.poll_id).select_related("organisation", "person")
    }
    classes = {row["id"]: row["classes"].values() for row in result.input["rows"]}
    return [
        SatisfactionLine(
            reporter=reporters[row["id"]],
            satisfied=row["satisfied"],
            valid=row["valid"],
            withheld=tuple(Withheld(reason) for reason in row["withheld"]),
            grades=_added(classes[row["id"]]),
        )
        for row in result.output["rows"]
    ]


def _polls(rows: QuerySet[Cycle]) -> list[Poll]:
    found = list(rows.select_related("convenor", "polled", "frozen_by", "satisfaction__made_by"))
    meetings = {
        meeting.cycle_id: meeting
        for meeting in ReviewMeeting.objects.filter(cycle__in=found)
        .select_related("chair__organisation", "voting", "sitting")
        .annotate(polled=Count("reporters"))
    }
    return [Poll(row, meetings[row.pk], meetings[row.pk].polled) for row in found]


def _added(classes: Collection[Mapping[str, int]]) -> tuple[int, int, int, int, int]:
    """Counts of all classes, in the order in which bars are drawn."""
    good, fairly_good, average, poor, unknown = (
        sum(one[grade] for one in classes) for grade in ("good", "fairly_good", "average", "poor", "unknown")
    )
    return good, fairly_good, average, poor, unknown
