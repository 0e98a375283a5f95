"""What the register shall hold after the import. A draft is compared by identity: two rows may name the same one."""

from dataclasses import dataclass, field
from datetime import date

from pingyi.core.sheets.table import Row
from pingyi.organisations.domain.imports.known import (
    KnownBody,
    KnownDelegate,
    KnownMember,
    KnownOrganisation,
    KnownPerson,
    KnownPost,
)


@dataclass(eq=False, slots=True)
class OrganisationDraft:
    """`known` is None for a new one, `row` is None for one that the file does not speak of."""

    name: str
    known: KnownOrganisation | None = None
    row: Row | None = None
    parent: "OrganisationDraft | None" = None
    # Where it hung before the file.
    came_from: "OrganisationDraft | None" = None
    code: str = ""
    kind: str = ""
    unit_kind: str = "other"
    path: str = ""
    order: int = 0
    founded_on: date | None = None
    dissolved_on: date | None = None
    dual_names: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(eq=False, slots=True)
class PersonDraft:
    name: str
    known: KnownPerson | None = None
    row: Row | None = None
    staff_number: str = ""
    organisation: OrganisationDraft | None = None
    # Where the person was before the file.
    came_from: OrganisationDraft | None = None


@dataclass(eq=False, slots=True)
class PostDraft:
    person: PersonDraft
    organisation: OrganisationDraft
    title: str
    title_text: str
    started_on: date
    known: KnownPost | None = None
    row: Row | None = None
    is_acting: bool = False
    portfolio: str = ""
    ended_on: date | None = None
    term_ends_on: date | None = None


@dataclass(eq=False, slots=True)
class BodyDraft:
    organisation: OrganisationDraft
    name: str
    kind: str = ""
    known: KnownBody | None = None
    row: Row | None = None


@dataclass(eq=False, slots=True)
class MemberDraft:
    body: BodyDraft
    person: PersonDraft
    known: KnownMember | None = None
    row: Row | None = None
    role_text: str = ""
    order: int = 0


@dataclass(eq=False, slots=True)
class DelegateDraft:
    person: PersonDraft
    kind: str
    level_text: str
    congress_number: int
    known: KnownDelegate | None = None
    row: Row | None = None


@dataclass
class Drafts:
    """All drafts that the file speaks of, by sheet, in the order of their rows."""

    organisations: list[OrganisationDraft] = field(default_factory=list)
    people: list[PersonDraft] = field(default_factory=list)
    posts: list[PostDraft] = field(default_factory=list)
    bodies: list[BodyDraft] = field(default_factory=list)
    members: list[MemberDraft] = field(default_factory=list)
    delegates: list[DelegateDraft] = field(default_factory=list)
    # Organisations that the file does not speak of but whose full path changes with one above them.
    moved_along: list[OrganisationDraft] = field(default_factory=list)
