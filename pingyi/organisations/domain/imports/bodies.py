"""The sheet 组成机构: bodies and who sits in them."""

from pingyi.core.sheets.table import Row, Table
from pingyi.core.text import shorten
from pingyi.organisations import phrases
from pingyi.organisations.domain.imports.directory import Directory, Step
from pingyi.organisations.domain.imports.drafts import (
    BodyDraft,
    Drafts,
    MemberDraft,
    OrganisationDraft,
    PersonDraft,
)
from pingyi.organisations.domain.imports.known import KnownBody, KnownMember
from pingyi.organisations.domain.imports.people import People
from pingyi.organisations.domain.imports.reading import by_word, wanted_choice, wanted_number, wanted_text
from pingyi.organisations.domain.names import match_key

NAME_LENGTH = 120
ROLE_LENGTH = 40
KIND_WORDS = by_word(phrases.BODY_KINDS)


class Bodies:
    """All bodies and members, known and new. A body is told by organisation and name, a member by body and person."""

    def __init__(
        self, known: list[KnownBody], members: list[KnownMember], people: People, directory: Directory
    ) -> None:
        self.bodies: dict[tuple[OrganisationDraft, str], BodyDraft] = {}
        self.members: dict[tuple[BodyDraft, PersonDraft], MemberDraft] = {}
        by_id: dict[int, BodyDraft] = {}
        for entry in known:
            organisation = directory.by_id[entry.organisation_id]
            by_id[entry.id] = draft = BodyDraft(organisation, entry.name, entry.kind, known=entry)
            self.bodies[organisation, match_key(entry.name)] = draft
        for member in members:
            body, person = by_id[member.body_id], people.by_id[member.person_id]
            self.members[body, person] = MemberDraft(
                body, person, member, None, member.role_text, member.order
            )


def settle_bodies(
    table: Table, bodies: Bodies, people: People, directory: Directory, drafts: Drafts, step: Step
) -> None:
    """Adds the bodies and members of the sheet to the drafts. What is wrong is said at the rows."""
    for row in table.rows:
        step()
        body = _settle_body(row, bodies, directory, drafts)
        if body is None or not (row.has("staff_number") or row.has("person")):
            continue
        place = directory.find(row, "person_organisation")
        person = people.find(row, "staff_number", "person", place)
        if person is not None:
            _settle_member(row, body, person, bodies, drafts)


def _settle_body(row: Row, bodies: Bodies, directory: Directory, drafts: Drafts) -> BodyDraft | None:
    name, organisation = row.text("name", NAME_LENGTH), directory.find(row, "organisation")
    for key, is_said in (("name", bool(name)), ("organisation", organisation is not None)):
        if not is_said and key not in row.faulted:
            row.fault(key, f"没有写{row.form.column(key).title}", "填上，或删掉这一行")
    if row.is_faulty or organisation is None:
        return None
    draft = bodies.bodies.get((organisation, match_key(name)))
    if draft is None:
        draft = bodies.bodies[organisation, match_key(name)] = BodyDraft(organisation, name)
    kind = wanted_choice(row, "kind", KIND_WORDS, draft.kind)
    if draft.row is None:
        draft.row = row
        draft.kind = kind
        drafts.bodies.append(draft)
        if not kind and "kind" not in row.faulted:
            row.fault(
                "kind",
                f"新机构“{shorten(name)}”没有写类型",
                f"填 {'、'.join(phrases.BODY_KINDS.values())} 之一",
            )
    elif row.has("kind") and kind != draft.kind and "kind" not in row.faulted:
        row.fault(
            "kind",
            f"同一个机构的类型和第{draft.row.number}行不一样",
            "同一个机构各行的类型要一致，或只写第一行",
        )
    return draft


def _settle_member(row: Row, body: BodyDraft, person: PersonDraft, bodies: Bodies, drafts: Drafts) -> None:
    member = bodies.members.get((body, person))
    if member is None:
        member = bodies.members[body, person] = MemberDraft(body, person)
    elif member.row is not None:
        row.fault("person", f"{person.name}在第{member.row.number}行已经写过", "同一个机构里一个人只占一行")
        return
    member.row = row
    member.role_text = wanted_text(row, "role_text", member.role_text, ROLE_LENGTH)
    member.order = wanted_number(row, "order", member.order)
    drafts.members.append(member)
