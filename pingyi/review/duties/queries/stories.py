"""What happened to an entry, the newest first."""

from dataclasses import dataclass
from datetime import date, datetime

from pingyi.core.words import Words
from pingyi.review.duties.models import DutyItem, DutyNote, StageMove
from pingyi.review.duties.phrases import NOTE_KINDS, STAGES


@dataclass(frozen=True)
class Happening:
    """`happened_on` is the day that people say it was, `at` when it was written down."""

    what: str
    text: str
    who: str
    at: datetime
    happened_on: date | None = None


def story_of(item: DutyItem) -> list[Happening]:
    """Notes and stages of one entry. Two queries."""
    notes = DutyNote.objects.filter(item=item).select_related("written_by")
    moves = StageMove.objects.filter(item=item).select_related("moved_by").order_by("number")
    told = [
        Happening(NOTE_KINDS[one.kind], one.text, one.written_by.display_name, one.written_at)
        for one in notes.order_by("pk")
    ]
    walked = [
        Happening(_said(one), one.text, one.moved_by.display_name, one.moved_at, one.happened_on)
        for one in moves
    ]
    # Both lists are in their own order; sorting keeps it where two were written at the same moment.
    return sorted([*told, *walked], key=lambda one: one.at)[::-1]


def _said(move: StageMove) -> str:
    if move.to_stage > move.from_stage:
        return Words("完成{stage}", stage=STAGES[move.to_stage])
    return Words("撤回{stage}", stage=STAGES[move.from_stage])
