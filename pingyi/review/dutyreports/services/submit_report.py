from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.dutyreports.domain.completeness import Fault
from pingyi.review.dutyreports.domain.kept import Reason
from pingyi.review.dutyreports.domain.states import Act, ReportState, state_after
from pingyi.review.dutyreports.models import DutyReport
from pingyi.review.dutyreports.phrases import field_of_fault, words_of_fault
from pingyi.review.dutyreports.queries import Reading, read_report, stage_of
from pingyi.review.dutyreports.rules import may_write_report
from pingyi.review.dutyreports.services.keep_version import keep_version
from pingyi.review.dutyreports.services.record import record_act
from pingyi.review.dutyreports.services.report_lock import hold_report, refuse_archived
from pingyi.review.dutyreports.services.save_report import save_report
from pingyi.review.dutyreports.services.take_in_problems import take_in_problems
from pingyi.review.dutyreports.services.tell import tell_next_examiners


class ReportIncomplete(Refused):
    """The report cannot be handed in yet; `faults` say by field what is missing. What was saved stays saved."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        field, first = next(iter(faults.items()))
        count = len(faults)
        words = (
            Words("还差{count}处，没有交。第一处：{first}", count=count, first=first)
            if count > 1
            else Words("还差1处，没有交：{first}", first=first)
        )
        super().__init__(Words("{words}写好的都存着。", words=words), code="report.incomplete", field=field)
        self.faults = dict(faults)


@transaction.atomic
def submit_report(*, actor: Actor, now: datetime, report: DutyReport) -> DutyReport:
    """Hand the report in as it stands; the first level that examines has it then. Refused while a section is empty, an
    open problem is not answered, or a limit is broken that the cycle does not let pass. Its words go into the event
    log; handing in twice is harmless.
    """
    row = hold_report(report.pk)
    if not may_write_report(actor, row.reporter):
        raise Forbidden(Words("述职报告由述职的书记本人交。"))
    if row.state == ReportState.SUBMITTED:
        return row
    refuse_archived(row)
    following = state_after(row.state, Act.SUBMIT)
    if following is None:
        raise Refused(Words("报告已经通过，不用再交。要改请经办人退回。"), code="report.accepted")
    reading = read_report(row)
    if reading.faults:
        raise ReportIncomplete(fault_words(reading, reading.faults))
    take_in_problems(row)
    row.state, row.rounds, row.level = following, row.rounds + 1, 0
    row.first_submitted_at = row.first_submitted_at or now
    row.submitted_at, row.submitted_by_id = now, actor.account_id
    row.save(update_fields=["state", "rounds", "level", "first_submitted_at", "submitted_at", "submitted_by"])
    keep_version(
        actor_id=actor.account_id,
        now=now,
        report=row,
        reason=Reason.HANDED_IN,
        note=Words("第{rounds}稿", rounds=row.rounds),
    )
    record_act(actor=actor, now=now, report=row, verb="report.submitted", payload=_words(reading, row))
    tell_next_examiners(actor=actor, now=now, report=row, stage=stage_of(row, reading.settings))
    return row


def hand_in_report(
    *,
    actor: Actor,
    now: datetime,
    report: DutyReport,
    seen_version: int,
    texts: Mapping[int, str],
    answers: Mapping[int, str],
    headings: Mapping[int, str] | None = None,
) -> DutyReport:
    """Keep what was written, then hand it in. Two steps on purpose: when the report turns out to be incomplete, the
    words are kept all the same.
    """
    saved = save_report(
        actor=actor,
        now=now,
        report=report,
        seen_version=seen_version,
        texts=texts,
        answers=answers,
        headings=headings,
        keeps_version=False,
    )
    return submit_report(actor=actor, now=now, report=saved)


def fault_words(reading: Reading, faults: Sequence[Fault]) -> dict[str, str]:
    """What is missing, by field of the form."""
    headings = {section.sequence: section.heading for section in reading.sections}
    problems = {line.problem.pk: line.name for line in reading.answers}
    return {field_of_fault(fault): words_of_fault(fault, headings, problems) for fault in faults}


def _words(reading: Reading, row: DutyReport) -> dict[str, Any]:
    return {
        "round": row.rounds,
        "length": reading.content.length,
        "sections": [{"heading": one.heading, "text": one.text} for one in reading.sections],
        "answers": [{"problem": line.name, "text": line.text} for line in reading.answers if line.text],
    }
