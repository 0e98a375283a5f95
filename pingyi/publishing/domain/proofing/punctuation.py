"""Doubled marks, half-width marks among Chinese, quotation marks and brackets that do not close."""

import re
from collections.abc import Iterator

from pingyi.core.words import Words
from pingyi.publishing.domain.proofing.finding import Check, Finding

HAN = "\u4e00-\u9fff"
MARKS = "，。；：、！？,;:!?"
# Two marks side by side; ！？ and ……、—— are written so.
DOUBLED = re.compile(rf"[{MARKS}]{{2,}}|[{MARKS}](?:[ \u3000]+[{MARKS}])+")
# A sentence inside a quotation ends once: 。” or ”。, never 。”。
ENDED_TWICE = re.compile("。[”’][。，；、]")
WANTED = ("！？", "？！", "？？？", "！！！")
STOPS = re.compile(r"(?<!\.)\.{3,}(?!\.)|。{2,}|(?<!…)…(?!…)|(?<!—)—(?!—)(?=[\u4e00-\u9fff])")
HALF = re.compile(rf"(?<=[{HAN}”）])[,;:!?]|[,;:!?](?=[{HAN}“])|(?<=[{HAN}])\.(?=[{HAN}]|$)", re.MULTILINE)
WIDE = str.maketrans(",;:!?.()", "，；：！？。（）")
STRAIGHT = re.compile("[\"'][^\"'\n]{1,40}[\"']|[\"']")
HALF_BRACKETS = re.compile(rf"\([^()\n]*[{HAN}][^()\n]*\)")
PAIRS = {"“": "”", "‘": "’", "（": "）", "《": "》", "〈": "〉", "【": "】", "〔": "〕"}
CLOSING = {closing: opening for opening, closing in PAIRS.items()}
BEFORE_CLOSE = re.compile(r"[，、；：](?=[”）》])|(?<=[“（《])[，。、；：！？]")


def punctuation(text: str) -> Iterator[Finding]:
    """All findings about marks."""
    doubled = [match for match in DOUBLED.finditer(text) if match.group() not in WANTED]
    taken = {place for match in doubled for place in range(*match.span())}
    for match in doubled:
        yield _found(match, Words("标点重复"), Words("只留一个“{mark}”", mark=_meant(match.group())))
    for match in ENDED_TWICE.finditer(text):
        yield _found(match, Words("标点重复"), Words("引号里外只留一个"))
    for match in STOPS.finditer(text):
        if not taken & set(range(*match.span())):
            mark = "——" if "—" in match.group() else "……"
            yield _found(match, Words("省略号或破折号不完整"), Words("写成“{mark}”", mark=mark))
    for match in HALF.finditer(text):
        if match.start() not in taken:
            yield _found(match, Words("半角标点"), Words("写成“{mark}”", mark=match.group().translate(WIDE)))
    for match in HALF_BRACKETS.finditer(text):
        yield _found(match, Words("半角括号"), Words("写成“{mark}”", mark=match.group().translate(WIDE)))
    for match in STRAIGHT.finditer(text):
        inner = match.group().strip("\"'")
        yield _found(match, Words("直引号"), Words("写成{mark}", mark=f"“{inner}”"))
    for match in BEFORE_CLOSE.finditer(text):
        yield _found(match, Words("标点紧贴引号或括号的里边"), Words("移到外边，或者去掉"))
    yield from _pairs(text)


def _pairs(text: str) -> Iterator[Finding]:
    """Every paragraph closes what it opens."""
    place = 0
    for line in text.split("\n"):
        waiting: list[tuple[str, int]] = []
        for offset, sign in enumerate(line):
            if sign in PAIRS:
                if any(opened == sign for opened, _ in waiting):
                    yield _sign(sign, place + offset, Words("前面的还没有关上，又开了一个"))
                waiting.append((sign, offset))
            elif sign in CLOSING:
                if waiting and waiting[-1][0] == CLOSING[sign]:
                    waiting.pop()
                else:
                    yield _sign(sign, place + offset, Words("没有对应的前一半"))
        for sign, offset in waiting:
            yield _sign(sign, place + offset, Words("没有对应的后一半"))
        place += len(line) + 1


def _sign(sign: str, start: int, message: str) -> Finding:
    pair = f"{sign}{PAIRS[sign]}" if sign in PAIRS else f"{CLOSING[sign]}{sign}"
    return Finding(Check.PUNCTUATION, start, start + 1, sign, message, Words("{pair}配成一对", pair=pair))


def _found(match: re.Match[str], message: str, remedy: str) -> Finding:
    return Finding(Check.PUNCTUATION, match.start(), match.end(), match.group(), message, remedy)


def _meant(marks: str) -> str:
    """The end of a sentence wins, a comma yields."""
    wide = marks.translate(WIDE)
    for wanted in "。！？；：、":
        if wanted in wide:
            return wanted
    return "，"
