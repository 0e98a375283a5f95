from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import F

from pingyi.core.errors import Missing, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import Reporter
from pingyi.review.cycles.queries import settings_of
from pingyi.review.meetings.domain import reorder
from pingyi.review.meetings.domain.agenda import AgendaFaultError, ItemKind, ItemState, Line
from pingyi.review.meetings.models import AgendaItem, Sitting
from pingyi.review.meetings.phrases import ORDER_FAULTS
from pingyi.review.meetings.queries import agenda_of, lines_of
from pingyi.review.meetings.services.record import record_act
from pingyi.review.meetings.services.sitting_lock import lock_running

LONGEST_MINUTES = 240
# Above every place that an agenda can have: rows pass through here while their places are dealt anew.
ASIDE = 10_000


@transaction.atomic
def move_item(*, actor: Actor, now: datetime, item: AgendaItem, places: int) -> None:
    """Move a waiting item one step earlier (-1) or later (+1); a report takes its comment along."""
    sitting = lock_running(actor, item.sitting_id)
    lines = lines_of(agenda_of(sitting))
    try:
        order = reorder.move(lines, item.pk, 1 if places > 0 else -1)
    except AgendaFaultError as broken:
        raise refusal(broken) from broken
    deal_places(sitting, order)
    record_act(
        actor=actor,
        now=now,
        sitting=sitting,
        verb="agenda_item.moved",
        subject=item,
        payload={"places": places},
    )


@transaction.atomic
def insert_item(
    *, actor: Actor, now: datetime, sitting: Sitting, title: str, minutes: int = 0, before: int | None = None
) -> AgendaItem:
    """Put in an item of one's own (study, questions, a break) before a waiting one, else before the closing."""
    sitting = lock_running(actor, sitting.pk)
    words = " ".join(title.split())
    longest = AgendaItem._meta.get_field("title").max_length or 0
    if not words or len(words) > longest:
        raise Refused(
            Words("写这一项的名称，{longest}个字以内，例如“学习文件”。", longest=longest),
            code="agenda.title",
            field="title",
        )
    if not 0 <= minutes <= LONGEST_MINUTES:
        raise Refused(
            Words("时间写0到{longest_minutes}分钟，0是不限时。", longest_minutes=LONGEST_MINUTES),
            code="agenda.minutes",
            field="minutes",
        )
    item = _put_in(sitting, [_row(sitting, ItemKind.OTHER, words, minutes * 60)], before)
    record_act(
        actor=actor,
        now=now,
        sitting=sitting,
        verb="agenda_item.inserted",
        subject=item,
        payload={"title": words},
    )
    return item


@transaction.atomic
def insert_reporter(*, actor: Actor, now: datetime, sitting: Sitting, reporter: Reporter) -> AgendaItem:
    """Put in a reporter who came on the plan's on-site list after the hall was opened, with the comment.

    Goes before the speech, ballot and whatever else follows the reports; a second call changes nothing.
    """
    sitting = lock_running(actor, sitting.pk)
    if reporter.meeting_id != sitting.meeting_id or reporter.mode != Reporter.Mode.ON_SITE:
        raise Refused(Words("方案里没有把这一位定为本场现场述职，没有加进议程。"), code="agenda.not_on_site")
    items = agenda_of(sitting)
    there = next(
        (row for row in items if row.reporter_id == reporter.pk and row.kind == ItemKind.REPORT), None
    )
    if there is not None:
        return there
    settings = settings_of(sitting.meeting.cycle)
    name = reporter.organisation.name
    rows = [
        _row(sitting, ItemKind.REPORT, name, settings.speech_seconds, reporter),
        _row(sitting, ItemKind.COMMENT, name, settings.comment_seconds, reporter),
    ]
    item = _put_in(sitting, rows, _after_reports(items))
    record_act(
        actor=actor,
        now=now,
        sitting=sitting,
        verb="agenda_item.inserted",
        subject=item,
        payload={"title": name},
    )
    return item


def deal_places(sitting: Sitting, order: Sequence[Line]) -> None:
    """Number the items of the sitting in this order. Places are unique, so all step aside first."""
    AgendaItem.objects.filter(sitting=sitting).update(sequence=F("sequence") + ASIDE)
    rows = AgendaItem.objects.in_bulk([line.item_id for line in order])
    for number, line in enumerate(order, start=1):
        rows[line.item_id].sequence = number
    AgendaItem.objects.bulk_update(rows.values(), ["sequence"])


def refusal(broken: AgendaFaultError) -> Refused:
    return Refused(ORDER_FAULTS[broken.fault], code=f"agenda.{broken.fault}")


def _put_in(sitting: Sitting, rows: list[AgendaItem], before: int | None) -> AgendaItem:
    items = agenda_of(sitting)
    if before is not None and before not in {item.pk for item in items}:
        raise Missing(
            Words("议程里没有要排在它前面的那一项。刷新看看现在的议程。"), code="agenda.item_missing"
        )
    lines = lines_of(items)
    for place, row in enumerate(rows):
        row.sequence = ASIDE - len(rows) + place
        row.save()
        new = Line(row.pk, ItemKind(row.kind), ItemState.WAITING, row.reporter_id)
        try:
            lines = reorder.insert(lines, new, before)
        except AgendaFaultError as broken:
            raise refusal(broken) from broken
    deal_places(sitting, lines)
    return rows[0]


def _row(
    sitting: Sitting, kind: ItemKind, title: str, seconds: int, reporter: Reporter | None = None
) -> AgendaItem:
    return AgendaItem(
        institution_id=sitting.institution_id,
        sitting=sitting,
        sequence=0,
        kind=kind,
        reporter=reporter,
        title=title,
        planned_seconds=seconds,
    )


def _after_reports(items: Sequence[AgendaItem]) -> int | None:
    """The first waiting item behind all reports and comments."""
    of_reporters = [place for place, item in enumerate(items) if item.reporter_id is not None]
    behind = items[of_reporters[-1] + 1 :] if of_reporters else items
    waiting = (
        item.pk for item in behind if item.state == ItemState.WAITING and item.kind != ItemKind.OPENING
    )
    return next(waiting, None)
