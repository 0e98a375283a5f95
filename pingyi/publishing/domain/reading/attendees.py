"""Which groups of people attended, as the text lists them. Persons named one by one are no group."""

import re

from pingyi.publishing.domain.people import POST_WORD, is_name, without_post
from pingyi.publishing.domain.reading.sentences import Sentence, clauses, split_outside
from pingyi.publishing.domain.wording import any_of, pattern

ATTEND = pattern(
    "(?:现场)?(?:参加|出席|列席|参与)了?(?:本次|此次|这次)?(?:会议|大会|评议会|述职评议会|述职会|会|活动|。|，|；|$)",
    "参会 到会(?!指导)",
)
INVERSE = pattern(
    "(?:参加|出席|列席)(?:本次|此次)?(?:会议|大会|评议会|述职评议会)?的?(?:人员)?(?:还)?(?:有|包括|为)[：:]?",
    "(?:参会|与会|列席|参加|出席)人员(?:有|包括|为|：|:)",
)
PEOPLE = any_of(
    "书记 委员 常委 委员会 成员 负责人 负责同志 代表 副职 正职 人员 主任 部长 处长 科长 院长 所长 馆长 主席",
    "领导 班子 干事",
    "班主任 秘书 评委 专家 同志 分子 人士 教授 工作者 助理 支委 总监 组长 会长 校长 干部 员",
)
STRONG = re.compile(rf"{PEOPLE}(?:[(（][^()（）]*[)）])?[”’]?$")
SHORT = re.compile(
    "^[^、]{0,2}"
    + any_of("党员 干部 群众 教师 学生 师生 教职工 职工 人大代表 党代表 政协委员 副书记 书记 副处长")
    + "$"
)
NUMBER_OF_PEOPLE = "等?(?:(?:共|共计|约|合计|一行)*[0-9一二三四五六七八九十百]+余?(?:人|名|位))?"
TAIL = re.compile(f"{NUMBER_OF_PEOPLE}{any_of('一起 一同 共同 分别 现场 全程 线上 线下')}*$")
VERB = pattern(
    "召开 举行 举办 主持 讲话 点评 听取 强调 指出 采取 提出 介绍 开展 进行 担任 传达 指导 述职评议会$ 根据 按照 汇报",
    "参加 出席 列席",
)
# Before a named person: further posts of the same one (党委副书记、纪委书记、某某主任某某).
FURTHER_POST = re.compile(
    "^(?!各|全体|部分|二级|基层|所有|直属|院级|院系)[^、]{0,12}(?:副书记|书记|校长|院长|部长|主任|处长|主席|常委|委员)$"
)
JOINTS = "、，；"
SOFT_JOINT = re.compile("以及|及|和|与")


def read_attendees(sentences: list[Sentence]) -> tuple[list[str], str] | None:
    """The groups of everybody who attended or sat in, in the order of the text."""
    groups: list[str] = []
    evidence = ""
    for sentence in sentences:
        found = _inverse(sentence.text) or _before(sentence.text)
        if found:
            groups += [group for group in found if group not in groups]
            evidence = evidence or sentence.text
    return (groups, evidence) if groups else None


def _inverse(sentence: str) -> list[str] | None:
    """参加会议的有：…"""
    match = INVERSE.search(sentence)
    if not match:
        return None
    rest = re.split("[。；]", sentence[match.end() :])[0]
    return _groups(split_outside(rest, JOINTS)) or None


def _before(sentence: str) -> list[str]:
    """…参加会议: what is enumerated before each such word, back to the clause that says something else."""
    groups: list[str] = []
    start = 0
    for match in ATTEND.finditer(sentence):
        items: list[str] = []
        for place, clause in reversed(clauses(sentence[start : match.start()] or " ")):
            is_end = start + place + len(clause) == match.start()
            if VERB.search(clause) or (not items and not is_end):
                break
            items = [clause, *items]
        pieces = [piece for item in items for piece in split_outside(item, "、")]
        if pieces:
            pieces[-1] = TAIL.sub("", pieces[-1])
            groups += _groups(pieces)
        start = match.end()
    return groups


def _groups(pieces: list[str]) -> list[str]:
    """Pieces that end in a word for people stand alone, others belong to what follows: 党委（总支）、直属党支部书记."""
    groups: list[str] = []
    waiting: list[str] = []
    for piece in [part for whole in pieces for part in _soft_parts(whole.strip())]:
        bare = re.sub("^(?:会上|会议)[，、]?|等$", "", piece).strip()
        if not bare:
            continue
        if _is_person(bare):
            waiting = []
            while groups and FURTHER_POST.match(groups[-1]):
                groups.pop()
            continue
        if waiting and _stand_alone(waiting, bare):
            groups += waiting
            waiting = []
        if groups and not waiting and SHORT.match(bare) and _belongs(groups[-1], bare):
            groups[-1] = f"{groups[-1]}、{bare}"
            continue
        waiting.append(bare)
        if STRONG.search(bare) and not (SHORT.match(bare) and not bare.endswith(("书记", "代表", "委员"))):
            groups.append("、".join(waiting))
            waiting = []
    return [] if any(len(group) > 60 for group in groups) else groups


def _stand_alone(waiting: list[str], bare: str) -> bool:
    """党员、党外知识分子: 党员 is a group of its own if what follows is no 代表 that could include it."""
    is_short = all(SHORT.match(each) for each in waiting)
    return (
        is_short
        and (not bare.endswith("代表") or bare.startswith(("部分", "各", "全体")))
        and not SHORT.match(bare)
    )


def _belongs(before: str, bare: str) -> bool:
    """部分党代表、人大代表、政协委员 and 书记、副书记 are one group."""
    if bare == "副书记":
        return before.endswith("书记")
    return before.startswith("部分") and bare in ("人大代表", "政协委员", "党代表")


def _soft_parts(piece: str) -> list[str]:
    """Two groups joined by 和 or 及, if the first one is complete without the second."""
    for match in SOFT_JOINT.finditer(piece):
        left, right = piece[: match.start()], piece[match.end() :]
        outside = left.count("(") + left.count("（") == left.count(")") + left.count("）")
        if _is_person(left) or left == "副书记":
            return [left, *_soft_parts(right)]
        is_secretary = left.endswith("书记") and len(left) >= 4
        complete = (
            STRONG.search(left) and (is_secretary or not SHORT.match(left)) and not left.endswith("教师")
        )
        if outside and complete and len(right) > 3:
            return [left, *_soft_parts(right)]
    return [piece]


def _is_person(text: str) -> bool:
    post, name = without_post(text)
    if is_name(text) and not re.search(POST_WORD, text):
        return True
    return bool(post and name and is_name(name) and not STRONG.search(text))
