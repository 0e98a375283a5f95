from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.services import record_event
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.documents.domain.document_number import is_code
from pingyi.documents.models import NumberSeries
from pingyi.documents.rules import may_keep_register
from pingyi.organisations.actor import Actor


@transaction.atomic
def open_series(
    *, actor: Actor, now: datetime, code: str, mark: str, issuer: str, printer: str = ""
) -> NumberSeries:
    """Add a letterhead whose papers are numbered from now on. Records series.opened."""
    if not may_keep_register(actor):
        raise Forbidden(Words("文号由经办人管。"))
    code, mark, issuer, printer = (tidy(one) for one in (code, mark, issuer, printer))
    if not is_code(code):
        raise Refused(
            Words("机关代字是“示大党”这样的字，不带年份、括号、数字和空格，最多20个字。"),
            code="series.code",
            field="code",
        )
    for field, text, limit, word in (
        ("mark", mark, 60, Words("发文机关标志")),
        ("issuer", issuer, 120, Words("发文机关")),
    ):
        if not text or len(text) > limit:
            raise Refused(
                Words("{word}没有填，或者超过{limit}个字。", word=word, limit=limit),
                code=f"series.{field}",
                field=field,
            )
    if NumberSeries.objects.filter(institution_id=actor.institution_id, code=code).exists():
        raise Refused(
            Words("机关代字“{code}”已经有了，不用再加。", code=code), code="series.exists", field="code"
        )
    series: NumberSeries = NumberSeries.objects.create(
        institution_id=actor.institution_id,
        code=code,
        mark=mark,
        issuer=issuer,
        printer=printer[:120],
        opened_by_id=actor.account_id,
        opened_at=now,
    )
    record_event(
        institution_id=actor.institution_id,
        verb="series.opened",
        actor_id=actor.account_id,
        subject=series,
        now=now,
        payload={"name": code, "title": mark},
    )
    return series


@transaction.atomic
def close_series(*, actor: Actor, now: datetime, series: NumberSeries) -> NumberSeries:
    """Take no more numbers from this series; the register keeps those it has. Records series.closed."""
    if not may_keep_register(actor, series):
        raise Forbidden(Words("文号由经办人管。"))
    if series.is_active:
        series.is_active = False
        series.save(update_fields=["is_active"])
        record_event(
            institution_id=series.institution_id,
            verb="series.closed",
            actor_id=actor.account_id,
            subject=series,
            now=now,
            payload={"name": series.code},
        )
    return series
