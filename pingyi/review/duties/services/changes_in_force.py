"""What changing a list in force asks for: a reason, whole entries, and nothing that was reported already."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from pingyi.core.words import Words, listed
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.services import SeveralFaults
from pingyi.review.duties.domain.entries import NoteKind, ReportState
from pingyi.review.duties.domain.rows import Row, gap_of
from pingyi.review.duties.models import DutyItem
from pingyi.review.duties.phrases import GAPS, STRANDS
from pingyi.review.duties.services.record import write_note
from pingyi.review.duties.services.row_checks import field_of
from pingyi.review.duties.services.words import asked_words

Content = tuple[str, str, str, date | None, int | None]


def written_of(item: DutyItem) -> Content:
    return (item.part, item.strand, item.text, item.due_on, item.responsible_id)


def wanted_of(row: Row) -> Content:
    return (*row.says, row.due_on, row.responsible_id)


def change_in_force(
    actor: Actor, now: datetime, rows: Sequence[Row], present: Mapping[int, DutyItem], reason: str
) -> None:
    """Refuses what may not be changed, writes down what is, and drops the entries that have no row any more."""
    words = asked_words(reason, Words("清单已经印发，写明为什么改。"), field="reason")
    kept = {one.item_id: one for one in rows if one.item_id in present}
    changed = [
        (item, kept[pk])
        for pk, item in present.items()
        if pk in kept and written_of(item) != wanted_of(kept[pk])
    ]
    gone = [item for pk, item in present.items() if pk not in kept]
    _refuse_gaps(rows)
    _refuse_settled(changed, gone)
    for item, row in changed:
        write_note(actor, now, item, NoteKind.CHANGED, f"{_change_words(item, row)}。{words}")
    for item in gone:
        item.drop_reason, item.dropped_by_id, item.dropped_at = words, actor.account_id, now
        item.save(update_fields=["drop_reason", "dropped_by", "dropped_at"])
        write_note(actor, now, item, NoteKind.DROPPED, words)


def _refuse_gaps(rows: Iterable[Row]) -> None:
    gaps = {row.number: gap_of(row.due_on, row.responsible_id) for row in rows}
    faults = {field_of(number, gap): GAPS[gap] for number, gap in gaps.items() if gap is not None}
    if faults:
        raise SeveralFaults(faults, code="duty_rows.gap")


def _refuse_settled(changed: Iterable[tuple[DutyItem, Row]], gone: Iterable[DutyItem]) -> None:
    """What was reported stays as it was read then; a duty does not become a project, nor the other way round."""
    faults: dict[str, str] = {}
    for item, row in changed:
        if item.state != ReportState.OPEN:
            faults[field_of(row.number, "text")] = Words("报过办结的不能改。要改，先退回单位。")
        elif item.part != row.part:
            faults[field_of(row.number, "part")] = Words(
                "责任事项和年度项目不能互换。把这一条清空，另写一条。"
            )
    for item in gone:
        if item.state != ReportState.OPEN:
            faults["rows"] = Words("“{text}”报过办结，不能撤下。要撤，先退回单位。", text=item.text)
    if faults:
        raise SeveralFaults(faults, code="duty_rows.settled")


def _change_words(item: DutyItem, row: Row) -> str:
    """What was there before, so that the story can be read without the log."""
    parts = []
    if item.text != row.text:
        parts.append(Words("原来写的是“{text}”", text=item.text))
    if item.strand != row.strand:
        parts.append(Words("原来列在{strand}", strand=STRANDS[item.strand]))
    if item.due_on != row.due_on and item.due_on is not None:
        parts.append(Words("原来的期限是{day}", day=item.due_on.isoformat()))
    if item.responsible_id != row.responsible_id and item.responsible is not None:
        parts.append(Words("原来的责任人是{person}", person=item.responsible.name))
    return listed(parts, "；")
