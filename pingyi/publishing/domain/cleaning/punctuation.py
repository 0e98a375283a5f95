"""One mark where scraping left two, full-width marks in Chinese text."""

import re

from pingyi.publishing.domain.cleaning.log import Kind, Log
from pingyi.publishing.domain.cleaning.signs import FULL_WIDTH, HAN

MARKS = "，,。；;：:、！!？?"
RUN = re.compile(rf"[{MARKS}](?:[ ]?[{MARKS}])+")
STOPS = re.compile(r"[.．]{3,}|。{3,}|…{3,}")
WIDE = str.maketrans(",;:!?", "，；：！？")
CJK = f"{HAN}{FULL_WIDTH}"
# A comma in 1,200 and a colon in 14:30 stay; so does anything between Latin words.
NEXT_TO_HAN = re.compile(
    rf"(?<=[{CJK}])[ ]?[,;:!?][ ]?|[,;][ ]?(?=[{CJK}])|(?<=[)\]])[,;:!?](?=[{CJK}]|\s|\Z)"
)
FULL_STOP = re.compile(rf"(?<=[{HAN}”）])[.．](?=[{HAN}“\s]|\Z)")
INTERROGATIVE = re.compile("什么|如何|怎|吗|呢|谁|哪|是否|为何|多少|何|么|能不能|有没有|多")
LONE_QUESTION = re.compile(rf"(?<=[{HAN}])\?(?=[{HAN}])")


def mend_punctuation(text: str, log: Log) -> str:
    """The marks of the text as they should stand."""
    text = log.replace(Kind.PUNCTUATION, STOPS, "……", text)
    text = log.replace(Kind.DOUBLED, RUN, _one_mark, text)
    text = log.replace(Kind.PUNCTUATION, NEXT_TO_HAN, lambda match: _widened(match.group()), text)
    return log.replace(Kind.PUNCTUATION, FULL_STOP, "。", text)


def _widened(mark: str) -> str:
    return mark.strip().translate(WIDE)


def _one_mark(match: re.Match[str]) -> str:
    """The mark that was meant. Scraping puts commas before the real mark, so a comma yields to anything else;
    the end of a sentence wins, and question and exclamation together stay.
    """
    marks = match.group().replace(" ", "").translate(WIDE)
    strong = "".join(dict.fromkeys(mark for mark in marks if mark in "！？"))
    if strong:
        return strong
    if "。" in marks:
        return "。"
    others = [mark for mark in marks if mark != "，"]
    return others[-1] if others else "，"
