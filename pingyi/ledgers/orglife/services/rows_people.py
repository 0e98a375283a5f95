"""Who and where a row of the workbook means: the register, as far as the actor may write for it."""

import re
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import pairwise

from pingyi.core.sheets.table import Row
from pingyi.core.text import shorten
from pingyi.organisations.domain.imports.directory import Directory
from pingyi.organisations.domain.imports.drafts import OrganisationDraft, PersonDraft
from pingyi.organisations.domain.imports.known import Known, KnownOrganisation
from pingyi.organisations.domain.imports.people import People

SEPARATORS = re.compile(r"[、，,；;\n]+")
NOT_YOURS = "先在“人员”里写明所在支部；别的单位的行删掉"
WITH_REASON = re.compile(r"(?P<name>[^（(]+)[（(](?P<reason>[^）)]*)[）)]")


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A person in a list of the workbook, with the reason of somebody absent; shown by name, told by number."""

    person_id: int
    name: str
    reason: str = ""

    def __str__(self) -> str:
        return f"{self.name}（{self.reason}）" if self.reason else self.name


class PeopleOfRows:
    """Organisations and people by what they are called in a cell."""

    def __init__(self, known: Known, allowed: Collection[int]) -> None:
        self.directory = Directory(known.organisations)
        # Names are looked for among the organisations that the actor may write for; others are never named to her.
        self.own = Directory([_within(one, allowed) for one in known.organisations if one.id in allowed])
        self.people = People(known.people, self.directory)
        self.own_people = People(
            [one for one in known.people if one.organisation_id in allowed], self.directory
        )
        self.allowed = allowed
        self.kinds = {one.id: one.kind for one in known.organisations}
        self.founded = {one.id: one.founded_on for one in known.organisations}
        # Who a text means in an organisation, once it is settled; lists name the same people again and again.
        self._settled: dict[tuple[str, int], Named] = {}
        self._places: dict[str, dict[int, list[PersonDraft]]] = {}

    def organisation(self, row: Row) -> int | None:
        """The organisation of the row, among those that the actor may write for; else a fault at the cell."""
        draft = self.place(row)
        return draft.known.id if draft is not None and draft.known is not None else None

    def place(self, row: Row) -> OrganisationDraft | None:
        """The same as the register has it, for looking for people in it. An empty cell means none."""
        text = row.text("organisation")
        if not text or "organisation" in row.faulted:
            return None
        found = self.own.called(text)
        if len(found) == 1 and found[0].known is not None:
            return self.directory.by_id[found[0].known.id]
        if not found and self.directory.called(text):
            row.fault("organisation", f"“{shorten(text)}”不归您记", "只填本单位和下级支部的，别的行删掉")
        else:
            row.fault("organisation", *self.own.why_not(text, found))
        return None

    def member(self, row: Row) -> PersonDraft | None:
        """The person of a row of the roster; who has no number is looked for among the actor's own people only."""
        branch, name = self.place(row), row.text("name")
        if row.text("staff_number"):
            return self.people.find(row, "staff_number", "name", branch)
        if name and not self.own_people.named(name) and self.people.named(name):
            row.fault("name", f"“{shorten(name)}”不在您管的支部里", NOT_YOURS)
            return None
        return self.own_people.find(row, "staff_number", "name", branch)

    def named(self, person_id: int | None, reason: str = "") -> Named | None:
        return None if person_id is None else Named(person_id, self.people.by_id[person_id].name, reason)

    def person(self, row: Row, key: str, organisation_id: int) -> Named | None:
        """The one person in a cell; None for an empty cell or after a fault."""
        text = row.text(key)
        return self._find(row, key, text, organisation_id) if text and key not in row.faulted else None

    def persons(self, row: Row, key: str, organisation_id: int) -> tuple[Named, ...]:
        """The people listed in a cell, in the order of their numbers."""
        text = row.text(key)
        if key in row.faulted:
            return ()
        found = [self._listed(row, key, part.strip(), organisation_id) for part in split_people(text)]
        listed = sorted(one for one in found if one is not None)
        for one, other in pairwise(listed):
            if one.person_id == other.person_id:
                row.fault(key, f"“{one.name}”写了两次", "一个人只写一次")
        return tuple(listed)

    def _listed(self, row: Row, key: str, part: str, organisation_id: int) -> Named | None:
        told = WITH_REASON.fullmatch(part)
        person = self._find(row, key, told["name"].strip() if told else part, organisation_id)
        if person is None or told is None:
            return person
        return Named(person.person_id, person.name, told["reason"].strip())

    def _find(self, row: Row, key: str, text: str, organisation_id: int) -> Named | None:
        """By staff number, else by name within the organisation, else by a name that only one has."""
        settled = self._settled.get((text, organisation_id))
        if settled is not None:
            return settled
        by_number = self.people.by_number.get(text)
        found = [by_number] if by_number else self.people.named(text)
        here = found if by_number else self._by_place(text, found).get(organisation_id, [])
        chosen = here if len(here) == 1 else found
        if len(chosen) == 1 and chosen[0].known is not None:
            named = Named(chosen[0].known.id, chosen[0].name)
            self._settled[text, organisation_id] = named
            return named
        if found:
            row.fault(key, f"“{shorten(text)}”不止一位", "改写工号")
        else:
            row.fault(key, f"没有找到“{shorten(text)}”", "核对姓名；新来的人先加到“人员”里")
        return None

    def _by_place(self, text: str, found: list[PersonDraft]) -> dict[int, list[PersonDraft]]:
        """The people of a name by their organisation; a name may be that of hundreds."""
        places = self._places.get(text)
        if places is None:
            places = self._places[text] = defaultdict(list)
            for person in found:
                if person.organisation is not None and person.organisation.known is not None:
                    places[person.organisation.known.id].append(person)
        return places


def _within(one: KnownOrganisation, allowed: Collection[int]) -> KnownOrganisation:
    """As the actor sees it: what lies above her organisations is not hers."""
    return one if one.parent_id in allowed else replace(one, parent_id=None)


def split_people(text: str) -> list[str]:
    """The names of a list. A mark inside brackets belongs to the reason and parts nothing."""
    masked = re.sub(r"[（(][^）)]*[）)]", lambda found: "x" * len(found[0]), text)
    parts, start = [], 0
    for mark in [*SEPARATORS.finditer(masked), None]:
        end = mark.start() if mark else len(text)
        if text[start:end].strip():
            parts.append(text[start:end])
        start = mark.end() if mark else end
    return parts
