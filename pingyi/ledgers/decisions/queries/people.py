"""Who leads a unit, and who usually sits in its bodies."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from pingyi.ledgers.decisions.domain.bodies import BodyKind
from pingyi.ledgers.decisions.domain.matters import Proposer
from pingyi.organisations.models import Body, BodyMember, Organisation, Person, Post

_LEADING = (Post.Title.SECRETARY, Post.Title.PRINCIPAL)
_PARTY = (Post.Title.SECRETARY, Post.Title.DEPUTY_SECRETARY, Post.Title.COMMITTEE_MEMBER)
_ADMINISTRATION = (
    Post.Title.SECRETARY,
    Post.Title.DEPUTY_SECRETARY,
    Post.Title.PRINCIPAL,
    Post.Title.DEPUTY_LEADER,
)


_RANKS = {
    Post.Title.SECRETARY: Proposer.SECRETARY,
    Post.Title.DEPUTY_SECRETARY: Proposer.DEPUTY,
    Post.Title.PRINCIPAL: Proposer.LEADER,
    Post.Title.DEPUTY_LEADER: Proposer.LEADER,
    Post.Title.COMMITTEE_MEMBER: Proposer.LEADER,
}


@dataclass(frozen=True)
class Team:
    """`leaders` are the main leaders; `ranks` who may propose topics as what, by number of the person."""

    leaders: tuple[Person, ...]
    ranks: Mapping[int, Proposer]


def team_of(organisation: Organisation, day: date) -> Team:
    """Who leads the unit on a day. One query."""
    posts = list(in_post(organisation, day).select_related("person").order_by("pk"))
    leading = [post for post in posts if post.title in _LEADING or post.is_acting]
    ranks: dict[int, Proposer] = {}
    for post in posts:
        rank = Proposer.SECRETARY if post.is_acting else _RANKS.get(Post.Title(post.title), Proposer.OTHER)
        known = ranks.get(post.person_id, Proposer.OTHER)
        ranks[post.person_id] = rank if rank.may(known) else known
    return Team(tuple(_once(leading)), ranks)


def organisers_of(organisation: Organisation, day: date) -> list[Person]:
    """Full-time organisers. One query."""
    return _people(in_post(organisation, day).filter(title=Post.Title.FULL_TIME_ORGANISER))


def leaders_of(organisation: Organisation, day: date) -> list[Person]:
    """The main leaders: the secretary (or who acts as such) and the head of the administration. One query."""
    posts = in_post(organisation, day).filter(Q(title__in=_LEADING) | Q(is_acting=True))
    return _people(posts)


def usual_members(organisation: Organisation, body: BodyKind, day: date) -> list[Person]:
    """Who has a vote in a body: the members of the committee where the register lists one, else by their posts."""
    if body.is_party:
        listed = BodyMember.objects.filter(
            body__organisation=organisation, body__kind=Body.Kind.PARTY_COMMITTEE
        ).select_related("person")
        members = [one.person for one in listed.order_by("order", "pk")]
        if members:
            return members
    titles = _PARTY if body.is_party else _ADMINISTRATION
    return _people(in_post(organisation, day).filter(title__in=titles))


def people_of(organisation: Organisation) -> list[Person]:
    """Everybody who may be named: people of the unit and those with a post in it. One query."""
    rows = Person.objects.filter(Q(organisation=organisation) | Q(posts__organisation=organisation))
    return list(rows.distinct().order_by("name", "pk"))


def in_post(organisation: Organisation, day: date) -> "QuerySet[Post]":
    rows: QuerySet[Post] = Post.objects.filter(
        Q(ended_on__isnull=True) | Q(ended_on__gt=day), organisation=organisation, started_on__lte=day
    )
    return rows


def _people(posts: "QuerySet[Post]") -> list[Person]:
    """Each once, leaders last as they speak last: deputies and members before head and secretary."""
    return _once(posts.select_related("person").order_by("pk"))


def _once(posts: Iterable[Post]) -> list[Person]:
    found = {post.person_id: post for post in posts}
    return [post.person for post in sorted(found.values(), key=_rank)]


def _rank(post: Post) -> tuple[int, int]:
    order = (
        Post.Title.SECRETARY,
        Post.Title.PRINCIPAL,
        Post.Title.DEPUTY_SECRETARY,
        Post.Title.DEPUTY_LEADER,
    )
    return (order.index(post.title) if post.title in order else len(order), post.pk)
