"""Characters of names that the fonts in use cannot set, or not as they are meant: named before a paper is printed."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from pingyi.documents.domain.typefaces import WORDS, Role

_SELECTORS = frozenset((*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
# 80 characters of GB 18030 once had private code points, in the order of their bytes; 䶮 of an old computer is one.
_OLD_FIRST = 0xE815
_OLD_LAST = 0xE864
_LATER_THAN_2000 = {
    0xE816: 0x20087, 0xE817: 0x20089, 0xE818: 0x200CC, 0xE81E: 0x9FB4, 0xE826: 0x9FB5, 0xE82B: 0x9FB6, 0xE82C: 0x9FB7,
    0xE831: 0x215D7, 0xE832: 0x9FB8, 0xE83B: 0x2298F, 0xE843: 0x9FB9, 0xE854: 0x9FBA, 0xE855: 0x241FE, 0xE864: 0x9FBB,
}  # fmt: skip


class Trouble(StrEnum):
    """BOX comes out empty, PRIVATE as something else on another computer, SELECTOR in its usual form; STAND_IN is
    printed, in another typeface than its neighbours."""

    BOX = "box"
    PRIVATE = "private"
    SELECTOR = "selector"
    STAND_IN = "stand_in"


@dataclass(frozen=True)
class Glyphs:
    """What the fonts have: by role, anywhere, and which (character, selector) pairs."""

    by_role: Mapping[Role, frozenset[int]]
    anywhere: frozenset[int]
    variants: frozenset[tuple[int, int]]


@dataclass(frozen=True)
class Lack:
    """One character (with its selector) that is in trouble, and the roles whose typeface has no glyph of it."""

    character: str
    trouble: Trouble
    roles: tuple[Role, ...] = ()

    @property
    def code(self) -> str:
        return " ".join(f"U+{ord(one):04X}" for one in self.character)

    @property
    def role_names(self) -> str:
        return "、".join(WORDS[role].name for role in self.roles)

    @property
    def message(self) -> str:
        """What happens, in words."""
        if self.trouble is Trouble.BOX:
            return f"“{self.character}”（{self.code}）在现用字体里没有字形，PDF里会是空框"
        if self.trouble is Trouble.PRIVATE:
            return f"有一个造字区的字（{self.code}），换一台电脑就变成别的字或空白"
        if self.trouble is Trouble.SELECTOR:
            return (
                f"“{self.character}”（{self.code}）的这种写法现用字体里没有，按通常的“{self.character[0]}”印"
            )
        return f"“{self.character}”（{self.code}）在{self.role_names}里没有字形，用后备字体补，印得出来，笔形略有不同"

    @property
    def remedy(self) -> str:
        """What to do about it."""
        if self.trouble is Trouble.BOX:
            return (
                "把有这个字的字体（例如宋体-ExtB）放进数据文件夹的 fonts/；下载Word的，用装有这个字的电脑打印"
            )
        if self.trouble is Trouble.PRIVATE:
            found = standard_form(self.character)
            return (
                f"多半是“{found}”（U+{ord(found):04X}），核对后改过来"
                if found
                else "查出这个字的标准编码，改过来"
            )
        if self.trouble is Trouble.SELECTOR:
            return "本人认可通常写法的，不用管；一定要这种写法的，放进有它的字体"
        return "不用改；要笔形一致，放进有这个字的字体"


def lacks(text: str, glyphs: Glyphs) -> list[Lack]:
    """What is in trouble in one name, each character once."""
    text = unicodedata.normalize("NFC", text)
    found: dict[str, Lack] = {}
    for place, character in enumerate(text):
        code = ord(character)
        if code in _SELECTORS or character.isspace():
            continue
        following = text[place + 1 : place + 2]
        lack = _lack(character, glyphs)
        is_printed = lack is None or lack.trouble is Trouble.STAND_IN
        if is_printed and _is_selector(following) and (code, ord(following)) not in glyphs.variants:
            lack = Lack(character + following, Trouble.SELECTOR)
        if lack is not None:
            found.setdefault(lack.character, lack)
    return list(found.values())


def _is_selector(sign: str) -> bool:
    return sign != "" and ord(sign) in _SELECTORS


def in_doubt(texts: Iterable[str], glyphs: Glyphs) -> frozenset[str]:
    """The characters of all texts that need a closer look: a handful, however many names there are."""
    every = frozenset().union(*texts)
    fine = frozenset.intersection(*glyphs.by_role.values())
    return frozenset(one for one in every if ord(one) not in fine and not one.isspace())


def _lack(character: str, glyphs: Glyphs) -> Lack | None:
    code = ord(character)
    if unicodedata.category(character) == "Co":
        return Lack(character, Trouble.PRIVATE)
    if code not in glyphs.anywhere:
        return Lack(character, Trouble.BOX, tuple(glyphs.by_role))
    roles = tuple(role for role, codes in glyphs.by_role.items() if code not in codes)
    return Lack(character, Trouble.STAND_IN, roles) if roles else None


def standard_form(character: str) -> str:
    """The standard character that a private code point of the eighties stands for; empty if it is not known."""
    code = ord(character)
    if code in _LATER_THAN_2000:
        return chr(_LATER_THAN_2000[code])
    if not _OLD_FIRST <= code <= _OLD_LAST:
        return ""
    second = 0x50 + code - _OLD_FIRST
    second += second >= 0x7F
    found = bytes((0xFE, second)).decode("gb18030", "ignore")
    return found if len(found) == 1 and unicodedata.category(found) != "Co" else ""
