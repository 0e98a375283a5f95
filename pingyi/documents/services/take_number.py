from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.services import record_event
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.documents.domain.document_number import number_text
from pingyi.documents.models import DocumentNumber, NumberSeries, SeriesYear
from pingyi.documents.rules import may_keep_register
from pingyi.organisations.actor import Actor

LONGEST_TITLE = 200


def take_number(
    *, actor: Actor, now: datetime, series: NumberSeries, title: str, issued_on: date
) -> DocumentNumber:
    """The next number of the series in the year of the paper, inside the transaction that issues the paper.

    Whoever comes second waits on the series until the first is through or has given up, so no number is left out and
    none is given twice. Without a transaction around it the number could stay taken by a paper that never was.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a number is taken inside the transaction of its paper")
    if not may_keep_register(actor, series):
        raise Forbidden(Words("文号由经办人取。"))
    held = NumberSeries.objects.select_for_update().get(pk=series.pk)
    if not held.is_active:
        raise Refused(
            Words("“{code}”已经停用，换一个机关代字。", code=held.code), code="series.closed", field="series"
        )
    clean = tidy(title.replace("\n", ""))[:LONGEST_TITLE]
    if not clean:
        raise Refused(Words("标题没有填。文号要和文件名称一起登记。"), code="number.untitled", field="title")
    year, _ = SeriesYear.objects.get_or_create(
        series=held, year=issued_on.year, defaults={"institution_id": held.institution_id}
    )
    highest = DocumentNumber.objects.filter(series_year=year).aggregate(highest=Max("number"))["highest"]
    taken: DocumentNumber = DocumentNumber.objects.create(
        institution_id=held.institution_id,
        series_year=year,
        number=(year.started_after if highest is None else highest) + 1,
        title=clean,
        issued_on=issued_on,
        taken_by_id=actor.account_id,
        taken_at=now,
    )
    return taken


@transaction.atomic
def register_paper(
    *, actor: Actor, now: datetime, series: NumberSeries, title: str, issued_on: date
) -> DocumentNumber:
    """Take a number for a paper that is written elsewhere. Records number.taken."""
    taken = take_number(actor=actor, now=now, series=series, title=title, issued_on=issued_on)
    record_event(
        institution_id=series.institution_id,
        verb="number.taken",
        actor_id=actor.account_id,
        subject=taken,
        now=now,
        payload={"name": number_text(series.code, issued_on.year, taken.number), "title": taken.title},
    )
    return taken
