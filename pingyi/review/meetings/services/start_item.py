from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.meetings.domain.agenda import AgendaFaultError, ItemState, start_fault
from pingyi.review.meetings.models import AgendaItem, Sitting
from pingyi.review.meetings.queries import agenda_of, lines_of
from pingyi.review.meetings.services.arrange_agenda import refusal
from pingyi.review.meetings.services.record import record_act
from pingyi.review.meetings.services.sitting_lock import lock_running


@transaction.atomic
def start_item(*, actor: Actor, now: datetime, item: AgendaItem) -> AgendaItem:
    """Begin this item and end the one that runs. The first one opens the meeting proper.

    Starting what already runs changes nothing, so a second click or a second operator does no harm.
    """
    sitting = lock_running(actor, item.sitting_id)
    items = {row.pk: row for row in agenda_of(sitting)}
    row = items[item.pk]
    if row.state == ItemState.RUNNING:
        return row
    if row.state != ItemState.WAITING:
        raise Refused(
            Words(
                "“{title}”已经结束或跳过，没有重新开始。刷新看看现在轮到谁；跳过的可以在议程里恢复。",
                title=row.title,
            ),
            code="agenda.item_not_waiting",
        )
    fault = start_fault(lines_of(items.values()), row.pk)
    if fault is not None:
        raise refusal(AgendaFaultError(fault))
    for running in items.values():
        if running.state == ItemState.RUNNING:
            _end(running, now)
    row.state, row.started_at = ItemState.RUNNING, now
    row.save(update_fields=["state", "started_at"])
    if sitting.state == Sitting.State.CHECK_IN:
        sitting.state, sitting.started_at = Sitting.State.RUNNING, now
        sitting.save(update_fields=["state", "started_at"])
    record_act(actor=actor, now=now, sitting=sitting, verb="agenda_item.started", subject=row)
    return row


@transaction.atomic
def end_item(*, actor: Actor, now: datetime, item: AgendaItem) -> None:
    """End what runs without beginning the next. Ending it twice changes nothing."""
    sitting = lock_running(actor, item.sitting_id)
    row = AgendaItem.objects.get(pk=item.pk)
    if row.state == ItemState.DONE:
        return
    if row.state != ItemState.RUNNING:
        raise Refused(
            Words("“{title}”还没有开始，没有可结束的。", title=row.title), code="agenda.item_not_running"
        )
    _end(row, now)
    record_act(actor=actor, now=now, sitting=sitting, verb="agenda_item.ended", subject=row)


def _end(row: AgendaItem, now: datetime) -> None:
    row.state, row.ended_at = ItemState.DONE, now
    row.save(update_fields=["state", "ended_at"])
