"""Writing the entries of a list, all at once."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.duties.domain.rows import Row
from pingyi.review.duties.models import DutyItem, DutyList
from pingyi.review.duties.queries.lookup import items_in_force
from pingyi.review.duties.services.changes_in_force import change_in_force, wanted_of, written_of
from pingyi.review.duties.services.fingerprint import fingerprint_of_list
from pingyi.review.duties.services.locks import lock_kept_list
from pingyi.review.duties.services.record import record_about_list
from pingyi.review.duties.services.row_checks import refuse_faulty


@transaction.atomic
def save_list(
    *,
    actor: Actor,
    now: datetime,
    duty_list: DutyList,
    rows: Sequence[Row],
    seen_version: int,
    reason: str = "",
) -> bool:
    """Make the list what the rows say, in their order; says whether anything changed.

    Entries without a row go: off a draft for good, off a list in force they are dropped with the reason. Every change
    of a list in force has one. Who would write over somebody else's change (`seen_version`) is refused.
    """
    row = lock_kept_list(actor, duty_list.pk)
    if seen_version != row.version:
        raise Refused(
            Words("您打开这一页以后，别人改过这张清单，没有保存。您写的还在下面，和现在的内容对照以后再存。"),
            code="duty_list.changed_meanwhile",
        )
    refuse_faulty(rows, row.cycle.year)
    present = {one.pk: one for one in items_in_force(row)}
    if [(pk, *written_of(item)) for pk, item in present.items()] == [
        (one.item_id, *wanted_of(one)) for one in rows
    ]:
        return False
    if row.state == DutyList.State.ISSUED:
        change_in_force(actor, now, rows, present, reason)
    else:
        row.items.exclude(pk__in=[one.item_id for one in rows if one.item_id in present]).delete()
    _write(row, rows, present)
    row.version += 1
    if row.state == DutyList.State.ISSUED:
        row.fingerprint = fingerprint_of_list(row)
    row.save(update_fields=["version", "fingerprint"])
    record_about_list(
        actor,
        now,
        row,
        "duty_list.written",
        reason=reason.strip(),
        items=len(rows),
        fingerprint=row.fingerprint,
    )
    return True


def _write(duty_list: DutyList, rows: Sequence[Row], present: Mapping[int, DutyItem]) -> None:
    for place, row in enumerate(rows, start=1):
        item = present.get(row.item_id or 0) or DutyItem(
            institution_id=duty_list.institution_id, duty_list=duty_list
        )
        item.sequence, item.part, item.strand, item.text = place, row.part, row.strand, row.text
        item.due_on, item.responsible_id = row.due_on, row.responsible_id
        item.save()
