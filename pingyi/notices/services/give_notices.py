"""Tell people something: on their home page at once, and by mail where mail is set up and the address is known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction

from pingyi.accounts.models import Account
from pingyi.core.clock import today
from pingyi.notices.models import Mail, Notice
from pingyi.notices.services.mail_job import ask_for_mailing


@dataclass(frozen=True)
class Draft:
    """What to tell whom. `kind` and `about` (report:12) say what it is: the same is told once a day.

    Title and text also go out by mail: nothing personal, no word of a report belongs in them.
    """

    account_id: int
    kind: str
    about: str
    title: str
    text: str = ""
    path: str = ""


@dataclass(frozen=True)
class Given:
    """`already`: told the same today; `without_address`: told on the page only, for want of a mail address."""

    given: int = 0
    already: int = 0
    mails: int = 0
    without_address: int = 0


@transaction.atomic
def give_notices(
    *, institution_id: int, given_by_id: int | None, now: datetime, drafts: Iterable[Draft]
) -> Given:
    """Give every notice that was not given today. The calling service has checked the permission and records the act:
    notices know nothing of roles. Mails go out by a job after the commit; without mail only the page tells.
    """
    wanted = list(drafts)
    accounts = Account.objects.in_bulk([draft.account_id for draft in wanted])
    given = already = mails = without = 0
    for draft in wanted:
        account = accounts.get(draft.account_id)
        if account is None or not account.is_active:
            continue
        notice, is_new = Notice.objects.get_or_create(
            institution_id=institution_id,
            account=account,
            kind=draft.kind,
            about=draft.about,
            day=today(now),
            defaults={
                "title": draft.title,
                "text": draft.text,
                "path": draft.path,
                "given_at": now,
                "given_by_id": given_by_id,
            },
        )
        given, already = given + is_new, already + (not is_new)
        if not is_new or not settings.MAIL_IS_SET_UP:
            continue
        if not account.email:
            without += 1
            continue
        Mail.objects.create(
            institution_id=institution_id, notice=notice, address=account.email, next_try_at=now
        )
        mails += 1
    if mails:
        ask_for_mailing(institution_id=institution_id, asked_by_id=given_by_id, now=now)
    return Given(given, already, mails, without)
