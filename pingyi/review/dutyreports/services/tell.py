"""What people are told about reports. Only that there is something to do, never a word of the report or of a reason:
the same words go out by mail."""

from collections.abc import Iterable
from datetime import datetime

from pingyi.core.clock import PEOPLE_ZONE
from pingyi.notices.services import Draft, Given, give_notices
from pingyi.organisations.actor import Actor
from pingyi.review.dutyreports.domain.levels import Stage
from pingyi.review.dutyreports.models import DutyReport
from pingyi.review.dutyreports.queries.writers import accounts_of_reporters

RETURNED, ACCEPTED, TURN = "report.returned", "report.accepted", "report.turn"


def tell_returned(*, actor: Actor, now: datetime, report: DutyReport) -> Given:
    """To whoever writes: it came back, until when the next draft is due."""
    until = f"，{moment_words(report.due_at)}以前改好再交" if report.due_at else "，改好再交"
    return _tell_writers(
        actor, now, report, RETURNED, f"述职报告第{report.rounds}稿退回了{until}", "退回的理由在报告那一页。"
    )


def tell_accepted(*, actor: Actor, now: datetime, report: DutyReport) -> Given:
    """To whoever wrote: it passed all levels."""
    return _tell_writers(actor, now, report, ACCEPTED, "述职报告通过了", "")


def tell_next_examiners(*, actor: Actor | None, now: datetime, report: DutyReport, stage: Stage) -> Given:
    """To the people named for the level that has the report now. Clerks have their list and are not told one by one."""
    organisation = report.reporter.organisation.name
    return _give(
        actor,
        now,
        report,
        () if stage.is_last else stage.named,
        TURN,
        f"{organisation}的述职报告等您审",
        f"现在到“{stage.name}”这一级。",
    )


def moment_words(moment: datetime) -> str:
    """1月12日17:00."""
    at = moment.astimezone(PEOPLE_ZONE)
    return f"{at.month}月{at.day}日{at:%H:%M}"


def _tell_writers(actor: Actor, now: datetime, report: DutyReport, kind: str, title: str, text: str) -> Given:
    accounts = accounts_of_reporters([report.reporter])[report.reporter_id]
    return _give(actor, now, report, accounts, kind, f"{report.reporter.cycle.year}年度{title}", text)


def _give(
    actor: Actor | None,
    now: datetime,
    report: DutyReport,
    accounts: Iterable[int],
    kind: str,
    title: str,
    text: str,
) -> Given:
    return give_notices(
        institution_id=report.institution_id,
        given_by_id=actor.account_id if actor else None,
        now=now,
        drafts=[
            # A second return of the same day is another thing to do: the round makes the difference.
            Draft(
                account,
                kind,
                f"report:{report.pk}:{report.rounds}:{report.level}",
                title,
                text,
                f"/office/reports/{report.pk}/",
            )
            for account in sorted(accounts)
        ],
    )
