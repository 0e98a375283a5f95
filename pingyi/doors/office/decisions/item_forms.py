"""The forms of one item while its meeting sits."""

from typing import TYPE_CHECKING

from pingyi.core.words import Words
from pingyi.doors.office.decisions.reading import choices
from pingyi.ledgers.decisions.domain.votes import Outcome, VoteForm
from pingyi.ledgers.decisions.phrases import OUTCOMES, VOTE_FORMS

if TYPE_CHECKING:
    from pingyi.doors.office.acting import Failed
    from pingyi.doors.office.form_fields import Field
    from pingyi.ledgers.decisions.queries.agenda import ItemSheet, MeetingSheet


def item_forms(failed: "Failed", sheet: "MeetingSheet", item: "ItemSheet") -> "dict[str, list[Field]]":
    """Fields of what somebody says, what the meeting came to (`close` with a vote, or `note`), and putting it off."""
    recused = {one.seat_id for one in item.recusals}
    there = [one for one in sheet.seats if one.attended]
    speakers = [(str(one.pk), one.person.name) for one in there if one.pk not in recused]
    say = failed.state(f"say-{item.row.pk}")
    put_off = failed.state(f"put-off-{item.row.pk}")
    forms = {
        "say": [
            say.field("seat", Words("谁"), kind="select", options=speakers),
            say.field("text", Words("意见要点"), is_required=True),
        ],
        "put_off": [
            put_off.field("decision", Words("为什么暂缓"), is_required=True, hint=Words("写进纪要的一句话。"))
        ],
    }
    if item.facts.is_voted:
        people = [(str(one.person_id), one.person.name) for one in there]
        return {**forms, "close": _close_fields(failed, item, people)}
    note = failed.state(f"note-{item.row.pk}")
    return {
        **forms,
        "note": [
            note.field("decision", Words("会上怎么说的"), is_required=True, hint=Words("写进纪要的一句话。"))
        ],
    }


def _close_fields(failed: "Failed", item: "ItemSheet", people: list[tuple[str, str]]) -> "list[Field]":
    """A vote was held: every choice here fits every other. Without a vote an item is only put off, by its own form."""
    form = failed.state(f"close-{item.row.pk}", outcome=Outcome.PASSED, form=VoteForm.HANDS)
    nobody = ("", Words("不用"))
    return [
        form.field("form", Words("怎么表决"), kind="select", options=choices(VOTE_FORMS)),
        form.field("approve", Words("同意票"), kind="number", least="0"),
        form.field("against", Words("不同意票"), kind="number", least="0"),
        form.field("abstain", Words("弃权票"), kind="number", least="0"),
        form.field("first_teller", Words("监票（无记名）"), kind="select", options=[nobody, *people]),
        form.field("second_teller", Words("计票（无记名）"), kind="select", options=[nobody, *people]),
        form.field(
            "outcome",
            Words("结果"),
            kind="select",
            options=[
                (Outcome.PASSED.value, OUTCOMES[Outcome.PASSED]),
                (Outcome.REJECTED.value, Words("票数不够，未通过")),
                (Outcome.POSTPONED.value, Words("票数不够，暂缓下次再议")),
            ],
            hint=Words("票数够就是通过，不够选后两样。"),
        ),
        form.field("decision", Words("怎么定的"), is_required=True, hint=Words("写进纪要的一句话。")),
    ]
