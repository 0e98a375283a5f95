"""Where the people of a voter class may be taken from: a body, posts, the roster, delegates."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from pingyi.core.clock import today
from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.organisations.models import Body, BodyMember, Delegate, Organisation, Person, Post
from pingyi.organisations.phrases import DELEGATE_KINDS, POST_TITLES
from pingyi.review.cycles.models import Reporter, ReviewMeeting

LEADERS = (Post.Title.DEPUTY_SECRETARY, Post.Title.DEPUTY_LEADER, Post.Title.COMMITTEE_MEMBER)


@dataclass(frozen=True)
class Source:
    """A list of people that already exists. `key` names it in forms."""

    key: str
    label: str


@dataclass(frozen=True)
class Candidate:
    """Somebody whom a source offers, with the reason."""

    person: Person
    why: str


FIXED = (
    Source("reporters", Words("名册上的各党组织书记")),
    Source("post-department_head", Words("部门负责人")),
    Source("post-deputy_party", Words("分管党建的班子副职")),
    Source("post-section_head_hospital", Words("附属医院组织人事科负责人")),
    Source("post-full_time_organiser", Words("专职组织员")),
    Source("delegate-any", Words("“两代表一委员”")),
    Source("delegate-party_congress", Words("党代会代表")),
    Source("delegate-peoples_congress", Words("人大代表")),
    Source("delegate-cppcc", Words("政协委员")),
)


def sources_of() -> list[Source]:
    """All sources of the institution: its bodies first. One query."""
    bodies = Body.objects.select_related("organisation").order_by(
        "organisation__order", "organisation__path", "name"
    )
    return [
        *(
            Source(
                f"body-{body.pk}",
                Words("{organisation}：{body}", organisation=body.organisation.name, body=body.name),
            )
            for body in bodies
        ),
        *FIXED,
    ]


def label_of_source(key: str) -> str:
    """The words of a source, for the event log."""
    return next((source.label for source in sources_of() if source.key == key), key)


def candidates_of(meeting: ReviewMeeting, key: str) -> list[Candidate]:
    """Whom the source offers on the day of the meeting, each person once."""
    day = today(meeting.held_at)
    kind, _, which = key.partition("-")
    if kind == "body" and which.isdecimal():
        return _members(int(which))
    if key == "reporters":
        return _reporters(meeting)
    if kind == "post" and which in _POSTS:
        return _posts(day, _POSTS[which])
    if kind == "delegate" and (which == "any" or which in Delegate.Kind.values):
        return _delegates(which)
    raise Missing(Words("没有这个来源。请从列出的来源里选。"), code="source.missing")


# As it is stored, in whatever language the page is.
_PARTY_WORK = str.__str__(Words("党建"))
_POSTS = {
    "department_head": Q(title=Post.Title.DEPARTMENT_HEAD),
    "deputy_party": Q(title__in=LEADERS, portfolio__contains=_PARTY_WORK),
    "section_head_hospital": Q(
        title=Post.Title.SECTION_HEAD, organisation__unit_kind=Organisation.UnitKind.AFFILIATED_HOSPITAL
    ),
    "full_time_organiser": Q(title=Post.Title.FULL_TIME_ORGANISER),
}


def _members(body_id: int) -> list[Candidate]:
    rows = (
        BodyMember.objects.filter(body=body_id)
        .select_related("person__organisation", "body")
        .order_by("order", "pk")
    )
    return _once((row.person, row.role_text or row.body.name) for row in rows)


def _reporters(meeting: ReviewMeeting) -> list[Candidate]:
    """All of the cycle, not only of this meeting: secretaries of the other half vote here too."""
    rows = (
        Reporter.objects.filter(cycle=meeting.cycle_id)
        .select_related("person__organisation", "organisation")
        .order_by("organisation__order", "organisation__path")
    )
    return _once((row.person, f"{row.organisation.name}{row.title_text}") for row in rows)


def _posts(day: date, which: Q) -> list[Candidate]:
    """A post runs up to, not including, the day on which it ended: that is the successor's first day."""
    rows = (
        Post.objects.filter(which, Q(ended_on__isnull=True) | Q(ended_on__gt=day), started_on__lte=day)
        .select_related("person__organisation", "organisation")
        .order_by("organisation__order", "organisation__path", "person__name", "pk")
    )
    return _once((row.person, _post_words(row)) for row in rows)


def _post_words(post: Post) -> str:
    portfolio = Words("，分管{portfolio}", portfolio=post.portfolio) if post.portfolio else ""
    return Words(
        "{organisation}{value}{portfolio}",
        organisation=post.organisation.name,
        value=post.title_text or POST_TITLES[post.title],
        portfolio=portfolio,
    )


def _delegates(kind: str) -> list[Candidate]:
    rows = Delegate.objects.select_related("person__organisation").order_by("kind", "person__name", "pk")
    if kind != "any":
        rows = rows.filter(kind=kind)
    return _once(
        (
            row.person,
            Words(
                "{level_text}{delegate_kinds}",
                level_text=row.level_text,
                delegate_kinds=DELEGATE_KINDS[row.kind],
            ),
        )
        for row in rows
    )


def _once(people: Iterable[tuple[Person, str]]) -> list[Candidate]:
    found: dict[int, Candidate] = {}
    for person, why in people:
        found.setdefault(person.pk, Candidate(person, why))
    return list(found.values())
