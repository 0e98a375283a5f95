"""A college of two branches at the beginning of February: nobody has written anything down yet."""

from datetime import datetime

from pingyi.core.clock import PEOPLE_ZONE
from tests.browser.houses.furnished import Furnished
from tests.factories.orglife import make_ledger_world

MOMENT = datetime(2026, 2, 3, 10, 0, tzinfo=PEOPLE_ZONE)


def furnish() -> Furnished:
    world = make_ledger_world()
    return Furnished({"secretary": world.branch_secretary, "clerk": world.clerk}, {})
