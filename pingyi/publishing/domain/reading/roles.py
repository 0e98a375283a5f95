"""Who chaired and who commented. Two roles, perhaps one person; a name where there is one, else the post as written."""

import re

from pingyi.publishing.domain.reading.person_phrases import Known, who
from pingyi.publishing.domain.reading.sentences import Sentence, clauses
from pingyi.publishing.domain.wording import any_of, pattern

CHAIRED = re.compile(
    "(?<![(（])主持(?:了|召开)?(?=(?:本次|此次|这次)?(?:会议|大会|评议会|评议|述职)|并|时|下|[，。；、）)]|\\Z|20|召开)"
)
BY = re.compile("(?:^|[^理自缘事])由(.{2,60}?)(?:共同|分别|亲自)?$")
UNDER = re.compile("在(.{2,40}?)(?:的)?$")
# Where the words for who acts may end: tried from the left until what stands before them is somebody.
ACTS = pattern(
    "出席 参加 到会 在 主持 逐 一一 分别 对 就 进行 作 做 结合 点评 依次 当场 现场 根据 针对",
    "一对一 为 听取 认真 围绕 采取 充分 亲自 以 通过 按照 随后 从 并 也 还 都 均 给予 肯定 同志",
    "全程 共同 先后 用 强调 指出 有针对性 代表",
)
COMMENT = re.compile("点评")
NOUN_BEFORE = re.compile(
    any_of("认领 针对 根据 结合 对照 按照 听取 聆听 接受 落实 未作 没有 梳理 整改")
    + "(?:(?!后|进行|作|并|逐|分别|一一)[^，。；]){0,12}$"
)
NOUN_AFTER = re.compile("(?:指出的|意见|环节|反馈|组|专家|会)")
DEMAND = re.compile("(?<![主重需简])要(?!求)|应当|必须|希望")
ONE_BY_ONE = re.compile("逐一|逐个|一一|分别|一对一|一述一评|依次|逐项|逐人")


def read_chair(sentences: list[Sentence], known: Known) -> tuple[list[str], str] | None:
    """Who chaired: 由…主持, …主持会议."""
    for sentence in sentences:
        for start, clause in clauses(sentence.text):
            match = CHAIRED.search(clause)
            if match is None:
                continue
            people = _chairs(clause[: match.start()], sentence.text[:start], known)
            if people:
                return people, sentence.text
    return None


def _chairs(before: str, earlier: str, known: Known) -> list[str] | None:
    under = UNDER.search(before)
    if under:
        return who(under[1], known)
    by = BY.search(before)
    if by:
        return who(by[1], known)
    if not before or before == "并":
        return _last_actor(earlier, known)
    return who(before, known) or _actor(before, known)


def read_commentator(sentences: list[Sentence], known: Known) -> tuple[list[str], str] | None:
    """Who commented on the reports; a sentence that says one by one is believed first."""
    found = []
    for sentence in sentences:
        for start, clause in clauses(sentence.text):
            match = COMMENT.search(clause)
            if match is None or not _is_deed(clause, match):
                continue
            earlier = sentence.text[:start]
            people = _with_those_before(_actor(clause, known), earlier, known) or _last_actor(earlier, known)
            if people:
                found.append((people, sentence.text))
                break
    found.sort(key=lambda item: not ONE_BY_ONE.search(item[1]))
    return found[0] if found else None


def _with_those_before(people: list[str] | None, earlier: str, known: Known) -> list[str] | None:
    """校长甲，副书记乙分别点评: clauses right before that name somebody and say nothing else belong to it."""
    if people is None:
        return None
    for _, clause in reversed(clauses(earlier)):
        named = who(clause, known)
        if not named or any(name not in known.names for name in named):
            break
        people = [*named, *people]
    return people


def _is_deed(clause: str, match: re.Match[str]) -> bool:
    before, after = clause[: match.start()], clause[match.end() :]
    return not (NOUN_BEFORE.search(before) or NOUN_AFTER.match(after) or DEMAND.search(before))


def _last_actor(earlier: str, known: Known) -> list[str] | None:
    """The nearest clause before that begins with somebody."""
    for _, clause in reversed(clauses(earlier)):
        people = _actor(clause, known)
        if people:
            return people
    return None


def _actor(clause: str, known: Known) -> list[str] | None:
    """Who acts in this clause: at its beginning, or behind 由."""
    place = clause.rfind("由")
    for text in ([clause[place + 1 :]] if place >= 0 else []) + [clause]:
        for match in ACTS.finditer(text):
            people = who(text[: match.start()], known) if match.start() else None
            if people:
                return people
    return None
