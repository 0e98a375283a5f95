import json
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django_scopes import scopes_disabled
from openpyxl import load_workbook

from pingyi.doors.cli.main import main
from pingyi.review.appraisal.domain.deciding import Choice
from pingyi.review.appraisal.models import AppraisalSnapshot, OutsideMark
from tests.doors.office.appraisal.pages import close, get, main_buttons, post, words
from tests.doors.office.people import browser_of
from tests.factories.results import FAIR, GOOD, POOR, Review, make_review
from tests.factories.world import make_actor, make_institution, make_meeting, make_voter_class

pytestmark = pytest.mark.django_db


def names(review: Review) -> list[str]:
    return [one.organisation.name for one in review.reporters]


def test_before_the_count_the_page_says_for_what_it_waits() -> None:
    review = make_review(is_counted=False)
    page = get(review, review.leader, "results/")
    assert "还没有计票，等2025年度述职评议会计票" in words(page)
    assert "还没有算分" in words(page)
    assert main_buttons(page) == []
    assert main_buttons(get(review, review.counter, "results/")) == ["去票条与投票"]


def test_calculating_before_the_count_is_refused_in_words() -> None:
    review = make_review(is_counted=False)
    assert "还没有计票，没有可以算的" in words(post(review, review.leader, "results/snapshot/"))


def test_after_the_count_one_button_calculates() -> None:
    review = make_review(GOOD, FAIR)
    assert main_buttons(get(review, review.scrutineer, "results/")) == ["算分"]
    page = post(review, review.counter, "results/snapshot/")
    text = words(page)
    assert "一起留了底" in text
    assert "第1次计算" in text
    assert "97.33" in text
    for name in names(review):
        assert name in text
    post(review, review.counter, "results/snapshot/")
    with scopes_disabled():
        assert AppraisalSnapshot.objects.count() == 1


def test_every_number_stands_with_what_it_is_counted_against() -> None:
    review = make_review(GOOD, FAIR)
    review.take()
    text = words(get(review, review.leader, "results/"))
    assert "15 / 15" in text
    assert "2位，较好及以下至少1位" in text
    assert "已定0 / 2位，其中好0位，上限1位；按分数段1位为好" in text
    assert "四舍五入到小数点后2位" in text


@pytest.mark.parametrize("order", ["score", "ballot", "nonsense"])
def test_people_stand_by_score_or_as_on_the_ballot(order: str) -> None:
    review = make_review(POOR, GOOD)
    review.take()
    html = get(review, review.leader, "results/", order=order).content.decode()
    first, second = names(review)
    assert (html.index(first) < html.index(second)) is (order == "ballot")


def test_the_next_step_is_the_one_of_whoever_looks() -> None:
    review = make_review()
    review.take()
    assert main_buttons(get(review, review.leader, "results/")) == ["去记等次"]
    page = get(review, review.counter, "results/")
    assert main_buttons(page) == []
    assert "等党委会定等次，由领导来记，还有2位" in words(page)


@pytest.mark.parametrize(
    "place", ["results/", "results/1/", "results/decide/", "results/marks/", "results/file/summary/"]
)
def test_the_clerk_sees_no_counts_and_no_scores(place: str) -> None:
    review = make_review()
    review.take()
    place = place.replace("1", str(review.reporters[0].pk))
    page = get(review, review.clerk, place)
    assert page.status_code == 403
    assert "97.33" not in words(page)
    assert get(review, review.secretary(), place).status_code == 403


def test_a_leader_of_another_institution_finds_nothing() -> None:
    review = make_review()
    review.take()
    stranger = make_actor(make_institution(), "leader")
    assert get(review, stranger, "results/").status_code == 404


def test_the_page_of_one_person_shows_the_arithmetic() -> None:
    review = make_review(GOOD, FAIR)
    review.take()
    page = get(review, review.leader, f"results/{review.reporters[0].pk}/")
    text = words(page)
    assert "(100×8 + 80×1) ÷ 9" in text
    assert "97.778" in text  # the mean of class A
    assert "58.667" in text  # 60 % of it
    assert "精确值292/3" in close(page)
    assert "90分及以上为“好”" in text
    assert "第1名/2位" in close(page)


