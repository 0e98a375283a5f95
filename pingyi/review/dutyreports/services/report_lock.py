"""The door of every change of a report: one at a time, nothing once the cycle is archived."""

from django.db import transaction

from pingyi.core.errors import Missing, Refused
from pingyi.core.words import Words
from pingyi.review.cycles.models import Cycle
from pingyi.review.dutyreports.models import DutyReport


def hold_report(report_id: int) -> DutyReport:
    """The report with its reporter and cycle, locked until the transaction ends."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a report is locked inside a transaction only")
    report: DutyReport | None = (
        DutyReport.objects.select_for_update(of=("self",))
        .select_related("reporter__organisation", "reporter__cycle")
        .filter(pk=report_id)
        .first()
    )
    if report is None:
        raise Missing(Words("没有这份述职报告。请回到上一页，从列表里打开。"), code="report.missing")
    return report


def refuse_archived(report: DutyReport) -> None:
    if report.reporter.cycle.state == Cycle.State.ARCHIVED:
        raise Refused(Words("这一轮已经归档，述职报告不能再改。"), code="cycle.archived")
