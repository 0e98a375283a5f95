"""Rectification as a source of evidence for the year after the review."""

from datetime import date
from typing import Any

import pytest
from django_scopes import scope

from pingyi.core.clock import today
from pingyi.organisations.domain.facts import Span
from pingyi.review.rectification.queries.facts import rectification_facts
from pingyi.review.rectification.services import claim_problem
from tests.factories.rectification import LATER, Office, closed, contested, make_office

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    return make_office(("组织生活不正常。", "党课内容重复。"))


def stated(office: Office, span: Span, *keys: int) -> dict[str, tuple[int, int | None]]:
    with scope(institution=office.institution):
        facts = rectification_facts(keys or [office.organisation.pk], span)
        return {fact.measure: (fact.value, fact.out_of) for fact in facts}


def after(office: Office, last: date | None = None) -> Span:
    year = office.cycle.year + 1
    return Span(date(year, 1, 1), last or date(year, 12, 31))


def test_a_problem_struck_off_counts_from_that_day_on(office: Office) -> None:
    closed(office)
    assert stated(office, after(office))["problems.closed"] == (1, 2)
    assert stated(office, after(office))["tasks.done"] == (1, 1)
    struck_off = today(LATER)
    day_before = Span(date(struck_off.year, 1, 1), struck_off.replace(day=struck_off.day - 1))
    assert stated(office, day_before)["problems.closed"] == (0, 2)


def test_problems_belong_to_the_review_before_the_year_asked_for(office: Office) -> None:
    same_year = Span(date(office.cycle.year, 1, 1), date(office.cycle.year, 12, 31))
    assert stated(office, same_year) == {}
    assert stated(office, after(office), office.cycle.convenor_id) == {}


def test_what_the_secretary_may_not_know_yet_is_not_stated() -> None:
    untold = make_office(("组织生活不正常。",), is_told=False)
    assert stated(untold, after(untold)) == {}


def test_a_contested_problem_counts_until_it_is_withdrawn(office: Office) -> None:
    contested(office)
    with scope(institution=office.institution):
        claim_problem(actor=office.secretary, now=LATER, problem=office.problems()[1])
    assert stated(office, after(office))["problems.closed"] == (0, 2)


def test_facts_cost_the_same_for_one_unit_and_for_three(
    office: Office, django_assert_num_queries: Any
) -> None:
    closed(office)
    three = [reporter.organisation_id for reporter in office.hall.reporters[:3]]
    for asked in (three[:1], three):
        with django_assert_num_queries(2):
            stated(office, after(office), *asked)
