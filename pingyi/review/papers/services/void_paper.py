from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.services import record_event
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.documents.services import void_number
from pingyi.organisations.actor import Actor
from pingyi.review.papers.models import IssuedPaper, PaperVoiding
from pingyi.review.papers.rules import may_write_papers


@transaction.atomic
def void_paper(*, actor: Actor, now: datetime, paper: IssuedPaper, reason: str) -> PaperVoiding:
    """Say that an issued paper is void, and why: it stays readable, its number stays taken. Records paper.voided."""
    if not may_write_papers(actor, paper):
        raise Forbidden(Words("公文由经办人作废。"))
    said = tidy(reason)[:200]
    if not said:
        raise Refused(
            Words("写明为什么作废。文号不收回，登记簿上留着。"), code="paper.void_reason", field="reason"
        )
    held = IssuedPaper.objects.select_for_update(of=("self",)).get(pk=paper.pk)
    if PaperVoiding.objects.filter(paper=held).exists():
        raise Refused(Words("这一份已经作废了。"), code="paper.void_already")
    if held.document_number is not None:
        void_number(actor=actor, now=now, number=held.document_number, reason=said)
    voiding: PaperVoiding = PaperVoiding.objects.create(
        institution_id=held.institution_id,
        paper=held,
        reason=said,
        voided_by_id=actor.account_id,
        voided_at=now,
    )
    record_event(
        institution_id=held.institution_id,
        verb="paper.voided",
        actor_id=actor.account_id,
        subject=held,
        now=now,
        payload={"title": held.title, "reason": said},
    )
    return voiding
