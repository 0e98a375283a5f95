"""Reports as texts that are checked, one or many."""

from collections.abc import Collection
from datetime import date
from typing import Any

import pytest
from django_scopes import scope

from pingyi.organisations.domain.facts import Fact, Span
from pingyi.review.dutyreports.models import DutyReport
from pingyi.review.dutyreports.queries import read_report
from pingyi.review.evidence.domain.verdict import Verdict
from pingyi.review.evidence.queries import checked_claims, report_texts, text_of_reading, year_of_report
from tests.factories.reports import ReportWorld, closed_fields, make_report_world
from tests.review.evidence.measuring import KNOWN

pytestmark = pytest.mark.django_db
TEXT = "全年召开支委会36次。"


def handed_in(world: ReportWorld, place: int = 0, answer: str = "已经销号。") -> DutyReport:
    texts = dict.fromkeys(range(1, 8), TEXT)
    organisation_id = world.reporters[place].organisation_id
    own = [one.pk for one in world.problems if one.organisation_id == organisation_id]
    return world.now(world.hand_in(place, texts=texts, answers=dict.fromkeys(own, answer)))


def verdicts(
    world: ReportWorld, report: DutyReport, facts: Collection[Fact] = ()
) -> list[tuple[str, Verdict]]:
    with scope(institution=world.institution):
        text = text_of_reading(read_report(world.now(report)))
    return [(one.claim.quote, one.verdict) for one in checked_claims(text, facts, KNOWN)]


def test_what_is_planned_claims_nothing_and_each_section_is_told_apart() -> None:
    world = make_report_world()
    with scope(institution=world.institution):
        text = text_of_reading(read_report(handed_in(world)))
    keys = [passage.key for passage in text.passages]
    assert keys == [f"answer-{world.problems[0].pk}", *(f"section-{number}" for number in range(1, 7))]
    assert (text.organisation_id, text.year) == (world.reporters[0].organisation_id, world.cycle.year)


def test_an_answer_is_held_against_the_problem_itself() -> None:
    world = make_report_world()
    report = handed_in(world)
    assert verdicts(world, report)[0] == ("已经销号", Verdict.CONTRADICTED)
    with scope(institution=world.institution):
        type(world.problems[0]).objects.filter(pk=world.problems[0].pk).update(**closed_fields(world))
    assert verdicts(world, report)[0] == ("已经销号", Verdict.SUPPORTED)


def test_facts_of_other_organisations_are_passed_over() -> None:
    world = make_report_world(problems=0)
    report, own = handed_in(world), world.reporters[0].organisation_id
    span = Span(date(2025, 1, 1), date(2025, 12, 31))
    facts = [
        Fact(span, own + 1, "orglife.committee.records", 36, "别的单位"),
        Fact(span, own, "orglife.committee.records", 30, "本单位"),
    ]
    assert {verdict for _, verdict in verdicts(world, report, facts)} == {Verdict.CONTRADICTED}
    assert {verdict for _, verdict in verdicts(world, report, facts[:1])} == {Verdict.NO_RECORD}


def test_one_report_and_all_reports_read_the_same_text() -> None:
    world = make_report_world(reporters=3)
    reports = [handed_in(world, place) for place in range(3)]
    with scope(institution=world.institution):
        texts = report_texts(reports)
        assert texts == {report.pk: text_of_reading(read_report(report)) for report in reports}


@pytest.mark.parametrize("count", [1, 3])
def test_texts_cost_the_same_for_one_report_and_for_three(count: int, django_assert_num_queries: Any) -> None:
    world = make_report_world(reporters=count)
    reports = [handed_in(world, place) for place in range(count)]
    with scope(institution=world.institution), django_assert_num_queries(2):
        report_texts(reports)


def test_the_year_of_a_report_is_that_of_its_review_up_to_the_day() -> None:
    cycle = make_report_world().cycle
    year = cycle.year
    assert year_of_report(cycle, date(year, 5, 3)) == Span(date(year, 1, 1), date(year, 5, 3))
    assert year_of_report(cycle, date(year + 1, 1, 9)).last == date(year, 12, 31)
    assert year_of_report(cycle, date(year - 1, 12, 1)) == Span(date(year, 1, 1), date(year, 1, 1))
