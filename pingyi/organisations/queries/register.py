"""The whole register of the institution in scope, for the import to compare with and the export to write."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from pingyi.core.words import Words
from pingyi.organisations import phrases
from pingyi.organisations.domain.imports.known import (
    Known,
    KnownBody,
    KnownDelegate,
    KnownMember,
    KnownOrganisation,
    KnownPerson,
    KnownPost,
)
from pingyi.organisations.domain.names import join_names, pinyin_order, sibling_order
from pingyi.organisations.domain.tree import in_tree_order
from pingyi.organisations.models import (
    Body,
    BodyMember,
    Delegate,
    Organisation,
    OrganisationAlias,
    Person,
    Post,
)

CHUNK = 2000


def load_known() -> Known:
    """Everything, in seven queries, in the order of the keys so that the same register gives the same value."""
    return Known(
        organisations=_organisations(),
        people=_all(KnownPerson, Person, "pk", "name", "staff_number", "organisation_id"),
        posts=_all(
            KnownPost,
            Post,
            "pk",
            "person_id",
            "organisation_id",
            "title",
            "title_text",
            "is_acting",
            "portfolio",
            "started_on",
            "ended_on",
            "term_ends_on",
        ),
        bodies=_all(KnownBody, Body, "pk", "organisation_id", "name", "kind"),
        members=_all(KnownMember, BodyMember, "pk", "body_id", "person_id", "role_text", "order"),
        delegates=_all(KnownDelegate, Delegate, "pk", "person_id", "kind", "level_text", "congress_number"),
    )


def _all(kind: Any, model: Any, *fields: str) -> list[Any]:
    return [kind(*values) for values in model.objects.order_by("pk").values_list(*fields).iterator(CHUNK)]


def _organisations() -> list[KnownOrganisation]:
    dual_names: dict[int, list[str]] = defaultdict(list)
    aliases: dict[int, list[str]] = defaultdict(list)
    names = OrganisationAlias.objects.order_by("pk").values_list("organisation_id", "name", "is_dual_name")
    for organisation_id, name, is_dual_name in names:
        (dual_names if is_dual_name else aliases)[organisation_id].append(name)
    fields = ("parent_id", "code", "name", "path", "kind", "unit_kind", "order", "founded_on", "dissolved_on")
    rows: Iterator[tuple[Any, ...]] = (
        Organisation.objects.order_by("pk").values_list("pk", *fields).iterator(CHUNK)
    )
    return [KnownOrganisation(*(*row, tuple(dual_names[row[0]]), tuple(aliases[row[0]]))) for row in rows]


def export_lines(known: Known) -> dict[str, list[dict[str, Any]]]:
    """The register as lines of the import's sheets: importing them again changes nothing."""
    export = _Export(known)
    return {
        Words("组织"): list(export.organisations()),
        Words("人员"): list(export.people()),
        Words("任职"): list(export.posts()),
        Words("组成机构"): list(export.bodies()),
        Words("代表委员"): list(export.delegates()),
    }


class _Export:
    """Writes references in the surest way that there is: code, else full path; staff number with the name."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.by_id = {one.id: one for one in known.organisations}
        self.person_by_id = {one.id: one for one in known.people}

    def reference(self, organisation_id: int | None) -> str:
        if organisation_id is None:
            return ""
        organisation = self.by_id[organisation_id]
        return organisation.code or organisation.path

    def organisations(self) -> Iterator[dict[str, Any]]:
        ordered = in_tree_order(
            self.known.organisations,
            key=lambda one: one.id,
            parent=lambda one: one.parent_id,
            order=lambda one: sibling_order(one.order, one.code, one.name),
        )
        for one, _ in ordered:
            yield {
                "code": one.code,
                "name": one.name,
                "parent": self.reference(one.parent_id),
                "kind": phrases.ORGANISATION_KINDS[one.kind],
                "unit_kind": phrases.UNIT_KINDS[one.unit_kind],
                "dual_names": join_names(one.dual_names),
                "aliases": join_names(one.aliases),
                "order": one.order or None,
                "founded_on": one.founded_on,
                "dissolved_on": one.dissolved_on,
            }

    def people(self) -> Iterator[dict[str, Any]]:
        for one in sorted(self.known.people, key=lambda one: (one.staff_number, pinyin_order(one.name))):
            yield {
                "staff_number": one.staff_number,
                "name": one.name,
                "organisation": self.reference(one.organisation_id),
            }

    def _person(self, person_id: int, name_key: str) -> dict[str, Any]:
        person = self.person_by_id[person_id]
        place = self.reference(person.organisation_id)
        return {"staff_number": person.staff_number, name_key: person.name, "person_organisation": place}

    def posts(self) -> Iterator[dict[str, Any]]:
        for one in self.known.posts:
            yield {
                **self._person(one.person_id, "name"),
                "organisation": self.reference(one.organisation_id),
                "title_text": one.title_text or phrases.POST_TITLES[one.title],
                "title": phrases.POST_TITLES[one.title],
                "is_acting": Words("是") if one.is_acting else Words("否"),
                "portfolio": one.portfolio,
                "started_on": one.started_on,
                "ended_on": one.ended_on,
                "term_ends_on": one.term_ends_on,
            }

    def bodies(self) -> Iterator[dict[str, Any]]:
        by_body: dict[int, list[Any]] = defaultdict(list)
        for member in self.known.members:
            by_body[member.body_id].append(member)
        for body in self.known.bodies:
            line = {
                "name": body.name,
                "organisation": self.reference(body.organisation_id),
                "kind": phrases.BODY_KINDS[body.kind],
            }
            members = sorted(by_body[body.id], key=lambda one: (one.order == 0, one.order, one.id))
            for member in members:
                person = self._person(member.person_id, "person")
                yield {**line, **person, "order": member.order or None, "role_text": member.role_text}
            if not members:
                yield line

    def delegates(self) -> Iterator[dict[str, Any]]:
        for one in self.known.delegates:
            yield {
                **self._person(one.person_id, "person"),
                "kind": phrases.DELEGATE_KINDS[one.kind],
                "level_text": one.level_text,
                "congress_number": one.congress_number or None,
            }
