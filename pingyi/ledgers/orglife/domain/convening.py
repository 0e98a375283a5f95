"""Who convenes a meeting of the branch (L11): its secretary; by delegation her deputy or a member of the committee."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pingyi.core.words import Words, listed
from pingyi.ledgers.kit.domain.checks import Finding, Level, Verdict
from pingyi.ledgers.orglife.domain.kinds import Kind

CONVENED = frozenset({Kind.COMMITTEE, Kind.MEMBERS_MEETING})
CODE = "orglife.convenor"


@dataclass(frozen=True)
class Convening:
    """Who was in the chair, who could have been: secretaries in post on that day by number with their names, deputies
    and members of the committee. `absent` are those on the list who were not there, with the reasons.
    """

    chair_id: int | None
    chair: str
    secretaries: Mapping[int, str]
    others: frozenset[int] = frozenset()
    absent: Mapping[int, str] = field(default_factory=dict)
    present: frozenset[int] = frozenset()


def convenor_finding(held: Convening) -> Finding:
    """What the rule says of one meeting. The reason is that of the secretary's absence: nobody is asked again."""
    if held.chair_id is None:
        return _unknown(Words("没有写主持人。"), Words("写上谁主持的。"))
    if not held.secretaries:
        return _unknown(Words("当天没有登记的支部书记。"), Words("请经办人在“单位”里登记职务。"))
    if held.chair_id in held.secretaries:
        return Finding(CODE, Verdict.PASS, Words("书记{name}主持。", name=held.chair), level=Level.NAT)
    if held.chair_id not in held.others:
        return _warn(
            Words("{name}不是书记、副书记或委员。", name=held.chair),
            Words("核对主持人；职务变了的，请经办人在“单位”里改。"),
        )
    return _by_delegation(held)


def _by_delegation(held: Convening) -> Finding:
    names = listed(held.secretaries.values())
    reasons = [held.absent[number] for number in held.secretaries if held.absent.get(number)]
    words = {"secretary": names, "name": held.chair}
    if reasons:
        message = Words(
            "书记{secretary}没到（{reason}），{name}受委托主持。", **words, reason=listed(reasons)
        )
        return _warn(message, Words("看委托站不站得住；长期这样的，请上级过问。"))
    if held.present & held.secretaries.keys():
        return _warn(
            Words("书记{secretary}到会，却由{name}主持。", **words),
            Words("把为什么由别人主持写进内容。"),
        )
    return _warn(
        Words("由{name}主持，没有写书记{secretary}为什么没到。", **words),
        Words("在名单里点书记“没到”，写一句原因。"),
    )


def _warn(message: str, remedy: str) -> Finding:
    return Finding(CODE, Verdict.WARN, message, remedy, Level.NAT)


def _unknown(message: str, remedy: str) -> Finding:
    return Finding(CODE, Verdict.UNKNOWN, message, remedy, Level.NAT)
