"""What the papers of a meeting are written from."""

from dataclasses import dataclass

from pingyi.review.cycles.documents import MeetingFacts, ReporterFacts, ReviewFacts
from pingyi.review.meetings.domain.agenda import ItemKind


@dataclass(frozen=True)
class AgendaLine:
    """One step of the meeting; `seconds` 0: its length is not planned."""

    kind: ItemKind
    title: str
    seconds: int = 0
    reporter: ReporterFacts | None = None


@dataclass(frozen=True)
class MeetingAgenda:
    """The meeting with its steps in order: those of the hall once it is open, before that those of the plan."""

    review: ReviewFacts
    meeting: MeetingFacts
    lines: tuple[AgendaLine, ...]
    list_due_days: int
