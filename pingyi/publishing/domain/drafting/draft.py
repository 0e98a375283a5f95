"""A draft: paragraphs of sentences, each with the keys of its facts and the places that are still open."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pingyi.core.words import Words
from pingyi.publishing.domain.drafting.facts import Credit, Key

# The words stand in the text itself, so they are Chinese whatever the reader's language.
OPEN = re.compile("〔待补：(?P<what>[^〔〕]*)〕")
OPEN_WORDS = {
    Key.YEAR: "年度",
    Key.DATE: "会议日期",
    Key.CONVENOR: "召开单位",
    Key.MEETING: "会议名称",
    Key.CHAIR: "主持人职务和姓名",
    Key.COMMENTATOR: "点评人职务和姓名",
    Key.COMMENTS: "点评情况",
    Key.ATTENDEES: "参会人员",
    Key.ON_SITE: "现场述职人数",
    Key.REQUIREMENTS: "讲话要求",
    Key.BALLOT: "测评情况",
    Key.CREDITS: "署名",
}
KEY_NAMES = {
    Key.YEAR: Words("年度"),
    Key.DATE: Words("会议日期"),
    Key.CONVENOR: Words("召开单位"),
    Key.MEETING: Words("会议名称"),
    Key.PURPOSE: Words("会议目的（补写）"),
    Key.CHAIR: Words("主持人"),
    Key.COMMENTATOR: Words("点评人"),
    Key.COMMENTS: Words("点评记录"),
    Key.ATTENDEES: Words("票类"),
    Key.METHOD: Words("述职方式"),
    Key.ON_SITE: Words("现场述职人数"),
    Key.WRITTEN: Words("书面述职人数"),
    Key.ORGANISATIONS: Words("现场述职单位"),
    Key.SPEECH: Words("讲话记录"),
    Key.REQUIREMENTS: Words("讲话要求"),
    Key.CHAIR_WORDS: Words("主持人的话（补写）"),
    Key.BALLOT: Words("测评"),
    Key.CREDITS: Words("署名"),
}


@dataclass(frozen=True)
class Sentence:
    """One sentence, or a few that belong together, and the facts that it tells."""

    text: str
    keys: tuple[Key, ...]

    @property
    def open_places(self) -> tuple[str, ...]:
        return open_places(self.text)


@dataclass(frozen=True)
class Draft:
    title: Sentence
    paragraphs: tuple[tuple[Sentence, ...], ...]

    @property
    def text(self) -> str:
        """The body, one paragraph a line."""
        return "\n".join("".join(one.text for one in paragraph) for paragraph in self.paragraphs)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return (self.title, *(one for paragraph in self.paragraphs for one in paragraph))

    @property
    def told(self) -> frozenset[Key]:
        """The facts that the draft tells."""
        return frozenset(key for sentence in self.sentences for key in sentence.keys)


def open_places(text: str) -> tuple[str, ...]:
    """What is still to be filled in, in the order of the text."""
    return tuple(match["what"] for match in OPEN.finditer(text))


def filled(value: str, key: Key) -> str:
    """The value, or an open place that everybody sees."""
    return value or f"〔待补：{OPEN_WORDS[key]}〕"


def credit_lines(lines: Iterable[Credit], mark: str = "：") -> tuple[str, ...]:
    """初审初校：某某, or 图文|某某, a line each; nobody yet is an open place."""
    return tuple(f"{one.role}{mark}{filled(one.name, Key.CREDITS)}" for one in lines)
