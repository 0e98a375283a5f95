"""Which registered organisation a text means: whole names first, then without brackets, then the unit alone."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping

BRACKETS = re.compile(r"[(（]([^()（）]*)[)）]")
PARTY = re.compile("(?:直属党支部|党总支部|党总支|总支|党支部|党委|党组织)$")


def match_organisations(names: Iterable[str], registered: Mapping[str, int]) -> list[int | None]:
    """For each name the number of the one organisation that it fits, or None if none or several do.

    `registered` holds every name, dual name and alias.
    """
    keys = [_by_key(registered, spelling) for spelling in (_whole, _outside, _unit)]
    return [_only_fit(name, keys) for name in names]


def _only_fit(name: str, keys: list[dict[str, set[int]]]) -> int | None:
    inner = BRACKETS.search(name)
    spellings = [(_whole(name), 0), (_outside(name), 0), (_outside(name), 1)]
    if inner:
        party = PARTY.search(name)
        spellings.append((_whole(inner[1] + (party.group() if party else "")), 0))
    spellings.append((_unit(name), 2))
    for key, table in spellings:
        fits = keys[table].get(key, set())
        if len(fits) == 1:
            return next(iter(fits))
    return None


def _by_key(registered: Mapping[str, int], spelling: Callable[[str], str]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for name, number in registered.items():
        found.setdefault(spelling(name), set()).add(number)
    return found


def _whole(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def _outside(name: str) -> str:
    return _whole(BRACKETS.sub("", name))


def _unit(name: str) -> str:
    return PARTY.sub("", _outside(name))
