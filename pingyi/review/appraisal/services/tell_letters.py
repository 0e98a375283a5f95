"""Notices about letters: that one is there, and again to those who have not opened it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.notices.services import Draft, give_notices
from pingyi.organisations.actor import Actor
from pingyi.review.appraisal.models import FeedbackLetter
from pingyi.review.appraisal.queries.letters import letter_rows
from pingyi.review.appraisal.rules import may_write_letters
from pingyi.review.cycles.models import Cycle
from pingyi.review.dutyreports.queries.writers import accounts_of_reporters

ISSUED, REMINDED = "letter.issued", "letter.reminded"


@dataclass(frozen=True)
class Reminded:
    """`told` now, `already` told today, `nobody`: organisations in which nobody can sign in."""

    told: int
    already: int
    nobody: tuple[str, ...]


@transaction.atomic
def remind_unread(*, actor: Actor, now: datetime, cycle: Cycle) -> Reminded:
    """Remind everybody whose letter is out and not opened yet; never twice on one day. Records letter.reminded."""
    if not may_write_letters(actor, cycle):
        raise Forbidden(Words("催看反馈意见由经办人办。"))
    unread = [row for row in letter_rows(cycle) if row.letter is not None and row.opening is None]
    if not unread:
        raise Refused(Words("发出的都看过了，没有催。"), code="letter.all_read")
    told = tell_letters(
        actor,
        now,
        [row.letter for row in unread if row.letter],
        kind=REMINDED,
        title=Words("反馈意见还没有看：{cycle}", cycle=cycle.name),
    )
    if told.told:
        record_event(
            institution_id=cycle.institution_id,
            verb="letter.reminded",
            actor_id=actor.account_id,
            subject=cycle,
            now=now,
            payload={"organisations": [row.reporter.organisation.name for row in unread]},
        )
    return told


def tell_letters(
    actor: Actor, now: datetime, letters: Sequence[FeedbackLetter], *, kind: str, title: str
) -> Reminded:
    """One notice to every account to which a letter is addressed. The calling service has checked the permission."""
    accounts = accounts_of_reporters([letter.reporter for letter in letters])
    reachable = [letter for letter in letters if accounts[letter.reporter_id]]
    if not reachable:
        return Reminded(0, 0, tuple(letter.reporter.organisation.name for letter in letters))
    given = give_notices(
        institution_id=actor.institution_id,
        given_by_id=actor.account_id,
        now=now,
        drafts=[
            Draft(
                account,
                kind,
                f"letter:{letter.pk}",
                title,
                Words("打开就算签收，看完可以写本人意见。"),
                f"/office/mine/letters/{letter.reporter_id}/",
            )
            for letter in reachable
            for account in sorted(accounts[letter.reporter_id])
        ],
    )
    return Reminded(
        given.given,
        given.already,
        tuple(letter.reporter.organisation.name for letter in letters if not accounts[letter.reporter_id]),
    )
