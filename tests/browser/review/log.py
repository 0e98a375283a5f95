"""办事记录: what the office has written down of the review, and that it is whole."""

from tests.browser.review.world import World

STORY = (
    ("建立了本单位的系统", ""),
    ("导入了名单", "林经办"),
    ("开了一轮评议", "林经办"),
    ("安排了会议", "林经办"),
    ("封存了方案", "林经办"),
    ("交了述职报告", "叶知秋"),
    ("退回了述职报告", "林经办"),
    ("交了述职报告", "叶知秋"),
    ("通过了述职报告", "林经办"),
    ("印了票条", "林经办"),
    ("打开了会场", "林经办"),
    ("记完了一位的点评", "林经办"),
    ("记了讲话", "林经办"),
    ("开了箱", "秦监票"),
    ("关了箱", "秦监票"),
    ("清点了票数", "许计票"),
    ("复点了票数", "秦监票"),
    ("计了票", "许计票"),
    ("散了会", "林经办"),
    ("算了分，留了底", "周明远"),
    ("记了会议定的等次", "周明远"),
    ("发出了反馈意见", "林经办"),
    ("认领了问题", "叶知秋"),
    ("说明了问题为什么不是本单位的", "叶知秋"),
    ("定了单位的说明成立不成立", "林经办"),
    ("列了整改任务", "叶知秋"),
    ("交了佐证", "叶知秋"),
    ("报了整改任务完成", "叶知秋"),
    ("复核了整改任务，销号", "林经办"),
    ("给问题销了号", "林经办"),
)


def read_log(world: World) -> None:
    """The whole story stands there in its order, nothing of the ballot does, and no line is missing."""
    clerk = world.clerk
    clerk.menu("办事记录")
    told = list(zip(clerk.column(4), clerk.column(3), strict=True))
    while (older := clerk.main.get_by_role("link", name="更早的50条")).count():
        clerk.click(older)
        told += zip(clerk.column(4), clerk.column(3), strict=True)
    told.reverse()
    rest = iter(told)
    missing = [line for line in STORY if not any(what == line[0] and line[1] in who for what, who in rest)]
    assert not missing, told
    acts = [what for what, _ in told]
    assert acts.index("关了箱") == acts.index("开了箱") + 1  # twelve people voted in between
    clerk.button("核对记录是否完整")
    clerk.is_told(f"核对了{len(told)}条，一条不少，没有改动过")
