from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.meetings.domain import reorder
from pingyi.review.meetings.domain.agenda import AgendaFaultError, ItemState
from pingyi.review.meetings.models import AgendaItem
from pingyi.review.meetings.queries import agenda_of, lines_of
from pingyi.review.meetings.services.arrange_agenda import deal_places, refusal
from pingyi.review.meetings.services.record import record_act
from pingyi.review.meetings.services.sitting_lock import lock_running


@transaction.atomic
def skip_item(*, actor: Actor, now: datetime, item: AgendaItem, reason: str) -> None:
    """Pass over a waiting item, with the reason (an absent reporter: the comment goes too). Repeating is harmless."""
    sitting = lock_running(actor, item.sitting_id)
    items = {row.pk: row for row in agenda_of(sitting)}
    row = items[item.pk]
    if row.state == ItemState.SKIPPED:
        return
    if row.state != ItemState.WAITING:
        raise Refused(Words("这一项已经开始，不能跳过。"), code="agenda.item_begun")
    words = _reason(reason)
    skipped = [items[line.item_id] for line in reorder.skipped_with(lines_of(items.values()), row.pk)]
    for one in skipped:
        one.state, one.skip_reason = ItemState.SKIPPED, words
    AgendaItem.objects.bulk_update(skipped, ["state", "skip_reason"])
    record_act(
        actor=actor,
        now=now,
        sitting=sitting,
        verb="agenda_item.skipped",
        subject=row,
        payload={"reason": words},
    )


@transaction.atomic
def restore_item(*, actor: Actor, now: datetime, item: AgendaItem) -> None:
    """Take a skipped item back (a reporter who came late, with the comment): next in turn if its place has passed."""
    sitting = lock_running(actor, item.sitting_id)
    items = {row.pk: row for row in agenda_of(sitting)}
    row = items[item.pk]
    if row.state != ItemState.SKIPPED:
        return
    try:
        order = reorder.restore(lines_of(items.values()), row.pk)
    except AgendaFaultError as broken:
        raise refusal(broken) from broken
    back = [
        items[line.item_id]
        for line in order
        if line.is_open and items[line.item_id].state == ItemState.SKIPPED
    ]
    for one in back:
        one.state, one.skip_reason = ItemState.WAITING, ""
    AgendaItem.objects.bulk_update(back, ["state", "skip_reason"])
    deal_places(sitting, order)
    record_act(actor=actor, now=now, sitting=sitting, verb="agenda_item.restored", subject=row)


def _reason(text: str) -> str:
    words = " ".join(text.split())
    longest = AgendaItem._meta.get_field("skip_reason").max_length or 0
    if not words or len(words) > longest:
        raise Refused(
            Words("写跳过的原因，{longest}个字以内，例如“因公出差，改为书面述职”。", longest=longest),
            code="agenda.reason",
            field="reason",
        )
    return words
