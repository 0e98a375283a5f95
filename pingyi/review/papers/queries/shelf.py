"""All papers of a review on one page: what each is, whether somebody wrote on it, what went out."""

from dataclasses import dataclass

from pingyi.review.cycles.models import Cycle, ReviewMeeting
from pingyi.review.cycles.queries.meetings import meetings_of
from pingyi.review.papers.domain.kinds import OF_MEETING, Kind
from pingyi.review.papers.models import IssuedPaper, PaperDraft
from pingyi.review.papers.phrases import KIND_WORDS
from pingyi.review.papers.queries.issued import issued_of


@dataclass(frozen=True)
class PaperLine:
    """One paper. `issued` is the newest that went out and is not void."""

    kind: Kind
    word: str
    meeting: ReviewMeeting | None
    draft: PaperDraft | None
    issued: IssuedPaper | None

    @property
    def meeting_number(self) -> int:
        """The meeting's number in addresses; 0 for a paper of the whole review."""
        return self.meeting.pk if self.meeting else 0


def paper_lines(cycle: Cycle) -> list[PaperLine]:
    """Plan, then notice, agenda and script of each meeting, then the report upward and the circular. Three queries."""
    drafts = {
        (row.kind, row.meeting_id): row
        for row in PaperDraft.objects.filter(cycle=cycle).select_related("saved_by")
    }
    issued: dict[tuple[str, int | None], IssuedPaper] = {}
    for row in issued_of(cycle):
        if getattr(row, "voiding", None) is None:
            issued.setdefault((row.kind, row.meeting_id), row)
    meetings = meetings_of(cycle)
    targets: list[tuple[Kind, ReviewMeeting | None]] = [(Kind.PLAN, None)]
    targets += [(kind, meeting) for meeting in meetings for kind in Kind if kind in OF_MEETING]
    targets += [(Kind.REPORT, None), (Kind.CIRCULAR, None)]
    return [
        PaperLine(
            kind,
            KIND_WORDS[kind],
            meeting,
            drafts.get((kind, meeting.pk if meeting else None)),
            issued.get((kind, meeting.pk if meeting else None)),
        )
        for kind, meeting in targets
    ]
