"""Where reports stand in the chain of examination, who may act there, and what was said so far."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q

from pingyi.organisations.models import RoleAssignment
from pingyi.review.cycles.domain.settings import ReviewSettings
from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.queries import settings_of
from pingyi.review.dutyreports.domain.levels import Stage, level_names, place_in
from pingyi.review.dutyreports.domain.states import ReportState
from pingyi.review.dutyreports.models import DutyReport, Examination, Examiner


def stage_of(report: DutyReport, settings: ReviewSettings) -> Stage:
    """The level that has the report, or will have it when it is handed in. Two queries, none with one level."""
    return stages_of([report], settings)[report.pk]


def stages_of(reports: Iterable[DutyReport], settings: ReviewSettings) -> dict[int, Stage]:
    """The same for reports of one cycle. Two queries however many, none with one level."""
    rows, names = list(reports), level_names(settings.report_levels)
    if len(names) == 1 or not rows:
        return {row.pk: Stage(names, 0, frozenset()) for row in rows}
    named = _named(rows[0].reporter.cycle)
    own = _own_accounts(row.reporter.organisation_id for row in rows)
    found = {}
    for row in rows:
        place, organisation = place_in(names, row.level), row.reporter.organisation_id
        everywhere, here = named[names[place], None], named[names[place], organisation]
        found[row.pk] = Stage(names, place, frozenset((here | everywhere) - own[organisation]))
    return found


def named_anywhere(report: DutyReport) -> frozenset[int]:
    """The accounts that examine this report at any level: they may read it. One query."""
    reporter = report.reporter
    rows = Examiner.objects.filter(
        Q(organisation=reporter.organisation_id) | Q(organisation__isnull=True), cycle=reporter.cycle_id
    )
    return frozenset(rows.values_list("account_id", flat=True))


def examiners_of(cycle: Cycle) -> list[Examiner]:
    """Everybody who is named, by level and organisation. One query."""
    return list(
        Examiner.objects.filter(cycle=cycle)
        .select_related("account", "organisation")
        .order_by("level", "organisation__name", "account__display_name")
    )


def examinations_of(report: DutyReport) -> list[Examination]:
    """What every level said, the newest first. One query."""
    return list(Examination.objects.filter(report=report).select_related("examined_by").order_by("-pk"))


def turns_of(account_id: int) -> list[tuple[DutyReport, Stage]]:
    """The reports that wait for this account by name, in order of handing-in. Three queries a cycle in which it is
    named, one where it is named nowhere."""
    cycles = Cycle.objects.filter(pk__in=Examiner.objects.filter(account=account_id).values("cycle"))
    found = []
    for cycle in cycles.exclude(state=Cycle.State.ARCHIVED):
        reports = list(
            DutyReport.objects.filter(reporter__cycle=cycle, state=ReportState.SUBMITTED)
            .select_related("reporter__organisation", "reporter__person", "reporter__cycle")
            .order_by("submitted_at", "pk")
        )
        stages = stages_of(reports, settings_of(cycle))
        found += [(row, stages[row.pk]) for row in reports if account_id in stages[row.pk].named]
    return found


def _named(cycle: Cycle) -> defaultdict[tuple[str, int | None], set[int]]:
    found: defaultdict[tuple[str, int | None], set[int]] = defaultdict(set)
    rows = Examiner.objects.filter(cycle=cycle, account__is_active=True)
    for level, organisation_id, account_id in rows.values_list("level", "organisation_id", "account_id"):
        found[level, organisation_id].add(account_id)
    return found


def _own_accounts(organisation_ids: Iterable[int]) -> defaultdict[int, set[int]]:
    """Who answers for each organisation as its secretary."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    rows = RoleAssignment.objects.filter(
        role=RoleAssignment.Role.SECRETARY, organisation__in=set(organisation_ids)
    )
    for organisation_id, account_id in rows.values_list("organisation_id", "account_id"):
        if organisation_id is not None:
            found[organisation_id].add(account_id)
    return found
