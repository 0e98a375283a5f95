"""The forms of one item while its meeting sits."""

from typing import TYPE_CHECKING

from pingyi.core.words import Words
from pingyi.doors.office.decisions.reading import choices
from pingyi.ledgers.decisions.phrases import OUTCOMES, VOTE_FORMS

if TYPE_CHECKING:
    from pingyi.doors.office.acting import Failed
    from pingyi.doors.office.form_fields import Field
    from pingyi.ledgers.decisions.queries.agenda import ItemSheet, MeetingSheet


def item_forms(failed: "Failed", sheet: "MeetingSheet", item: "ItemSheet") -> "dict[str, list[Field]]":
    """Fields of: what somebody says, and what the meeting came to."""
    recused = {one.seat_id for one in item.recusals}
    there = [one for one in sheet.seats if one.attended]
    speakers = [(str(one.pk), one.person.name) for one in there if one.pk not in recused]
    say = failed.state(f"say-{item.row.pk}")
    return {
        "say": [
            say.field("seat", Words("谁"), kind="select", options=speakers),
            say.field("text", Words("意见要点"), is_required=True),
        ],
        "close": _close_fields(failed, item, [(str(one.person_id), one.person.name) for one in there]),
    }


def _close_fields(failed: "Failed", item: "ItemSheet", people: list[tuple[str, str]]) -> "list[Field]":
    form = failed.state(f"close-{item.row.pk}")
    nobody = ("", Words("不用"))
    return [
        form.field("outcome", Words("结果"), kind="select", options=choices(OUTCOMES)),
        form.field(
            "form",
            Words("怎么表决"),
            kind="select",
            options=[*choices(VOTE_FORMS), ("", Words("没有表决，暂缓"))],
        ),
        form.field("approve", Words("同意票"), kind="number"),
        form.field("against", Words("不同意票"), kind="number"),
        form.field("abstain", Words("弃权票"), kind="number"),
        form.field("first_teller", Words("监票（无记名）"), kind="select", options=[nobody, *people]),
        form.field("second_teller", Words("计票（无记名）"), kind="select", options=[nobody, *people]),
        form.field("decision", Words("怎么定的"), is_required=True, hint=Words("写进纪要的一句话。")),
    ]
