"""What the rules say of single meetings: the quorum, the fixed day of theme Party days, who was in the chair."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pingyi.core.words import Words
from pingyi.ledgers.kit.domain.checks import Finding, Verdict
from pingyi.ledgers.kit.domain.parameters import Rulebook
from pingyi.ledgers.kit.domain.states import COUNTED
from pingyi.ledgers.orglife.domain.attendance import activity_findings, quorum_finding
from pingyi.ledgers.orglife.domain.convening import CONVENED, convenor_finding
from pingyi.ledgers.orglife.domain.hours import Length
from pingyi.ledgers.orglife.domain.kinds import Kind
from pingyi.ledgers.orglife.domain.theme_days import ThemeDay, theme_day_findings
from pingyi.ledgers.orglife.models import Activity
from pingyi.ledgers.orglife.queries.basis import Basis
from pingyi.ledgers.orglife.queries.convening import convenings
from pingyi.organisations.models import Organisation

LOOKED_AT = frozenset({*CONVENED, Kind.THEME_DAY})


def findings_of_activity(activity: Activity, rulebook: Rulebook) -> list[Finding]:
    """Everything that the rules say of one activity. Two queries where the secretary convenes it."""
    found = activity_findings(
        activity.kind,
        activity.happened_on,
        due=activity.due_count,
        present=activity.present_count,
        in_favour=activity.votes_for,
        rulebook=rulebook,
    )
    return [*found, *_theme_day(activity, rulebook), *map(convenor_finding, convenings([activity]).values())]


def findings_of_meetings(branches: Sequence[Organisation], year: int, basis: Basis) -> list[Finding]:
    """Of the meetings of these branches, those that people have to look at, each by its day and branch; all the others
    say nothing new. Three queries.
    """
    of_branches = Activity.objects.filter(
        organisation__in=[one.pk for one in branches],
        kind__in=LOOKED_AT,
        happened_on__year=year,
        state__in=COUNTED,
    ).select_related("chair")
    rows = list(of_branches.defer("content").order_by("happened_on", "pk"))
    names = {one.pk: one.name for one in branches}
    chairs = convenings(rows)
    found = []
    for row in rows:
        of_row: Iterable[Finding | None] = (
            quorum_finding(Kind(row.kind), row.happened_on, row.due_count, row.present_count, basis.rulebook),
            *_theme_day(row, basis.rulebook),
            convenor_finding(chairs[row.pk]) if row.pk in chairs else None,
        )
        words = {
            "branch": names[row.organisation_id],
            "day": row.happened_on,
            "kind": basis.kind_words(row.kind, row.happened_on),
        }
        found += [
            replace(one, message=Words("{branch}{day}的{kind}：{finding}", **words, finding=one.message))
            for one in of_row
            if one is not None and one.verdict in (Verdict.WARN, Verdict.FAIL)
        ]
    return found


def _theme_day(activity: Activity, rulebook: Rulebook) -> list[Finding]:
    if activity.kind != Kind.THEME_DAY:
        return []
    held = ThemeDay(
        activity.happened_on,
        activity.starts_at,
        activity.ends_at,
        Length(activity.length),
        activity.hours,
    )
    return theme_day_findings(held, rulebook)
