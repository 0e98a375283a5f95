import pytest
from django_scopes import scope

from pingyi.core.errors import Forbidden, Refused
from pingyi.review.meetings.models import Sitting
from pingyi.review.meetings.services import set_hall_network
from tests.factories.sittings import make_hall
from tests.factories.world import NOW, make_actor

pytestmark = pytest.mark.django_db


def test_the_network_of_the_hall_is_kept() -> None:
    hall = make_hall()
    with scope(institution=hall.institution):
        set_hall_network(
            actor=hall.clerk, now=NOW, sitting=hall.open, name=" Pingyi-Hall ", password="12345678"
        )
        sitting = Sitting.objects.get()
    assert (sitting.network_name, sitting.network_password) == ("Pingyi-Hall", "12345678")


@pytest.mark.parametrize(
    ("name", "password", "code"),
    [
        ("评" * 11, "", "network.name"),
        ("Hall", "1234567", "network.password"),
        ("Hall", "1" * 64, "network.password"),
        ("", "12345678", "network.name"),
    ],
)
def test_a_network_that_no_phone_could_join_is_refused(name: str, password: str, code: str) -> None:
    hall = make_hall()
    with scope(institution=hall.institution):
        with pytest.raises(Refused) as refusal:
            set_hall_network(actor=hall.clerk, now=NOW, sitting=hall.open, name=name, password=password)
        assert refusal.value.code == code
        assert Sitting.objects.get().network_name == ""


def test_only_the_clerk_sets_it() -> None:
    hall = make_hall()
    actor = make_actor(hall.institution, "counter")
    with scope(institution=hall.institution), pytest.raises(Forbidden):
        set_hall_network(actor=actor, now=NOW, sitting=hall.open, name="Hall")
