"""Roles against verbs of the news."""

import pytest

from pingyi.publishing import rules
from tests.factories.world import make_actor, make_cycle, make_institution, make_meeting

ROLES = ("clerk", "leader", "scrutineer", "counter", "examiner")


@pytest.mark.parametrize("role", ROLES)
def test_who_may_do_what_with_the_news(db: None, role: str) -> None:
    institution = make_institution()
    meeting = make_meeting(make_cycle(institution))
    actor, stranger = make_actor(institution, role), make_actor(make_institution(), role)
    is_clerk = role == "clerk"
    assert rules.may_draft_news(actor, meeting) is is_clerk
    assert rules.may_set_house_rules(actor) is is_clerk
    assert rules.may_change_news(actor, meeting, None) is is_clerk
    assert rules.may_change_news(actor, meeting, actor.account_id)
    assert not rules.may_change_news(actor, meeting, stranger.account_id)
    assert rules.may_read_news(actor, meeting) is (role in ("clerk", "leader"))
    assert rules.may_read_news(actor, meeting, [actor.account_id])
    assert not rules.may_read_news(stranger, meeting, [stranger.account_id])
    assert not rules.may_draft_news(stranger, meeting)
    assert not rules.may_change_news(stranger, meeting, stranger.account_id)
