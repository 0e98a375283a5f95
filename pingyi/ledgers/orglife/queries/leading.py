"""What those who lead did in a year: cadres in their own branches, and secretaries who are new."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from pingyi.ledgers.kit.domain.states import COUNTED
from pingyi.ledgers.kit.queries.places import BRANCHES
from pingyi.ledgers.orglife.domain.kinds import Kind
from pingyi.ledgers.orglife.domain.leading import Cadre, NewSecretary
from pingyi.ledgers.orglife.models import Attendance
from pingyi.organisations.models import Organisation, Post

LEADING = (
    Post.Title.SECRETARY,
    Post.Title.DEPUTY_SECRETARY,
    Post.Title.PRINCIPAL,
    Post.Title.DEPUTY_LEADER,
)


def cadres_of(organisation: Organisation, year: int) -> list[Cadre]:
    """The leading cadres of an organisation at the end of the year (or today's, of this year), with how often they
    were present in the branch to which they belong. Two queries.
    """
    end = date(year, 12, 31)
    posts = Post.objects.filter(organisation=organisation, title__in=LEADING, started_on__lte=end)
    posts = posts.exclude(ended_on__lte=end).select_related("person__organisation")
    people = {post.person_id: post.person for post in posts.order_by("pk")}
    there = Counter(
        (person, place)
        for person, place in Attendance.objects.filter(
            person__in=people,
            is_present=True,
            activity__happened_on__year=year,
            activity__state__in=COUNTED,
        ).values_list("person_id", "activity__organisation_id")
    )
    return [
        Cadre(
            person.name,
            there[person.pk, person.organisation.pk]
            if person.organisation is not None and person.organisation.kind in BRANCHES
            else None,
        )
        for person in people.values()
    ]


def new_secretaries_of(branches: Sequence[Organisation], year: int) -> list[NewSecretary]:
    """Who became secretary of one of these branches in the year or the half year before. Two queries."""
    posts = list(
        Post.objects.filter(
            organisation__in=[one.pk for one in branches],
            title=Post.Title.SECRETARY,
            started_on__range=(date(year - 1, 7, 1), date(year, 12, 31)),
        )
        .select_related("person")
        .order_by("started_on", "pk")
    )
    days: dict[int, list[date]] = defaultdict(list)
    rows = Attendance.objects.filter(
        person__in=[one.person_id for one in posts],
        is_present=True,
        activity__kind=Kind.TRAINING,
        activity__state__in=COUNTED,
    )
    for person_id, day in rows.values_list("person_id", "activity__happened_on"):
        days[person_id].append(day)
    return [NewSecretary(one.person.name, one.started_on, tuple(days[one.person_id])) for one in posts]
