"""A meeting at which people vote on 34 secretaries, two classes of them."""

from django_scopes import scopes_disabled

from tests.browser.houses.furnished import Furnished
from tests.factories.ballots import make_hall, open_hall
from tests.factories.world import NOW

MOMENT = NOW
SECRETARIES = 34


def furnish() -> Furnished:
    with scopes_disabled():
        hall = open_hall(make_hall(classes={"A": 16, "B": 16}, reporters=SECRETARIES))
    codes = [code for of_class in hall.codes.values() for code in of_class]
    return Furnished({}, {"ballot": hall.voting.public_key, "codes": codes})
