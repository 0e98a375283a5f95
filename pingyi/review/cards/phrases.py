"""The words of cards."""

from pingyi.core.words import Words
from pingyi.organisations.phrases import UNIT_KINDS
from pingyi.review.cards.domain.peers import PeerGroup
from pingyi.review.dutyreports.domain.states import ReportState

REPORT_STATES: dict[str, str] = {
    "": Words("还没有开始写"),
    ReportState.DRAFT: Words("在写，还没有交"),
    ReportState.RETURNED: Words("退回修改，还没有重交"),
}
BOXES = (Words("肯定"), Words("问题"), Words("要求"))


def peer_words(group: PeerGroup) -> str:
    """With whom the strips compare: 在16个学院里的位置."""
    if not group.kind or group.kind == "other":
        return Words("在{count}个单位里的位置", count=len(group.members))
    return Words("在{count}个{kind}里的位置", count=len(group.members), kind=UNIT_KINDS[group.kind])
