"""Lines over the years as pages and papers read them; every item that is not struck off is in the next year's plan."""

from itertools import product
from typing import Any

import pytest
from django_scopes import scope

from pingyi.documents.domain.papertext import tables_of
from pingyi.review.genealogy.queries.carried import open_chains_before, unclosed_before
from pingyi.review.genealogy.queries.chains import chains_of
from pingyi.review.genealogy.queries.common import common_faults_of
from pingyi.review.genealogy.queries.kinship import decisions_about
from pingyi.review.genealogy.queries.proposals import PER_PAGE, proposals, proposals_for
from pingyi.review.papers.domain.kinds import Kind
from pingyi.review.papers.queries.building import Target, built_paper
from pingyi.review.rectification.models import FollowUp, ProblemItem
from pingyi.review.rectification.services import answer_follow_up, close_follow_up, reopen_task
from tests.factories.cards_of_review import cards_alone
from tests.factories.faults import Years, make_years
from tests.factories.rectification import LATER, asked, closed
from tests.factories.world import NOW, make_meeting, make_reporter

State = ProblemItem.State
SETTLED = {State.CLOSED, State.WITHDRAWN}


@pytest.fixture
def years(db: None) -> Years:
    return make_years()


def test_the_chain_says_who_signed_when_and_with_what_evidence(years: Years) -> None:
    old = closed(years.office).problem
    new = years.problem(2026, "支委会又开得少。")
    years.decide(new, old)
    with scope(institution=years.office.institution):
        (chain,) = chains_of([new]).values()
        (signing,) = chain.earlier[0].signings
    assert [link.problem.pk for link in chain.links] == [old.pk, new.pk]
    assert chain.is_reopened_line
    assert (signing.who, signing.at, signing.task) == ("组织科 林", LATER, 1)
    assert signing.evidence == ("支部党员大会记录",)
    assert chain.history.startswith("2025年度提出过，")
    assert chain.history.endswith("由组织科 林销号，佐证1份")


def test_what_was_struck_off_and_reopened_shows_who_had_signed(years: Years) -> None:
    task = closed(years.office)
    with scope(institution=years.office.institution):
        reopen_task(actor=years.clerk, now=LATER, task=task, reason="查台账，三月没有开。")
        (chain,) = chains_of([task.problem]).values()
    assert [one.is_reopened for one in chain.links[0].signings] == [False, True]
    assert "组织科 林" in chain.history
    assert chain.history.endswith("重新打开")


def test_a_chain_over_units_tells_the_own_unit_only_its_own(years: Years) -> None:
    own, other = years.problem(2024, "党费迟交。"), years.problem(2024, "党费收缴慢。", 1)
    gone = years.problem(2023, "党费又迟。", state=State.WITHDRAWN)
    new = years.problem(2026, "党费不及时。")
    years.decide(new, own, other)
    with scope(institution=years.office.institution):
        (chain,) = chains_of([new]).values()
        assert [one.second_id for one in decisions_about(own.pk)] == [new.pk]
        assert chains_of([]) == {}
        assert chains_of([gone])[gone.pk].links[0].problem == gone
    assert ([link.problem.pk for link in chain.links], chain.units) == ([own.pk, other.pk, new.pk], 2)
    assert [link.problem.pk for link in chain.own] == [own.pk, new.pk]
    assert not chain.is_reopened_line
    assert chain.history == "2024年度提出过，没有销号"


def test_other_years_and_units_are_proposed_until_somebody_has_decided(years: Years) -> None:
    new = years.problem(2026, "教师支部双带头人比例偏低。")
    old = years.problem(2024, "双带头人比例低，学术骨干不愿任支部书记。", state=State.CLOSED)
    older = years.problem(2023, "“双带头人”比例不够。")
    other = years.problem(2026, "双带头人选配比例低。", 1)
    years.problem(2026, "双带头人比例还是偏低。")  # the same year and unit
    years.problem(2024, "双带头人比例偏低。", 1, State.WITHDRAWN)
    with scope(institution=years.office.institution):
        assert {one.problem.pk for one in proposals_for(new)} == {old.pk, older.pk, other.pk}
    years.decide(old, older)
    with scope(institution=years.office.institution):
        # One of each line is enough to ask about.
        assert {one.line for one in proposals_for(new)} == {1, 2}
    years.decide(new, old)
    years.decide(new, other, is_same=False)
    with scope(institution=years.office.institution):
        assert proposals_for(new) == []
        assert all(one.problem.pk != new.pk for one in proposals_for(other))


def test_a_page_of_proposals_holds_twenty_and_costs_the_same(
    years: Years, django_assert_num_queries: Any
) -> None:
    for at in range(PER_PAGE + 2):
        years.problem(2026, f"第{at}个支部党费迟交。")
        years.problem(2024, f"第{at}个支部党费收缴慢。")
    with scope(institution=years.office.institution):
        with django_assert_num_queries(6):
            first = proposals(years.cycle(2026))
        with django_assert_num_queries(6):
            last = proposals(years.cycle(2026), page=9)
    assert (first.page.total, first.page.pages, len(first.asked), first.open_questions) == (22, 2, 20, 20)
    assert (last.page.number, len(last.asked)) == (2, 2)
    assert {len(one.candidates) for one in first.asked} == {5}


