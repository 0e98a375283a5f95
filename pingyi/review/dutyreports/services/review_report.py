from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.organisations.actor import Actor
from pingyi.review.dutyreports.domain.completeness import unanswered
from pingyi.review.dutyreports.domain.kept import Reason
from pingyi.review.dutyreports.domain.states import Act, ReportState, state_after
from pingyi.review.dutyreports.models import DutyReport
from pingyi.review.dutyreports.queries import read_report
from pingyi.review.dutyreports.rules import may_review_report
from pingyi.review.dutyreports.services.keep_version import keep_version
from pingyi.review.dutyreports.services.record import record_act
from pingyi.review.dutyreports.services.report_lock import hold_report, refuse_archived
from pingyi.review.dutyreports.services.take_in_problems import take_in_problems

LONGEST_REASON = 2_000


@transaction.atomic
def return_report(
    *, actor: Actor, now: datetime, report: DutyReport, reason: str, seen_version: int | None = None
) -> DutyReport:
    """Give a submitted or accepted report back to its secretary, with a reason. Problems that became open meanwhile
    join its list. The same again changes nothing; `seen_version` guards against returning what nobody has read.
    """
    row, words = _hold(actor, report), reason.strip()
    if row.state == ReportState.RETURNED and row.return_reason == words:
        return row
    following = state_after(row.state, Act.RETURN)
    if following is None:
        raise Refused(
            "报告已经退回，等书记改好再交。"
            if row.state == ReportState.RETURNED
            else "报告还没有交，不用退回。",
            code="report.not_in",
        )
    _refuse_stale(row, seen_version)
    if not words or len(words) > LONGEST_REASON:
        raise Refused(
            f"写明退回的理由，{LONGEST_REASON:,}字以内，书记照着改。没有退回。",
            code="report.reason",
            field="reason",
        )
    take_in_problems(row)
    row.return_reason = words
    _decide(row, following, actor, now)
    keep_version(
        actor_id=actor.account_id, now=now, report=row, reason=Reason.RETURNED, note=f"第{row.rounds}稿"
    )
    record_act(
        actor=actor,
        now=now,
        report=row,
        verb="report.returned",
        payload={"reason": words, "round": row.rounds},
    )
    return row


@transaction.atomic
def accept_report(
    *, actor: Actor, now: datetime, report: DutyReport, seen_version: int | None = None
) -> DutyReport:
    """Let a submitted report pass. Refused while a problem that became open after the handing-in has no answer.

    Accepting twice is harmless.
    """
    row = _hold(actor, report)
    if row.state == ReportState.ACCEPTED:
        return row
    following = state_after(row.state, Act.ACCEPT)
    if following is None:
        raise Refused("报告还没有交上来，没有通过。等书记交了再审。", code="report.not_in")
    _refuse_stale(row, seen_version)
    reading = read_report(row)
    owed = unanswered(reading.content.answers) if reading.limits.must_answer else []
    if owed:
        raise Refused(
            f"交上以后又有{len(owed)}个没销号的问题，报告里没有回答，没有通过。退回去补上再审。",
            code="report.unanswered",
        )
    _decide(row, following, actor, now)
    record_act(
        actor=actor,
        now=now,
        report=row,
        verb="report.accepted",
        payload={
            "round": row.rounds,
            "length": reading.content.length,
            "problem_share": str(reading.content.problem_share),
        },
    )
    return row


def _hold(actor: Actor, report: DutyReport) -> DutyReport:
    row = hold_report(report.pk)
    if not may_review_report(actor, row.reporter):
        is_own = actor.has_role("clerk") and row.reporter.organisation_id in actor.organisation_ids
        raise Forbidden("您是这个单位的书记，报告要由另一位经办人审。" if is_own else "述职报告由经办人审。")
    refuse_archived(row)
    return row


def _refuse_stale(row: DutyReport, seen_version: int | None) -> None:
    if seen_version is not None and seen_version != row.version:
        raise Refused(
            "您打开这一页以后，书记又交了新的一稿，没有办。请看过现在这一稿再办。",
            code="report.changed_meanwhile",
        )


def _decide(row: DutyReport, state: ReportState, actor: Actor, now: datetime) -> None:
    row.state, row.decided_at, row.decided_by_id = state, now, actor.account_id
    row.save(update_fields=["state", "decided_at", "decided_by", "return_reason"])