def test_a_class_without_ballots_shows_where_its_weight_went() -> None:
    review = make_review({"A": GOOD["A"], "B": {"unknown": 6}}, settings={"has_unknown_option": True})
    review.take()
    text = close(get(review, review.leader, f"results/{review.reporters[0].pk}/"))
    assert "100%原60%" in text
    assert "没有可计的票" in text
    assert "权重按比例分给了其余各类" in text


def test_parts_outside_the_ballot_are_typed_in_before_calculating() -> None:
    review = make_review(GOOD, settings={"composite_ballot": "4/5", "composite_daily": "1/5"})
    pk = review.reporters[0].pk
    page = get(review, review.counter, "results/")
    assert "录日常考核还差1位的分数" in words(page)
    assert main_buttons(page) == ["去录分数"]
    assert "等计票人录分数" in words(get(review, review.scrutineer, "results/"))
    for typed in ("很好", "92%"):
        bad = post(review, review.counter, "results/marks/", **{f"daily-{pk}": typed})
        assert bad.status_code == 409
        assert f"“{typed}”不是分数" in words(bad)
        assert f'value="{typed}"' in bad.content.decode()
    done = post(review, review.counter, "results/marks/", **{f"daily-{pk}": "92.5"})
    assert "1位的分数有变动" in words(done)
    again = post(review, review.counter, "results/marks/", **{f"daily-{pk}": "92.5"})
    assert "分数没有变动" in words(again)
    assert 'value="92.5"' in again.content.decode()
    with scopes_disabled():
        mark = OutsideMark.objects.get()
    assert Fraction(mark.daily_numerator or 0, mark.daily_denominator or 1) == Fraction("92.5")
    post(review, review.counter, "results/snapshot/")
    text = words(get(review, review.leader, f"results/{pk}/"))
    assert "日常考核" in text
    assert "18.500" in text


def test_marks_are_not_asked_for_where_the_ballot_is_all() -> None:
    review = make_review()
    assert "不用录" in words(get(review, review.counter, "results/marks/"))


def test_without_a_score_the_page_says_that_the_meeting_decides() -> None:
    review = make_review(
        {"A": GOOD["A"], "B": {"unknown": 6}}, settings={"empty_category": "fail", "has_unknown_option": True}
    )
    post(review, review.counter, "results/snapshot/")
    page = get(review, review.leader, "results/")
    assert "按规则不出分，由党委会直接定" in words(page)
    assert "测评结果汇总表" not in words(page)
    assert get(review, review.leader, "results/file/summary/").status_code == 409
    one = get(review, review.leader, f"results/{review.reporters[0].pk}/")
    assert "按规则这次不出分" in words(one)


def test_who_was_not_voted_on_is_on_the_list_without_a_score() -> None:
    review = make_review(GOOD, written=1)
    review.take()
    assert "不参加测评" in words(get(review, review.leader, "results/"))
    one = get(review, review.leader, f"results/{review.reporters[1].pk}/")
    assert "不参加测评，没有得分" in words(one)
    review.decide({0: Choice("good")})
    bar = words(get(review, review.leader, "results/"))
    assert "记党委会定的等次，还有1位" in bar
    assert "没有参加测评的1位没有建议等次" in bar


def test_several_meetings_are_shown_one_at_a_time() -> None:
    review = make_review()
    review.take()
    second = make_meeting(review.cycle, sequence=2, name="第二场评议会")
    make_voter_class(second, "A", 6, order=1)
    first = get(review, review.leader, "results/")
    assert "第二场评议会" in words(first)
    assert "第1次计算" in words(first)
    assert "还没有算分" in words(get(review, review.leader, "results/", meeting=second.pk))


