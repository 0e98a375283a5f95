"""Roles × what may be done with records, as a table."""

from typing import Any

import pytest

from pingyi.ledgers.kit.rules import (
    may_check_records,
    may_import_records,
    may_lay_down,
    may_read_records,
    may_use_ledgers,
    may_write_records,
)
from pingyi.organisations.actor import Actor

ROOT, COLLEGE, BRANCH, OTHER = 1, 2, 3, 9
LINEAGE = [ROOT, COLLEGE, BRANCH]
AUTHOR = 77


def actor(*roles: str, answers_for: int | None = None, account_id: int = 5) -> Actor:
    institution: Any = None
    own = frozenset() if answers_for is None else frozenset({answers_for})
    return Actor(account_id, 1, "某人", institution, frozenset(roles), own)


@pytest.mark.parametrize(
    ("who", "reads", "writes", "checks"),
    [
        (actor("clerk"), True, True, True),
        (actor("leader"), True, False, False),
        (actor("secretary", answers_for=COLLEGE), True, True, True),
        (actor("secretary", answers_for=BRANCH), True, True, False),
        (actor("secretary", answers_for=OTHER), False, False, False),
        (actor("scrutineer"), False, False, False),
        (actor("counter"), False, False, False),
        (actor("examiner"), False, False, False),
        (actor("clerk", account_id=AUTHOR), True, True, False),
        (actor("secretary", answers_for=COLLEGE, account_id=AUTHOR), True, True, False),
    ],
)
def test_records_of_a_branch(who: Actor, reads: bool, writes: bool, checks: bool) -> None:
    assert may_read_records(who, LINEAGE) is reads
    assert may_write_records(who, LINEAGE) is writes
    assert may_check_records(who, LINEAGE, AUTHOR) is checks


@pytest.mark.parametrize(
    ("role", "uses", "imports", "lays_down"),
    [
        ("clerk", True, True, True),
        ("leader", True, False, False),
        ("secretary", True, True, False),
        ("scrutineer", False, False, False),
        ("counter", False, False, False),
        ("examiner", False, False, False),
    ],
)
def test_ledgers_as_such(role: str, uses: bool, imports: bool, lays_down: bool) -> None:
    who = actor(role)
    assert (may_use_ledgers(who), may_import_records(who), may_lay_down(who)) == (uses, imports, lays_down)
