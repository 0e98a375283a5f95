"""Who may do what with responsibility lists."""

from collections.abc import Callable

import pytest

from pingyi.organisations.actor import Actor
from pingyi.review.duties import rules
from pingyi.review.duties.models import DutyList
from tests.factories.duties import Year, begun, issued, make_year
from tests.factories.world import make_actor, make_institution, make_organisation

pytestmark = pytest.mark.django_db
KEEP, ALL, READ, REPORT, CONFIRM, LINK = range(6)
# may: keep lists, read all, read this one, report, confirm, link tasks
TABLE = {
    "clerk": {KEEP, ALL, READ, CONFIRM, LINK},
    "leader": {ALL, READ},
    "own secretary": {READ, REPORT, LINK},
    "other secretary": set(),
    "clerk who is the secretary": {KEEP, ALL, READ, REPORT, LINK},
    "scrutineer": set(),
    "counter": set(),
    "examiner": set(),
    "clerk elsewhere": set(),
    "secretary elsewhere": set(),
}


def person(year: Year, who: str) -> Actor:
    here, elsewhere = year.institution, make_institution()
    made: dict[str, Callable[[], Actor]] = {
        "own secretary": lambda: year.secretary,
        "other secretary": lambda: make_actor(here, "secretary", organisation=make_organisation(here)),
        "clerk who is the secretary": lambda: make_actor(
            here, "clerk", "secretary", organisation=year.organisation
        ),
        "clerk elsewhere": lambda: make_actor(elsewhere, "clerk"),
        "secretary elsewhere": lambda: make_actor(
            elsewhere, "secretary", organisation=make_organisation(elsewhere)
        ),
    }
    return made[who]() if who in made else make_actor(here, who)


def allowed(actor: Actor, duty_list: DutyList) -> set[int]:
    asked = {
        KEEP: rules.may_keep_lists(actor, duty_list.cycle),
        ALL: rules.may_read_lists(actor, duty_list.cycle),
        READ: rules.may_read_list(actor, duty_list),
        REPORT: rules.may_report(actor, duty_list),
        CONFIRM: rules.may_confirm(actor, duty_list),
        LINK: rules.may_link(actor, duty_list),
    }
    return {verb for verb, may in asked.items() if may}


@pytest.mark.parametrize("who", TABLE)
def test_what_each_role_may_do_with_a_list_in_force(who: str) -> None:
    year = make_year()
    assert allowed(person(year, who), issued(year)) == TABLE[who]


def test_a_draft_is_nothing_to_the_secretary_yet() -> None:
    year = make_year()
    assert allowed(year.secretary, begun(year)) == set()
