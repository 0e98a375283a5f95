"""The voter classes of one meeting as their page shows them: sizes, weights, what is too small, what overlaps."""

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

from pingyi.review.cycles.domain.merges import SizedClass, merge_proposal, small_classes, standing_size
from pingyi.review.cycles.domain.weights import sum_of, sum_words
from pingyi.review.cycles.models import ReviewMeeting, VoterClass, VoterListing
from pingyi.review.cycles.queries.classes import weight_of
from pingyi.review.cycles.queries.overlaps import Overlap, overlaps_of
from pingyi.review.cycles.queries.settings import settings_of


@dataclass(frozen=True)
class ClassLine:
    """One class. `listed` stand on its list, `votes` of them count here; `in_box` counts those merged in too."""

    row: VoterClass
    listed: int
    votes: int
    in_box: int
    weight: Fraction | None
    is_small: bool
    proposal: VoterClass | None
    targets: tuple[VoterClass, ...]

    @property
    def is_merged(self) -> bool:
        return self.row.merged_into_id is not None


@dataclass(frozen=True)
class ClassBoard:
    """All classes of a meeting, in order."""

    lines: tuple[ClassLine, ...]
    overlaps: tuple[Overlap, ...]
    threshold: int
    sum: Fraction
    sum_words: str

    @property
    def voters(self) -> int:
        return sum(line.votes for line in self.lines)

    @property
    def boxes(self) -> int:
        return sum(not line.is_merged for line in self.lines)

    @property
    def small(self) -> tuple[ClassLine, ...]:
        return tuple(line for line in self.lines if line.is_small)

    @property
    def merged(self) -> tuple[ClassLine, ...]:
        return tuple(line for line in self.lines if line.is_merged)

    @property
    def undecided(self) -> int:
        return sum(not overlap.is_decided for overlap in self.overlaps)


def class_board(meeting: ReviewMeeting) -> ClassBoard:
    """The board in a fixed number of queries."""
    rows = list(
        VoterClass.objects.filter(meeting=meeting)
        .select_related("merged_into", "merged_by")
        .order_by("order")
    )
    threshold = settings_of(meeting.cycle).threshold
    listings = list(VoterListing.objects.filter(meeting=meeting).values_list("voter_class_id", "counts_here"))
    listed = Counter(class_id for class_id, _ in listings)
    votes = Counter(class_id for class_id, counts in listings if counts)
    sized = [
        SizedClass(row.code, row.order, votes[row.pk], row.merged_into.code if row.merged_into else None)
        for row in rows
    ]
    small = {one.code for one in small_classes(sized, threshold)}
    by_code = {row.code: row for row in rows}
    weights = [weight_of(row) for row in rows]
    return ClassBoard(
        lines=tuple(
            ClassLine(
                row=row,
                listed=listed[row.pk],
                votes=votes[row.pk],
                in_box=standing_size(sized, row.code),
                weight=weight,
                is_small=row.code in small,
                proposal=by_code.get(merge_proposal(sized, row.code, threshold) or "")
                if row.code in small
                else None,
                targets=tuple(other for other in rows if other.pk != row.pk and other.merged_into_id is None),
            )
            for row, weight in zip(rows, weights, strict=True)
        ),
        overlaps=tuple(overlaps_of(meeting)),
        threshold=threshold,
        sum=sum_of(weights),
        sum_words=sum_words(weights) if rows else "",
    )
