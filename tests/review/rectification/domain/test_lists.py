"""The three lists read the same facts."""

from datetime import date

from pingyi.review.rectification.domain.lists import COLUMNS, Line, ListKind, cells_of, lines_of

BARE = Line("2025-002", "附属医院党委", "换届逾期。", "督查检查", "等认领", problem_id=2)
FIRST = Line(
    "2025-001",
    "护理学院党委",
    "组织生活不正常。",
    "点评",
    "整改中",
    problem_id=1,
    task_id=11,
    tags=("重点问题",),
    cause="支部书记空缺。",
    sequence=1,
    measures=("补选。", "开会。"),
    responsible="林一",
    department="党委办公室",
    starts_on=date(2026, 1, 16),
    due_on=date(2026, 6, 30),
    plan="计划已批准",
    progress="在办",
    evidence=("大会记录",),
    times_reopened=1,
)
SECOND = Line("2025-001", "护理学院党委", "组织生活不正常。", "点评", "整改中", problem_id=1, task_id=12)
ALL = (FIRST, SECOND, BARE)


def test_a_problem_stands_once_and_each_task_on_its_own_lists() -> None:
    assert lines_of(ListKind.PROBLEMS, ALL) == (FIRST, BARE)
    assert lines_of(ListKind.RESPONSIBILITY, ALL) == (FIRST, SECOND)
    assert lines_of(ListKind.TASKS, ALL) == (FIRST, SECOND)


def test_each_list_shows_its_own_of_the_facts() -> None:
    assert cells_of(ListKind.PROBLEMS, FIRST)[2:] == (
        "组织生活不正常。",
        "点评、重点问题",
        "支部书记空缺。",
        "整改中",
    )
    assert cells_of(ListKind.RESPONSIBILITY, FIRST)[3:] == (
        "林一",
        "党委办公室",
        date(2026, 1, 16),
        date(2026, 6, 30),
        "计划已批准",
    )
    tasks = cells_of(ListKind.TASKS, FIRST)
    assert tasks[2] == "1. 补选。\n2. 开会。"
    assert tasks[5:7] == ("在办；重新打开过1次", "大会记录")
    assert all(len(cells_of(kind, BARE)) == len(COLUMNS[kind]) for kind in ListKind)
