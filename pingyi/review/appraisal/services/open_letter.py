from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.appraisal.models import FeedbackLetter, LetterOpening
from pingyi.review.appraisal.rules import is_addressee, may_read_own_letter


@transaction.atomic
def open_letter(*, actor: Actor, now: datetime, letter: FeedbackLetter) -> LetterOpening | None:
    """The secretary reads her letter: the first time is kept, later ones change nothing.

    None where the account belongs to somebody else (her successor): that is no receipt. Records letter.opened.
    """
    if not may_read_own_letter(actor, letter.reporter):
        raise Forbidden(Words("反馈意见只有书记本人看。"))
    if not is_addressee(actor, letter.reporter):
        return None
    opening, is_new = LetterOpening.objects.get_or_create(
        letter=letter,
        defaults={
            "institution_id": letter.institution_id,
            "opened_by_id": actor.account_id,
            "opened_at": now,
        },
    )
    if is_new:
        record_event(
            institution_id=letter.institution_id,
            verb="letter.opened",
            actor_id=actor.account_id,
            subject=letter,
            now=now,
            payload={"organisation": letter.reporter.organisation.name, "sequence": letter.sequence},
        )
    return opening