def test_scores_that_look_alike_and_are_not_show_more_decimals() -> None:
    same = make_review(GOOD, GOOD, settings={"display_decimals": 0})
    same.take()
    assert "97.33" not in words(get(same, same.leader, "results/"))
    nearly = {"A": GOOD["A"], "B": {"good": 4, "fairly_good": 1, "blank": 1}}
    review = make_review(GOOD, nearly, settings={"display_decimals": 0})
    review.take()
    text = words(get(review, review.leader, "results/"))
    assert "97 97.33" in text
    assert "97 97.07" in text


def test_before_the_calculation_one_person_has_a_page_that_teaches() -> None:
    review = make_review()
    assert "还没有算分" in words(get(review, review.leader, f"results/{review.reporters[0].pk}/"))


def test_the_downloaded_input_gives_the_downloaded_answer(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    review = make_review(GOOD, FAIR, POOR)
    review.take()
    given = get(review, review.leader, "results/file/input/")
    answer = get(review, review.leader, "results/file/answer/").content
    (tmp_path / "input.json").write_bytes(given.content)
    assert main(["appraise", str(tmp_path / "input.json")]) == 0
    assert capfdbinary.readouterr().out == answer
    rules = json.loads(get(review, review.leader, "results/file/rules/").content)
    assert rules == json.loads(given.content)["rules"]
    assert "filename*=UTF-8''%E8%AE%A1%E5%88%86%E8%BE%93%E5%85%A5" in given["Content-Disposition"]


def test_the_workbook_says_what_the_command_says(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    review = make_review(GOOD, FAIR, POOR)
    kept = review.take()
    (tmp_path / "input.json").write_bytes(get(review, review.counter, "results/file/input/").content)
    assert main(["appraise", str(tmp_path / "input.json")]) == 0
    printed = json.loads(capfdbinary.readouterr().out)["reporters"]
    file = get(review, review.counter, "results/file/summary/", meeting=review.meeting.pk)
    sheet = load_workbook(BytesIO(file.content))["汇总"]
    by_name = {row[1]: row for row in sheet.iter_rows(values_only=True)}
    for line, name in zip(printed, names(review), strict=True):
        row = by_name[name]
        assert line["rank"] in row
        assert any(cell is not None and f"{cell}" == line["display"] for cell in map(shown, row))
    assert kept.rules_fingerprint[:4] in str(sheet["A3"].value or "") + str(sheet["A2"].value or "") + str(
        sheet["A4"].value or ""
    )


def shown(cell: Any) -> str | None:
    return f"{cell:.2f}" if isinstance(cell, float | int) else None


def test_files_that_do_not_exist_are_said_so() -> None:
    review = make_review()
    assert "还没有算分" in words(get(review, review.leader, "results/file/input/"))
    review.take()
    assert get(review, review.leader, "results/file/pdf/").status_code == 404
    assert get(review, review.leader, "results/file/input/", snapshot=999_999).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_results_cost_the_same_for_one_person_and_for_three(
    count: int, django_assert_num_queries: Any
) -> None:
    review = make_review(*[GOOD, FAIR, POOR][:count], written=1)
    review.take()
    review.decide({place: Choice("good", "会议另有考虑") for place in range(count)})
    browser, at = browser_of(review.leader), f"/office/cycles/{review.cycle.pk}/results/"
    one = f"{review.reporters[0].pk}/"
    for place, queries in (("", 18), ("decide/", 18), (one, 14), ("file/summary/", 12)):
        browser.get(at + place)
        with django_assert_num_queries(queries):
            browser.get(at + place)


@pytest.mark.parametrize("count", [1, 3])
def test_typing_marks_costs_the_same_for_one_person_and_for_three(
    count: int, django_assert_num_queries: Any
) -> None:
    review = make_review(*[GOOD] * count, settings={"composite_ballot": "4/5", "composite_daily": "1/5"})
    browser, at = browser_of(review.counter), f"/office/cycles/{review.cycle.pk}/results/marks/"
    browser.get(at)
    with django_assert_num_queries(11):
        browser.get(at)
