"""Two branches of the demonstration have a roster: who belongs to them, since when, and who came to what.

All others have numbers only, as units that have just begun.
"""

from collections.abc import Iterator
from datetime import date
from random import Random

from pingyi.doors.cli.scenarios.names import draw_names
from pingyi.doors.cli.scenarios.people import Cast, Person

# One is a probationary member: the other seven are enough for a committee.
BRANCHES, EACH = 2, 8
SEED = 23
WHY_AWAY = ("出差", "上课", "病假")
ADMITTED = range(1996, 2024)
Row = dict[str, object]


def enrol_members(cast: Cast) -> None:
    """People of the branches of whoever speaks first are added to the register."""
    names = draw_names(SEED + cast.scenario.first_number, BRANCHES * EACH)
    for place, name in enumerate(names):
        number = str(cast.scenario.first_number + len(cast.people) + 1)
        cast.people.append(Person(number, name, _codes(cast)[place // EACH]))


def members_of(cast: Cast) -> dict[str, list[Person]]:
    """Those who were enrolled, by the code of their branch."""
    return {code: [one for one in cast.people if one.organisation == code] for code in _codes(cast)}


def _codes(cast: Cast) -> list[str]:
    unit = cast.codes[cast.scenario.on_site[0]]
    return [f"{unit}{number:02}" for number in range(1, BRANCHES + 1)]


def roster_rows(cast: Cast) -> Iterator[Row]:
    """The sheet of members: the last of each branch is a probationary member still."""
    for members in members_of(cast).values():
        for person, admitted in _admitted(cast, members):
            is_new = person is members[-1]
            yield {
                "staff_number": person.number,
                "name": person.name,
                "admitted_on": admitted,
                "full_on": None if is_new else admitted.replace(year=admitted.year + 1),
            }


def birthday_months(cast: Cast, members: list[Person], year: int) -> list[int]:
    """In which months of this year joining came round for somebody."""
    return sorted({day.month for _, day in _admitted(cast, members) if day.year < year})


def _admitted(cast: Cast, members: list[Person]) -> Iterator[tuple[Person, date]]:
    for person in members:
        random = Random(person.number)  # noqa: S311 (a made-up roster)
        day = date(random.choice(ADMITTED), random.randint(1, 12), random.randint(1, 28))
        yield person, date(cast.scenario.year, 6, 28) if person is members[-1] else day


def attendance(members: list[Person], day: date) -> Row:
    """Who came on this day and who was away why, by staff number."""
    away = [members[(day.day + place) % len(members)] for place in range(day.day % len(WHY_AWAY))]
    told = (f"{person.number}（{WHY_AWAY[place]}）" for place, person in enumerate(away))
    came = (person.number for person in members if person not in away)
    return {"attended": "、".join(came), "absent": "、".join(told)}
