"""The form of one voter class."""

from pingyi.core.words import Words
from pingyi.doors.office.form_fields import Field, FormState
from pingyi.doors.office.sent_fields import Sent
from pingyi.review.cycles.services import ClassPlan


def class_fields(state: FormState, *, has_weight: bool) -> list[Field]:
    """No weight is proposed: people set it. In a satisfaction poll there is none, every ballot counts alike."""
    fields = _all_fields(state)
    return [one for one in fields if has_weight or one.name != "weight"]


def _all_fields(state: FormState) -> list[Field]:
    return [
        state.field(
            "name",
            Words("这一类是谁"),
            hint=Words("例如“党委委员”。印在这一类的测评表上。"),
            is_required=True,
        ),
        state.field("code", Words("代号"), hint=Words("空着就用下一个字母。"), css="w-n"),
        state.field(
            "weight",
            Words("权重"),
            hint=Words("写60%或0.6；可以先空着，各类合计正好100%才能封存。"),
            css="w-n",
        ),
        state.field("is_selected_part", Words("只请其中一部分人"), kind="check"),
        state.field(
            "selection_note",
            Words("这部分人怎么选出来的"),
            hint=Words("例如“每个代表团推荐2名”。只请一部分时要写。"),
        ),
    ]


def sent_class(sent: Sent) -> ClassPlan:
    """What the form sent."""
    return ClassPlan(
        name=sent.get("name", ""),
        weight=sent.get("weight", ""),
        code=sent.get("code", ""),
        is_selected_part="is_selected_part" in sent,
        selection_note=sent.get("selection_note", ""),
    )
