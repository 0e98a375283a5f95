"""Who answers for a second-level organisation in a year: its secretary, or the deputy who runs it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from pingyi.organisations.models import Organisation, Person, Post

SECOND_LEVEL = (
    Organisation.Kind.COMMITTEE,
    Organisation.Kind.GENERAL_BRANCH,
    Organisation.Kind.DIRECT_BRANCH,
)
KIND_WORDS = {
    Organisation.Kind.COMMITTEE: "党委",
    Organisation.Kind.GENERAL_BRANCH: "党总支",
    Organisation.Kind.DIRECT_BRANCH: "党支部",
    Organisation.Kind.BRANCH: "党支部",
}


@dataclass(frozen=True)
class Incumbent:
    """The person who reports for an organisation, with the post that says why."""

    organisation: Organisation
    person: Person
    title_text: str
    is_acting: bool
    since: date


def second_level_organisations(convenor: Organisation, on: date) -> list[Organisation]:
    """The organisations directly below the convenor that exist on this day, in their order."""
    return list(
        Organisation.objects.filter(parent=convenor, kind__in=SECOND_LEVEL)
        .exclude(dissolved_on__lte=on)
        .exclude(founded_on__gt=on)
        .order_by("order", "path")
    )


def incumbents(organisations: Iterable[Organisation], on: date) -> dict[int, Incumbent]:
    """By organisation id: the secretary in post on this day, else the deputy who runs the organisation."""
    by_id = {organisation.pk: organisation for organisation in organisations}
    posts = (
        Post.objects.filter(Q(title=Post.Title.SECRETARY) | Q(is_acting=True))
        .filter(
            Q(ended_on__isnull=True) | Q(ended_on__gte=on), organisation__in=list(by_id), started_on__lte=on
        )
        .select_related("person")
        .order_by("started_on", "pk")
    )
    found: dict[int, Incumbent] = {}
    for post in sorted(posts, key=lambda one: one.title == Post.Title.SECRETARY):
        found[post.organisation_id] = incumbent_of(post, by_id[post.organisation_id])
    return found


def incumbent_of(post: Post, organisation: Organisation) -> Incumbent:
    """The post read as a reason to report."""
    is_acting = post.title != Post.Title.SECRETARY
    words = KIND_WORDS[Organisation.Kind(organisation.kind)]
    usual = f"主持工作的{words}副书记" if is_acting else f"{words}书记"
    return Incumbent(organisation, post.person, post.title_text or usual, is_acting, post.started_on)
