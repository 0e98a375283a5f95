"""Who may do what with daily assessment."""

from collections.abc import Callable

import pytest

from pingyi.organisations.actor import Actor
from pingyi.review.daily import rules
from tests.factories.daily import Daily, make_daily
from tests.factories.world import make_actor, make_organisation

pytestmark = pytest.mark.django_db
KEEP, SETS, DRAFTS, CHOOSE, BOARD, SCORE, ASSESS, CHECK, HAND = range(9)
TABLE = {
    "clerk": {KEEP, SETS, DRAFTS, CHOOSE, BOARD, SCORE, CHECK},
    "leader": {SETS, DRAFTS, BOARD, SCORE, HAND},
    "counter": {SETS, BOARD, SCORE, HAND},
    "scrutineer": set(),
    "examiner": set(),
    "own secretary": {SETS, SCORE, ASSESS},
    "other secretary": {SETS},
    "clerk who is the secretary": {KEEP, SETS, DRAFTS, CHOOSE, BOARD, SCORE, ASSESS},
    "clerk elsewhere": {KEEP, SETS, DRAFTS},
    "leader elsewhere": {SETS, DRAFTS},
    "secretary elsewhere": {SETS},
}


def person(daily: Daily, who: str) -> Actor:
    here, elsewhere = daily.institution, make_daily()
    made: dict[str, Callable[[], Actor]] = {
        "own secretary": lambda: daily.secretary,
        "other secretary": lambda: make_actor(here, "secretary", organisation=make_organisation(here)),
        "clerk who is the secretary": lambda: make_actor(
            here, "clerk", "secretary", organisation=daily.reporter.organisation
        ),
        "clerk elsewhere": lambda: elsewhere.clerk,
        "leader elsewhere": lambda: elsewhere.leader,
        "secretary elsewhere": lambda: elsewhere.secretary,
    }
    return made[who]() if who in made else make_actor(here, who)


@pytest.mark.parametrize("who", TABLE)
def test_what_each_role_may_do(who: str) -> None:
    daily = make_daily()
    actor = person(daily, who)
    asked = {
        KEEP: rules.may_keep_sets(actor),
        SETS: rules.may_read_sets(actor),
        DRAFTS: rules.may_read_drafts(actor),
        CHOOSE: rules.may_choose_sets(actor, daily.cycle),
        BOARD: rules.may_read_board(actor, daily.cycle),
        SCORE: rules.may_read_score(actor, daily.reporter),
        ASSESS: rules.may_assess(actor, daily.reporter),
        CHECK: rules.may_check(actor, daily.reporter),
        HAND: rules.may_hand_over(actor, daily.cycle),
    }
    assert {verb for verb, may in asked.items() if may} == TABLE[who]
