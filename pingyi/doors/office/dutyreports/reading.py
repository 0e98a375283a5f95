"""A report as it is read: its parts with their lengths, and their shares as one bar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pingyi.core.words import Words
from pingyi.doors.office.dutyreports.words import numbered
from pingyi.review.dutyreports.domain.length import count_characters
from pingyi.review.evidence.queries.report_check import ANSWER, SECTION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pingyi.doors.office.dutyreports.claim_lines import ClaimLine
    from pingyi.doors.office.dutyreports.claims import Claims
    from pingyi.review.dutyreports.queries import AnswerLine, Reading


@dataclass(frozen=True)
class Run:
    """Some words of a paragraph; `claim` where they claim something that was compared."""

    text: str
    claim: ClaimLine | None = None


Paragraph = tuple[Run, ...]


@dataclass(frozen=True)
class Piece:
    """One part. `start` and `width` are its place on the bar, in per mille; answers stand in the first part only."""

    anchor: str
    title: str
    look: str
    length: int
    paragraphs: tuple[Paragraph, ...] = ()
    answers: tuple[tuple[AnswerLine, tuple[Paragraph, ...]], ...] = ()
    start: str = "0%"
    width: str = "0%"


def pieces_of(reading: Reading, claims: Claims | None = None) -> list[Piece]:
    """The answers (where any are asked), then the sections, with the marks of what they claim."""
    found: list[
        tuple[str, str, int, tuple[Paragraph, ...], tuple[tuple[AnswerLine, tuple[Paragraph, ...]], ...]]
    ] = []
    counting = reading.settings.report_counting

    def marked(key: str, text: str) -> tuple[Paragraph, ...]:
        return paragraphs_of(text, claims.within(key) if claims else ())

    if reading.answers:
        answers = tuple((line, marked(f"{ANSWER}-{line.problem.pk}", line.text)) for line in reading.answers)
        length = sum(count_characters(line.text, counting) for line in reading.answers)
        found.append((Words("往年没销号的问题"), "answers", length, (), answers))
    found += [
        (
            section.heading,
            section.part,
            count_characters(section.text, counting),
            marked(f"{SECTION}-{section.sequence}", section.text),
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


def paragraphs_of(text: str, claims: Iterable[ClaimLine] = ()) -> tuple[Paragraph, ...]:
    """The lines that are not empty, each as runs of words with and without a claim."""
    found, start = [], 0
    waiting = sorted(claims, key=lambda line: line.checked.claim.start)
    for line in text.split("\n"):
        end = start + len(line)
        own = [one for one in waiting if start <= one.checked.claim.start < end]
        if line.strip():
            found.append(_runs(line, start, own))
        start = end + 1
    return tuple(found)


def _runs(line: str, offset: int, claims: Iterable[ClaimLine]) -> Paragraph:
    runs, place = [], len(line) - len(line.lstrip())
    for one in claims:
        first, last = one.checked.claim.start - offset, one.checked.claim.end - offset
        if first >= place:
            runs += [Run(line[place:first]), Run(line[first:last], one)]
            place = last
    return tuple(run for run in (*runs, Run(line[place:].rstrip())) if run.text)


def _per_cent(part: int, whole: int) -> str:
    return f"{part * 1000 // whole / 10}%"
