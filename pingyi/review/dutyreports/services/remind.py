"""Reminders of reports that are owed: by hand, and by themselves as the cycle has it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django_scopes import scope, scopes_disabled

from pingyi.core.clock import today
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.notices.queries import last_given
from pingyi.notices.services import Draft, give_notices
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import Cycle, ReviewMeeting
from pingyi.review.cycles.queries.reviews import reviews
from pingyi.review.dutyreports.domain.reminding import RemindRule, is_reminder_due
from pingyi.review.dutyreports.queries.board import Board, BoardLine, report_board
from pingyi.review.dutyreports.queries.reminders import KIND, about
from pingyi.review.dutyreports.queries.writers import accounts_of_reporters
from pingyi.review.dutyreports.rules import may_set_reports
from pingyi.review.dutyreports.services.tell import moment_words


@dataclass(frozen=True)
class Reminded:
    """`reporters`: told now; `already`: told today before; `nobody`: organisations in which nobody can sign in."""

    reporters: int
    already: int
    nobody: tuple[str, ...]
    mails: int
    without_address: int


@transaction.atomic
def remind_late(
    *, actor: Actor, now: datetime, cycle: Cycle, reporter_ids: frozenset[int] | None = None
) -> Reminded:
    """Remind everybody who is late, or those of them that are named. Never twice on one day."""
    if not may_set_reports(actor, cycle):
        raise Forbidden(Words("催报告由经办人办。"))
    board = report_board(cycle, now)
    late = [line for line in board.overdue if reporter_ids is None or line.reporter.pk in reporter_ids]
    if not late:
        raise Refused(Words("现在没有迟交的，没有催。"), code="reminder.nobody_late")
    return _remind(cycle, late, actor.account_id, now)


def remind_by_date(now: datetime) -> None:
    """The errand: in every frozen cycle whose last meeting lies ahead, whoever is due for a reminder by the cycle's
    settings gets it."""
    with scopes_disabled():
        ahead = ReviewMeeting.objects.filter(held_at__gte=now).values("cycle")
        cycles = list(
            reviews().filter(state=Cycle.State.FROZEN, pk__in=ahead).select_related("institution", "convenor")
        )
    for cycle in cycles:
        with scope(institution=cycle.institution), transaction.atomic():
            board = report_board(cycle, now)
            chosen = _due_by_date(board, now)
            if chosen:
                _remind(cycle, chosen, None, now)


def _due_by_date(board: Board, now: datetime) -> list[BoardLine]:
    settings = board.settings
    rule = RemindRule(settings.report_remind_before, settings.report_remind_every)
    if rule.before is None and rule.every is None:
        return []
    owed = [line for line in board.missing if line.due_at is not None]
    last = last_given([KIND], [about(line.reporter.pk) for line in owed])
    return [
        line
        for line in owed
        if line.due_at is not None
        and is_reminder_due(
            due_on=today(line.due_at),
            is_overdue=line.is_overdue,
            last_on=last.get(about(line.reporter.pk)),
            today=today(now),
            rule=rule,
        )
    ]


def _remind(cycle: Cycle, lines: Sequence[BoardLine], actor_id: int | None, now: datetime) -> Reminded:
    accounts = accounts_of_reporters([line.reporter for line in lines])
    told = last_given([KIND], [about(line.reporter.pk) for line in lines])
    fresh = [line for line in lines if told.get(about(line.reporter.pk)) != today(now)]
    reachable = [line for line in fresh if accounts[line.reporter.pk]]
    given = give_notices(
        institution_id=cycle.institution_id,
        given_by_id=actor_id,
        now=now,
        drafts=[
            _draft(cycle, line, account)
            for line in reachable
            for account in sorted(accounts[line.reporter.pk])
        ],
    )
    if given.given:
        record_event(
            institution_id=cycle.institution_id,
            verb="report.reminded",
            actor_id=actor_id,
            subject=cycle,
            now=now,
            payload={"organisations": [line.reporter.organisation.name for line in reachable]},
        )
    return Reminded(
        reporters=len(reachable) if given.given else 0,
        already=len(lines) - len(fresh),
        nobody=tuple(line.reporter.organisation.name for line in fresh if not accounts[line.reporter.pk]),
        mails=given.mails,
        without_address=given.without_address,
    )


def _draft(cycle: Cycle, line: BoardLine, account_id: int) -> Draft:
    due = (
        Words(
            "，{moment_words}{value}",
            moment_words=moment_words(line.due_at),
            value=Words("已经截止") if line.is_overdue else Words("截止"),
        )
        if line.due_at
        else ""
    )
    path = (
        f"/office/reports/{line.report.pk}/"
        if line.report
        else f"/office/reporters/{line.reporter.pk}/report/"
    )
    what = Words("退回的述职报告还没有重交") if line.is_returned else Words("述职报告还没有交")
    return Draft(
        account_id,
        KIND,
        about(line.reporter.pk),
        Words(
            "{organisation}{year}年度{what}",
            organisation=line.reporter.organisation.name,
            year=cycle.year,
            what=what,
        ),
        Words("{due}。有困难请早些告诉组织部门。", due=due[1:]) if due else "",
        path,
    )
