"""Cards read out of the database: what stands on them, and prints that never change."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django_scopes import scope, scopes_disabled

from pingyi.organisations.domain.facts import Fact
from pingyi.review.cards.domain.card import Card
from pingyi.review.cards.domain.figures import Figure
from pingyi.review.cards.models import CardPrint
from pingyi.review.cards.queries import newest_prints, span_of_year
from pingyi.review.cards.services import print_cards
from pingyi.review.cycles.models import Reporter
from pingyi.review.evidence.domain.finding import Finding
from pingyi.review.evidence.services import give_word
from pingyi.review.rotation.models import EarlierTurns
from tests.factories.cards import COMMITTEE, YEAR
from tests.factories.cards_of_review import cards_alone
from tests.factories.reports import ReportWorld, closed_fields, make_report_world
from tests.factories.world import NOW, make_meeting, make_organisation, make_reporter

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> ReportWorld:
    return make_report_world(reporters=2)


def cards(world: ReportWorld, *facts: Fact) -> list[Card]:
    with scope(institution=world.institution):
        return cards_alone(world.cycle, NOW, facts)


def fact(world: ReportWorld, place: int, value: int, out_of: int) -> Fact:
    return Fact(YEAR, world.reporters[place].organisation_id, COMMITTEE.code, value, "台账", out_of)


def test_those_on_site_come_first_and_the_others_are_written(world: ReportWorld) -> None:
    first, second = cards(world)
    assert (first.head.organisation, first.head.way) == ("护理学院党委", "现场第1位")
    assert (second.head.organisation, second.head.way) == ("信息工程学院党委", "书面述职")
    assert first.head.since == date(2022, 3, 1)


@pytest.mark.parametrize("count", [1, 3])
def test_all_cards_take_the_same_number_of_queries(count: int, django_assert_num_queries: Any) -> None:
    world = make_report_world(reporters=count)
    for place in range(count):
        world.hand_in(place)
    with scope(institution=world.institution), django_assert_num_queries(QUERIES):
        assert len(cards_alone(world.cycle, NOW)) == count


QUERIES = 20


def test_the_row_compares_with_the_peers_and_says_who_has_no_ledger(world: ReportWorld) -> None:
    first, second = cards(world, fact(world, 0, 11, 12))
    assert first.rows[0].now == Figure(11, 12)
    assert second.rows[0].now is None
    assert (first.group.kind, first.few_peers) == ("", "同轮述职只有2个单位，不列中位。")


def test_peers_are_the_units_of_the_same_kind(world: ReportWorld) -> None:
    for place in range(2, 5):
        make_reporter(world.meeting, order=place + 10)
    office = make_organisation(
        world.institution, "机关党总支", parent=world.cycle.convenor, unit_kind="office"
    )
    make_reporter(world.meeting, office, order=30)
    found = {card.head.organisation: card for card in cards(world)}
    assert found["护理学院党委"].peer_words == "在5个学院里的位置"
    assert found["机关党总支"].peer_words == "在6个单位里的位置"


def test_problems_of_last_year_stand_with_their_state_and_older_ones_while_open(world: ReportWorld) -> None:
    closed = world.leave_open(0, text="例会少。", **closed_fields(world))
    first, _ = cards(world)
    assert {one.key for one in first.case.problems} == {world.problems[0].pk, closed.pk}
    told = {one.key: one.standing_words for one in first.case.problems}
    assert told[closed.pk] == "1月16日销号，没有列任务。"
    assert [question.code for question in first.questions][:1] == ["K34"]


def test_the_report_stands_against_limits_and_what_it_was_a_year_ago(world: ReportWorld) -> None:
    world.hand_in(0, now=NOW - timedelta(days=5))
    first, second = cards(world)
    assert first.case.report.is_in
    assert first.case.report.days_late == 3
    assert first.case.report.own_before is None
    assert second.case.report.state == "还没有开始写"
    earlier = make_meeting(world.last_year)
    with scopes_disabled():
        person = Reporter.objects.get(pk=world.reporters[0].pk).person
    make_reporter(earlier, world.reporters[0].organisation, person=person)
    first, _ = cards(world)
    assert first.head.last_on_site == world.last_year.year


def test_years_before_the_system_count_for_the_same_secretary_only(world: ReportWorld) -> None:
    with scopes_disabled():
        EarlierTurns.objects.create(
            institution=world.institution,
            organisation=world.reporters[0].organisation,
            years=[2019, 2023],
            entered_by_id=world.clerk.account_id,
            entered_at=NOW,
        )
    assert cards(world)[0].head.last_on_site == 2023


def test_a_report_is_held_against_the_ledgers(world: ReportWorld) -> None:
    report = world.hand_in(0)
    with scopes_disabled():
        section = report.sections.order_by("sequence")[0]
        section.text = "全年支委会一次不落，全覆盖。"
        section.save()
    first, _ = cards(world, fact(world, 0, 11, 12))
    assert {one.record for one in first.case.claims.contradicted} == {"是支委会，按月11/12"}
    assert first.questions[0].code == "K01"


def test_what_no_ledger_has_and_an_examiner_saw_stands_with_her_word(world: ReportWorld) -> None:
    report = world.hand_in(
        0, texts={1: "获市级表彰2项，走访企业5家。开了9次例会。", **dict.fromkeys(range(2, 8), "无。")}
    )
    before = cards(world)[0]
    with scope(institution=world.institution):
        give_word(
            actor=world.clerk,
            now=NOW,
            report=report,
            place=("section-1", "获市级表彰2项，走访企业5家。"),
            finding=Finding.VERIFIED,
            note="看了表彰文件和走访记录",
            seen_version=world.now(report).version,
        )
    after = cards(world)[0]
    assert (before.case.claims.unrecorded, before.examined_words) == (3, "")
    assert (after.case.claims.unrecorded, after.case.claims.verified) == (1, 2)
    assert (
        after.examined_words == "审核人看过材料，核实“获市级表彰2项，走访企业5家”：看了表彰文件和走访记录。"
    )
    assert before.fingerprint != after.fingerprint, "a card that was printed before is old now"


def test_the_year_is_compared_with_the_same_days_of_the_year_before() -> None:
    assert span_of_year(2025, date(2026, 1, 16))[1].last == date(2024, 12, 31)
    now, before = span_of_year(2024, date(2024, 2, 29))
    assert (now.last, before.last) == (date(2024, 2, 29), date(2023, 2, 28))
    assert span_of_year(2026, date(2025, 12, 1))[0].last == date(2026, 1, 1)


def test_a_card_that_says_the_same_stays_the_same_print(world: ReportWorld) -> None:
    with scope(institution=world.institution):
        first = print_cards(actor=world.clerk, now=NOW, cycle=world.cycle, cards=cards(world))
        again = print_cards(
            actor=world.clerk, now=NOW + timedelta(days=1), cycle=world.cycle, cards=cards(world)
        )
        assert [one.row.pk for one in first] == [one.row.pk for one in again]
        changed = cards(world, fact(world, 0, 11, 12))
        later = print_cards(actor=world.clerk, now=NOW + timedelta(days=2), cycle=world.cycle, cards=changed)
        assert [one.row.number for one in later] == [2, 2]
        kept = newest_prints(world.cycle)[changed[0].head.organisation_id]
    assert kept.fingerprint == changed[0].fingerprint
    assert kept.lines == list(changed[0].lines())


@pytest.mark.parametrize(
    "statement", ["UPDATE cards_cardprint SET fingerprint = 'x'", "DELETE FROM cards_cardprint"]
)
def test_the_database_itself_keeps_what_was_printed(world: ReportWorld, statement: str) -> None:
    with scope(institution=world.institution):
        print_cards(actor=world.clerk, now=NOW, cycle=world.cycle, cards=cards(world)[:1])
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
        assert CardPrint.objects.count() == 1
