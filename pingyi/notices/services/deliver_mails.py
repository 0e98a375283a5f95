"""Send the mails that wait. Each is taken by one worker only, and each outcome is written down before the next."""

import logging
from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db.models import QuerySet

from pingyi.core.words import Words
from pingyi.notices.domain.mailing import (
    LOST_AFTER,
    LOST_WORDS,
    MOST_ATTEMPTS,
    MailState,
    is_hopeless,
    pause_after,
    words_of,
)
from pingyi.notices.models import Mail

logger = logging.getLogger(__name__)


def deliver_mails(*, now: datetime, step: Callable[[], None] = lambda: None) -> dict[str, int]:
    """All that are due in the institution in scope: how many were sent, wait for another try, have failed."""
    _give_up_lost(now)
    told = {"sent": 0, "later": 0, "failed": 0}
    for mail_id in list(_due(now).order_by("pk").values_list("pk", flat=True)):
        step()
        if _due(now).filter(pk=mail_id).update(state=MailState.SENDING, taken_at=now):
            told[_deliver(Mail.objects.select_related("notice", "institution").get(pk=mail_id), now)] += 1
    return told


def _due(now: datetime) -> QuerySet[Mail]:
    found: QuerySet[Mail] = Mail.objects.filter(state=MailState.WAITING, next_try_at__lte=now)
    return found


def _give_up_lost(now: datetime) -> None:
    """Rather told that nobody knows than sent twice."""
    lost = Mail.objects.filter(state=MailState.SENDING, taken_at__lt=now - LOST_AFTER)
    lost.update(state=MailState.FAILED, said=LOST_WORDS)


def _deliver(mail: Mail, now: datetime) -> str:
    try:
        _message(mail).send()
    except Exception as fault:  # noqa: BLE001 (whatever the server does, the outcome is written down)
        # Only the kind of fault is logged: what servers answer may hold names and addresses.
        logger.warning("mail %s was not sent: %s", mail.pk, type(fault).__name__)
        return _put_off(mail, fault, now)
    mail.state, mail.sent_at, mail.said, mail.attempts = MailState.SENT, now, "", mail.attempts + 1
    mail.save(update_fields=["state", "sent_at", "said", "attempts"])
    return "sent"


def _put_off(mail: Mail, fault: Exception, now: datetime) -> str:
    mail.attempts += 1
    is_over = is_hopeless(fault) or mail.attempts >= MOST_ATTEMPTS
    mail.state = MailState.FAILED if is_over else MailState.WAITING
    mail.said, mail.next_try_at = words_of(fault), now + pause_after(mail.attempts)
    mail.save(update_fields=["state", "said", "next_try_at", "attempts"])
    return "failed" if is_over else "later"


def _message(mail: Mail) -> EmailMessage:
    notice = mail.notice
    where = f"{settings.SITE_ADDRESS}{notice.path}" if settings.SITE_ADDRESS and notice.path else ""
    lines = [
        notice.title + "。",
        notice.text,
        Words("登录后办理：{where}", where=where) if where else Words("请登录评议系统办理。"),
        Words("这封邮件由系统寄出，请不要回复。"),
    ]
    return EmailMessage(
        subject=Words(
            "{value}评议：{title}",
            value=mail.institution.short_name or mail.institution.name,
            title=notice.title,
        ),
        body="\n\n".join(line for line in lines if line),
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[mail.address],
        connection=get_connection(),
    )
