from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from pingyi.review.ballots.domain.codes import grouped
from pingyi.review.ballots.models import PaperForm
from pingyi.review.ballots.services.close_voting import close_voting
from tests.doors.office.ballots.pages import get, main_button, post, words
from tests.doors.office.people import browser_of
from tests.factories.ballots import Hall, cast, hand_in_accounts, make_hall, open_hall
from tests.factories.world import NOW

pytestmark = pytest.mark.django_db(transaction=True)


def closed(hall: Hall, **ballots: int) -> Hall:
    open_hall(hall)
    for code, number in ballots.items():
        for slip in hall.codes[code][:number]:
            cast(hall, slip, hall.ballot("good"))
    close_voting(actor=hall.scrutineer, now=NOW, voting=hall.voting, accepts_small=True)
    hall.reload()
    return hall


def typed(hall: Hall, number: int, *keys: str) -> dict[str, Any]:
    rows = {f"row-{row.pk}": key for row, key in zip(hall.reporters, keys, strict=True)}
    return {"number": str(number), **rows}


def enter(hall: Hall, actor: Any, number: int, *keys: str) -> Any:
    return post(hall, actor, f"enter/{hall.box('甲').pk}/", **typed(hall, number, *keys))


def test_closing_by_button_cleans_up_and_names_what_comes() -> None:
    hall = open_hall(make_hall())
    for slip in hall.codes["甲"][:5]:
        cast(hall, slip, hall.ballot("good"))
    page = post(hall, hall.scrutineer, "close/")
    assert "投票结束了，票打乱重写过" in words(page)
    assert "下一步 等计票人，计票前还有1件事 甲类还没有录手点的张数。" in words(page)
    assert main_button(page) == ""
    assert main_button(get(hall, hall.counter)) == "去票数账"
    assert hall.reload().cleaned_at is not None
    assert "票已打乱重写" in words(page)


def test_a_form_is_typed_with_one_key_a_row() -> None:
    hall = closed(make_hall(mode="paper", settings={"has_unknown_option": True, "invalid_incomplete": False}))
    page = enter(hall, hall.counter, 7, "1", "5", "0")
    assert "7号表录好了：好1，不了解1，空1" in words(page)
    first, second, _ = (str(row.pk) for row in hall.reporters)
    assert PaperForm.objects.get().first_marks == {first: "good", second: "unknown"}
    assert 'value="8"' in page.content.decode()


@pytest.mark.parametrize(
    ("keys", "said"),
    [(("1", "", "1"), "第2行还没有录"), (("1", "1", "6"), "只能录0到4"), (("1", "1", "x"), "第3行录的是“x”")],
)
def test_a_skipped_or_wrong_row_is_named_and_what_was_typed_stays(keys: tuple[str, ...], said: str) -> None:
    hall = closed(make_hall(mode="paper"))
    page = enter(hall, hall.counter, 3, *keys)
    assert page.status_code == 422
    assert said in words(page)
    assert 'value="3"' in page.content.decode()
    assert page.content.decode().count('value="1"') >= 2
    assert not PaperForm.objects.exists()


def test_the_second_reader_sees_numbers_and_no_marks() -> None:
    hall = closed(make_hall(mode="paper"))
    enter(hall, hall.counter, 4, "4", "4", "4")
    page = get(hall, hall.second_counter, f"enter/{hall.box('甲').pk}/")
    assert "您录了0张，别人录了1张" in words(page)
    html = page.content.decode()
    assert 'name="number" inputmode="numeric" value="4"' in html
    assert html.count('class="input key"') == html.count('value="" inputmode="numeric" maxlength="1"') == 3
    compare = words(get(hall, hall.second_counter, "compare/"))
    assert "只录了一遍，等另一位录" in compare
    assert "差" not in compare.replace("差了", "")


def test_differences_are_corrected_by_their_author_on_the_page() -> None:
    hall = closed(make_hall(mode="paper"))
    enter(hall, hall.counter, 1, "1", "1", "1")
    enter(hall, hall.second_counter, 1, "1", "3", "1")
    page = get(hall, hall.counter, "compare/")
    assert "还有1张对不上" in words(page)
    correction = {"box": hall.box("甲").pk, "number": 1, "row": hall.reporters[1].pk}
    assert "看着表选一项" in words(post(hall, hall.counter, "correct/", **correction, grade=""))
    done = post(hall, hall.counter, "correct/", **correction, grade="average")
    assert "没有对不上的" in words(done)


def test_a_reading_with_a_wrong_number_is_taken_back_on_the_page() -> None:
    hall = closed(make_hall(mode="paper"))
    enter(hall, hall.counter, 21, "1", "1", "1")
    page = post(hall, hall.counter, "withdraw/", box=hall.box("甲").pk, number=21)
    assert "您录的那一遍撤了" in words(page)
    assert not PaperForm.objects.exists()


