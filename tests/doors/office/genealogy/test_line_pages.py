"""下回分解 as people see it."""

from typing import Any

import pytest

from pingyi.review.rectification.models import ProblemItem
from tests.doors.office.rectification.pages import Desk
from tests.factories.faults import Years, make_years
from tests.factories.rectification import closed

CLOSED = ProblemItem.State.CLOSED


@pytest.fixture
def years(db: None) -> Years:
    return make_years()


def lines(years: Years, year: int = 2026) -> str:
    return f"cycles/{years.cycle(year).pk}/lines/"


def test_the_clerk_decides_on_the_list_and_the_pair_is_not_asked_again(years: Years) -> None:
    old = years.problem(2024, "双带头人比例低。", 1, CLOSED)
    new = years.problem(2026, "双带头人比例偏低。")
    desk = Desk(years.office)
    page = desk.html(lines(years))
    assert 'name="same"' in page
    assert "2024-001" in page
    told = desk.post(f"problems/{new.pk}/line/decide/", same=str(old.pk), page="1")
    assert "没有像它的老问题，或者都定过了" in told
    line = desk.words(f"problems/{new.pk}/line/")
    assert "前后 2 次， 2 个年度， 2 个单位" in line
    assert "2024-001 （" in line
    told = desk.post(f"problems/{new.pk}/line/decide/", different=str(old.pk))
    assert "不是同一个" in told
    assert "没有和别的问题连在一起" in told


def test_none_of_them_is_one_button(years: Years) -> None:
    for year in (2023, 2024):
        years.problem(year, "党费收缴不及时。")
    new = years.problem(2026, "党费收缴慢。")
    desk = Desk(years.office)
    page = desk.html(lines(years))
    (sent,) = [
        piece.split('"')[0]
        for piece in page.split('name="different" value="')[1:]
        if " " in piece.split('"')[0]
    ]
    assert "没有像它的老问题" in desk.post(f"problems/{new.pk}/line/decide/", different=sent, page="1")


def test_a_decision_that_cannot_be_taken_comes_back_with_its_reason(years: Years) -> None:
    new, beside = years.problem(2026, "党费收缴慢。"), years.problem(2026, "党费迟交。")
    desk = Desk(years.office)
    assert "同一年度、同一单位" in told_by(desk, new, same=str(beside.pk))
    assert "没有选和哪一个问题比" in told_by(desk, new)
    assert "都不是同一个" not in told_by(desk, new, same=str(beside.pk))


def told_by(desk: Desk, problem: ProblemItem, **data: Any) -> str:
    answer = desk.client.post(f"/office/problems/{problem.pk}/line/decide/", data, follow=True)
    return answer.content.decode()


def test_a_secretary_sees_the_chain_of_her_own_unit_only(years: Years) -> None:
    old = closed(years.office).problem
    new = years.problem(2026, "支委会又开得少。")
    other = years.problem(2024, "支委会开得少，别的单位。", 1)
    years.decide(new, old, other)
    desk = Desk(years.office, actor=years.office.secretary)
    page = desk.words(f"problems/{new.pk}/line/")
    assert "组织科 林给第1项任务销号，佐证1份：支部党员大会记录" in page
    assert "别的单位" not in page
    assert "谁定的" not in page
    assert "销过号，又出现了" in desk.words(f"problems/{new.pk}/")
    assert desk.answer(f"problems/{other.pk}/line/").status_code == 403
    assert desk.answer(lines(years)).status_code == 403
    assert desk.answer(f"cycles/{years.cycle(2026).pk}/faults/").status_code == 403
    assert desk.answer("field-words/").status_code == 403
    assert desk.answer(f"problems/{new.pk}/line/decide/", {"same": str(other.pk)}).status_code == 403


def test_a_leader_reads_and_has_no_buttons(years: Years) -> None:
    years.problem(2024, "党费收缴不及时。")
    years.problem(2026, "党费收缴慢。")
    page = Desk(years.office, "leader").html(lines(years))
    assert "像" in page
    assert 'name="same"' not in page


def test_common_faults_stand_with_their_denominators(years: Years) -> None:
    new = years.problem(2026, "党费收缴慢。")
    desk = Desk(years.office)
    path = f"cycles/{years.cycle(2026).pk}/faults/"
    assert "还没有归到一起的问题" in desk.words(path)
    years.decide(new, years.problem(2024, "党费迟交。", 1, CLOSED))
    units = len(years.office.hall.reporters) + len(years.office.hall.written)
    words = desk.words(path)
    assert f"2 / {units}" in words
    assert "2 / 3" in words
    assert "1 / 2" in words


def test_pages_cost_the_same_for_one_problem_and_for_three(
    years: Years, django_assert_num_queries: Any
) -> None:
    for at in range(3):
        new = years.problem(2026, f"第{at}条党费收缴慢。")
        years.decide(new, years.problem(2024, f"第{at}条党费迟交。", 1, CLOSED))
        desk = Desk(years.office)
        desk.html(lines(years))
        with django_assert_num_queries(13):
            desk.html(lines(years))
        with django_assert_num_queries(14):
            desk.html(f"cycles/{years.cycle(2026).pk}/faults/")
        with django_assert_num_queries(16):
            desk.html(f"problems/{new.pk}/line/")


def test_the_list_of_words_is_written_by_the_clerk(years: Years) -> None:
    desk = Desk(years.office)
    assert "没有人改过" in desk.words("field-words/")
    assert "第1行只有“党费”一个词" in desk.refused("field-words/", text="党费")
    assert "共1组" in desk.post("field-words/", text="党费、缴费")
