"""A meeting written down late on a phone, confirmed at a desk and seen in the matrix; and a miss with its reason."""

import pytest
from playwright.sync_api import expect

from tests.browser.houses import orglife
from tests.browser.houses.standing import House, Houses
from tests.browser.people import PHONE, People, Person

PHOTO = b"\x89PNG\r\n\x1a\nphotograph"
TAP = 44


@pytest.fixture
def house(houses: Houses) -> House:
    return houses.new(orglife)


def test_a_meeting_is_written_down_late_confirmed_and_seen_in_the_matrix(
    house: House, people: People
) -> None:
    secretary, clerk = people.signed_in(house, "secretary", PHONE), people.signed_in(house, "clerk")
    secretary.page.goto(f"{house.office}orglife/")
    secretary.next("没办、没写原因的")
    secretary.fill(日期="2026-01-12", 主题="研究发展党员", 地点="党员活动室")
    _mark_who_was_there(secretary)
    secretary.button("先存草稿，再加照片")
    secretary.sees("实到2 / 应到3")
    secretary.main.get_by_label("照片或材料").set_input_files(
        {"name": "现场.png", "mimeType": "image/png", "buffer": PHOTO}
    )
    secretary.button("加上")
    secretary.sees("现场.png")
    secretary.next("加好照片和材料，报上去")
    secretary.sees("22天后补记")
    secretary.sees("已报，等确认")
    clerk.page.goto(secretary.page.url)
    clerk.next("看过没有问题，就确认")
    clerk.sees("已确认")
    clerk.link("第一党支部")
    cell = clerk.main.get_by_role("link", name="第一党支部，2026年1月：已办，事后补记")
    expect(cell).to_have_text("12")


def test_a_miss_gets_its_reason_and_stays_a_miss(house: House, people: People) -> None:
    secretary = people.signed_in(house, "secretary", PHONE)
    secretary.page.goto(f"{house.office}orglife/")
    secretary.link("主题党日")
    secretary.click(secretary.main.get_by_role("link", name="第一党支部，2026年1月：没办，没写原因"))
    secretary.main.get_by_label("为什么没办").select_option("全员外出")
    secretary.button("记下原因")
    secretary.sees("原因记下了。这一次仍然算没办。")
    cell = secretary.main.get_by_role("link", name="第一党支部，2026年1月：没办，有原因")
    expect(cell).to_have_text("因")


def _mark_who_was_there(secretary: Person) -> None:
    """One press for everybody, one for who was missing; a thumb finds both, and the reason is asked only there."""
    seats = secretary.main.locator("#seats")
    seats.get_by_role("button", name="都到了").tap()
    expect(seats).to_contain_text("名单上3人，到3人")
    missing = seats.locator(".seat", has_text="陈明")
    expect(missing.get_by_label("陈明没到的原因")).to_be_hidden()
    choice = missing.locator("label", has_text="没到")
    box = choice.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= TAP
    choice.tap()
    missing.get_by_label("陈明没到的原因").fill("出差")
    expect(seats).to_contain_text("名单上3人，到2人")
    wide = secretary.page.evaluate("document.documentElement.scrollWidth")
    assert wide == PHONE["width"]
