"""Places where bytes were lost. They are marked and a repair is proposed; nothing is filled in silently.

How `推動?xùn)|北` comes about: the page was GBK, and a program put the reading behind every Traditional character,
searching bytes. In 動東 (84 D3 · 96 7C) it found D3 96, which is 訓, and wrote `(xùn)` behind it, in the middle of 東.
Read as GBK, 96 and the bracket are no character and became `?`, and 7C is `|`. So the lost byte is the second byte of a
character read `xùn` whose first byte is the last one of the character before: that gives 東 back, and it is proposed.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from pingyi.publishing.domain.cleaning.characters import is_in_simplified_set, simplified
from pingyi.publishing.domain.cleaning.log import Kind, LineCounter, Log
from pingyi.publishing.domain.cleaning.pinyin import readings
from pingyi.publishing.domain.cleaning.signs import HAN, SYLLABLE, TONED, is_han
from pingyi.publishing.domain.wording import pattern

SPLIT = re.compile(rf"([{HAN}]?)[?？\ufffd]\s*({SYLLABLE})\s*[)）](.{{0,16}})")
LOST = re.compile(
    rf"\ufffd+|(?<=[{HAN}])[?？]{{2,}}(?=[{HAN}])|(?<=[{HAN}，。、])[□■▯]+(?=[{HAN}，。、])|锟斤拷+"
)
# A single half-width question mark in the middle of a clause that asks nothing.
LONE = re.compile(rf"(?<=[{HAN}])\?(?=[{HAN}])")
ASKING = pattern(
    "什么 如何 怎 吗 呢 谁 哪 是否 多少 么 麼 嗎 有没有 有沒有 何 难道 難道 几 幾 啊 吧",
    r"([\u4e00-\u9fff])[不没沒]\1",
)
MARK = re.compile(r"〔缺字(?:，疑为([^〔〕]*))?〕")
MOST_PROPOSED = 4


@dataclass(frozen=True)
class Damage:
    """One damaged place as it stands marked in the cleaned text, with the whole words that a person can choose."""

    line: int
    mark: str
    context: str
    characters: tuple[str, ...]
    proposals: tuple[str, ...]


def mark_damage(text: str, log: Log) -> str:
    """The text with a mark at each damaged place."""

    lines = LineCounter(text)

    def split_place(match: re.Match[str]) -> str:
        before, syllable, after = match[1], match[2].replace("ɡ", "g"), match[3]
        if not any(sign in TONED for sign in syllable) and syllable not in readings():
            return match.group()
        proposed, taken = _repairs(before, syllable, after)
        mark = marked(proposed)
        lost = match.group()[len(before) : len(match.group()) - len(after) + taken]
        log.note(Kind.DAMAGED, lost, mark, line=lines.at(match.start()))
        return before + mark + after[taken:]

    text = log.replace(Kind.DAMAGED, LOST, "〔缺字〕", SPLIT.sub(split_place, text))
    return log.replace(Kind.DAMAGED, LONE, _lone_question, text)


def _lone_question(match: re.Match[str]) -> str:
    """A question mark stays if its sentence asks something."""
    before = match.string[max(0, match.start() - 60) : match.start()]
    return "?" if ASKING.search(re.split("[。！\n]", before)[-1]) else "〔缺字〕"


def damaged_places(text: str) -> tuple[Damage, ...]:
    """The marks in a cleaned text. Read from the text itself, so that a text saved half settled still has them."""
    found = []
    lines = LineCounter(text)
    for match in MARK.finditer(text):
        start = (
            max(text.rfind(sign, max(0, match.start() - 9), match.start()) for sign in "\n，。；：、！？") + 1
        )
        before, after = text[max(start, match.start() - 8) : match.start()], _following(text, match.end())
        characters = tuple(re.findall("“([^”]+)”", match[1] or ""))
        proposals = tuple(before[-2:] + filled + after[:1] for filled in characters)
        line = lines.at(match.start())
        found.append(Damage(line, match.group(), before + match.group() + after, characters, proposals))
    return tuple(found)


def _following(text: str, start: int) -> str:
    match = re.compile("[^\n，。；：、！？〔]{0,8}").match(text, start)
    return match.group() if match else ""


def marked(characters: list[str]) -> str:
    """The mark itself; its signs are full-width, so that a second cleaning leaves it alone."""
    if not characters:
        return "〔缺字〕"
    return f"〔缺字，疑为{'或'.join(f'“{character}”' for character in characters)}〕"


@lru_cache(maxsize=256)
def _repairs(before: str, syllable: str, after: str) -> tuple[list[str], int]:
    """What may have stood there, likeliest first, and how many signs of what follows are remains of it."""
    lead = _gbk(before)[-1:]
    exact = [code[1:] for code in _codes(syllable) if code[:1] == lead]
    for seconds in (exact, [code[1:] for code in _codes(syllable)]):
        repairs = [repair for second in dict.fromkeys(seconds) if (repair := _resynchronised(second, after))]
        if repairs:
            taken = repairs[0][1]
            proposed = dict.fromkeys(simplified(text) for text, length in repairs if length == taken)
            everyday = [text for text in proposed if all(map(is_in_simplified_set, text))]
            return (everyday or list(proposed))[:MOST_PROPOSED], taken
    return [], _remains(after)


def _codes(syllable: str) -> list[bytes]:
    return [_gbk(character) for character in readings().get(syllable, "")]


def _resynchronised(second: bytes, after: str) -> tuple[str, int] | None:
    """Reads on from the lost byte until bytes and characters fall together again, at a trail byte below 80."""
    stream = second
    for taken, sign in enumerate(after, start=1):
        code = _gbk(sign)
        stream += code
        if not code:
            return None
        if len(code) == 1:
            text = stream.decode("gbk", errors="replace")
            return (text, taken) if all(map(is_han, text)) else None
    return None


def _remains(after: str) -> int:
    """An ASCII sign straight behind the bracket is the second half of a lost character."""
    return int(bool(after) and after[0] in "@[\\]^_`{|}~")


def _gbk(text: str) -> bytes:
    return text.encode("gbk", errors="ignore")
