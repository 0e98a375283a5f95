from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import Reporter
from pingyi.review.cycles.services.plan_lock import hold_frozen, still_there
from pingyi.review.dutyreports.models import DutyReport, ReportSection
from pingyi.review.dutyreports.queries import outline_of
from pingyi.review.dutyreports.rules import may_write_report
from pingyi.review.dutyreports.services.record import record_act
from pingyi.review.dutyreports.services.take_in_problems import take_in_problems


@transaction.atomic
def begin_report(*, actor: Actor, now: datetime, reporter: Reporter) -> DutyReport:
    """Lay out the report of one reporter: the sections of the outline for its kind of unit, and what earlier years left
    open.

    The plan must be frozen and stays so meanwhile: from now on the reporter cannot be taken off the roster. Beginning
    twice, also at the same moment, gives the one report that there is.
    """
    hold_frozen(reporter.cycle_id)
    reporter = still_there(reporter)
    if not may_write_report(actor, reporter):
        raise Forbidden(Words("述职报告由述职的书记本人写。"))
    begun: DutyReport | None = DutyReport.objects.filter(reporter=reporter).first()
    if begun is not None:
        return begun
    report: DutyReport = DutyReport.objects.create(institution_id=reporter.institution_id, reporter=reporter)
    outline = outline_of(reporter.cycle, reporter.organisation)
    ReportSection.objects.bulk_create(
        ReportSection(
            institution_id=reporter.institution_id,
            report=report,
            sequence=place,
            part=section.part,
            heading=section.heading,
            code=section.code,
        )
        for place, section in enumerate(outline, start=1)
    )
    take_in_problems(report)
    record_act(actor=actor, now=now, report=report, verb="report.begun")
    return report
