"""Passing and returning a report, level by level."""

from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.dutyreports.domain.completeness import unanswered
from pingyi.review.dutyreports.domain.kept import Reason
from pingyi.review.dutyreports.domain.states import Act, ReportState, state_after
from pingyi.review.dutyreports.models import DutyReport, Examination
from pingyi.review.dutyreports.queries import read_report, stage_of
from pingyi.review.dutyreports.services.deciding import allow_deciding, refuse_stale
from pingyi.review.dutyreports.services.keep_version import keep_version
from pingyi.review.dutyreports.services.record import record_act
from pingyi.review.dutyreports.services.report_lock import hold_report
from pingyi.review.dutyreports.services.take_in_problems import take_in_problems
from pingyi.review.dutyreports.services.tell import tell_accepted, tell_next_examiners, tell_returned

LONGEST_REASON = 2_000


@transaction.atomic
def return_report(
    *,
    actor: Actor,
    now: datetime,
    report: DutyReport,
    reason: str,
    due_at: datetime | None = None,
    seen_version: int | None = None,
) -> DutyReport:
    """Give a submitted or accepted report back to its secretary, with a reason and, if given, a new deadline that takes
    the place of the cycle's for this report. Problems that became open meanwhile join its list; the next draft begins
    at the first level again. The same again changes nothing; `seen_version` guards against returning what nobody has
    read.
    """
    row, words = hold_report(report.pk), reason.strip()
    stage = stage_of(row, read_report(row).settings)
    allow_deciding(actor, row, stage)
    if row.state == ReportState.RETURNED and row.return_reason == words and due_at in {None, row.due_at}:
        return row
    following = state_after(row.state, Act.RETURN)
    if following is None:
        raise Refused(
            Words("报告已经退回，等书记改好再交。")
            if row.state == ReportState.RETURNED
            else Words("报告还没有交，不用退回。"),
            code="report.not_in",
        )
    refuse_stale(row, seen_version)
    if not words or len(words) > LONGEST_REASON:
        raise Refused(
            Words(
                "写明退回的理由，{longest_reason:,}字以内，书记照着改。没有退回。",
                longest_reason=LONGEST_REASON,
            ),
            code="report.reason",
            field="reason",
        )
    if due_at is not None and due_at <= now:
        raise Refused(
            Words("新的截止时间已经过了。写以后的一个时间，或者空着，没有退回。"),
            code="report.due_past",
            field="due_at",
        )
    take_in_problems(row)
    level = stage.names[-1] if row.state == ReportState.ACCEPTED else stage.name
    row.return_reason, row.due_at, row.level = words, due_at or row.due_at, 0
    _decide(row, following, actor, now)
    _note(row, level, Examination.Verdict.RETURNED, actor, now, reason=words, due_at=due_at)
    payload = {"reason": words, "round": row.rounds, "level": level}
    payload["due_at"] = due_at.isoformat() if due_at else ""
    keep_version(
        actor_id=actor.account_id,
        now=now,
        report=row,
        reason=Reason.RETURNED,
        note=Words("第{rounds}稿", rounds=row.rounds),
    )
    record_act(actor=actor, now=now, report=row, verb="report.returned", payload=payload)
    tell_returned(actor=actor, now=now, report=row)
    return row


@transaction.atomic
def accept_report(
    *,
    actor: Actor,
    now: datetime,
    report: DutyReport,
    seen_version: int | None = None,
    seen_level: int | None = None,
) -> DutyReport:
    """Let a submitted report pass the level that has it: on to the next, or, at the last, accepted. Refused while a
    problem that became open after the handing-in has no answer.

    Passing twice is harmless; `seen_level` tells a second click from passing the next level too.
    """
    row = hold_report(report.pk)
    reading = read_report(row)
    stage = stage_of(row, reading.settings)
    if row.state == ReportState.SUBMITTED and seen_level is not None and seen_level < row.level:
        if _has_passed(row, actor, stage.names[min(seen_level, stage.place)]):
            return row
        raise Refused(Words("别人刚刚审过这一级，没有办。请看现在到了哪一级。"), code="report.level_passed")
    allow_deciding(actor, row, stage)
    if row.state == ReportState.ACCEPTED:
        return row
    following = state_after(row.state, Act.ACCEPT)
    if following is None:
        raise Refused(Words("报告还没有交上来，没有通过。等书记交了再审。"), code="report.not_in")
    refuse_stale(row, seen_version)
    owed = unanswered(reading.content.answers) if reading.limits.must_answer else []
    if owed:
        raise Refused(
            Words(
                "交上以后又有{owed}个没销号的问题，报告里没有回答，没有通过。退回去补上再审。", owed=len(owed)
            ),
            code="report.unanswered",
        )
    _note(row, stage.name, Examination.Verdict.PASSED, actor, now)
    payload = {"round": row.rounds, "level": stage.name}
    if not stage.is_last:
        row.level = stage.place + 1
        row.save(update_fields=["level"])
        record_act(actor=actor, now=now, report=row, verb="report.passed", payload=payload)
        tell_next_examiners(actor=actor, now=now, report=row, stage=stage_of(row, reading.settings))
        return row
    _decide(row, following, actor, now)
    payload |= {
        "length": reading.content.length,
        "problem_share": str(reading.content.problem_share),
    }
    record_act(actor=actor, now=now, report=row, verb="report.accepted", payload=payload)
    tell_accepted(actor=actor, now=now, report=row)
    return row


def _has_passed(row: DutyReport, actor: Actor, level: str) -> bool:
    said = Examination.objects.filter(report=row, round=row.rounds, level=level, examined_by=actor.account_id)
    return said.filter(verdict=Examination.Verdict.PASSED).exists()


def _decide(row: DutyReport, state: ReportState, actor: Actor, now: datetime) -> None:
    row.state, row.decided_at, row.decided_by_id = state, now, actor.account_id
    row.save(update_fields=["state", "decided_at", "decided_by", "return_reason", "due_at", "level"])


def _note(
    row: DutyReport,
    level: str,
    verdict: str,
    actor: Actor,
    now: datetime,
    *,
    reason: str = "",
    due_at: datetime | None = None,
) -> None:
    """One line of the history that the page shows."""
    Examination.objects.create(
        institution_id=row.institution_id,
        report=row,
        round=row.rounds,
        level=level,
        verdict=verdict,
        reason=reason,
        due_at=due_at,
        examined_by_id=actor.account_id,
        examined_at=now,
    )
