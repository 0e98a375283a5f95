"""述前: the plan of the review, from its dates to the seal."""

from playwright.sync_api import expect

from tests.browser.people import Person
from tests.browser.review import cast
from tests.browser.review.world import World


def plan(world: World) -> None:
    """Year, dates, the meeting; chair and commentator are two people."""
    clerk = world.clerk
    clerk.home()
    clerk.next("开一轮评议，先定年度")
    clerk.fill(评议哪一年="2025")
    clerk.main_act()
    day = world.installation.day
    clerk.fill(
        述前开始=day(-45), 述前结束=day(-1), 述中开始=day(0), 述中结束=day(7), 述后开始=day(8), 述后结束=day(220),
        交述职报告截止=f"{day(-5)}T17:00",
    )  # fmt: skip
    clerk.main_act()
    clerk.is_told("三个阶段的日期存好了")
    clerk.fill(会议名称="2025年度述职评议会", 时间=f"{day(0)}T09:00", 地点="图书馆报告厅")
    clerk.main.get_by_label("怎么投票").first.select_option(
        label="匿名码（手机扫票条上的码来填；要信得过管系统的人）"
    )
    clerk.fill(主持人=cast.PRESIDENT.number, 主持人职务="党委副书记、校长")
    clerk.fill(点评人=cast.FIRST.number, 点评人职务="党委书记")
    clerk.main_act()
    clerk.sees("顾清和（党委副书记、校长）")


def settle_roster(world: World) -> None:
    """Everybody in post is proposed; two are put on site."""
    clerk = world.clerk
    clerk.next("名册还是空的")
    clerk.next("按在任书记提出名册")
    for place, organisation in enumerate((cast.NURSING, cast.HOSPITAL), start=1):
        row = clerk.main.locator("tbody tr", has=clerk.page.get_by_role("link", name=organisation))
        row.get_by_role("radio", name="现场").check()
        row.get_by_label("和建议不同的理由").fill("部务会定的现场名单")
        row.get_by_label(f"{organisation}第几位发言，只有现场的填").fill(str(place))
    clerk.main_act()
    clerk.sees("现场 2 + 书面 1 = 3位")


def order_speakers(world: World) -> None:
    """The first is dragged behind the second, and comes back by the keyboard, which keeps its arrow."""
    page, rows = world.clerk.page, world.clerk.main.locator(".speaking li[data-id]")
    grip, second = rows.nth(0).locator(".grip").bounding_box(), rows.nth(1).bounding_box()
    assert grip is not None
    assert second is not None
    page.mouse.move(grip["x"] + 8, grip["y"] + 8)
    page.mouse.down()
    page.mouse.move(grip["x"] + 8, second["y"] + second["height"] - 4, steps=5)
    with page.expect_event("load"):
        page.mouse.up()
    world.clerk.is_told("先后存好了")
    expect(rows.nth(1)).to_contain_text(cast.NURSING)
    page.get_by_role("button", name=f"{cast.NURSING}上移").focus()
    with page.expect_event("load"):
        page.keyboard.press("Enter")
    expect(rows.nth(0)).to_contain_text(cast.NURSING)
    expect(page.get_by_role("button", name=f"{cast.NURSING}下移")).to_be_focused()


def list_classes(world: World) -> None:
    """The committee from the register, the others from an uploaded list; both weigh the same."""
    clerk = world.clerk
    clerk.next("还没有票类")
    clerk.fill(这一类是谁=cast.COMMITTEE_CLASS)
    clerk.main_act()
    clerk.main.get_by_label("来源").select_option(label=f"{cast.CONVENOR}：党委")
    clerk.button("看有谁")
    clerk.button("列入勾选的")
    clerk.sees("名单上6人")
    clerk.link("票类和名单")
    clerk.fill(这一类是谁=cast.MEMBERS_CLASS)
    clerk.button("加这一类")
    template = clerk.download(clerk.main.get_by_role("link", name="下载模板"), world.files)
    cast.fill_list(template)
    clerk.main.get_by_label(".xlsx 名单").set_input_files(template)
    clerk.button("上传，都对才列入")
    clerk.sees("名单上6人")
    clerk.link("票类和名单")
    clerk.button("等权")
    clerk.sees("权重合计100%")


def settle_rules(world: World) -> None:
    """Only one rule has no default: how long the organisations have."""
    clerk = world.clerk
    clerk.next("整改期限还没有设")
    expect(clerk.main.get_by_label("一类最少几人")).to_have_value("5")
    clerk.main.get_by_label("整改期限").fill("6")
    clerk.main_act()


def freeze(world: World) -> None:
    """The seal and its fingerprint."""
    clerk = world.clerk
    clerk.next("方案齐了")
    clerk.next("核对下面的方案，没有问题就封存")
    clerk.sees("与封存时一样")


def write_reports(world: World) -> None:
    """Every secretary writes and hands in; the clerk returns the first report once, with a reason."""
    world.installation.to_day(-10)
    for organisation in (cast.NURSING, cast.HOSPITAL, cast.LIBRARY):
        secretary = world.secretary(organisation)
        secretary.next("写好并交上述职报告")
        secretary.next("开始写述职报告")
        _write(secretary, organisation)
    clerk = world.clerk
    clerk.home()
    clerk.next("审述职报告，3份等着看")
    clerk.next(f"审{cast.NURSING}的报告")
    clerk.fill(退回的理由="问题一节请写出具体表现和原因。")
    clerk.button("退回修改")
    secretary = world.secretary(cast.NURSING)
    secretary.home()
    secretary.next("写好并交上述职报告")
    secretary.sees("问题一节请写出具体表现和原因。")
    _write(secretary, "按退回的理由改过")
    clerk.menu("述职报告")
    for _ in range(3):
        clerk.next("的报告")
        clerk.button("通过")
        clerk.menu("述职报告")
    expect(clerk.bar).to_contain_text("述职报告都通过了，3 / 3份")


def _write(secretary: Person, lead: str) -> None:
    for place, box in enumerate(secretary.main.locator("textarea").all(), start=1):
        box.fill(f"{lead}，第{place}节。" + "一年来抓党建的做法和不足，件件有着落。" * 6)
    secretary.next("")
    expect(secretary.bar).to_contain_text("交上了，等组织部门审")
