"""Who may do what with the lines of faults: rows are roles, columns verbs."""

import pytest
from django_scopes import scope

from pingyi.review.genealogy.rules import may_decide_kin, may_read_lines, may_write_field_words
from tests.factories.world import make_actor, make_cycle, make_institution, make_organisation

DECIDE, READ, WRITE = "decide", "read", "write words"
TABLE = {
    "clerk": {DECIDE, READ, WRITE},
    "leader": {READ},
    "secretary": set(),
    "scrutineer": set(),
    "counter": set(),
    "examiner": set(),
}


@pytest.mark.parametrize("role", TABLE)
@pytest.mark.parametrize("is_at_home", [True, False])
def test_who_may_do_what(db: None, role: str, is_at_home: bool) -> None:
    home = make_institution()
    actor = make_actor(home, role, organisation=make_organisation(home))
    cycle = make_cycle(home if is_at_home else make_institution())
    with scope(institution=home):
        found = {
            verb
            for verb, may in (
                (DECIDE, may_decide_kin(actor, cycle)),
                (READ, may_read_lines(actor, cycle)),
                (WRITE, may_write_field_words(actor)),
            )
            if may
        }
    assert found == (TABLE[role] if is_at_home else TABLE[role] & {WRITE})
