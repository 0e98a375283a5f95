"""The bar of the next step on the page of a meeting."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from pingyi.core.words import Words
from pingyi.doors.office.decisions.proof_words import effect_words, repair_words
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
    if sheet.meeting.called_off_at is not None:
        return Bar(
            Words("这次会取消了"),
            Words("议题都退回到列入以前那一步。要开的，另安排一次会。"),
            reverse("office:decision-meeting-plan"),
            Words("安排会议"),
        )
    if not total:
        return Bar(
            Words("把议题列入议程"),
            Words("在议题页列入；协调好的才能列。议程空着，记不了到会，也不算开过。"),
            "/office/topics/",
            Words("看议题"),
        )
    if not sheet.voters:
        return Bar(
            Words("先加成员"), Words("名单上还没有能表决的成员，什么也定不了。"), "#seats", Words("去加")
        )
    if proof.repair is not None and (asked := _nobody_answered(sheet)):
        return asked
    if proof.repair is not None:
        return Bar(
            repair_words(proof.repair, sheet),
            effect_words(proof.repair, sheet),
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
    voting = sheet.voters
    if any(one.plan != "unknown" for one in voting):
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
    if not total:
        return Bar(
            Words("这次会没有议题，不算开过"),
            Words("以前记了到会、没有列议题的，开会情况和统计里都不算。要定的事，另安排一次会。"),
            reverse("office:decision-meeting-plan"),
            Words("安排会议"),
        )
    waiting = next((one for one in sheet.items if not one.row.outcome), None)
    if waiting is not None and waiting.row.at_box:
        return Bar(
            Words("“{title}”正在用票箱表决", title=waiting.row.topic.title),
            Words("票箱计了票，从“票箱表决”里记结果。别的票数记不进来。"),
            reverse("office:agenda-item-vote", args=[waiting.row.pk]),
            Words("去看"),
        )
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
