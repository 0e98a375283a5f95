from dataclasses import dataclass

import pytest
from django.test import Client

from tests.doors.office.people import browser_of
from tests.factories.plans import PlanWorld, make_ready_plan


@dataclass
class Desk:
    """A clerk's browser at a plan without gaps."""

    world: PlanWorld
    browser: Client

    @property
    def address(self) -> str:
        return f"/office/cycles/{self.world.cycle.pk}"

    def read(self, page: str) -> str:
        """The text of one of the plan's pages."""
        answer = self.browser.get(f"{self.address}/{page}")
        assert answer.status_code == 200, answer.content.decode()
        return answer.content.decode()

    def send(self, page: str, **fields: object) -> str:
        """What the page says after a form was sent, redirects followed."""
        answer = self.browser.post(f"{self.address}/{page}", fields, follow=True)
        return answer.content.decode()


@pytest.fixture
def desk(db: None) -> Desk:
    world = make_ready_plan()
    return Desk(world, browser_of(world.clerk))
