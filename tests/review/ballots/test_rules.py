import pytest

from pingyi.review.ballots import rules
from tests.factories.world import make_actor, make_institution, make_organisation, make_person

pytestmark = pytest.mark.django_db

ROLES = ("clerk", "secretary", "leader", "scrutineer", "counter")
TABLE = {
    rules.may_prepare_voting: {"clerk"},
    rules.may_direct_voting: {"scrutineer"},
    rules.may_enter_paper: {"counter"},
    rules.may_check_hand_count: {"scrutineer", "counter"},
    rules.may_count: {"scrutineer", "counter"},
    rules.may_see_counts: {"scrutineer", "counter", "leader"},
    rules.may_see_voting: {"clerk", "scrutineer", "counter", "leader"},
}


@pytest.mark.parametrize("rule", TABLE, ids=lambda rule: rule.__name__)
@pytest.mark.parametrize("role", ROLES)
def test_who_may_what(rule: object, role: str) -> None:
    institution = make_institution()
    row = make_person(institution)
    actor = make_actor(institution, role, organisation=make_organisation(institution))
    stranger = make_actor(elsewhere := make_institution(), role, organisation=make_organisation(elsewhere))
    assert rule(actor, row) is (role in TABLE[rule])  # type: ignore[operator, index]
    assert rule(stranger, row) is False  # type: ignore[operator]
