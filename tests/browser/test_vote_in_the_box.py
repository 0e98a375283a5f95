"""A college votes in secret on one item, in real Chromium: from the meeting to the phones and back into the minutes."""

import re
from pathlib import Path

import docx
import pytest
from playwright.sync_api import expect

from tests.browser.houses import box_vote
from tests.browser.houses.standing import House, Houses
from tests.browser.people import PHONE, People
from tests.browser.watching import fits, requests_of
from tests.documents.render.reading import pdf_text, squeezed

TITLE = "购置场发射电子显微镜"
ANSWERS = ("同意", "同意", "同意", "不同意", "弃权")


@pytest.fixture
def house(houses: Houses) -> House:
    return houses.new(box_vote)


def test_an_item_is_decided_by_a_secret_vote_on_phones(house: House, people: People, tmp_path: Path) -> None:
    office = house.office
    clerk, scrutineer, counter = (
        people.signed_in(house, role) for role in ("clerk", "scrutineer", "counter")
    )

    clerk.page.goto(f"{office}decision-meetings/{house.numbers['meeting']}/")
    clerk.link("用票箱无记名投票")
    clerk.sees("要是全体一致，每个人怎么投的也就都知道了")
    clerk.main.get_by_label("匿名码：每人抽一张票条，用手机投").check()
    clerk.button("准备票箱")
    clerk.next("印票，主持人宣布以后由监票人开启")
    clerk.main.get_by_label("手机从哪里打开投票页").fill(house.server.address)
    sheet = clerk.download(clerk.main.get_by_role("button", name="张票条"), tmp_path)
    text = squeezed(pdf_text(sheet.read_bytes()))
    codes = re.findall(r"票条码([0-9A-Z]{10})扫不了", text)
    assert len(codes) == 10
    address = re.search(r"输入票条码：(http\S+?/ballot/[0-9A-Z]+/)", text)
    assert address

    scrutineer.page.goto(office)
    scrutineer.menu("议题的投票")
    scrutineer.link(TITLE)
    scrutineer.next("主持人宣布投票后，由您开启")
    scrutineer.next("开启投票")

    words = [vote(people, address[1], codes.pop(), answer) for answer in ANSWERS]

    scrutineer.next("主持人宣布结束后，由您结束投票")
    scrutineer.next("结束投票，封住票箱")
    scrutineer.sees("票已打乱重写")
    counter.page.goto(f"{office}votes/")
    counter.link(TITLE)
    counter.next("计票前还有")
    counter.fill(发出="5", 剩余="5")
    counter.button("记下张数")
    scrutineer.page.reload()
    scrutineer.next("计票前还有")
    scrutineer.button("核对无误")
    counter.page.goto(f"{office}votes/")
    counter.link(TITLE)
    counter.next("账都对上了，可以计票")
    counter.sees("票计好了，回到会议记结果")

    clerk.page.goto(f"{office}decision-meetings/items/{house.numbers['item']}/vote/")
    clerk.sees("发出5张，收回5张。")
    clerk.fill(怎么定的="同意购置。")
    clerk.main.get_by_label("结果").select_option("passed")
    clerk.button("按票箱的票数记结果")
    clerk.next("这一项有结果了")
    clerk.sees("票箱计票")
    file = clerk.download(clerk.main.get_by_role("link", name="纪要 Word"), tmp_path)
    minutes = "\n".join(one.text for one in docx.Document(str(file)).paragraphs)
    assert "无记名投票：同意3票，不同意1票，弃权1票，发出5张，收回5张，票箱计票" in minutes
    assert not [word for word in words if word in minutes]


def vote(people: People, address: str, code: str, answer: str) -> str:
    """A member taps one answer and sends it; the receipt word. No request carries a cookie, none is kept."""
    context = people.context(PHONE)
    page = context.new_page()
    sent = requests_of(page)
    page.goto(f"{address}#{code}")
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    page.get_by_role("button", name="开始投票").tap()
    expect(page.locator("fieldset.on legend")).to_have_text(TITLE)
    assert fits(page)
    page.locator("fieldset.on").get_by_text(answer, exact=True).tap()
    expect(page.locator("#all li")).to_contain_text(answer)
    page.get_by_role("button", name="选好了，去投票").tap()
    expect(page.get_by_role("heading", name="选好了，投出去吗")).to_be_visible()
    page.get_by_role("button", name="投出这张票").tap()
    expect(page.get_by_role("heading", name="票已入箱")).to_be_visible()
    word = page.locator("#word").inner_text()
    assert {request.method for request in sent} == {"GET", "POST"}
    assert all("cookie" not in request.all_headers() for request in sent)
    assert context.cookies() == []
    context.close()
    people.contexts.remove(context)
    return word
