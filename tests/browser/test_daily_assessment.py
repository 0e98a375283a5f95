"""A year is assessed, in real Chromium: said and shown on a phone, checked, calculated, handed over, seen as marks."""

from pathlib import Path

import pytest

from tests.browser.houses import daily
from tests.browser.houses.standing import House, Houses
from tests.browser.people import PHONE, People
from tests.browser.watching import fits


@pytest.fixture
def house(houses: Houses) -> House:
    return houses.new(daily)


def test_from_the_phone_of_the_secretary_to_the_mark_of_the_review(
    house: House, people: People, tmp_path: Path
) -> None:
    daily_part = f"{house.office}cycles/{house.numbers['cycle']}/daily/"
    secretary = people.signed_in(house, "secretary", PHONE)
    clerk, leader = (people.signed_in(house, role) for role in ("clerk", "leader"))
    photo = tmp_path / "合影.png"
    photo.write_bytes(b"\x89PNG\r\n\x1a\nshown")

    secretary.page.goto(f"{house.office}mine/daily/")
    secretary.sees("还有1 / 1条没有交")
    secretary.unfold("有成效")
    secretary.fill(自评分="8", 做了什么="党建带动了学科评估。", 佐证说明什么="评估会上的合影")
    secretary.main.locator('input[type="file"]').set_input_files(photo)
    secretary.button("交去核对")
    secretary.is_told("交了，等核对")
    assert fits(secretary.page)

    clerk.page.goto(daily_part)
    clerk.next("核对1条自评")
    clerk.sees("评估会上的合影")
    clerk.fill(给几分="6", 理由="只有一张照片")
    clerk.button("就给这些分")
    clerk.sees("没有等核对的")
    clerk.link("日常考核")
    clerk.next("还有2 / 2位没有分")
    clerk.is_told("2位有新的结果")

    leader.page.goto(daily_part)
    leader.link("第1学院党委")
    leader.sees("9 / 12 × 10 = 7.5")
    leader.sees("13.5 / 20 × 100 ＝ 67.5")
    leader.link("日常考核")
    leader.next("交到评议里")
    leader.page.goto(f"{house.office}cycles/{house.numbers['cycle']}/results/marks/")
    leader.sees("日常考核算出来的")
    assert leader.main.locator('input[name^="daily-"]').first.input_value() == "67.5"

    secretary.page.goto(f"{house.office}mine/daily/")
    secretary.sees("只有一张照片")
    secretary.link("看每一步")
    secretary.sees("核对得6 / 10：只有一张照片")
