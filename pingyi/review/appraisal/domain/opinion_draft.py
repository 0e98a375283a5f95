"""Where every line of a comprehensive opinion comes from: a record, or the hand of the clerk."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from pingyi.documents.domain.dates import official_date
from pingyi.review.appraisal.domain.opinion import Opinion
from pingyi.review.meetings.domain.comment_edit import Part

PARTS = ("strengths", "problems", "direction", "grounds")
_PART_OF = {Part.STRENGTH: "strengths", Part.PROBLEM: "problems", Part.REQUIREMENT: "direction"}


class Source(StrEnum):
    """The records from which a draft is written, and HAND for what the clerk wrote herself."""

    COMMENT = "comment"
    REMARK = "remark"
    INSPECTION = "inspection"
    BALLOT = "ballot"
    COMMITTEE = "committee"
    DAILY = "daily"
    HAND = "hand"


@dataclass(frozen=True)
class Line:
    """One line. `number` is the sentence's place in the comment, the problem's number on the list, None elsewhere."""

    part: str
    text: str
    source: Source
    number: int | None = None


@dataclass(frozen=True)
class Listed:
    """A problem of the year that came onto the list beside the comment: from the ballot, from an inspection."""

    number: int
    text: str
    source: Source


@dataclass(frozen=True)
class Grounds:
    """What else is known about one person beside the comment: words and days, never counts or scores.

    `grade` is the word of the decided grade ("" while none is decided), `daily_grade` the word of the band in which the
    mark of the daily assessment lies ("" where there is no mark).
    """

    meeting: str
    meeting_on: date
    is_voted_on: bool
    grade: str = ""
    deciding_meeting: str = ""
    decided_on: date | None = None
    daily_grade: str = ""


def draft_lines(
    sentences: Iterable[tuple[str, str]], grounds: Grounds, listed: Iterable[Listed] = ()
) -> tuple[Line, ...]:
    """Every line of the draft: the sentences (part, text) of the comment word for word, the problems that others named,
    then what the rest rests on. Where a record says nothing there is no line.
    """
    said = list(sentences)
    lines = [
        Line(_PART_OF[Part(part)], text, Source.COMMENT, number)
        for number, (part, text) in enumerate(said, start=1)
        if part in _PART_OF
    ]
    spoken = {text for _, text in said}
    lines += [Line("problems", one.text, one.source, one.number) for one in listed if one.text not in spoken]
    day = official_date(grounds.meeting_on)
    if said:
        lines.append(Line("grounds", f"{day}{grounds.meeting}上的点评，共{len(said)}句。", Source.COMMENT))
    if grounds.grade and grounds.decided_on:
        decided = (
            f"{official_date(grounds.decided_on)}{grounds.deciding_meeting}研究评定等次为“{grounds.grade}”。"
        )
        is_voted = grounds.is_voted_on
        lead = f"{day}的民主测评；" if is_voted else ""
        lines.append(Line("grounds", lead + decided, Source.BALLOT if is_voted else Source.COMMITTEE))
    if grounds.daily_grade:
        lines.append(Line("grounds", f"日常考核的分数在“{grounds.daily_grade}”这一档。", Source.DAILY))
    return tuple(lines)


def as_draft(lines: Iterable[Line], unsorted: tuple[str, ...] = ()) -> Opinion:
    """The draft as the text of an opinion."""
    texts: dict[str, list[str]] = {part: [] for part in PARTS}
    for line in lines:
        texts[line.part].append(line.text)
    joined = {part: "\n".join(found) for part, found in texts.items()}
    return Opinion(unsorted=unsorted, **joined)


def sourced(opinion: Opinion, lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines of an opinion as it stands, each with its record; a line that no record has is by hand."""
    known = {(line.part, line.text): line for line in lines}
    return tuple(
        known.get((part, text), Line(part, text, Source.HAND))
        for part in PARTS
        for text in getattr(opinion, part).splitlines()
    )


def grade_in(mark: Fraction | None, bands: Iterable[tuple[str, Fraction]]) -> str:
    """The code of the band in which a mark lies, "" without a mark or below the last."""
    if mark is None:
        return ""
    return next((name for name, bound in bands if mark >= bound), "")
