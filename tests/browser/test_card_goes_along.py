"""The comment card in real Chromium: seen, printed, noted upon while somebody speaks."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.houses import cards
from tests.browser.houses.standing import House, Houses
from tests.browser.people import PHONE, People
from tests.browser.watching import fits
from tests.documents.render.reading import pdf_pages, squeezed


@pytest.fixture
def house(houses: Houses) -> House:
    return houses.new(cards)


def test_the_clerk_prints_the_cards_and_notes_what_is_said(
    house: House, people: People, tmp_path: Path
) -> None:
    clerk = people.signed_in(house, "clerk")
    clerk.page.goto(f"{house.office}cycles/{house.numbers['cycle']}/")
    clerk.menu("点评卡")
    clerk.next("看一遍，会前印给点评人")
    clerk.sees("四、值得问的")
    printed = clerk.download(clerk.main.get_by_role("button", name="印现场1张"), tmp_path)
    (page,) = pdf_pages(printed.read_bytes())
    assert "第1版" in squeezed(page)
    clerk.main.get_by_label("这一句").fill("责任没有压到人。")
    clerk.button("问题", within=clerk.main.locator("aside"))
    expect(clerk.main.locator("aside .say")).to_contain_text("责任没有压到人。")
    clerk.page.set_viewport_size(PHONE)
    assert fits(clerk.page)
    clerk.link("信息工程学院党委")
    clerk.sees("书面述职不当场点评")


def test_what_the_clerk_found_in_the_material_stands_beside_the_sentence_and_on_the_card(
    house: House, people: People
) -> None:
    clerk = people.signed_in(house, "clerk")
    numbers = house.numbers
    clerk.page.goto(f"{house.office}reports/{numbers['report']}/")
    claim = clerk.main.locator(".rule", has_text=cards.CLAIM)
    clerk.unfold("没有台账可对")
    claim.locator("summary", has_text="看过材料，写一句").click()
    claim.get_by_label("看了什么材料，或者哪里不符").fill("花名册上是19人")
    clerk.button("与材料不符", within=claim)
    clerk.is_told("记下了：与材料不符。")
    expect(claim.get_by_text("花名册上是19人")).to_be_visible()
    expect(claim).to_contain_text("审核人：与材料不符")
    clerk.page.set_viewport_size(PHONE)
    assert fits(clerk.page)
    clerk.page.goto(f"{house.office}cycles/{numbers['cycle']}/cards/{numbers['reporter']}/")
    clerk.sees("审核人说与材料不符1处")


def test_what_stands_beside_a_report_scrolls_with_the_page_and_hides_no_fold(
    house: House, people: People
) -> None:
    clerk = people.signed_in(house, "clerk")
    clerk.page.goto(f"{house.office}reports/{house.numbers['report']}/")
    beside = clerk.page.locator(".beside, .beside :not(textarea)")
    inner = "all => all.filter(e => ['auto', 'scroll'].includes(getComputedStyle(e).overflowY)).length"
    assert beside.evaluate_all(inner) == 0
    fold = clerk.main.locator("#claims summary").first
    fold.scroll_into_view_if_needed()
    expect(fold).to_be_in_viewport()


def test_the_card_is_one_sheet_when_the_page_is_printed(house: House, people: People, tmp_path: Path) -> None:
    clerk = people.signed_in(house, "clerk")
    numbers = house.numbers
    clerk.page.goto(f"{house.office}cycles/{numbers['cycle']}/cards/{numbers['reporter']}/")
    place = tmp_path / "printed.pdf"
    clerk.page.pdf(path=place, prefer_css_page_size=True)
    (page,) = pdf_pages(place.read_bytes())
    assert "五、点评记录" in squeezed(page)
    assert "边听边记" not in squeezed(page)


def test_the_english_card_is_printed_whole_with_its_third_question_on_one_page(
    house: House, people: People, tmp_path: Path
) -> None:
    clerk = people.signed_in(house, "clerk")
    numbers = house.numbers
    clerk.page.goto(f"{house.office}cycles/{numbers['cycle']}/cards/{numbers['reporter']}/")
    clerk.page.get_by_role("button", name="English").click()
    expect(clerk.page.locator(".paper .ask li")).to_have_count(3)
    third = clerk.page.locator(".paper .ask li").nth(2).evaluate("e => e.firstChild.textContent")
    place = tmp_path / "printed.pdf"
    clerk.page.pdf(path=place, prefer_css_page_size=True)
    (page,) = pdf_pages(place.read_bytes())
    for part in (third, *clerk.page.locator(".paper h3").all_inner_texts()):
        assert squeezed(part) in squeezed(page)
    assert squeezed(clerk.page.locator(".paper footer .num").inner_text()) in squeezed(page)
    # Nothing that stands on the screen is cut off on paper.
    clerk.page.emulate_media(media="print")
    assert clerk.page.locator(".paper").evaluate("e => e.scrollHeight <= e.clientHeight + 1")
