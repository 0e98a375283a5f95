"""The plan in a few lines, to be read before it is frozen."""

from collections import Counter
from dataclasses import dataclass

from pingyi.core.words import Words
from pingyi.review.cycles.domain.decimals import share_text
from pingyi.review.cycles.models import Cycle, Reporter, ReviewMeeting, VoterClass, VoterListing
from pingyi.review.cycles.queries.classes import weight_of
from pingyi.review.cycles.queries.meetings import meetings_of


@dataclass(frozen=True)
class ClassSummary:
    """A class with the number of people who vote in it by their own list."""

    row: VoterClass
    votes: int
    weight_text: str


@dataclass(frozen=True)
class MeetingSummary:
    """A meeting with how many report how, and its classes."""

    meeting: ReviewMeeting
    on_site: int
    written: int
    voted_on: int
    classes: tuple[ClassSummary, ...]

    @property
    def reporters(self) -> int:
        return self.on_site + self.written

    @property
    def voters(self) -> int:
        return sum(one.votes for one in self.classes)


def plan_summary(cycle: Cycle) -> list[MeetingSummary]:
    """The meetings in order. Four queries."""
    reporters = list(Reporter.objects.filter(cycle=cycle).values_list("meeting_id", "mode", "is_voted_on"))
    classes = list(
        VoterClass.objects.filter(meeting__cycle=cycle).select_related("merged_into").order_by("order")
    )
    votes = Counter(
        VoterListing.objects.filter(meeting__cycle=cycle, counts_here=True).values_list(
            "voter_class_id", flat=True
        )
    )
    return [
        MeetingSummary(
            meeting=meeting,
            on_site=sum(pk == meeting.pk and mode == Reporter.Mode.ON_SITE for pk, mode, _ in reporters),
            written=sum(pk == meeting.pk and mode == Reporter.Mode.WRITTEN for pk, mode, _ in reporters),
            voted_on=sum(pk == meeting.pk and is_voted_on for pk, _, is_voted_on in reporters),
            classes=tuple(
                ClassSummary(row, votes[row.pk], _weight_words(row))
                for row in classes
                if row.meeting_id == meeting.pk
            ),
        )
        for meeting in meetings_of(cycle)
    ]


def _weight_words(row: VoterClass) -> str:
    weight = weight_of(row)
    return Words("没有设") if weight is None else share_text(weight)