def test_hand_counts_are_entered_before_the_other_figures_are_shown() -> None:
    hall = closed(make_hall(), 甲=5)
    before = words(get(hall, hall.counter, "balance/"))
    assert "签到0" not in before
    assert "票5" not in before
    figures = {"handed_out": 6, "left_over": 5, "returned_unused": 1, "spoiled": 0, "exchanged": 0}
    page = post(hall, hall.counter, "hand-count/", box=hall.box("甲").pk, **figures)
    assert "等另一位核对" in words(page)
    assert "票5" in words(page)
    assert "对不上，差6" in words(page)  # nobody was signed in at the desk
    missing = post(hall, hall.scrutineer, "check/", box=hall.box("甲").pk, difference_note="")
    assert "第2行对不上" in words(missing)
    done = post(
        hall, hall.scrutineer, "check/", box=hall.box("甲").pk, difference_note="签到台停电，手工签到6人"
    )
    assert "1 / 1类核对过了" in words(done)


def test_a_figure_left_out_is_named() -> None:
    hall = closed(make_hall(), 甲=5)
    page = post(hall, hall.counter, "hand-count/", box=hall.box("甲").pk, handed_out="", left_over="3")
    assert "“发出”要填整数" in words(page)


def test_the_count_is_started_when_everything_is_done() -> None:
    hall = closed(make_hall(), 甲=5)
    assert "现在还不能计票" in words(post(hall, hall.counter, "count/"))
    hand_in_accounts(hall, {"甲": 5})
    assert main_button(get(hall, hall.counter)) == "计票"
    assert main_button(get(hall, hall.clerk)) == ""
    page = post(hall, hall.counter, "count/")
    assert "票计好了" in words(page)
    assert main_button(page) == "看各类票数"
    assert main_button(get(hall, hall.clerk)) == ""


def test_counts_are_for_the_desk_and_the_leaders_only() -> None:
    hall = closed(make_hall(), 甲=5)
    hand_in_accounts(hall, {"甲": 5})
    assert get(hall, hall.leader, "counts/").status_code == 409
    post(hall, hall.counter, "count/")
    for actor in (hall.leader, hall.counter, hall.scrutineer):
        page = words(get(hall, actor, "counts/"))
        assert "发出5，收回5" in page
        assert hall.reporters[0].organisation.name in page
        assert "下一步 接着算分，存一份底" in page
        assert "不了解" not in page
    assert main_button(get(hall, hall.leader, "counts/")) == "去算分"
    assert get(hall, hall.clerk, "counts/").status_code == 403
    assert get(hall, hall.leader, "counts/", **{"class": "丙"}).status_code == 404


def test_a_column_without_a_blank_is_pointed_out_where_its_secretary_votes_herself() -> None:
    hall = closed(make_hall(classes={"甲": 3}, reporters_vote_in="甲"), 甲=5)
    hand_in_accounts(hall, {"甲": 5})
    post(hall, hall.counter, "count/")
    assert "3位书记本人在这一类，那一列没有空白" in words(get(hall, hall.counter, "counts/"))


def test_a_small_box_is_decided_on_the_page_with_a_reason() -> None:
    hall = closed(make_hall(), 甲=3)
    page = words(get(hall, hall.scrutineer, "balance/"))
    assert "票不足5张" in page
    assert "照常计票" not in page
    box = hall.box("甲").pk
    assert "写明原因" in words(
        post(hall, hall.scrutineer, "small-box/", box=box, decision="unopened", reason="")
    )
    assert post(hall, hall.scrutineer, "small-box/", box=box, decision="burn", reason="x").status_code == 409
    done = post(hall, hall.scrutineer, "small-box/", box=box, decision="unopened", reason="主持人同意")
    assert "这个箱不开" in words(done)
    assert main_button(get(hall, hall.scrutineer)) == "计票"


def test_receipt_words_are_listed_for_everybody_in_groups_of_four() -> None:
    hall = open_hall(make_hall())
    word = cast(hall, hall.codes["甲"][0], hall.ballot("good"))
    close_voting(actor=hall.scrutineer, now=NOW, voting=hall.voting, accepts_small=True)
    assert grouped(word) in words(get(hall, hall.clerk, "receipts/"))


def test_an_unfinished_clean_up_is_the_next_step() -> None:
    hall = closed(make_hall(), 甲=5)
    hall.voting.cleaned_at = None
    hall.voting.save()
    assert main_button(get(hall, hall.scrutineer)) == "清理"
    assert "清理做完了" in words(post(hall, hall.scrutineer, "clean-up/"))


@pytest.mark.parametrize("classes", [1, 3])
def test_pages_after_closing_cost_the_same_queries_for_any_number_of_classes(
    classes: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    names = "甲乙丙"[:classes]
    hall = closed(make_hall(mode="paper", classes=dict.fromkeys(names, 6)))
    for code in names:
        for actor in (hall.counter, hall.second_counter):
            post(hall, actor, f"enter/{hall.box(code).pk}/", **typed(hall, 1, "1", "1", "1"))
    browser, at = browser_of(hall.counter), f"/office/meetings/{hall.meeting.pk}/voting/"
    for place, queries in (("", 26), ("balance/", 20), ("compare/", 12), ("receipts/", 10)):
        browser.get(at + place)
        with django_assert_num_queries(queries):
            browser.get(at + place)
