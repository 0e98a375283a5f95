"""The outlines of a cycle by kind of unit: those that the clerk has set, else the samples that they start from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pingyi.review.cycles.models import Cycle, CycleSetting
from pingyi.review.cycles.queries.settings import stored_values
from pingyi.review.dutyreports.domain.outline import PlannedSection, UnitGroup, group_of, loaded_outline
from pingyi.review.dutyreports.domain.outline_samples import default_outline
from pingyi.review.dutyreports.models import DutyReport

if TYPE_CHECKING:
    from pingyi.organisations.models import Organisation


@dataclass(frozen=True)
class OutlineRow:
    """`setting` is the row that is in force, with author and time; None: nobody has changed the outline."""

    group: UnitGroup
    sections: tuple[PlannedSection, ...]
    setting: CycleSetting | None
    begun: int


def key_of(group: UnitGroup) -> str:
    """The setting that keeps the outline."""
    return f"report_outline_{group}"


def outline_from(stored: Mapping[str, Any], group: UnitGroup) -> tuple[PlannedSection, ...]:
    kept = stored.get(key_of(group))
    return loaded_outline(kept) if kept else default_outline(group)


def group_of_organisation(organisation: "Organisation") -> UnitGroup:
    return group_of(kind=organisation.kind, unit_kind=organisation.unit_kind)


def outline_of(cycle: Cycle, organisation: "Organisation") -> tuple[PlannedSection, ...]:
    """The sections that a report of this organisation begins with. One query."""
    return outline_from(stored_values(cycle), group_of_organisation(organisation))


def outlines_of(cycle: Cycle) -> list[OutlineRow]:
    """All outlines of the cycle, with how many reports were begun from each. Two queries."""
    rows = {
        row.key: row
        for row in CycleSetting.objects.filter(cycle=cycle, key__in=[key_of(group) for group in UnitGroup])
        .select_related("set_by")
        .order_by("pk")
    }
    begun = [
        group_of_organisation(report.reporter.organisation)
        for report in DutyReport.objects.filter(reporter__cycle=cycle).select_related(
            "reporter__organisation"
        )
    ]
    stored = {key: row.value for key, row in rows.items()}
    return [
        OutlineRow(group, outline_from(stored, group), rows.get(key_of(group)), begun.count(group))
        for group in UnitGroup
    ]
