"""How many reported on site and how many in writing. A number must stand there; 其他 and 其余 alone are no number."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from pingyi.publishing.domain.reading.numbers import NUMBER, value
from pingyi.publishing.domain.reading.sentences import Sentence
from pingyi.publishing.domain.wording import any_of, pattern

Mode = Literal["on_site", "written"]
COUNTED = any_of("党 基层 二级 单位 书记 学院 直属 支部 总支 组织 部门 机关")
NOT_COUNTED = any_of("方面 层面 问题 要求 维度 环节 阶段 坚持 部分 届期 任期 小时")
OF_ORGANISATIONS = rf"(?:个|支|所)(?!{NOT_COUNTED})(?=现场|书面|述职|[^，。；]{{0,8}}?{COUNTED})"
UNIT = rf"(?:名|位|人(?![民次大员才])|家(?!庭)|{OF_ORGANISATIONS})"
QUANTITY = re.compile(rf"(?<![第每0-9一二三四五六七八九十百.])({NUMBER}){UNIT}")
WRITTEN = re.compile("书面(?:进行|作|做)?(?:述职|报告|汇报)")
ON_SITE = re.compile(
    "(?:现场|口头|大会|会上|上台|当场|线上|在线|视频|当面)(?:进行|作|做)?(?:了)?(?:口头)?(?:述职|汇报)|述职发言"
)
# Words for reporting that do not say how: at the meeting, if the text knows of no written reports in the same breath.
SPOKEN = pattern(
    "(?:作|做|进行)(?:了|的)?[^，。；、书]{0,8}(?:述职|汇报)(?!评议|材料|会)",
    "(?:依次|逐一|分别|先后|轮流)[^，。；书]{0,16}?(?:述职|汇报)(?!评议|材料|会)",
)
HEARD = re.compile(
    rf"听取(?:了)?(?:(?!书面)[^，。；]){{0,80}}?(?P<number>{NUMBER}){UNIT}"
    "[^，。；]{0,16}?(?:书记|负责人)(?:的)?(?:工作)?述职(?!评议会)"
)
RIGHT_AFTER = re.compile(rf"(?:的|人数|人员|者|共|共有|有|为|是|：|:)*({NUMBER})(?:名|位|个|人|家)")
# 6个党委和8个直属党支部的书记: two numbers of those who act, joined.
JOINED = re.compile("书记|负责人|党组织|同志|(?:党委|总支|支部)[和、及与]$")
PART = re.compile("其中|中有|其余|其他|另有|另外|还有|(?<=[书记员位名人])中(?=[0-9一二三四五六七八九十])")


@dataclass(frozen=True)
class Count:
    """One statement of a number."""

    mode: Mode
    number: int
    is_explicit: bool
    sentence: str


def read_count(sentences: list[Sentence], mode: Mode) -> tuple[int, str] | None:
    """The number, if the text gives one and only one."""
    stated = [count for sentence in sentences for count in _counts(sentence.text) if count.mode == mode]
    explicit = [count for count in stated if count.is_explicit] or stated
    if len({count.number for count in explicit}) != 1:
        return None
    return explicit[0].number, explicit[0].sentence


def _counts(sentence: str) -> list[Count]:
    """Goes through the sentence: numbers wait for the word that says how these people reported."""
    marks = _marks(sentence)
    found: list[Count] = []
    since = 0
    for match, mode, is_explicit in marks:
        if match.start() < since:
            continue
        number = _subject(sentence, since, match.start())
        end = match.end()
        if number is None and is_explicit:
            after = RIGHT_AFTER.match(sentence, end)
            if after:
                number, end = value(after[1]), after.end()
        if number is not None:
            found.append(Count(mode, number, is_explicit, sentence))
        since = end
    heard = HEARD.search(sentence)
    is_said = any(count.mode == "on_site" for count in found)
    if heard and not is_said and (number := value(heard["number"])) is not None:
        found.append(Count("on_site", number, False, sentence))
    return found


def _marks(sentence: str) -> list[tuple[re.Match[str], Mode, bool]]:
    marks: list[tuple[re.Match[str], Mode, bool]] = []
    marks += [(match, "written", True) for match in WRITTEN.finditer(sentence)]
    marks += [(match, "on_site", True) for match in ON_SITE.finditer(sentence)]
    taken = [match.span() for match, _, _ in marks]
    for match in SPOKEN.finditer(sentence):
        if not any(match.start() < end and start < match.end() for start, end in taken):
            marks.append((match, "on_site", False))
    return sorted(marks, key=lambda mark: mark[0].start())


def _subject(text: str, start: int, end: int) -> int | None:
    """The number of those who act in this stretch: parts joined by 、 or 和 are added, 其中 begins anew."""
    start = max([start, *(part.end() for part in PART.finditer(text, start, end))])
    quantities = [match for match in QUANTITY.finditer(text, start) if match.end() <= end]
    if not quantities:
        return None
    total = value(quantities[0][1])
    for before, match in pairwise(quantities):
        between = text[before.end() : match.start()]
        if "，" in between or "；" in between or not JOINED.search(between):
            break
        number = value(match[1])
        total = None if total is None or number is None else total + number
    return total
