"""What the story knows as it goes along."""

from dataclasses import dataclass, field
from pathlib import Path

from tests.browser.people import People, Person
from tests.browser.review import cast
from tests.browser.review.own_installation import OwnInstallation


@dataclass
class World:
    """Everybody by name, the temporary passwords that were read off the page, the codes read off the slips."""

    installation: OwnInstallation
    people: People
    files: Path
    persons: dict[str, Person] = field(default_factory=dict)
    temporary: dict[str, str] = field(default_factory=dict)
    codes: dict[str, list[str]] = field(default_factory=dict)
    ballot_address: str = ""
    words: list[str] = field(default_factory=list)

    def somebody(self, number: str, name: str) -> Person:
        """Signs in at the first need."""
        if number not in self.persons:
            self.persons[number] = self.people.arrive(name, number, self.temporary.pop(number))
        return self.persons[number]

    @property
    def clerk(self) -> Person:
        return self.somebody(*cast.CLERK)

    @property
    def leader(self) -> Person:
        return self.somebody(cast.FIRST.number, cast.FIRST.name)

    @property
    def scrutineer(self) -> Person:
        return self.somebody(*cast.SCRUTINEER)

    @property
    def counter(self) -> Person:
        return self.somebody(*cast.COUNTER)

    def secretary(self, organisation: str) -> Person:
        one = next(one for one in cast.SECRETARIES if one.at == organisation)
        return self.somebody(one.number, one.name)
