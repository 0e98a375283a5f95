"""A university and the browsers of its people, for the pages of the register."""

from typing import Any

from django.test import Client

from pingyi.organisations.models import Organisation
from tests.doors.office.people import browser_of
from tests.factories.world import make_actor, make_institution, make_organisation, make_secretary

LIST, PEOPLE = "/office/organisations/", "/office/people/"


class Campus:
    """A university with so many colleges, a clerk and the clerk's browser."""

    def __init__(self, colleges: int = 1) -> None:
        self.institution = make_institution()
        self.root = make_organisation(self.institution, "学校党委", code="U")
        self.colleges = [
            make_organisation(self.institution, f"第{number}学院党委", parent=self.root)
            for number in range(colleges)
        ]
        self.secretaries = [
            make_secretary(college, f"林晓{number}") for number, college in enumerate(self.colleges)
        ]
        self.clerk = browser_of(make_actor(self.institution, "clerk"))

    @property
    def college(self) -> Organisation:
        return self.colleges[0]

    def browser(self, role: str, organisation: Organisation | None = None) -> Client:
        return browser_of(make_actor(self.institution, role, organisation=organisation))

    def show(self, address: str, browser: Client | None = None) -> str:
        return (browser or self.clerk).get(address).content.decode()

    def post(self, address: str, **fields: Any) -> str:
        return self.clerk.post(address, fields, follow=True).content.decode()
