"""Rules of a unit as such: how often its bodies meet (D27), how many sit in its committee (D28), who holds its posts
(D29).
"""

from dataclasses import dataclass
from datetime import date

from pingyi.core.words import Words
from pingyi.ledgers.decisions.domain.bodies import HOSPITAL, BodyKind
from pingyi.ledgers.decisions.domain.finding import good, short_of
from pingyi.ledgers.decisions.phrases import BODIES
from pingyi.ledgers.kit.domain.checks import Finding
from pingyi.ledgers.kit.domain.parameters import Rulebook


@dataclass(frozen=True)
class Committee:
    """`kind` is what the numbers are laid down for (hospital, committee, general_branch); `members` are as many as the
    register lists, None where it lists none; `standing` those of the standing committee.
    """

    kind: str
    members: int | None
    standing: int | None = None


def committee_kind(unit_kind: str, organisation_kind: str) -> str:
    """Which numbers hold for the committee of an organisation; none for a branch without one."""
    if unit_kind == HOSPITAL:
        return "hospital"
    return organisation_kind if organisation_kind in ("committee", "general_branch") else ""


def check_meetings(body: BodyKind, due: int, missed: int) -> Finding | None:
    """Whether a body met as often as it should in the periods that are over; nothing where nothing was due."""
    if not due:
        return None
    name = BODIES[body]
    if not missed:
        return good("D27", Words("{body}按次数开了，{due}段时间都够", body=name, due=due))
    said = Words("{body}有{missed} / {due}段时间没有开够，没写原因", body=name, missed=missed, due=due)
    return short_of("D27", said, Words("开了没记的补记；没有开的，在“开会情况”里写一句原因。"))


def check_committee(committee: Committee, numbers: Rulebook, day: date) -> list[Finding]:
    """The number of committee members against what the unit has laid down; the standing committee of hospitals too."""
    found = []
    if committee.kind and committee.members is not None:
        found.append(_sized(Words("党委委员"), committee.members, f"{committee.kind}.", numbers, day))
    if committee.kind == "hospital" and committee.standing is not None:
        found.append(_sized(Words("常委"), committee.standing, "hospital.standing_", numbers, day))
    return found


def check_posts(unit_kind: str, is_same_person: bool, numbers: Rulebook, day: date) -> Finding | None:
    """In hospitals secretary and president are two people."""
    if unit_kind != HOSPITAL or not numbers.is_on("hospital.posts_separate", day):
        return None
    if not is_same_person:
        return good("D29", Words("书记和院长由两个人担任"))
    return short_of("D29", Words("书记和院长是同一个人"), Words("请按干部管理权限报上级研究。"))


def _sized(what: str, count: int, prefix: str, numbers: Rulebook, day: date) -> Finding:
    least, most = numbers.number(f"{prefix}least", day), numbers.number(f"{prefix}most", day)
    said = Words("{what}{count}人，应为{least}到{most}人", what=what, count=count, least=least, most=most)
    usual = numbers.number(f"{prefix}usual", day) if f"{prefix}usual" in numbers.parameters else most
    if usual < count <= most:
        said = Words("{said}，一般不多于{usual}人", said=said, usual=usual)
    if least <= count <= most:
        return good("D28", said)
    return short_of("D28", said, Words("缺的补选，多的下次换届时调整；人数按上级批复。"))
