"""What the report form, the comment card and the brief say of the responsibility list."""

from dataclasses import replace
from typing import Any

import pytest
from django_scopes import scope

from pingyi.documents.render.briefs import pdf_briefs
from pingyi.organisations.queries.calendar import reckoning_on
from pingyi.review.cards.domain.case import DutyCount
from pingyi.review.collection.documents import brief_of, briefs
from pingyi.review.collection.queries.printing import brief_file
from pingyi.review.duties.domain.standing import Tally
from pingyi.review.duties.queries import tallies_of
from pingyi.review.dutyreports.services import begin_report
from tests.documents.render.reading import pdf_pages, squeezed
from tests.doors.office.meetings.pages import main_of, words_of
from tests.doors.office.people import browser_of
from tests.factories.cards_of_review import cards_alone
from tests.factories.duties import DUE, INTEGRITY, LATER, PROJECT, confirmed, issued, year_of
from tests.factories.rectification import Office, make_office
from tests.review.collection.test_documents import EXTREMES, material, materials

COUNTS = Tally(total=8, done=5, late=1)


def test_a_brief_has_a_line_for_the_list_and_is_one_page_still() -> None:
    brief = brief_of(material(duties=COUNTS), 12)
    assert brief.facts[2] == "责任清单：办结5 / 8条，逾期1 / 8条"
    everything = replace(EXTREMES["very much"], duties=COUNTS)
    assert len(pdf_pages(pdf_briefs(briefs(materials(everything), {1: 9})).content)) == 1


@pytest.fixture
def office() -> Office:
    """The secretary has done one of two things of her list."""
    made = make_office()
    year = year_of(made)
    issued(year)
    confirmed(year)
    return made


@pytest.mark.django_db
def test_card_and_brief_of_a_meeting_count_what_is_done_of_all(office: Office) -> None:
    meeting = office.hall.meeting
    with scope(institution=office.institution):
        cards = cards_alone(office.cycle, LATER)
        brief = brief_file(meeting, LATER, is_word=False, only=office.hall.reporters[0].pk)
    assert [card.case.duties for card in cards if card.case.duties] == [DutyCount(total=2, done=1, late=0)]
    assert "责任清单：办结1/2条" in squeezed("".join(pdf_pages(brief.content)))


@pytest.mark.django_db
def test_what_is_late_is_counted_by_the_day_that_is_asked(office: Office) -> None:
    with scope(institution=office.institution):
        at = reckoning_on(DUE.replace(month=12), office.institution.pk)
        counts = tallies_of(office.cycle, at, [office.organisation.pk])
    assert counts == {office.organisation.pk: Tally(total=2, done=1, late=1)}


@pytest.mark.django_db
def test_who_writes_the_report_has_the_list_beside_it(
    office: Office, monkeypatch: Any, tmp_path: Any
) -> None:
    clock = tmp_path / "clock"
    clock.write_text(LATER.isoformat())
    monkeypatch.setenv("PINGYI_SCENARIO_CLOCK", str(clock))
    with scope(institution=office.institution):
        report = begin_report(actor=office.secretary, now=LATER, reporter=office.hall.reporters[0])
    page = words_of(main_of(browser_of(office.secretary).get(f"/office/reports/{report.pk}/")))
    assert "责任清单 办结 1 / 2" in page
    assert f"{INTEGRITY} 廉洁 办结" in page
    assert f"{PROJECT} 党建 走完 0 / 4 步 在办" in page
