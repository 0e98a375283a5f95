"""The lines of an opinion for reading, each with a chip that names where it comes from."""

from dataclasses import dataclass

from pingyi.core.words import Words
from pingyi.review.appraisal.domain.opinion import Opinion
from pingyi.review.appraisal.domain.opinion_draft import PARTS, Line, Source, sourced
from pingyi.review.appraisal.phrases import OPINION_WORDS, SOURCE_WORDS
from pingyi.review.appraisal.queries.drafting import OpinionDraft


@dataclass(frozen=True)
class ReadLine:
    text: str
    source: str
    look: str
    icon: str


@dataclass(frozen=True)
class ReadPart:
    title: str
    lines: tuple[ReadLine, ...]


def opinion_parts(opinion: Opinion, draft: OpinionDraft) -> list[ReadPart]:
    """The parts that have words."""
    lines = sourced(opinion, draft.lines)
    return [
        ReadPart(OPINION_WORDS[part], found)
        for part in PARTS
        if (found := tuple(_read(line) for line in lines if line.part == part))
    ]


def _read(line: Line) -> ReadLine:
    if line.source is Source.HAND:
        return ReadLine(line.text, SOURCE_WORDS[Source.HAND], "soon", "edit")
    word = SOURCE_WORDS[line.source]
    if line.number is not None:
        place = (
            Words("{source}第{number}句")
            if line.source is Source.COMMENT
            else Words("{source}，清单第{number}个")
        )
        word = Words(place.template, source=word, number=line.number)
    return ReadLine(line.text, word, "info", "check")
