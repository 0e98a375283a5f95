import pytest

from pingyi.review.cycles import rules
from tests.factories.world import make_actor, make_cycle, make_institution, make_organisation

PREPARE, READ_PLAN, READ_RULES = rules.may_prepare, rules.may_read_plan, rules.may_read_rules


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("role", "prepares", "reads_plan", "reads_rules"),
    [
        ("clerk", True, True, True),
        ("leader", False, True, True),
        ("scrutineer", False, False, True),
        ("counter", False, False, True),
        ("secretary", False, False, False),
    ],
)
def test_roles_and_verbs_of_a_plan(role: str, prepares: bool, reads_plan: bool, reads_rules: bool) -> None:
    institution = make_institution()
    actor = make_actor(institution, role, organisation=make_organisation(institution))
    cycle = make_cycle(institution)
    foreign = make_cycle(make_institution())
    assert (PREPARE(actor, cycle), READ_PLAN(actor, cycle), READ_RULES(actor, cycle)) == (
        prepares,
        reads_plan,
        reads_rules,
    )
    assert not any(rule(actor, foreign) for rule in (PREPARE, READ_PLAN, READ_RULES))
