"""Before an import: which organisation of the package is which of ours, and everything that stands in the way."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pingyi.archives.domain.storable import MOST, is_storable
from pingyi.core.words import Words

SETTLED = frozenset({"closed", "withdrawn"})


@dataclass(frozen=True)
class OpenProblem:
    """A problem of the package that was not settled. `origin_id` is its number where it comes from."""

    origin_id: int
    year: int
    number: int
    organisation: str
    organisation_code: str
    text: str
    tags: tuple[str, ...]


class Unreadable(Exception):
    """A row of the package is not as such rows are. `what` says which."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


def open_problems(rows: Sequence[Mapping[str, Any]]) -> list[OpenProblem]:
    """Those that next year has to take up, as they stand in the package."""
    found = [_problem(row, number) for number, row in enumerate(rows, start=1)]
    numbers = [one.origin_id for one, _ in found]
    if len(set(numbers)) != len(numbers):
        raise Unreadable(Words("有问题列了两次"))
    return [one for one, is_open in found if is_open]


def homes(
    problems: Iterable[OpenProblem], names: Mapping[str, int], codes: Mapping[str, int]
) -> dict[str, int]:
    """Our organisation for each name in the package: by its code, else by name or alias. Who has none is left out."""
    found: dict[str, int] = {}
    for one in problems:
        home = codes.get(one.organisation_code) if one.organisation_code else None
        home = names.get(one.organisation) if home is None else home
        if home is not None:
            found[one.organisation] = home
    return found


def homeless(problems: Iterable[OpenProblem], found: Mapping[str, int]) -> list[str]:
    """Names of organisations that have open problems and are not ours, each once."""
    return list(dict.fromkeys(one.organisation for one in problems if one.organisation not in found))


def _problem(row: Mapping[str, Any], number: int) -> tuple[OpenProblem, bool]:
    words = [row.get(name) for name in ("organisation", "organisation_code", "text", "state")]
    whole = [row.get(name) for name in ("id", "year", "number")]
    tags = row.get("tags")
    is_whole = all(type(one) is int and 0 < one <= MOST for one in whole)
    is_said = all(isinstance(one, str) and is_storable(one) for one in words) and isinstance(tags, list)
    if not (is_whole and is_said and row["text"].strip()):
        raise Unreadable(Words("第{number}个问题读不懂", number=number))
    known = tuple(one for one in row["tags"] if isinstance(one, str))
    problem = OpenProblem(
        row["id"],
        row["year"],
        row["number"],
        row["organisation"],
        row["organisation_code"],
        row["text"],
        known,
    )
    return problem, row["state"] not in SETTLED
