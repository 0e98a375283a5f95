"""Activities as their pages show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q

from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.ledgers.kit.domain.lateness import is_late
from pingyi.ledgers.kit.domain.parameters import Rulebook
from pingyi.ledgers.kit.domain.states import COUNTED, State
from pingyi.ledgers.orglife.domain.kinds import Kind
from pingyi.ledgers.orglife.models import Activity, ActivityEvidence, Attendance, Excuse
from pingyi.organisations.domain.names import pinyin_order
from pingyi.organisations.models import Organisation, Person, Post

SHOWN = 300


@dataclass(frozen=True)
class ActivityList:
    """The newest first; `total` is how many there are, of which `waiting` wait for somebody to confirm them."""

    rows: list[Activity]
    total: int
    waiting: int


def activities_of(
    organisations: Sequence[Organisation], first: date, last: date, *, state: str = "", kind: str = ""
) -> ActivityList:
    """What these organisations wrote down of these days. Two queries."""
    rows = Activity.objects.filter(
        organisation__in=[one.pk for one in organisations], happened_on__range=(first, last)
    )
    if kind:
        rows = rows.filter(kind=kind)
    counts = rows.aggregate(total=Count("pk"), waiting=Count("pk", filter=Q(state=State.FILED)))
    shown = rows.filter(state=state) if state in tuple(State) else rows
    shown = shown.select_related("organisation", "recorded_by").order_by("-happened_on", "-pk")
    return ActivityList(list(shown[:SHOWN]), counts["total"], counts["waiting"])


def find_activity(activity_id: int) -> Activity:
    """One activity of the institution in scope; `Missing` for any other. One query."""
    row = (
        Activity.objects.select_related(
            "organisation", "recorded_by", "decided_by", "chair", "recorder", "lecturer"
        )
        .filter(pk=activity_id)
        .first()
    )
    if row is None:
        raise Missing(Words("没有找到这一条。它可能已经删掉，请回到上一页。"), code="record.missing")
    return row


def seats_of(activity: Activity) -> list[Attendance]:
    """The list of an activity, those present first. One query."""
    rows = activity.attendances.select_related("person")
    return sorted(rows, key=lambda one: (not one.is_present, pinyin_order(one.person.name)))


def evidence_of(activity: Activity) -> list[ActivityEvidence]:
    """The files of an activity with what they are. One query."""
    return list(activity.evidence.select_related("file", "added_by").order_by("pk"))


def find_evidence(activity: Activity, evidence_id: int) -> ActivityEvidence:
    row = activity.evidence.select_related("file").filter(pk=evidence_id).first()
    if row is None:
        raise Missing(Words("这份佐证已经不在了。"), code="evidence.missing")
    return row


def people_of(organisation: Organisation) -> list[Person]:
    """Who can be on a list of this organisation: its people, and the secretaries of the branches below it; by sound of
    the name. One query.
    """
    below = Q(
        posts__organisation__parent=organisation,
        posts__title=Post.Title.SECRETARY,
        posts__ended_on__isnull=True,
    )
    found = Person.objects.filter(Q(organisation=organisation) | below).distinct()
    return sorted(found, key=lambda one: pinyin_order(one.name))


def excuses_of(organisation: Organisation, period: str) -> dict[str, str]:
    """Reasons that were written for a period, by kind. One query."""
    rows = Excuse.objects.filter(organisation=organisation, period=period)
    return dict(rows.values_list("kind", "reason"))


def count_records(organisations: Sequence[Organisation], year: int) -> int:
    """How many activities of these organisations count in the year. One query."""
    return Activity.objects.filter(
        organisation__in=[one.pk for one in organisations], happened_on__year=year, state__in=COUNTED
    ).count()


def late_ones(organisations: Sequence[Organisation], year: int, rulebook: Rulebook) -> list[Activity]:
    """What was written down long after it happened, the latest first. One query."""
    rows = Activity.objects.filter(
        organisation__in=[one.pk for one in organisations], happened_on__year=year, state__in=COUNTED
    ).select_related("organisation", "recorded_by")
    rows = rows.filter(recorded_on__gt=F("happened_on")).order_by("-happened_on", "-pk")
    return [
        row
        for row in rows
        if is_late(row.happened_on, row.recorded_on, rulebook.number("late_after_days", row.happened_on))
    ]


def years_before(organisations: Sequence[Organisation], year: int) -> list[int]:
    """The years before this one of which these organisations have records, drafts too. One query.

    All kinds are named and the organisations are not, so that the database goes to the early days at once.
    """
    own = {one.pk for one in organisations}
    rows = Activity.objects.filter(kind__in=tuple(Kind), happened_on__lt=date(year, 1, 1)).order_by()
    found = rows.values_list("organisation_id", "happened_on__year").distinct()
    return sorted({then for key, then in found if key in own})
