"""Reads of notices."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Max

from pingyi.notices.domain.mailing import MailState
from pingyi.notices.models import Mail, Notice

NEWEST = 50


@dataclass(frozen=True)
class MailStanding:
    """How the mail of the institution stands. `failed` are the newest that did not arrive, with person and words."""

    is_set_up: bool
    waiting: int
    failed: tuple[Mail, ...]


def unread_notices(account_id: int) -> list[Notice]:
    """What the person has not read yet, the newest first. One query."""
    return list(
        Notice.objects.filter(account=account_id, read_at__isnull=True)
        .select_related("given_by")
        .order_by("-pk")[:NEWEST]
    )


def notices_of(account_id: int) -> list[Notice]:
    """The newest notices of a person, read or not. One query."""
    return list(Notice.objects.filter(account=account_id).select_related("given_by").order_by("-pk")[:NEWEST])


def last_given(kinds: Iterable[str], abouts: Iterable[str]) -> dict[str, date]:
    """The last day on which a notice of one of these kinds was given, by what it is about. One query."""
    rows = Notice.objects.filter(kind__in=list(kinds), about__in=list(abouts))
    return dict(rows.values_list("about").annotate(Max("day")))


def notices_about(kinds: Iterable[str], abouts: Iterable[str]) -> list[Notice]:
    """Those notices, the newest first, each with its reader and its mail if there is one. One query."""
    return list(
        Notice.objects.filter(kind__in=list(kinds), about__in=list(abouts))
        .select_related("account", "given_by", "mail")
        .order_by("-pk")
    )


def mail_standing() -> MailStanding:
    """For the clerk: is mail set up, what waits, what failed. Two queries."""
    failed = Mail.objects.filter(state=MailState.FAILED).select_related("notice__account").order_by("-pk")
    return MailStanding(
        settings.MAIL_IS_SET_UP,
        Mail.objects.filter(state__in=[MailState.WAITING, MailState.SENDING]).count(),
        tuple(failed[:NEWEST]),
    )
