"""Writes the lines of an import: members as they are, activities as filed, everything in a few statements."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any, cast

from pingyi.core.bulk import add_rows
from pingyi.ledgers.kit.domain.importing import Line
from pingyi.ledgers.kit.domain.states import State
from pingyi.ledgers.kit.services.write_record import mark_written
from pingyi.ledgers.orglife.domain.kinds import Kind
from pingyi.ledgers.orglife.domain.sheets import ACTIVITIES, MEMBERS
from pingyi.ledgers.orglife.models import Activity, Attendance, Member
from pingyi.ledgers.orglife.services.activity_content import columns_of
from pingyi.ledgers.orglife.services.read_rows import LENGTH_CODES, LIST_KEYS, PERSON_KEYS, content_of
from pingyi.organisations.actor import Actor

AT_ONCE = 2000


def write_lines(actor: Actor, now: datetime, lines: Sequence[Line]) -> None:
    """All lines of both sheets. What was a draft or returned and is in the workbook counts as filed now."""
    of_sheet = {
        name: [line for line in lines if line.draft.row.form.name == name]
        for name in (MEMBERS.name, ACTIVITIES.name)
    }
    _write_members(actor, of_sheet[MEMBERS.name])
    new = [line for line in of_sheet[ACTIVITIES.name] if line.stored_id is None]
    add_rows(Attendance, _add_activities(actor, now, new))
    for line in of_sheet[ACTIVITIES.name]:
        if line.stored_id is not None:
            _change_activity(actor, now, line.stored_id, line)


def _write_members(actor: Actor, lines: Iterable[Line]) -> None:
    new = []
    for line in lines:
        if line.stored_id is None:
            new.append(
                Member(institution_id=actor.institution_id, person_id=_person_id(line), **line.draft.values)
            )
        else:
            Member.objects.filter(pk=line.stored_id).update(**line.draft.values)
    Member.objects.bulk_create(new, batch_size=AT_ONCE)


def _add_activities(actor: Actor, now: datetime, lines: Sequence[Line]) -> Iterator[dict[str, Any]]:
    """Writes the new activities and gives their lists, still to be written."""
    rows = []
    for line in lines:
        _, kind, day, topic = cast("tuple[int, str, date, str]", line.draft.identity)
        content = content_of(Kind(kind), day, topic, dict(line.draft.values))
        row = Activity(
            institution_id=actor.institution_id,
            organisation_id=line.draft.owner,
            state=State.FILED.value,
            **columns_of(content),
        )
        mark_written(row, actor, now)
        rows.append(row)
    created = Activity.objects.bulk_create(rows, batch_size=AT_ONCE)
    pairs = zip(created, lines, strict=True)
    return (seat for row, line in pairs for seat in _seats(row, line.draft.values))


def _change_activity(actor: Actor, now: datetime, activity_id: int, line: Line) -> None:
    row = Activity.objects.get(pk=activity_id)
    values = dict(line.draft.values)
    for name, value in values.items():
        if name in PERSON_KEYS:
            setattr(row, f"{name}_id", value.person_id)
        elif name not in LIST_KEYS:
            setattr(row, name, LENGTH_CODES[value] if name == "length" else value)
    mark_written(row, actor, now)
    row.state, row.reason, row.decided_at, row.decided_by = State.FILED.value, "", None, None
    row.save()
    if any(name in values for name in LIST_KEYS):
        row.attendances.all().delete()
        add_rows(Attendance, _seats(row, values))


def _seats(row: Activity, values: Any) -> Iterator[dict[str, Any]]:
    """The columns of `Attendance`, for everybody on the lists."""
    for name in LIST_KEYS:
        is_present = name == "attended"
        for one in values.get(name, ()):
            yield {
                "institution_id": row.institution_id,
                "activity_id": row.pk,
                "person_id": one.person_id,
                "is_present": is_present,
                "reason": "" if is_present else one.reason,
            }


def _person_id(line: Line) -> int:
    """Members are told by their person."""
    return cast("int", line.draft.identity)
