"""The ballot: opened by the scrutineer, cast on phones, closed, balanced by two people, counted."""

import itertools
import re

from playwright.sync_api import Page, expect

from pingyi.doors.cli.rehearsal.phone import Phone
from tests.browser.people import PHONE
from tests.browser.review import cast
from tests.browser.review.world import World
from tests.browser.watching import fits, requests_of

GRADES = ("good", "fairly_good", "good", "average")
VOTERS = 6


def open_voting(world: World, screen: Page) -> None:
    """The start-up check has found nothing."""
    scrutineer = world.scrutineer
    scrutineer.next("主持人宣布投票后，由您开启")
    scrutineer.sees("没有多出来的记录")
    scrutineer.next("开启投票")
    expect(scrutineer.bar).to_contain_text("主持人宣布结束后，由您结束投票")
    expect(screen.locator("main")).to_contain_text("收到的票")


def vote_by_hand(world: World) -> None:
    """One secretary takes out her phone, types the code of her slip, and votes on everybody but herself."""
    context = world.people.context(PHONE)
    page = context.new_page()
    sent = requests_of(page)
    page.goto(world.ballot_address)
    page.get_by_label("输入票条上的10位票条码").fill(world.codes[cast.MEMBERS_CLASS].pop())
    page.get_by_role("button", name="看票条").tap()
    expect(page.locator("#class")).to_contain_text(cast.MEMBERS_CLASS)
    page.get_by_label("您是哪个单位的书记").select_option(label=cast.NURSING)
    page.get_by_role("button", name="开始投票，2位").tap()
    for place, (organisation, grade) in enumerate(((cast.HOSPITAL, "好"), (cast.LIBRARY, "较好")), start=1):
        expect(page.locator("#n")).to_have_text(f"{place} / 2")
        expect(page.locator("fieldset.on legend")).to_contain_text(organisation)
        page.locator("fieldset.on").get_by_text(grade, exact=True).tap()
    expect(page.locator("#all li")).to_have_count(2)
    page.get_by_role("button", name="都选好了，去投票").tap()
    expect(page.get_by_role("heading", name="2位都选好了")).to_be_visible()
    page.get_by_role("button", name="投出这张票").tap()
    expect(page.get_by_role("heading", name="票已入箱")).to_be_visible()
    world.words.append(page.locator("#word").inner_text())
    assert {request.method for request in sent} == {"GET", "POST"}
    assert all("cookie" not in request.all_headers() for request in sent)
    assert context.cookies() == []


def vote_by_program(world: World) -> None:
    """The eleven others send the same requests without a browser, for speed."""
    key = world.ballot_address.rstrip("/").rsplit("/", 1)[1]
    phone = Phone(world.installation.address, key)
    rows = [int(row) for row in _rows(world)]
    grades = itertools.cycle(GRADES)
    for name, voters in ((cast.COMMITTEE_CLASS, VOTERS), (cast.MEMBERS_CLASS, VOTERS - 1)):
        for place in range(voters):
            code = world.codes[name].pop()
            world.words.append(phone.vote(code, {row: next(grades) for row in rows}, place))


def _rows(world: World) -> list[str]:
    """The numbers of the rows, as the ballot page has them."""
    page = world.people.context(PHONE).new_page()
    page.goto(world.ballot_address)
    return re.findall(r'data-row="(\d+)"', page.content())


def close_voting(world: World) -> None:
    """Nobody saw a number before this."""
    scrutineer = world.scrutineer
    scrutineer.menu("票条与投票")
    scrutineer.next("主持人宣布结束后，由您结束投票")
    scrutineer.next("结束投票，封住票箱")
    scrutineer.sees("票已打乱重写")
    scrutineer.sees("12 / 12张票")


def balance_and_count(world: World) -> None:
    """A counter counts the slips by hand, the scrutineer checks, the counter counts the boxes."""
    counter, scrutineer = world.counter, world.scrutineer
    counter.next("计票前还有")
    for name in (cast.COMMITTEE_CLASS, cast.MEMBERS_CLASS):
        card = counter.main.locator("section.card", has_text=name)
        left = len(world.codes[name])
        card.get_by_label("发出").fill(str(VOTERS))
        card.get_by_label("剩余").fill(str(left))
        counter.button("记下张数", within=card)
    scrutineer.menu("票条与投票")
    scrutineer.next("计票前还有")
    for _ in range(2):
        scrutineer.button("核对无误")
    scrutineer.sees("2 / 2类核对过了")
    counter.menu("票条与投票")
    counter.next("账都对上了，可以计票")
    counter.next("票计好了")
    counter.sees("各类票数")
    counter.page.set_viewport_size(PHONE)
    assert fits(counter.page)


def show_receipts(world: World) -> None:
    """Whoever wrote her word down finds it, and nothing else, on the page for everybody."""
    clerk = world.clerk
    clerk.menu("票条与投票")
    clerk.link("核对码清单")
    shown = {word.replace(" ", "") for word in clerk.main.locator("ul.words li").all_inner_texts()}
    assert shown == {word.replace(" ", "") for word in world.words}
    assert len(shown) == 2 * VOTERS
