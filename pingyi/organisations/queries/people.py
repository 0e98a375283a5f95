"""People, their posts and delegations."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.organisations import phrases
from pingyi.organisations.domain.names import pinyin_order
from pingyi.organisations.models import Delegate, Organisation, Person, Post

SHOWN = 300


@dataclass(frozen=True)
class PersonRow:
    """One line of the list: the person, present posts and delegations in words."""

    person: Person
    posts: tuple[str, ...]
    delegations: tuple[str, ...]


@dataclass(frozen=True)
class PeopleList:
    """The first lines by sound of the name, how many were found and how many there are."""

    rows: list[PersonRow]
    found: int
    total: int


def list_people(*, today: date, search: str = "", organisation: Organisation | None = None) -> PeopleList:
    """People by name, staff number or organisation; of an organisation with all below it. Fixed number of queries."""
    people = Person.objects.all()
    if organisation is not None:
        people = people.filter(in_or_below(organisation, "organisation__"))
    if search:
        people = people.filter(
            Q(name__icontains=search)
            | Q(staff_number__icontains=search)
            | Q(organisation__name__icontains=search)
            | Q(organisation__aliases__name__icontains=search)
        )
    # Only names are read of all; the whole rows of those that are shown.
    found = sorted(
        set(people.values_list("pk", "name", "staff_number")),
        key=lambda one: (pinyin_order(one[1]), one[2], one[0]),
    )
    shown = [number for number, _, _ in found[:SHOWN]]
    loaded = {person.pk: person for person in _with_present_posts(today).filter(pk__in=shown)}
    total = Person.objects.count()
    return PeopleList([_row(loaded[number]) for number in shown], len(found), total)


def people_to_choose() -> list[tuple[int, str]]:
    """Number and words of all people for a list to choose from: name, staff number, organisation. One query."""
    rows = Person.objects.values_list("pk", "name", "staff_number", "organisation__name")
    listed = sorted(rows, key=lambda one: (pinyin_order(one[1]), one[2]))
    return [
        (pk, "　".join(word for word in (name, number, place) if word)) for pk, name, number, place in listed
    ]


def person_with_id(person_id: int) -> Person:
    """One person of the institution in scope; `Missing` if there is none."""
    person = Person.objects.select_related("organisation").filter(pk=person_id).first()
    if person is None:
        raise Missing
    return person


def people_called(name: str, organisation: Organisation | None = None) -> list[Person]:
    """All people of exactly this name, of one organisation if given."""
    people = Person.objects.filter(name=name).select_related("organisation")
    return list(people.filter(organisation=organisation) if organisation else people)


@dataclass(frozen=True)
class PostRow:
    """One post in words, for the pages of its person and its organisation."""

    post: Post
    kind_word: str
    is_present: bool


def posts_of_person(person: Person, today: date) -> list[PostRow]:
    """Present posts first, then earlier ones, the latest first. One query."""
    return _post_rows(Post.objects.filter(person=person), today)


def posts_of_organisation(organisation: Organisation, today: date) -> list[PostRow]:
    """Present posts first, then earlier ones, the latest first. One query."""
    return _post_rows(Post.objects.filter(organisation=organisation), today)


@dataclass(frozen=True)
class DelegateRow:
    delegate: Delegate
    words: str


def delegations_of(person: Person) -> list[DelegateRow]:
    """What the person is a delegate of. One query."""
    return [
        DelegateRow(row, delegate_words(row)) for row in Delegate.objects.filter(person=person).order_by("pk")
    ]


def delegates(kind: str = "") -> list[Delegate]:
    """All delegates, of one kind if given, with their people, by sound of the name. One query."""
    rows = Delegate.objects.select_related("person", "person__organisation")
    return sorted(
        rows.filter(kind=kind) if kind else rows,
        key=lambda row: (row.kind, pinyin_order(row.person.name), row.pk),
    )


def delegate_words(delegate: Delegate) -> str:
    """In words: 学校第2次党代会代表."""
    number = (
        Words("第{congress_number}次", congress_number=delegate.congress_number)
        if delegate.congress_number
        else ""
    )
    return Words(
        "{level_text}{number}{delegate_kinds}",
        level_text=delegate.level_text,
        number=number,
        delegate_kinds=phrases.DELEGATE_KINDS[delegate.kind],
    )


def in_or_below(organisation: Organisation, prefix: str = "") -> Q:
    """A filter for rows that hang from this organisation or one below it."""
    return Q(**{f"{prefix}path": organisation.path}) | Q(
        **{f"{prefix}path__startswith": f"{organisation.path}/"}
    )


def _with_present_posts(today: date) -> QuerySet[Person]:
    present = Post.objects.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=today), started_on__lte=today)
    posts = Prefetch(
        "posts", present.select_related("organisation").order_by("started_on", "pk"), "present_posts"
    )
    people: QuerySet[Person] = Person.objects.select_related("organisation").prefetch_related(
        posts, "delegations"
    )
    return people


def _row(person: Person) -> PersonRow:
    present: list[Post] = getattr(person, "present_posts")  # noqa: B009 (given by the prefetch above)
    posts = tuple(f"{post.organisation.name}{post.title_text}" for post in present)
    return PersonRow(person, posts, tuple(delegate_words(delegate) for delegate in person.delegations.all()))


def _post_rows(posts: QuerySet[Post], today: date) -> list[PostRow]:
    rows = [
        PostRow(post, phrases.POST_TITLES[post.title], post.ended_on is None or post.ended_on > today)
        for post in posts.select_related("person", "organisation").order_by("-started_on", "-pk")
    ]
    return sorted(rows, key=lambda row: not row.is_present)
