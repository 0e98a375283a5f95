"""The person whom somebody means: by staff number, by name, or by name and staff number as the page offers them."""

import re

from pingyi.core.errors import Refused
from pingyi.core.words import Words, listed
from pingyi.organisations.models import Person

OFFERED = re.compile(r"(.+?)[（(]([^（）()]*)[）)]")


def person_named(text: str, *, field: str) -> Person:
    """The one person meant by `工号`, `姓名` or `姓名（工号）`. Nobody and several are refused with the remedy."""
    words = text.strip()
    if not words:
        raise Refused(Words("还没有写是谁。填工号或姓名。"), code="person.empty", field=field)
    found = people_named(words)
    if not found:
        raise Refused(
            Words("没有找到“{words}”。请核对工号或姓名；还没有登记的，先到“人员”里加上。", words=words),
            code="person.unknown",
            field=field,
        )
    if len(found) > 1:
        numbers = listed(label_of(person) for person in found)
        raise Refused(
            Words(
                "叫“{words}”的有{found}人：{numbers}。请写工号。",
                words=words,
                found=len(found),
                numbers=numbers,
            ),
            code="person.ambiguous",
            field=field,
        )
    return found[0]


def people_named(words: str) -> list[Person]:
    """Everybody who may be meant. A staff number wins over a name."""
    people = Person.objects.select_related("organisation").order_by("pk")
    found = list(people.filter(staff_number=words)) or list(people.filter(name=words))
    offered = OFFERED.fullmatch(words)
    if found or not offered:
        return found
    return [one for one in people.filter(name=offered[1].strip()) if offered[2].strip() in _marks(one)]


def label_of(person: Person) -> str:
    """How the pages offer a person for choosing."""
    mark = next(iter(_marks(person)), "")
    return Words("{person}（{mark}）", person=person.name, mark=mark) if mark else str(person.name)


def _marks(person: Person) -> list[str]:
    organisation = person.organisation.name if person.organisation else ""
    return [mark for mark in (person.staff_number, organisation) if mark]
