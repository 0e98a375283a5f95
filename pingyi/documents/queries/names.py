"""Names of the register whose characters the fonts in use cannot set as they are meant."""

from collections.abc import Iterable
from dataclasses import dataclass

from django_scopes import scope

from pingyi.documents.domain.glyph_check import Lack, Trouble, in_doubt, lacks
from pingyi.documents.render.pdf.glyphs import coverage
from pingyi.organisations.models import Institution, Organisation, Person

WORRYING = (Trouble.BOX, Trouble.PRIVATE)


@dataclass(frozen=True)
class NameLack:
    """A name and one of its characters. `person_id` or `organisation_id` says whose it is; both empty: only a text."""

    name: str
    lack: Lack
    person_id: int | None = None
    organisation_id: int | None = None


@dataclass(frozen=True)
class NameCheck:
    """All findings, those that come out wrong first, and how many names were looked at."""

    findings: list[NameLack]
    names: int

    @property
    def misprinted(self) -> list[NameLack]:
        """Findings that somebody should look at: all but those that another font stands in for."""
        return [one for one in self.findings if one.lack.trouble is not Trouble.STAND_IN]

    @property
    def stood_in(self) -> list[tuple[Lack, list[str]]]:
        """Characters set in a stand-in, each with the names that have it; the most frequent first."""
        found: dict[Lack, list[str]] = {}
        for one in self.findings:
            if one.lack.trouble is Trouble.STAND_IN:
                found.setdefault(one.lack, []).append(one.name)
        return sorted(found.items(), key=lambda pair: -len(pair[1]))

    @property
    def worrying(self) -> list[NameLack]:
        return [one for one in self.findings if one.lack.trouble in WORRYING]


def check_register() -> NameCheck:
    """Every person and every organisation of the institution. Two queries, however many there are."""
    people = list(Person.objects.order_by("name", "pk").values_list("pk", "name"))
    standing = Organisation.objects.filter(dissolved_on=None).order_by("path")
    organisations = list(standing.values_list("pk", "name"))
    glyphs = coverage()
    doubts = in_doubt([name for _, name in (*people, *organisations)], glyphs)
    findings = [
        NameLack(name, lack, person_id=number)
        for number, name in people
        if doubts.intersection(name)
        for lack in lacks(name, glyphs)
    ]
    findings += [
        NameLack(name, lack, organisation_id=number)
        for number, name in organisations
        if doubts.intersection(name)
        for lack in lacks(name, glyphs)
    ]
    order = list(Trouble)
    findings.sort(key=lambda one: order.index(one.lack.trouble))
    return NameCheck(findings, len(people) + len(organisations))


def check_names(names: Iterable[str]) -> list[NameLack]:
    """The same for names that are at hand: of a form, an import, the papers about to be made. No query."""
    glyphs = coverage()
    unique = [name for name in dict.fromkeys(names) if name]
    doubts = in_doubt(unique, glyphs) if unique else frozenset()
    return [
        NameLack(name, lack) for name in unique if doubts.intersection(name) for lack in lacks(name, glyphs)
    ]


def worrying_names_of_all() -> list[NameLack]:
    """Over all institutions of the installation, for whoever keeps the computer."""
    found: list[NameLack] = []
    for institution in Institution.objects.order_by("pk"):
        with scope(institution=institution):
            found += check_register().worrying
    return found
