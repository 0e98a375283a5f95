"""Who may do what with the register: roles in rows, verbs in columns."""

from collections.abc import Callable

import pytest

from pingyi.organisations import rules
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Institution

OWN, OTHER = 7, 8
VERBS: dict[str, Callable[[Actor], bool]] = {
    "keep": rules.may_keep_register,
    "read": rules.may_read_register,
    "names": rules.may_see_names,
    "own": lambda actor: rules.may_read_organisation(actor, [1, OWN]),
    "below own": lambda actor: rules.may_read_organisation(actor, [1, OWN, 70]),
    "above own": lambda actor: rules.may_read_organisation(actor, [1]),
    "another": lambda actor: rules.may_read_organisation(actor, [1, OTHER]),
}
TABLE: dict[str, set[str]] = {
    "clerk": {"keep", "read", "names", "own", "below own", "above own", "another"},
    "leader": {"read", "names", "own", "below own", "above own", "another"},
    "scrutineer": {"names"},
    "counter": {"names"},
    "secretary": {"own", "below own"},
    "": set(),
}


@pytest.mark.parametrize("role", TABLE)
@pytest.mark.parametrize("verb", VERBS)
def test_roles_and_verbs(role: str, verb: str) -> None:
    actor = Actor(
        1, 1, "某人", Institution(), frozenset({role} - {""}), frozenset({OWN} if role == "secretary" else ())
    )
    assert VERBS[verb](actor) is (verb in TABLE[role])
