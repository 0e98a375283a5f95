from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden
from pingyi.core.services import record_event
from pingyi.notices.models import Mail
from pingyi.notices.services.mail_job import ask_for_mailing
from pingyi.organisations.actor import Actor


@transaction.atomic
def send_again(*, actor: Actor, now: datetime) -> int:
    """Try every failed mail of the institution once more, to the address that is known now; how many there are."""
    if not actor.has_role("clerk"):
        raise Forbidden
    failed = list(
        Mail.objects.select_for_update(of=("self",))
        .filter(state=Mail.State.FAILED)
        .select_related("notice__account")
    )
    for mail in failed:
        mail.state, mail.attempts, mail.next_try_at, mail.said = Mail.State.WAITING, 0, now, ""
        mail.address = mail.notice.account.email or mail.address
        mail.save(update_fields=["state", "attempts", "next_try_at", "said", "address"])
    if failed:
        ask_for_mailing(institution_id=actor.institution_id, asked_by_id=actor.account_id, now=now)
        record_event(
            institution_id=actor.institution_id,
            verb="mail.sent_again",
            actor_id=actor.account_id,
            subject=actor.institution,
            now=now,
            payload={"count": len(failed)},
        )
    return len(failed)
