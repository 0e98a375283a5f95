"""What a module of this package gives: `MOMENT`, the time at which its story begins, and `furnish() -> Furnished`."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from pingyi.organisations.actor import Actor


class Furnished(NamedTuple):
    """`people` will have signed in, by role; `numbers` are the rows that addresses name, and what else is asked for."""

    people: Mapping[str, Actor]
    numbers: Mapping[str, Any]
