from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.services import record_event
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.documents.domain.document_number import number_text
from pingyi.documents.models import DocumentNumber, NumberVoiding
from pingyi.documents.rules import may_keep_register
from pingyi.organisations.actor import Actor


@transaction.atomic
def void_number(*, actor: Actor, now: datetime, number: DocumentNumber, reason: str) -> NumberVoiding:
    """Say that the paper of this number is void, and why. The number stays taken. Records number.voided."""
    if not may_keep_register(actor, number):
        raise Forbidden(Words("文号由经办人管。"))
    said = tidy(reason)[:200]
    if not said:
        raise Refused(
            Words("写明为什么作废。号不收回，登记簿上留着。"), code="number.void_reason", field="reason"
        )
    held = (
        DocumentNumber.objects.select_related("series_year__series")
        .select_for_update(of=("self",))
        .get(pk=number.pk)
    )
    if NumberVoiding.objects.filter(document_number=held).exists():
        raise Refused(Words("这个号已经作废了。"), code="number.void_already")
    voiding: NumberVoiding = NumberVoiding.objects.create(
        institution_id=held.institution_id,
        document_number=held,
        reason=said,
        voided_by_id=actor.account_id,
        voided_at=now,
    )
    year = held.series_year
    record_event(
        institution_id=held.institution_id,
        verb="number.voided",
        actor_id=actor.account_id,
        subject=held,
        now=now,
        payload={"name": number_text(year.series.code, year.year, held.number), "reason": said},
    )
    return voiding
