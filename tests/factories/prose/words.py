"""What a vocabulary holds. A clause is one word of each list in turn, so that two authors seldom write the same one."""

from dataclasses import dataclass

Lists = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Vocabulary:
    """`formulas`: official set phrases, each used by many. `local`: sentences of this school's papers, used by few: the
    hard ones, since by counting they look like copies. `guidance`: words of the form that people leave standing.
    """

    formulas: tuple[str, ...]
    local: tuple[str, ...]
    guidance: tuple[str, ...]
    headings: tuple[str, ...]
    units: tuple[str, ...]
    openings: Lists
    deeds: Lists
    methods: Lists
    results: Lists
    faults: Lists
    causes: Lists
    plans: Lists
    synonyms: dict[str, str]


def split(words: str) -> tuple[str, ...]:
    return tuple(words.split())