def test_common_faults_are_counted_over_units_and_years(years: Years) -> None:
    new = years.problem(2026, "党费迟交。")
    years.decide(
        new, years.problem(2024, "党费收缴慢。", state=State.CLOSED), years.problem(2026, "党费晚。", 1)
    )
    years.problem(2026, "别的问题。")
    with scope(institution=years.office.institution):
        found = common_faults_of(years.cycle(2026))
        (row,) = found.rows
    assert (row.fault.units, row.fault.years, row.fault.open_items) == (2, 2, 2)
    assert row.units == (years.unit(0).name, years.unit(1).name)
    # Whoever reported in one of the years counts as a unit, with or without a problem.
    assert (found.units, found.years, found.problems, found.linked) == (
        len(years.office.hall.reporters) + len(years.office.hall.written),
        (2024, 2025, 2026),
        5,
        3,
    )


def planned_items(years: Years, year: int) -> list[tuple[str, str]]:
    with scope(institution=years.office.institution):
        tables = tables_of(built_paper(Target(years.cycle(year), Kind.PLAN)).document)
    table = tables.get("往年没有销号的问题")
    rows = table.rows if table else ()
    return [(str(row[1].text), str(row[2].text)) for row in rows if row[1] and row[2]]


def test_every_item_that_is_not_struck_off_is_in_the_plan_of_every_year_after(years: Years) -> None:
    made = [(2025, State.RAISED, years.office.problems()[0])]
    made += [
        (year, state, years.problem(year, f"{year}年第{place}个单位的{state}。", place, state))
        for year, place, state in product((2022, 2023, 2025), (0, 1), State)
    ]
    # What carries an old one on is in the plan itself; the old one stays struck off.
    old = next(row for year, state, row in made if (year, state) == (2022, State.CLOSED))
    new = next(row for year, state, row in made if (year, state) == (2025, State.IN_PROGRESS))
    years.decide(new, old)
    for year in range(2022, 2028):
        wanted = {
            (f"{row.cycle.year}-{row.number:03d}", row.text)
            for before, state, row in made
            if before < year and state not in SETTLED
        }
        found = planned_items(years, year)
        assert len(found) == len(wanted)
        assert set(found) == wanted
        with scope(institution=years.office.institution):
            assert len(unclosed_before(years.cycle(year))) == len(wanted)


def asked_in_plan(years: Years, year: int) -> list[tuple[str, str, str]]:
    with scope(institution=years.office.institution):
        tables = tables_of(built_paper(Target(years.cycle(year), Kind.PLAN)).document)
    table = tables.get("往年没有办结的讲话要求")
    rows = table.rows if table else ()
    return [(row[0].text, row[1].text, row[3].text) for row in rows if row[0] and row[1] and row[3]]


def test_every_requirement_stays_in_the_plan_of_each_organisation_of_its_level_until_it_is_ticked_off(
    years: Years,
) -> None:
    office = years.office
    follow_up = asked(office)
    with scope(institution=office.institution):
        bodies = {one.organisation.name for one in FollowUp.objects.select_related("organisation")}
    assert asked_in_plan(years, 2025) == []
    for year in (2026, 2027):
        found = asked_in_plan(years, year)
        assert len(found) == len(bodies) == 3
        assert {one[0] for one in found} == bodies
        assert {one[1:] for one in found} == {("2025年度第1条", "等答复。")}
    with scope(institution=office.institution):
        answer_follow_up(actor=office.secretary, now=NOW, follow_up=follow_up, answer="研究了。")
    assert (office.organisation.name, "2025年度第1条", "答复了，等办结。") in asked_in_plan(years, 2026)
    with scope(institution=office.institution):
        close_follow_up(actor=office.clerk, now=NOW, follow_up=follow_up)
    assert {one[0] for one in asked_in_plan(years, 2026)} == bodies - {office.organisation.name}


def test_the_card_and_the_report_form_open_with_what_is_left_and_its_history(years: Years) -> None:
    old = closed(years.office).problem
    again = years.problem(2026, "支委会又开得少。")
    years.decide(again, old)
    cycle = years.cycle(2027)
    with scope(institution=years.office.institution):
        meeting = make_meeting(cycle)
        make_reporter(meeting, years.unit(0), person=years.office.person)
        (card,) = cards_alone(cycle, NOW)
        ((asked, chain),) = open_chains_before(cycle, years.unit(0))
        plan = built_paper(Target(cycle, Kind.PLAN)).document
    (problem,) = card.case.problems
    assert (problem.key, asked.pk, problem.year) == (again.pk, again.pk, 2026)
    assert problem.came_back
    assert problem.standing_words.endswith(f"。{chain.history}。")
    assert "由组织科 林销号，佐证1份" in chain.history
    assert chain.history in str(tables_of(plan)["往年没有销号的问题"])
