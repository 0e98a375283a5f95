"""The outline of a kind of unit, for one cycle. Nothing that anybody wrote is ever lost by changing it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from secrets import token_hex

from django.db import transaction
from django.db.models import Max

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import Cycle, CycleSetting
from pingyi.review.cycles.queries import settings_of
from pingyi.review.cycles.queries.settings import stored_values
from pingyi.review.cycles.services import SeveralFaults
from pingyi.review.cycles.services.plan_lock import lock_plan
from pingyi.review.dutyreports.domain.outline import (
    PlannedSection,
    UnitGroup,
    outline_faults,
    stored_outline,
)
from pingyi.review.dutyreports.domain.outline_samples import SAMPLES
from pingyi.review.dutyreports.domain.states import is_writable
from pingyi.review.dutyreports.models import DutyReport, ReportSection
from pingyi.review.dutyreports.queries.outlines import group_of_organisation, key_of, outline_from
from pingyi.review.dutyreports.rules import may_set_reports


@dataclass(frozen=True)
class OutlineChange:
    """`is_changed`: the outline is another one now; `joined`: reports that got new sections at their end."""

    is_changed: bool
    joined: int


@transaction.atomic
def change_outline(
    *, actor: Actor, now: datetime, cycle: Cycle, group: UnitGroup, sections: Sequence[PlannedSection]
) -> OutlineChange:
    """Replace the outline. Sections without a code are new.

    Reports that nobody has begun take the new outline. A report that was begun keeps its sections with their headings,
    also those that the outline no longer has; new sections join it at its end while it can be written. Guidance and
    limits count from now on for all.
    """
    row = lock_plan(actor, cycle.pk)
    if not may_set_reports(actor, row):
        raise Forbidden(Words("报告提纲由经办人定。"))
    if row.state == Cycle.State.ARCHIVED:
        raise Refused(Words("这一轮已经归档，提纲不能再改。"), code="cycle.archived")
    before = outline_from(stored_values(row), group)
    wanted = _coded(sections, {one.code for one in before})
    faults = outline_faults(wanted, has_share=settings_of(row).report_min_problem_share > 0)
    if faults:
        raise SeveralFaults(faults, code="outline.faulty")
    if wanted == before:
        return OutlineChange(is_changed=False, joined=0)
    CycleSetting.objects.create(
        institution_id=row.institution_id,
        cycle=row,
        key=key_of(group),
        value=stored_outline(wanted),
        set_by_id=actor.account_id,
        set_at=now,
    )
    joined = _join(row, group, [one for one in wanted if one.code not in {old.code for old in before}])
    record_event(
        institution_id=actor.institution_id,
        verb="outline.changed",
        actor_id=actor.account_id,
        subject=row,
        now=now,
        payload={"group": group.value, "sections": stored_outline(wanted), "joined": joined},
    )
    return OutlineChange(is_changed=True, joined=joined)


def take_sample(*, actor: Actor, now: datetime, cycle: Cycle, group: UnitGroup, sample: str) -> OutlineChange:
    """Replace the outline by one of those that were seen in use."""
    if sample not in SAMPLES:
        raise Refused(Words("没有这一套提纲。请从列出的里面选。"), code="outline.sample", field="sample")
    return change_outline(actor=actor, now=now, cycle=cycle, group=group, sections=SAMPLES[sample].sections)


def _coded(sections: Sequence[PlannedSection], known: set[str]) -> tuple[PlannedSection, ...]:
    """Every section has a code of its own; one that the form made up, or sent twice, becomes a new one."""
    samples = {one.code for sample in SAMPLES.values() for one in sample.sections}
    taken: set[str] = set()
    coded = []
    for one in sections:
        is_good = one.code in known | samples and one.code not in taken
        code = one.code if is_good else token_hex(6)
        taken.add(code)
        coded.append(replace(one, code=code))
    return tuple(coded)


def _join(cycle: Cycle, group: UnitGroup, added: Sequence[PlannedSection]) -> int:
    """Put new sections at the end of the reports that are being written; how many reports."""
    if not added:
        return 0
    reports = DutyReport.objects.select_for_update(of=("self",)).filter(reporter__cycle=cycle)
    ends = dict(
        ReportSection.objects.filter(report__reporter__cycle=cycle)
        .values_list("report")
        .annotate(last=Max("sequence"))
    )
    joined = 0
    for report in reports.select_related("reporter__organisation"):
        if not is_writable(report.state) or group_of_organisation(report.reporter.organisation) != group:
            continue
        ReportSection.objects.bulk_create(
            ReportSection(
                institution_id=report.institution_id,
                report=report,
                sequence=place,
                part=one.part,
                heading=one.heading,
                code=one.code,
            )
            for place, one in enumerate(added, start=ends.get(report.pk, 0) + 1)
        )
        joined += 1
    return joined
