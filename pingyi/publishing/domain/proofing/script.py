"""Characters that do not belong: Traditional among Simplified, full-width figures, look-alikes, invisible ones."""

import re
import unicodedata
from collections.abc import Iterator

from pingyi.core.words import Words
from pingyi.publishing.domain.cleaning.characters import is_in_simplified_set, simplified
from pingyi.publishing.domain.proofing.finding import Check, Finding

HAN = "\u4e00-\u9fff"
WIDE_SIGNS = re.compile("[０-９Ａ-Ｚａ-ｚ．％]+")
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffd\ue000-\uf8ff]+")
# Radicals and compatibility forms look like the character and are another.
COMPATIBLE = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]+")
FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u04ff\u3040-\u30ff\uac00-\ud7af]+")
READING = re.compile(rf"(?<=[{HAN}])[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]+[)）]")
BLANK = re.compile(
    rf"(?<=[{HAN}，。；：、）”])[ \u3000]+(?=[{HAN}（“])|(?<=[{HAN}])[ \u3000]+(?=[0-9])"
    rf"|(?<=[0-9])[ \u3000]+(?=[{HAN}])"
)
# A small L, a capital I, an O where a figure belongs: 2O23年, l9日.
AMONG_FIGURES = re.compile("(?<![A-Za-z])[lIoO](?=[0-9])|(?<=[0-9])[lIoO](?![A-Za-z])")
FIGURES = str.maketrans("lIoO", "1100")
ZERO = re.compile("(?<=[一二三四五六七八九])[○0０O]|[○0０O](?=[一二三四五六七八九])")


def script(text: str) -> Iterator[Finding]:
    """All findings about characters."""
    yield from _traditional(text)
    for match in WIDE_SIGNS.finditer(text):
        plain = unicodedata.normalize("NFKC", match.group())
        yield _found(match, Words("全角的数字或字母"), Words("写成“{plain}”", plain=plain))
    for match in COMPATIBLE.finditer(text):
        plain = unicodedata.normalize("NFKC", match.group())
        yield _found(match, Words("部首或兼容字，看着像，不是那个字"), Words("写成“{plain}”", plain=plain))
    for match in INVISIBLE.finditer(text):
        yield _found(match, Words("看不见的字符，或者乱码"), Words("删掉"))
    for match in FOREIGN.finditer(text):
        yield _found(match, Words("夹了别的文字"), Words("改成汉字，确实要用的留着"))
    for match in AMONG_FIGURES.finditer(text):
        plain = match.group().translate(FIGURES)
        yield _found(match, Words("数字里混了字母"), Words("写成“{plain}”", plain=plain))
    for match in READING.finditer(text):
        yield _found(match, Words("字后面带了拼音"), Words("删掉"))
    for match in BLANK.finditer(text):
        yield _found(match, Words("字中间有空格"), Words("删掉"))
    for match in ZERO.finditer(text):
        yield _found(match, Words("汉字年份里的零"), Words("写成“〇”，或者整个年份用阿拉伯数字"))


def _traditional(text: str) -> Iterator[Finding]:
    """Signs that Simplified texts do not use and that have a Simplified form."""
    for place, sign in enumerate(text):
        if is_in_simplified_set(sign):
            continue
        wanted = simplified(sign)
        if wanted != sign:
            yield Finding(
                Check.SCRIPT, place, place + 1, sign, Words("繁体字"), Words("写成“{wanted}”", wanted=wanted)
            )


def _found(match: re.Match[str], message: str, remedy: str) -> Finding:
    return Finding(Check.SCRIPT, match.start(), match.end(), match.group(), message, remedy)
