"""The register as it stands, as plain values read in one go."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class KnownOrganisation:
    id: int
    parent_id: int | None
    code: str
    name: str
    path: str
    kind: str
    unit_kind: str
    order: int
    founded_on: date | None
    dissolved_on: date | None
    dual_names: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownPerson:
    id: int
    name: str
    staff_number: str
    organisation_id: int | None


@dataclass(frozen=True, slots=True)
class KnownPost:
    id: int
    person_id: int
    organisation_id: int
    title: str
    title_text: str
    is_acting: bool
    portfolio: str
    started_on: date
    ended_on: date | None
    term_ends_on: date | None


@dataclass(frozen=True, slots=True)
class KnownBody:
    id: int
    organisation_id: int
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class KnownMember:
    id: int
    body_id: int
    person_id: int
    role_text: str
    order: int


@dataclass(frozen=True, slots=True)
class KnownDelegate:
    id: int
    person_id: int
    kind: str
    level_text: str
    congress_number: int


@dataclass
class Known:
    """Everything of one institution that an import may touch."""

    organisations: list[KnownOrganisation] = field(default_factory=list)
    people: list[KnownPerson] = field(default_factory=list)
    posts: list[KnownPost] = field(default_factory=list)
    bodies: list[KnownBody] = field(default_factory=list)
    members: list[KnownMember] = field(default_factory=list)
    delegates: list[KnownDelegate] = field(default_factory=list)
