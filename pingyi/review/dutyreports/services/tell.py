"""What people are told about reports. Only that there is something to do, never a word of the report or of a reason:
the same words go out by mail."""

from collections.abc import Iterable
from datetime import datetime

from pingyi.core.clock import PEOPLE_ZONE
from pingyi.core.words import Words
from pingyi.notices.services import Draft, Given, give_notices
from pingyi.organisations.actor import Actor
from pingyi.review.dutyreports.domain.levels import Stage
from pingyi.review.dutyreports.models import DutyReport
from pingyi.review.dutyreports.queries.writers import accounts_of_reporters

RETURNED, ACCEPTED, TURN = "report.returned", "report.accepted", "report.turn"


def tell_returned(*, actor: Actor, now: datetime, report: DutyReport) -> Given:
    """To whoever writes: it came back, until when the next draft is due."""
    until = (
        Words("，{moment_words}以前改好再交", moment_words=moment_words(report.due_at))
        if report.due_at
        else Words("，改好再交")
    )
    return _tell_writers(
        actor,
        now,
        report,
        RETURNED,
        Words("述职报告第{rounds}稿退回了{until}", rounds=report.rounds, until=until),
        Words("退回的理由在报告那一页。"),
    )


def tell_accepted(*, actor: Actor, now: datetime, report: DutyReport) -> Given:
    """To whoever wrote: it passed all levels."""
    return _tell_writers(actor, now, report, ACCEPTED, Words("述职报告通过了"), "")


def tell_next_examiners(*, actor: Actor | None, now: datetime, report: DutyReport, stage: Stage) -> Given:
    """To the people named for the level that has the report now. Clerks have their list and are not told one by one."""
    organisation = report.reporter.organisation.name
    return _give(
        actor,
        now,
        report,
        () if stage.is_last else stage.named,
        TURN,
        Words("{organisation}的述职报告等您审", organisation=organisation),
        Words("现在到“{stage}”这一级。", stage=stage.name),
    )


def moment_words(moment: datetime) -> str:
    """1月12日17:00."""
    at = moment.astimezone(PEOPLE_ZONE)
    return Words("{month}月{day}日{at:%H:%M}", month=at.month, day=at.day, at=at)


def _tell_writers(actor: Actor, now: datetime, report: DutyReport, kind: str, title: str, text: str) -> Given:
    accounts = accounts_of_reporters([report.reporter])[report.reporter_id]
    return _give(
        actor,
        now,
        report,
        accounts,
        kind,
        Words("{year}年度{title}", year=report.reporter.cycle.year, title=title),
        text,
    )


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
