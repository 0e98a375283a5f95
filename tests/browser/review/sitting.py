"""述中: papers are printed, people arrive, reports are heard and commented on, the speech is recorded."""

import re
from collections.abc import Mapping

from playwright.sync_api import Page, expect

from tests.browser.people import HALL, Person
from tests.browser.review import cast
from tests.browser.review.world import World
from tests.browser.watching import fits
from tests.documents.render.reading import pdf_text

STRENGTHS = "党建与业务一起部署、一起检查"
PROBLEMS: Mapping[str, tuple[str, ...]] = {
    cast.NURSING: ("发展党员谈话记录不全", "支部书记轮训没有全覆盖"),
    cast.HOSPITAL: ("临床一线党员发展偏少",),
}
DEMAND = "年底前拿出整改清单"
SPEECH = (
    "一年来各级党组织抓基层党建取得新进展。"
    "一是附属医院要把支部建在临床科室。二是学院要抓实教师党支部。三是支部要过好组织生活。"
)


def print_slips(world: World) -> None:
    """Boxes, then a sheet of slips for each class. The codes stand on the paper and nowhere else."""
    world.installation.to_day(-2)
    clerk = world.clerk
    clerk.home()
    clerk.next("印测评表和票条")
    clerk.main_act()
    expect(clerk.bar).to_contain_text("印票条，还有2类")
    for name in (cast.COMMITTEE_CLASS, cast.MEMBERS_CLASS):
        row = clerk.main.locator("tbody tr", has_text=name)
        sheet = clerk.download(row.get_by_role("button", name="张票条"), world.files)
        text = pdf_text(sheet.read_bytes())
        world.codes[name] = re.findall(r"票条码([0-9A-Z]{10})扫不了", text)
        world.ballot_address = re.findall(rf"{world.installation.address}/ballot/\w+/", text)[0]
        assert len(world.codes[name]) > 6
        expect(row.get_by_role("button", name="重印")).to_be_visible()
    expect(clerk.bar).to_contain_text("都印好了，等监票人开启")


def check_in(world: World) -> Page:
    """The hall opens with its screen; everybody is ticked off at the desk. Returns the screen."""
    world.installation.to_day(0, 8, 30)
    clerk = world.clerk
    clerk.home()
    clerk.next("打开会场，排出议程")
    clerk.next("打开会场，开始签到")
    screen = _open_screen(world, clerk)
    expect(screen.locator("main")).to_contain_text("0 / 12人")
    clerk.menu("签到台")
    for one in cast.VOTERS:
        clerk.button(f"{one.name}签到")
    clerk.sees("12 / 12人到了")
    expect(screen.locator("main")).to_contain_text("12 / 12人")
    return screen


def _open_screen(world: World, clerk: Person) -> Page:
    """The computer at the projector: nobody is signed in there, the address is typed."""
    address = clerk.main.locator(".hall-place .address").inner_text()
    screen = world.people.context(HALL).new_page()
    screen.goto(address)
    return screen


def hear_reports(world: World, screen: Page) -> None:
    """Report and comment in turn; what the clerk starts is what the hall sees."""
    world.installation.to_day(0)
    clerk = world.clerk
    clerk.menu("会场控制")
    clerk.next("主持人开场")
    expect(screen.locator("main")).to_contain_text("2025年度述职评议会")
    for organisation, problems in PROBLEMS.items():
        one = next(one for one in cast.SECRETARIES if one.at == organisation)
        clerk.next(f"请下一位：{organisation}")
        expect(screen.locator("main")).to_contain_text(organisation)
        expect(screen.locator("main")).to_contain_text(one.name)
        expect(screen.locator("[data-clock]")).to_be_in_viewport(ratio=1)
        assert fits(screen)
        clerk.button("先结束这一项")
        clerk.next(f"点评：{organisation}")
        expect(screen.locator("main .ord")).to_contain_text("点评")
        clerk.link("记这一位的点评")
        _comment(clerk, problems)
        clerk.menu("会场控制")
    clerk.menu("逐一点评")
    expect(clerk.bar).to_contain_text("点评都定稿了，定3句问题的去向")
    clerk.menu("会场控制")


def _comment(clerk: Person, problems: tuple[str, ...]) -> None:
    """Typed in as it is said, split into sentences; each finds its home, the first problem a tag."""
    clerk.fill(点评的话="。".join((STRENGTHS, *problems, DEMAND)) + "。")
    clerk.button("保存，按句拆开")
    for words, part in ((STRENGTHS, "肯定"), *((one, "问题") for one in problems), (DEMAND, "要求")):
        row = clerk.main.locator("ol.sentences > li", has_text=words)
        row.locator("label.pick-word", has_text=part).click()
        if words == problems[0]:
            row.get_by_label("重点问题").check()
    clerk.button("保存并定稿")
    clerk.is_told(f"{len(problems)}个问题列在问题清单上")


def record_speech(world: World) -> None:
    """Three numbered requirements, each for its level."""
    clerk = world.clerk
    clerk.next("讲话，提出要求")
    clerk.link("记讲话要求")
    clerk.fill(讲话全文=SPEECH)
    clerk.button("按一是、二是、三是拆开看")
    clerk.sees("3条要求")
    for place, level in enumerate(("附属医院", "学院", "基层党支部"), start=1):
        select = clerk.main.locator("ol.sentences > li").nth(place - 1).get_by_label("对谁提")
        select.select_option(label=level)
    clerk.button("保存，发给各级单位")
    clerk.sees("答复0 / 1个单位")
    clerk.menu("会场控制")


def begin_ballot(world: World) -> None:
    """The agenda comes to the ballot."""
    world.clerk.next("民主测评")


def _settle_problems(clerk: Person) -> None:
    """The meeting does not end before every problem has a home: one draft is worded, the rest follows in one go."""
    clerk.next("句问题的去向，再结束会议")
    row = clerk.main.locator("ol.homes > li").first
    row.locator("summary", has_text="列为任务草案").click()
    row.get_by_label("要做什么").fill("补齐谈话记录，支部之间互查一遍")
    clerk.button("列为任务草案", within=row)
    clerk.is_told("列为任务草案了")
    clerk.main_act()
    expect(clerk.bar).to_contain_text("每句问题都有去向了")
    clerk.next("每句问题都有去向了")


def end_meeting(world: World, screen: Page) -> None:
    """What follows the ballot, then the end; the projector is switched off."""
    clerk = world.clerk
    clerk.menu("会场控制")
    clerk.next("主持人小结，会议结束")
    _settle_problems(clerk)
    clerk.next("议程走完了，结束会议")
    expect(clerk.bar).to_contain_text("会议结束了，请各单位认领问题")
    expect(screen.locator("main")).to_contain_text("会议结束")
    screen.context.close()
