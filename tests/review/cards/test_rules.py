"""Who may see and print cards: the clerk and the leaders, nobody a card of her own unit, nobody elsewhere."""

import pytest
from django_scopes import scope

from pingyi.core.errors import Forbidden, Missing
from pingyi.review.cards.models import CardPrint
from pingyi.review.cards.rules import may_print_cards, may_read_card, may_read_cards
from pingyi.review.cards.services import print_cards
from tests.factories.cards_of_review import cards_alone
from tests.factories.reports import ReportWorld, make_report_world
from tests.factories.world import NOW, make_actor, make_institution

pytestmark = pytest.mark.django_db
ROLES = {
    "clerk": True,
    "leader": True,
    "secretary": False,
    "scrutineer": False,
    "counter": False,
    "examiner": False,
}


@pytest.fixture
def world() -> ReportWorld:
    return make_report_world(reporters=2)


@pytest.mark.parametrize("role", ROLES)
def test_each_role_may_do_what_the_table_says(role: str, world: ReportWorld) -> None:
    own = world.reporters[0].organisation
    actor = make_actor(world.institution, role, organisation=own)
    assert may_read_cards(actor, world.cycle) is ROLES[role]
    assert may_print_cards(actor, world.cycle) is ROLES[role]
    assert may_read_card(actor, world.cycle, own.pk) is ROLES[role]


def test_a_leader_who_is_a_secretary_as_well_sees_all_but_her_own(world: ReportWorld) -> None:
    own, other = (reporter.organisation for reporter in world.reporters)
    actor = make_actor(world.institution, "leader", "secretary", organisation=own)
    assert not may_read_card(actor, world.cycle, own.pk)
    assert may_read_card(actor, world.cycle, other.pk)
    with scope(institution=world.institution):
        cards = cards_alone(world.cycle, NOW)
        with pytest.raises(Forbidden):
            print_cards(actor=actor, now=NOW, cycle=world.cycle, cards=cards)
        assert not CardPrint.objects.exists()


@pytest.mark.parametrize("role", ROLES)
def test_nobody_sees_a_card_of_another_institution(role: str, world: ReportWorld) -> None:
    elsewhere = make_institution()
    actor = make_actor(elsewhere, role, organisation=world.reporters[0].organisation)
    assert not may_read_cards(actor, world.cycle)


@pytest.mark.parametrize("role", [role for role, may in ROLES.items() if not may])
def test_who_may_not_read_prints_nothing(role: str, world: ReportWorld) -> None:
    actor = make_actor(world.institution, role, organisation=world.reporters[0].organisation)
    with scope(institution=world.institution), pytest.raises(Forbidden):
        print_cards(actor=actor, now=NOW, cycle=world.cycle, cards=cards_alone(world.cycle, NOW))


def test_nothing_is_printed_where_nobody_reports(world: ReportWorld) -> None:
    with scope(institution=world.institution), pytest.raises(Missing):
        print_cards(actor=world.clerk, now=NOW, cycle=world.cycle, cards=[])
