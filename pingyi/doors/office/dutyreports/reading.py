"""A report as it is read: its parts with their lengths, and their shares as one bar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pingyi.core.words import Words
from pingyi.doors.office.dutyreports.words import numbered
from pingyi.review.dutyreports.domain.length import count_characters

if TYPE_CHECKING:
    from pingyi.review.dutyreports.queries import AnswerLine, Reading


@dataclass(frozen=True)
class Piece:
    """One part. `start` and `width` are its place on the bar, in per mille; answers stand in the first part only."""

    anchor: str
    title: str
    look: str
    length: int
    paragraphs: tuple[str, ...] = ()
    answers: tuple[tuple[AnswerLine, tuple[str, ...]], ...] = ()
    start: str = "0%"
    width: str = "0%"


def pieces_of(reading: Reading) -> list[Piece]:
    """The answers (where any are asked), then the sections."""
    found: list[tuple[str, str, int, tuple[str, ...], tuple[tuple[AnswerLine, tuple[str, ...]], ...]]] = []
    counting = reading.settings.report_counting
    if reading.answers:
        answers = tuple((line, paragraphs_of(line.text)) for line in reading.answers)
        length = sum(count_characters(line.text, counting) for line in reading.answers)
        found.append((Words("往年没销号的问题"), "answers", length, (), answers))
    found += [
        (
            section.heading,
            section.part,
            count_characters(section.text, counting),
            paragraphs_of(section.text),
            (),
        )
        for section in reading.sections
    ]
    whole, before, pieces = max(1, reading.content.length), 0, []
    for place, (heading, look, length, paragraphs, lines) in enumerate(found):
        pieces.append(
            Piece(
                anchor=f"p{place + 1}",
                title=numbered(place, heading),
                look=look,
                length=length,
                paragraphs=paragraphs,
                answers=lines,
                start=_per_cent(before, whole),
                width=_per_cent(length, whole),
            )
        )
        before += length
    return pieces


def paragraphs_of(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def _per_cent(part: int, whole: int) -> str:
    return f"{part * 1000 // whole / 10}%"
