"""The institution's own calendar of a year: kept in place of the one that came with us, or given up again."""

from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.domain.calendar_text import BadLine, read_calendar
from pingyi.organisations.domain.working_days import SpecialDay
from pingyi.organisations.models import CalendarDay, CalendarYear
from pingyi.organisations.rules import may_keep_register

FIRST, LAST, LONGEST_SOURCE = 2000, 2100, 200


@transaction.atomic
def keep_calendar(*, actor: Actor, now: datetime, year: int, source: str, text: str) -> CalendarYear:
    """Enter a year as its notice words it; what was kept for it before is replaced. The same again changes nothing."""
    _refuse_strangers(actor)
    if not FIRST <= year <= LAST:
        raise Refused(
            Words("年份写{first}到{last}之间的四位数。", first=FIRST, last=LAST),
            code="calendar.year",
            field="year",
        )
    notice = source.strip()
    if not notice or len(notice) > LONGEST_SOURCE:
        raise Refused(
            Words("写明依据哪份通知，例如“国务院办公厅关于某年部分节假日安排的通知”，200字以内。"),
            code="calendar.source",
            field="source",
        )
    days = _read(year, text)
    row, is_new = CalendarYear.objects.select_for_update(of=("self",)).get_or_create(
        institution_id=actor.institution_id,
        year=year,
        defaults={"source": notice, "written_at": now, "written_by_id": actor.account_id},
    )
    if not is_new and (row.source, _stored(row)) == (notice, days):
        return row
    row.source, row.written_at, row.written_by_id = notice, now, actor.account_id
    row.save(update_fields=["source", "written_at", "written_by"])
    CalendarDay.objects.filter(calendar=row).delete()
    CalendarDay.objects.bulk_create(
        CalendarDay(
            institution_id=actor.institution_id,
            calendar=row,
            day=one.day,
            is_working=one.is_working,
            name=one.name,
        )
        for one in days
    )
    _record(actor, now, row, "calendar.kept", {"year": year, "source": notice, "days": len(days)})
    return row


@transaction.atomic
def drop_calendar(*, actor: Actor, now: datetime, year: int) -> None:
    """Give the own calendar of a year up: the official notice counts again, or the year is not known any more."""
    _refuse_strangers(actor)
    row = CalendarYear.objects.filter(institution=actor.institution_id, year=year).first()
    if row is None:
        raise Missing(Words("{year}年没有另外录入过。", year=year), code="calendar.missing")
    _record(actor, now, row, "calendar.dropped", {"year": year, "source": row.source})
    row.delete()


def _refuse_strangers(actor: Actor) -> None:
    if not may_keep_register(actor):
        raise Forbidden(Words("工作日历由经办人录入。"))


def _read(year: int, text: str) -> tuple[SpecialDay, ...]:
    try:
        days = read_calendar(year, text)
    except BadLine as bad:
        raise Refused(
            Words("第{number}行：{why}。没有保存。", number=bad.number, why=bad.why),
            code="calendar.line",
            field="text",
        ) from bad
    if not days:
        raise Refused(
            Words("还没有写放假安排。一行写一个节日，可以照通知原文粘贴。"),
            code="calendar.empty",
            field="text",
        )
    return days


def _stored(row: CalendarYear) -> tuple[SpecialDay, ...]:
    days = CalendarDay.objects.filter(calendar=row).order_by("day")
    return tuple(SpecialDay(one.day, one.is_working, one.name) for one in days)


def _record(actor: Actor, now: datetime, row: CalendarYear, verb: str, payload: dict[str, object]) -> None:
    record_event(
        institution_id=actor.institution_id,
        verb=verb,
        actor_id=actor.account_id,
        subject=row,
        now=now,
        payload=payload,
    )
