"""Which organisations reported on site, by the names that the text gives them, dual names whole."""

import re

from pingyi.publishing.domain.people import name_at
from pingyi.publishing.domain.reading.counts import HEARD, ON_SITE, QUANTITY, SPOKEN, WRITTEN
from pingyi.publishing.domain.reading.numbers import NUMBER
from pingyi.publishing.domain.reading.sentences import Sentence, clauses, split_outside
from pingyi.publishing.domain.wording import any_of, pattern

# Clauses that tell of the meeting list its subjects, not those who spoke.
NOT_A_LIST = re.compile("召开|开展|举行|举办|采取|采用|参加会议|出席|列席")
OPENING = re.compile(
    "^(?:会上|会议上|会议听取了|听取了|首先|随后|来自|分别由|由|其中|包括|当天|第[一二三四]场)+(?:[，、：]|)|^[0-9]{1,2}月[0-9]{1,2}日(?:上午|下午)?"
)
AFTER = re.compile(
    "现场述职的(?:二级|基层|院级|院系)?(?:单位|党组织|党委|党总支|党支部)?(?:书记)?(?:分别)?(?:有|是|为|包括)[：:]?"
    "(?P<list>[^。；]*、[^。；，]*)"
)
LISTED = r"(?:[^()（）]|[(（][^()（）]*[)）])*"
IN_BRACKETS = re.compile(rf"(?:党组织|单位|党委|总支|支部)[(（](?P<list>{LISTED}、{LISTED})[)）]")
SECRETARY = re.compile("(?:党组织)?(?:副)?(?:书记|负责人|主要负责人)")
UNIT_WORD = any_of(
    "学院 党委 总支 支部 党组织 处 部 医院 中心 机关 馆 系 所 研究院 公司 集团 后勤",
    "中学 小学 附中 办公室 办 工会 团委 院 社",
)
LIKE_A_UNIT = re.compile(rf"{UNIT_WORD}(?:[(（][^()（）]*[)）](?:党委|党总支|直属党支部|党支部)?)?$")
GENERIC = pattern(
    "^(?:各|[0-9]+[名位个]|[一二两三四五六七八九十]+[名位个]|全校|全院|二级|基层|其他|其余|全体|现场)",
    "^(?:院系|院级|本科|校领导|机关部门) ^(?:党总支|党委|党支部|直属党支部|学院)$",
)


def read_organisations(sentences: list[Sentence]) -> tuple[list[str], str] | None:
    """The list before 等7个…书记作了现场述职, or the named secretaries who reported on site."""
    for sentence in sentences:
        spoken = [*ON_SITE.finditer(sentence.text), *SPOKEN.finditer(sentence.text)]
        heard = HEARD.search(sentence.text)
        for end in [*(match.start() for match in spoken), *([heard.end()] if heard else [])]:
            names = _list_before(sentence.text, end)
            if names:
                return names, sentence.text
        names = _listed_after(sentence.text)
        if names:
            return names, sentence.text
    return None


def _listed_after(sentence: str) -> list[str] | None:
    """现场述职的有：甲、乙、丙, and 7个二级党组织（甲、乙、丙）的书记作了现场述职."""
    match = AFTER.search(sentence)
    if match is None and ON_SITE.search(sentence):
        match = IN_BRACKETS.search(sentence)
    if match is None:
        return None
    listed = re.sub(f"(?:等|共|共计|合计)*{NUMBER}(?:名|位|个|家).*$|等$", "", match["list"])
    names = [_unit(item) for whole in split_outside(listed, "、") for item in _joined(whole)]
    return [name for name in names if name] if len(names) > 1 and all(names) else None


def _list_before(sentence: str, end: int) -> list[str] | None:
    subject = _subject(sentence[:end])
    if subject is None:
        return None
    cut, is_listed = _end_of_list(subject)
    listed = split_outside(OPENING.sub("", subject[:cut]), "、")
    names = [_unit(item) for whole in listed for item in _joined(whole)]
    if not names or any(name is None for name in names) or (len(names) < 2 and not is_listed):
        return None
    return [name for name in names if name]


def _joined(item: str) -> list[str]:
    """护理学院党委和保卫处党总支 are two; 化学与材料学院党委 is one: before the joint there must be a unit."""
    for joint in re.finditer("[和与及]", item):
        left, right = item[: joint.start()], item[joint.end() :]
        if _unit(left) and _unit(right):
            return [left, *_joined(right)]
    return [item]


def _subject(before: str) -> str | None:
    """The last clause before the deed that enumerates something or counts somebody."""
    for _, clause in reversed(clauses(before)):
        if WRITTEN.search(clause) or NOT_A_LIST.search(clause):
            return None
        if re.search("书记|负责人|党组织|党委|总支|支部|学院", clause) and ("、" in clause or "等" in clause):
            return clause
    return None


def _end_of_list(subject: str) -> tuple[int, bool]:
    """Where the list ends: at 等, at the number, or behind the last secretary; and whether there was 等 or a number."""
    ends = [
        match.start()
        for match in (re.search("等", subject), QUANTITY.search(subject))
        if match and match.start()
    ]
    if ends:
        return min(ends), True
    secretaries = list(SECRETARY.finditer(subject))
    if not secretaries:
        return len(subject), False
    last = secretaries[-1]
    name = name_at(subject, last.end())
    return last.end() + len(name or ""), False


def _unit(item: str) -> str | None:
    """One item of the list as a unit: 某学院党委书记某某 → 某学院党委."""
    bare = item.strip().removesuffix("的")
    secretary = SECRETARY.search(bare)
    if secretary:
        rest = bare[secretary.end() :]
        if rest and name_at(rest, 0) != rest:
            return None
        bare = bare[: secretary.start()].removesuffix("的")
    is_unit = 2 <= len(bare) <= 40 and LIKE_A_UNIT.search(bare) and not GENERIC.search(bare)
    return bare if is_unit else None
