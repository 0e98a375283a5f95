"""From an empty installation to a register with accounts."""

from playwright.sync_api import expect

from tests.browser.people import Person
from tests.browser.review import cast
from tests.browser.review.world import World


def found(world: World) -> None:
    """Whoever runs the server founds the institution; its clerk signs in and changes the temporary password."""
    number, name = cast.CLERK
    world.temporary[number] = world.installation.found(
        *("--code", "example-university", "--name", "示例大学", "--clerk", number, "--clerk-name", name)
    )


def import_register(world: World) -> None:
    """Template, preview, confirmation."""
    clerk = world.clerk
    clerk.sees("还没有任何一轮评议")
    clerk.next("导入单位和书记")
    clerk.main_act()
    template = clerk.download(clerk.main.get_by_role("link", name="下载模板"), world.files)
    cast.fill_register(template)
    clerk.main.get_by_label("选一份 .xlsx").set_input_files(template)
    clerk.next("传上填好的表，先看会改什么")
    expect(clerk.bar).to_contain_text("看过没有问题，就把这")
    clerk.sees("这是预览，还什么都没有改")
    clerk.next("写进去")
    expect(clerk.bar).to_contain_text("导入好了")
    clerk.next("办事记录里有这一笔")
    for organisation in (cast.CONVENOR, cast.NURSING, cast.HOSPITAL, cast.LIBRARY):
        clerk.sees(organisation)


def open_accounts(world: World) -> None:
    """One by one for the roles, all secretaries at once; the passwords stand on the page once."""
    clerk = world.clerk
    clerk.home()
    clerk.next("给要办事的人开账号")
    for number, name, role in (
        (cast.FIRST.number, cast.FIRST.name, "领导"),
        (*cast.SCRUTINEER, "监票人"),
        (*cast.COUNTER, "计票人"),
    ):
        clerk.link("开一个账号")
        clerk.fill(工号=number, 姓名=name)
        clerk.main.get_by_role("radio", name=role).check()
        clerk.button("开账号")
        _read_sheet(world, clerk)
        clerk.link("账号和角色")
    clerk.next("给还没有账号的在任书记一次开好")
    _read_sheet(world, clerk)
    assert {one.number for one in cast.SECRETARIES} <= world.temporary.keys()


def _read_sheet(world: World, clerk: Person) -> None:
    clerk.sees("离开这一页就看不到了")
    world.temporary.update(zip(clerk.column(3), clerk.column(4), strict=True))
