"""The tree of organisations."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from pingyi.organisations import phrases
from pingyi.organisations.domain.names import match_key, sibling_order
from pingyi.organisations.domain.secretaries import SecretaryOfYear
from pingyi.organisations.domain.tree import in_tree_order
from pingyi.organisations.models import Organisation, OrganisationAlias, Person
from pingyi.organisations.queries.secretaries import secretaries_in_post

Kind = Organisation.Kind
SECOND_LEVEL = (Kind.COMMITTEE, Kind.GENERAL_BRANCH, Kind.DIRECT_BRANCH)


@dataclass(frozen=True)
class TreeRow:
    """One line of the tree. `is_match` is false for those shown only because something below them was found."""

    organisation: Organisation
    depth: int
    kind_word: str
    unit_kind_word: str
    other_names: tuple[str, ...]
    people: int
    secretary: SecretaryOfYear | None
    is_match: bool = True


@dataclass(frozen=True)
class Tree:
    """The lines asked for, and how many organisations there are by kind, whatever was asked."""

    rows: list[TreeRow]
    total: int
    standing: int
    by_kind: dict[str, int]


def organisation_tree(
    *, year: int, search: str = "", kind: str = "", is_dissolved_shown: bool = False
) -> Tree:
    """All organisations in the order of the tree, with depth, names, people and the secretary of the year.

    Four queries however many there are. With `search` or `kind` the lines that match and the way down to them.
    """
    aliases = Prefetch("aliases", OrganisationAlias.objects.order_by("-is_dual_name", "pk"))
    everything = list(Organisation.objects.prefetch_related(aliases))
    people = Counter(
        Person.objects.filter(organisation__isnull=False).values_list("organisation_id", flat=True)
    )
    secretaries = secretaries_in_post(everything, year)
    rows = [
        TreeRow(
            organisation,
            depth,
            phrases.ORGANISATION_KINDS[organisation.kind],
            phrases.UNIT_KINDS[organisation.unit_kind],
            tuple(alias.name for alias in organisation.aliases.all()),
            people[organisation.pk],
            secretaries.get(organisation.pk),
            _matches(organisation, search, kind, is_dissolved_shown),
        )
        for organisation, depth in in_order(everything)
    ]
    standing = [one for one in everything if one.dissolved_on is None]
    return Tree(_with_ways(rows), len(everything), len(standing), dict(Counter(one.kind for one in standing)))


def in_order(organisations: list[Organisation]) -> list[tuple[Organisation, int]]:
    """Children after their parent, siblings by order, code and sound, each with its depth."""
    return in_tree_order(
        organisations,
        key=lambda one: one.pk,
        parent=lambda one: one.parent_id,
        order=lambda one: sibling_order(one.order, one.code, one.name),
    )


def second_level_organisations(convenor: Organisation, year: int | None = None) -> list[Organisation]:
    """Committees, general branches and direct branches directly below the convenor, in their order. One query.

    With a year: those that existed at any time in it. These are the organisations whose secretaries are reviewed.
    """
    stood = Q(dissolved_on__isnull=True) if year is None else _stood_in(year)
    children = convenor.children.filter(stood, kind__in=SECOND_LEVEL)
    return sorted(children, key=lambda one: sibling_order(one.order, one.code, one.name))


def convenors_to_choose() -> list[Organisation]:
    """Standing committees that have organisations of the second level below them. One query."""
    committees = Organisation.objects.filter(kind=Kind.COMMITTEE, dissolved_on__isnull=True)
    above = committees.filter(children__kind__in=SECOND_LEVEL).distinct()
    return sorted(above, key=lambda one: (one.path.count("/"), sibling_order(one.order, one.code, one.name)))


def children_of(organisation: Organisation) -> list[tuple[Organisation, str]]:
    """The organisations directly below, with the word of their kind, standing ones first. One query."""
    children = sorted(
        organisation.children.all(),
        key=lambda one: (one.dissolved_on is not None, sibling_order(one.order, one.code, one.name)),
    )
    return [(child, phrases.ORGANISATION_KINDS[child.kind]) for child in children]


def parents_to_choose(besides: Organisation | None = None) -> list[tuple[str, str]]:
    """Number and full path of what others may hang from: standing, no branch, not `besides` or below it. One query."""
    standing = Organisation.objects.filter(dissolved_on__isnull=True).exclude(kind=Kind.BRANCH)
    own = besides.path if besides else None
    return [
        (str(one.pk), one.path)
        for one, _ in in_order(list(standing))
        if own is None or not (one.path == own or one.path.startswith(f"{own}/"))
    ]


def standing_to_choose() -> list[tuple[str, str]]:
    """Number and full path of all standing organisations. One query."""
    standing = list(Organisation.objects.filter(dissolved_on__isnull=True))
    return [(str(one.pk), one.path) for one, _ in in_order(standing)]


def lineage_of(organisation: Organisation) -> list[Organisation]:
    """The organisation and all above it, the root first. One query."""
    parts = organisation.path.split("/")
    paths = ["/".join(parts[: count + 1]) for count in range(len(parts))]
    above: QuerySet[Organisation] = Organisation.objects.filter(path__in=paths)
    return sorted(above, key=lambda one: len(one.path))


def _stood_in(year: int) -> Q:
    founded = Q(founded_on__isnull=True) | Q(founded_on__lte=date(year, 12, 31))
    standing = Q(dissolved_on__isnull=True) | Q(dissolved_on__gte=date(year, 1, 1))
    return founded & standing


def _matches(organisation: Organisation, search: str, kind: str, is_dissolved_shown: bool) -> bool:
    if kind and organisation.kind != kind:
        return False
    if organisation.dissolved_on is not None and not is_dissolved_shown:
        return False
    if not search:
        return True
    wanted = match_key(search)
    names = (organisation.name, organisation.code, *(alias.name for alias in organisation.aliases.all()))
    return any(wanted in match_key(name) for name in names)


def _with_ways(rows: list[TreeRow]) -> list[TreeRow]:
    """The rows that match, and of the others those that lead to one of them."""
    kept: list[TreeRow] = []
    needed = -1
    for row in reversed(rows):
        if row.is_match or row.depth < needed:
            kept.append(row)
            needed = row.depth
    return kept[::-1]
