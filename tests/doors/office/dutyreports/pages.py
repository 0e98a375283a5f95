"""The report pages as people see them, and the forms as browsers send them."""

from typing import Any

from django.http import HttpResponse
from django.test import Client
from django_scopes import scope

from pingyi.organisations.actor import Actor
from pingyi.review.dutyreports.models import DutyReport
from pingyi.review.dutyreports.queries import answers_of, find_report, sections_of
from tests.doors.office.meetings.pages import main_of, words_of
from tests.doors.office.people import browser_of
from tests.factories.reports import ReportWorld
from tests.factories.world import make_actor


class Visitor:
    """One person in front of the pages of one review."""

    def __init__(self, world: ReportWorld, actor: Actor) -> None:
        self.world = world
        self.client: Client = browser_of(actor)

    def answer(self, path: str, data: dict[str, Any] | None = None) -> HttpResponse:
        """The bare answer to a GET, or to a POST when there is something to send."""
        if data is None:
            return self.client.get(f"/office/{path}")  # type: ignore[return-value]
        return self.client.post(f"/office/{path}", data)  # type: ignore[return-value]

    def html(self, path: str) -> str:
        answer = self.answer(path)
        assert answer.status_code == 200, answer.content.decode()[:2000]
        return main_of(answer)

    def words(self, path: str) -> str:
        return words_of(self.html(path))

    def post(self, path: str, **data: Any) -> str:
        """Posts, follows the way back, and gives the words of the page that comes."""
        return words_of(main_of(self.client.post(f"/office/{path}", data, follow=True)))


def clerk(world: ReportWorld) -> Visitor:
    return Visitor(world, world.clerk)


def secretary(world: ReportWorld, place: int = 0) -> Visitor:
    return Visitor(world, world.secretary(place))


def visitor(world: ReportWorld, role: str) -> Visitor:
    return Visitor(world, make_actor(world.institution, role))


def page(report: DutyReport) -> str:
    return f"reports/{report.pk}/"


def begin_page(world: ReportWorld, place: int = 0) -> str:
    return f"reporters/{world.reporters[place].pk}/report/"


def list_page(world: ReportWorld) -> str:
    return f"cycles/{world.cycle.pk}/reports/"


def kept(world: ReportWorld, report: DutyReport) -> list[str]:
    """Every text of the report that is not empty, answers first."""
    with scope(institution=world.institution):
        row = find_report(report.pk)
        texts = [line.text for line in answers_of(row)] + [one.text for one in sections_of(row)]
    return [text for text in texts if text]


def filled(world: ReportWorld, report: DutyReport, **changes: Any) -> dict[str, Any]:
    """The form of a report with something in every field, as a browser sends it."""
    with scope(institution=world.institution):
        row = find_report(report.pk)
        fields = {f"answer-{line.problem.pk}": "已经改好。" for line in answers_of(row)}
        fields |= {f"text-{one.sequence}": f"第{one.sequence}节。\r\n" for one in sections_of(row)}
    return {**fields, "version": str(row.version), "then": "submit", **changes}
