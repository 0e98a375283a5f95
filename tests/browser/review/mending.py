"""述后: problems are claimed or contested, become tasks, are mended, and are struck off by a second person."""

from pathlib import Path

from openpyxl import Workbook
from playwright.sync_api import expect

from tests.browser.people import Person
from tests.browser.review import cast
from tests.browser.review.sitting import PROBLEMS
from tests.browser.review.world import World

CLAIMED, CONTESTED = PROBLEMS[cast.NURSING]


def claim(world: World) -> None:
    """One problem is claimed, the other contested; the clerk rules that it stands."""
    world.installation.to_day(10)
    secretary, clerk = world.secretary(cast.NURSING), world.clerk
    secretary.home()
    secretary.next("认领点评指出的问题")
    secretary.sees(CLAIMED)
    secretary.next("认领这个问题")
    expect(secretary.bar).to_contain_text("列任务")
    secretary.home()
    secretary.link(CONTESTED)
    secretary.fill(为什么不是本单位的问题="轮训由学校统一组织，我院应训尽训。")
    secretary.button("交说明，由组织部门定")
    expect(secretary.bar).to_contain_text("等组织部门定")
    clerk.menu("问题清单")
    clerk.next("定1个单位的说明")
    clerk.link(CONTESTED)
    clerk.main.get_by_role("radio", name="采纳，撤下这个问题", exact=True).check()
    clerk.fill(理由="经核对培训台账，说明属实。")
    clerk.button("定下来，告诉单位")
    expect(clerk.bar).to_contain_text("经说明撤下")


def plan_task(world: World) -> None:
    """Cause, measures, who is responsible, the deadline; the clerk approves the plan."""
    secretary, clerk = world.secretary(cast.NURSING), world.clerk
    secretary.home()
    secretary.next("给认领的问题列任务")
    secretary.fill(
        原因="谈话由各支部自己记，没有统一的格式。",
        措施="印发发展党员谈话记录规范。\n逐份补齐2025年的谈话记录。",
        责任部门="党委办公室",
        期限=world.installation.day(120),
    )
    secretary.button("列上这项任务")
    secretary.sees("逐份补齐2025年的谈话记录。")
    expect(secretary.bar).to_contain_text("等组织部门批准计划")
    clerk.menu("整改任务")
    clerk.link("印发发展党员谈话记录规范")
    clerk.main_act()
    expect(clerk.main).to_contain_text("计划已批准")


def mend(world: World) -> None:
    """Evidence is uploaded, the task handed in."""
    world.installation.to_day(60)
    secretary = world.secretary(cast.NURSING)
    secretary.home()
    secretary.next("办完整改任务，交佐证")
    secretary.fill(说明什么="谈话记录补齐情况表")
    secretary.main.get_by_label("文件", exact=True).set_input_files(_proof(world.files))
    secretary.button("交这份佐证")
    secretary.sees("补齐情况.xlsx")
    secretary.fill(完成情况="规范已印发，12份记录全部补齐。")
    secretary.main_act()
    expect(secretary.bar).to_contain_text("等组织部门复核")


def close_out(world: World) -> None:
    """Who did it cannot close it, even with a clerk's role; somebody else does, and the problem is struck off."""
    world.installation.to_day(65)
    secretary, clerk = world.secretary(cast.NURSING), world.clerk
    _make_clerk(clerk, secretary.name)
    secretary.home()
    secretary.menu("整改任务")
    expect(secretary.bar).to_contain_text("由没有经手的经办人复核")
    secretary.link("印发发展党员谈话记录规范")
    secretary.sees("12份记录全部补齐")
    expect(secretary.bar).to_contain_text("等组织部门复核")
    expect(secretary.main.get_by_role("button", name="通过，销号")).to_have_count(0)
    clerk.home()
    clerk.menu("整改任务")
    clerk.next("复核1项任务")
    clerk.sees("12份记录全部补齐")
    proof = clerk.download(clerk.main.get_by_role("link", name="谈话记录补齐情况表"), world.files)
    assert proof.read_bytes() == _proof(world.files).read_bytes()
    clerk.fill(复核意见="看了规范和12份记录，属实。")
    clerk.button("通过，销号")
    expect(clerk.bar).to_contain_text("已经销号")
    clerk.menu("问题清单")
    row = clerk.main.locator("tbody tr", has_text=CLAIMED)
    expect(row).to_contain_text("已销号")


def _make_clerk(clerk: Person, name: str) -> None:
    clerk.menu("账号和角色")
    clerk.link(name)
    clerk.main.get_by_role("radio", name="经办人").check()
    clerk.button("加上角色")


def _proof(folder: Path) -> Path:
    place = folder / "补齐情况.xlsx"
    if not place.exists():
        book = Workbook()
        book.worksheets[0].append(["应有", "补齐"])
        book.worksheets[0].append([12, 12])
        book.save(place)
    return place
