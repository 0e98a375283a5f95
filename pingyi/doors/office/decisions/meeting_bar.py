"""The bar of the next step on the page of a meeting."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pingyi.core.words import Words
from pingyi.doors.office.decisions.proof_words import repair_words
from pingyi.ledgers.decisions.domain.checks.held import SIGNERS
from pingyi.ledgers.kit.domain.states import State

if TYPE_CHECKING:
    from pingyi.ledgers.decisions.domain.proof import Proof
    from pingyi.ledgers.decisions.queries.agenda import MeetingSheet


@dataclass(frozen=True)
class Bar:
    """What to do next and why; `href` is the place on the page."""

    title: str
    effect: str
    href: str = ""
    button: str = ""


def meeting_bar(
    sheet: "MeetingSheet",
    proof: "Proof",
    *,
    signed: int,
    is_time: bool,
    record: "Mapping[str, object] | None" = None,
) -> Bar:
    """The one next step of the meeting."""
    total = len(sheet.items)
    if sheet.meeting.begun_at is not None:
        return _while_it_sits(sheet, total, signed, record)
    if not total:
        return Bar(
            Words("把议题列入议程"),
            Words("在议题页列入；协调好的才能列。"),
            "/office/topics/",
            Words("看议题"),
        )
    if proof.repair is not None and (asked := _nobody_answered(sheet)):
        return asked
    if proof.repair is not None:
        return Bar(
            repair_words(proof.repair, sheet),
            Words("这样议程上的事都能定，是要动得最少的办法。到会的人和事项有变，会重新算。"),
            "#agenda",
            Words("看每一项"),
        )
    if not is_time:
        return Bar(
            Words("议程上{total}项都能定", total=total), Words("按现在确认到会的人算的。到时间以后记谁到会。")
        )
    return Bar(
        Words("记谁到会"),
        Words("议程上{total}项都能定。记了到会，议程不再改。", total=total),
        "#seats",
        Words("去记"),
    )


def _nobody_answered(sheet: "MeetingSheet") -> Bar | None:
    """Before anybody said whether he comes, moving every item away would be the smallest repair, and no help."""
    voting = [one for one in sheet.seats if one.is_voting]
    if not voting or any(one.plan != "unknown" for one in voting):
        return None
    return Bar(
        Words("先问成员谁来"),
        Words("成员{total}人都还没有回话。记了谁来、谁请假，这里就算得出能不能定。", total=len(voting)),
        "#seats",
        Words("去记"),
    )


def _while_it_sits(
    sheet: "MeetingSheet", total: int, signed: int, record: "Mapping[str, object] | None"
) -> Bar:
    waiting = next((one for one in sheet.items if not one.row.outcome), None)
    if waiting is not None:
        done = sum(bool(one.row.outcome) for one in sheet.items)
        return Bar(
            Words("记“{title}”的结果", title=waiting.row.topic.title),
            Words(
                "{done} / {total}项有结果。先听别人的意见，主要负责人最后说，再表决。", done=done, total=total
            ),
            f"#item-{waiting.row.pk}",
            Words("去记"),
        )
    if signed < SIGNERS:
        return Bar(
            Words("请两个人签纪要"),
            Words("签了{signed} / {signers}人。", signed=signed, signers=SIGNERS),
            "#sign",
            Words("去记签名"),
        )
    if record is not None and record["state"] != State.CONFIRMED:
        return _on_the_way(record)
    return Bar(
        Words("这次会办完了"), Words("定了的事在议题页分任务、看进展。"), "/office/topics/", Words("看议题")
    )


def _on_the_way(record: Mapping[str, object]) -> Bar:
    """Signed, and not yet confirmed by the level above."""
    if record["waits"]:
        return Bar(Words("看过没有问题，就确认"), Words("确认以后这一条不再改。"), "#record", Words("去确认"))
    if record["state"] == State.FILED:
        return Bar(Words("等上级确认"), Words("由没有记这一条的上级或经办人确认。"))
    if record["state"] == State.RETURNED:
        return Bar(Words("照理由改好，再报"), record["row"].reason, "#record", Words("去改"))  # type: ignore[attr-defined]
    return Bar(
        Words("传上签了名的纪要，报上去"),
        Words("报了以后不能改，要改的请确认的人退回。"),
        "#record",
        Words("去报"),
    )
