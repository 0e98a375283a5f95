"""Traditional characters to Simplified ones, by OpenCC; what one character might also have become is listed."""

import re
from functools import cache

from opencc import OpenCC

from pingyi.publishing.domain.cleaning.log import Kind, Log
from pingyi.publishing.domain.cleaning.signs import is_han
from pingyi.publishing.domain.people import names_in
from pingyi.publishing.domain.wording import pattern

# Traditional characters that stand for more than one Simplified word, or that names keep.
AMBIGUOUS = {
    "乾": "“乾”改作“干”（乾净），“乾坤”和有的姓名里不改",
    "著": "“著”改作“着”（随着），“著作、显著”里不改",
    "藉": "“藉”可以是“借”（凭借），也可以不改（狼藉）",
    "瞭": "“瞭”可以是“了”（了解），也可以不改（瞭望）",
    "麼": "“麼”改作“么”",
    "餘": "“餘”改作“余”，有的地方写“馀”",
    "於": "“於”改作“于”，姓氏“於”不改",
    "徵": "“徵”改作“征”，音阶的“徵”不改",
    "鍾": "“鍾”改作“钟”，有的姓名写“锺”",
    "昇": "“昇”改作“升”，有的姓名里不改",
    "夥": "“夥”可以是“伙”，也可以不改",
    "摺": "“摺”可以是“折”，也可以不改",
    "剋": "“剋”改作“克”",
}
# Old pages in Traditional script write 著 for 着; in these words it is itself.
STAYS = pattern(
    "著作 著名 著述 著称 著稱 著者 著录 著錄 著书 著書 显著 顯著 名著 原著 编著 編著 专著 專著 论著 論著 译著 譯著",
    "合著 遗著 遺著 巨著 新著 旧著 舊著 拙著 土著 昭著 卓著 所著 主著 执著 執著 知著",
)
KEPT_IN_NAMES = frozenset("乾沈")
PARTICLE = re.compile(r"(?<=[\u4e00-\u9fff])著|著(?=[力眼重手实急想陆装])")


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


def simplified(text: str) -> str:
    """The text in Simplified characters; nothing else changes."""
    return str(_converter().convert(text))


def to_simplified(text: str, log: Log) -> str:
    """The whole text in Simplified characters, noting each that changed and each that has more than one reading.

    In a text that is Simplified on the whole, only what Simplified Chinese does not have is changed:
    沈 there is a surname.
    """
    # Character for character: no entry of the dictionary changes the length, which is tested.
    after = simplified(text)
    signs = list(after)
    is_traditional = _is_traditional(text, after)
    if is_traditional:
        signs = list(_aspect_particle(after))
    kept = _kept_in_names(text, after)
    for place, old in enumerate(text):
        if place in kept or (not is_traditional and is_in_simplified_set(old)):
            signs[place] = old
    _note(text, signs, is_traditional, log)
    return "".join(signs)


def is_in_simplified_set(sign: str) -> bool:
    """Whether texts in Simplified characters use this sign (the set of GB 2312)."""
    try:
        sign.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _is_traditional(text: str, after: str) -> bool:
    only = sum(old != new and not is_in_simplified_set(old) for old, new in zip(text, after, strict=True))
    return only >= 3 and only * 50 >= sum(is_han(sign) for sign in text)


def _kept_in_names(text: str, after: str) -> set[int]:
    """Places of 乾, 沈 and the like inside people's names: there they are themselves."""
    if not any(sign in KEPT_IN_NAMES for sign in text):
        return set()
    kept = set()
    for name in names_in(after):
        start = after.find(name)
        while start >= 0:
            kept |= {start + step for step in range(len(name)) if text[start + step] in KEPT_IN_NAMES}
            start = after.find(name, start + 1)
    return kept


def _note(text: str, signs: list[str], is_traditional: bool, log: Log) -> None:
    line = 1
    for old, new in zip(text, signs, strict=True):
        if old != new:
            log.note(Kind.TRADITIONAL, old, new, line=line)
        if old in AMBIGUOUS and (is_traditional or old != new):
            log.note(Kind.AMBIGUOUS, old, new, line=line, note=AMBIGUOUS[old])
        line += old == "\n"


def _aspect_particle(line: str) -> str:
    """著 after a verb becomes 着, outside the words that are written with it."""
    kept = {place for match in STAYS.finditer(line) for place in range(*match.span())}
    return PARTICLE.sub(lambda match: "著" if match.start() in kept else "着", line)
