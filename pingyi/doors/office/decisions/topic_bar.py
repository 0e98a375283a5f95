"""The bar of the next step on the page of a topic."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pingyi.core.words import Words, listed
from pingyi.ledgers.decisions.domain.life import Move, State
from pingyi.ledgers.decisions.phrases import BODIES

if TYPE_CHECKING:
    from pingyi.ledgers.decisions.queries.topic import TopicSheet


@dataclass(frozen=True)
class Bar:
    """What to do next and why; `href` is the place on the page or the page of the meeting."""

    title: str
    effect: str
    href: str = ""
    button: str = ""


def topic_bar(sheet: "TopicSheet") -> Bar:
    """The one next step of the topic."""
    topic = sheet.topic
    open_item = next((one for one in sheet.items if not one.outcome), None)
    if open_item is not None:
        return Bar(
            Words("等{body}表决", body=BODIES[open_item.meeting.body]),
            Words("已经列在议程上。会前看能不能定，会上记意见和票数。"),
            f"/office/decision-meetings/{open_item.meeting_id}/",
            Words("看这次会"),
        )
    if sheet.move is None:
        return _ended(State(topic.state))
    if sheet.move in (Move.STUDY, Move.PLACE):
        return Bar(
            Words("列入{body}的议程", body=BODIES[next_body(sheet)]),
            Words("会前协调、先行研究都办好了的，才能列入决定它的会。"),
            "#place",
            Words("去列入"),
        )
    return _waiting(sheet)


def next_body(sheet: "TopicSheet") -> str:
    """The body whose meeting comes next."""
    return sheet.topic.studies_first if sheet.move is Move.STUDY else sheet.topic.decides


def _waiting(sheet: "TopicSheet") -> Bar:
    if sheet.move is Move.FILE:
        return Bar(
            Words("报送议题"), Words("写清哪天报、材料多少字。报送以后不再改。"), "#file", Words("去报送")
        )
    if sheet.move is Move.COORDINATE:
        missing = listed(one.name for one in sheet.leaders if one.pk not in sheet.facts.agreed)
        words = Words("还差{names}。意见一致了才能上会。", names=missing)
        return Bar(
            Words("记会前协调"),
            words if missing else Words("单位没有登记书记和行政正职，请经办人先登记。"),
            "#talk",
            Words("去记"),
        )
    if sheet.move is Move.EXECUTE:
        return Bar(Words("定谁办、什么时候办完"), Words("会议定了的，都要有人办。"), "#tasks", Words("去定"))
    return Bar(
        Words("把定了的办完"), Words("每项报办完、由上级评估以后，议题办结。"), "#tasks", Words("看任务")
    )


def _ended(state: State) -> Bar:
    if state is State.REJECTED:
        return Bar(Words("会议没有同意"), Words("要再办，另提一个议题。"))
    return Bar(Words("办结了"), Words("经过都留着。"))
