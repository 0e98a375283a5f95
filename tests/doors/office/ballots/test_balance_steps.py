"""Who does what between the closing and the count, as each person of the counting desk reads it."""

from typing import Any

import pytest

from tests.doors.office.ballots.pages import get, main_button, post, words
from tests.doors.office.ballots.test_after_closing import closed
from tests.factories.ballots import Hall, hand_in_accounts, make_hall

pytestmark = pytest.mark.django_db(transaction=True)


def counted_by_hand(hall: Hall, actor: Any, left_over: int) -> None:
    figures = {"handed_out": 5, "returned_unused": 0, "spoiled": 0, "exchanged": 0, "left_over": left_over}
    post(hall, actor, "hand-count/", box=hall.box("甲").pk, **figures)


def slips_of(hall: Hall) -> int:
    return len(hall.codes["甲"])


def test_whoever_counted_waits_for_another_and_the_other_is_led_to_the_class() -> None:
    hall = closed(make_hall(), 甲=5)
    counted_by_hand(hall, hall.counter, slips_of(hall) - 5)
    own = get(hall, hall.counter)
    assert "等另一位计票席的人，计票前还有1件事 甲类的票数账还没有另一位核对。" in words(own)
    assert main_button(own) == ""
    for other in (hall.second_counter, hall.scrutineer):
        page = get(hall, other)
        assert main_button(page) == "去票数账"
        assert f'balance/#box-{hall.box("甲").pk}"' in page.content.decode()
        assert main_button(get(hall, other, "balance/")) == "到这一类"


def test_a_difference_is_never_called_balanced() -> None:
    hall = closed(make_hall(), 甲=5)
    counted_by_hand(hall, hall.counter, slips_of(hall) - 6)
    page = words(get(hall, hall.scrutineer, "balance/"))
    assert "照实记下，核对过了" in page
    assert "核对无误" not in page
    post(hall, hall.scrutineer, "check/", box=hall.box("甲").pk, difference_note="一张掉在台下，没有找到。")
    assert "账都核对过了，可以计票" in words(get(hall, hall.counter))
    assert "账都对上了" not in words(get(hall, hall.counter))


def test_the_account_leads_back_when_nothing_is_left_to_do_on_it() -> None:
    hall = closed(make_hall(), 甲=5)
    assert main_button(get(hall, hall.counter, "balance/")) == "到这一类"
    assert main_button(get(hall, hall.scrutineer, "balance/")) == "回票条与投票"
    hand_in_accounts(hall, {"甲": 5})
    page = get(hall, hall.counter, "balance/")
    assert "账都核对过了，可以计票" in words(page)
    assert main_button(page) == "回票条与投票"
