"""The form of a planned meeting."""

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.doors.office.form_fields import Field, FormState
from pingyi.doors.office.sent_fields import Sent, read_all, sent_moment
from pingyi.review.cycles.queries.people import person_named
from pingyi.review.cycles.services import MeetingPlan

MEETING_MODES = {"paper": Words("纸质票"), "code": Words("匿名码")}
MODE_HINTS = {
    "paper": Words("每类一种测评表，当场填，两人各录一遍"),
    "code": Words("手机扫票条上的码来填；要信得过管系统的人"),
}


def meeting_fields(state: FormState) -> list[Field]:
    """Chair and commentator are two fields: often one person, not always."""
    return [
        state.field("name", Words("会议名称"), is_required=True),
        state.field("held_at", Words("时间"), kind="datetime-local", is_required=True),
        state.field("place", Words("地点")),
        state.field(
            "ballot_mode",
            Words("怎么投票"),
            kind="select",
            options=[
                (mode, Words("{word}（{mode_hints}）", word=word, mode_hints=MODE_HINTS[mode]))
                for mode, word in MEETING_MODES.items()
            ],
            is_required=True,
        ),
        state.field("chair", Words("主持人"), kind="people", hint=Words("写姓名或工号。")),
        state.field("chair_title", Words("主持人职务"), hint=Words("例如“党委副书记、校长”。")),
        state.field("commentator", Words("点评人"), kind="people", hint=Words("可以与主持人是同一人。")),
        state.field("commentator_title", Words("点评人职务")),
    ]


def sent_meeting(sent: Sent) -> MeetingPlan:
    """What the form sent; every fault at once."""
    found = read_all(
        {
            "chair": lambda: (
                person_named(sent["chair"], field="chair") if sent.get("chair", "").strip() else None
            ),
            "commentator": lambda: (
                person_named(sent["commentator"], field="commentator")
                if sent.get("commentator", "").strip()
                else None
            ),
        }
    )
    held_at = sent_moment(sent, "held_at")
    if held_at is None:
        raise Refused(Words("填开会的时间。"), code="meeting.date", field="held_at")
    return MeetingPlan(
        name=sent.get("name", ""),
        held_at=held_at,
        ballot_mode=sent.get("ballot_mode", ""),
        place=sent.get("place", ""),
        chair=found["chair"],
        chair_title=sent.get("chair_title", ""),
        commentator=found["commentator"],
        commentator_title=sent.get("commentator_title", ""),
    )
