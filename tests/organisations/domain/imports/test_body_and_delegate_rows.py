"""The sheets 组成机构 and 代表委员, and the outcome as a whole."""

import pytest

from pingyi.organisations.domain.numerals import number_of
from tests.organisations.domain.imports.checking import changes, check, counts, register, told

BODIES = ["机构", "所属组织", "类型", "成员工号", "成员姓名", "排序", "身份"]
DELEGATES = ["工号", "姓名", "类别", "层级", "第几次"]


def test_a_body_is_made_with_its_members_from_several_rows() -> None:
    rows = [
        ["校党委常委会", "U", "常委会", "0012", "林晓", "1", "书记"],
        ["校党委常委会", "U", "", "0013", "", "2", ""],
        ["空的小组", "U", "领导小组", "", "", "", ""],
    ]
    outcome = check({"组成机构": [BODIES, *rows]}, register())
    assert counts(outcome) == {"机构": (2, 0, 0), "机构成员": (2, 0, 0)}
    assert [(one.body.kind, one.person.name, one.order) for one in outcome.plan.drafts.members] == [
        ("standing_committee", "林晓", 1),
        ("standing_committee", "沈青", 2),
    ]


def test_known_members_change_and_new_ones_come_but_nobody_is_thrown_out() -> None:
    rows = [
        ["党建工作领导小组", "U", "", "0012", "", "2", "副组长"],
        ["党建工作 领导小组", "U", "", "0013", "", "", ""],
    ]
    outcome = check({"机构": [BODIES, *rows]}, register())
    assert changes(outcome) == {"党建工作领导小组 林晓": {"身份": ("组长", "副组长"), "排序": ("1", "2")}}
    assert counts(outcome) == {"机构": (0, 0, 1), "机构成员": (1, 1, 0)}


def test_namesakes_in_a_body_are_told_apart_by_their_organisation() -> None:
    head = [*BODIES, "成员所在组织"]
    row = ["党建工作领导小组", "U", "", "", "王芳", "", "", "法学院党总支"]
    members = check({"组成机构": [head, row]}, register()).plan.drafts.members
    assert [one.person.staff_number for one in members] == ["0020"]


def test_faults_of_bodies_are_told() -> None:
    rows = [
        ["新小组", "U", "", "0012", "", "", ""],
        ["", "U", "领导小组", "0012", "", "", ""],
        ["另一小组", "", "领导小组", "0012", "", "", ""],
        ["党建工作领导小组", "U", "常委会", "0012", "", "", ""],
        ["党建工作领导小组", "U", "领导小组", "0012", "", "", ""],
        ["党建工作领导小组", "U", "", "0099", "", "", ""],
    ]
    assert told(check({"组成机构": [BODIES, *rows]}, register())) == [
        ("组成机构 第2行 C列（类型）", "新机构“新小组”没有写类型"),
        ("组成机构 第3行 A列（机构）", "没有写机构"),
        ("组成机构 第4行 B列（所属组织）", "没有写所属组织"),
        ("组成机构 第6行 C列（类型）", "同一个机构的类型和第5行不一样"),
        ("组成机构 第6行 E列（成员姓名）", "林晓在第5行已经写过"),
        ("组成机构 第7行 D列（成员工号）", "没有工号是 0099 的人"),
    ]


@pytest.mark.parametrize("number", ["2", 2, "第二次", "第2次", "二", "第二届"])
def test_a_delegation_is_the_same_however_its_number_is_written(number: object) -> None:
    outcome = check({"代表委员": [DELEGATES, ["0013", "沈青", "党代会代表", "学校", number]]}, register())
    assert counts(outcome) == {"代表委员": (0, 0, 1)}


def test_other_delegations_are_new() -> None:
    rows = [
        ["0013", "", "党代会代表", "学校", "3"],
        ["0013", "", "人大代表", "区", ""],
        ["", "林晓", "政协", "市", "十四"],
    ]
    outcome = check({"代表委员": [DELEGATES, *rows]}, register())
    assert counts(outcome) == {"代表委员": (3, 0, 0)}
    assert [one.congress_number for one in outcome.plan.drafts.delegates] == [3, 0, 14]


def test_faults_of_delegates_are_told() -> None:
    rows = [
        ["0013", "", "", "学校", "2"],
        ["0013", "", "团代表", "学校", "2"],
        ["0013", "", "人大代表", "区", "好多次"],
        ["0013", "", "人大代表", "区", "十十"],
        ["", "谁也不是", "人大代表", "区", ""],
        ["0012", "", "人大代表", "区", ""],
        ["0012", "", "人大代表", "区", ""],
    ]
    assert told(check({"代表委员": [DELEGATES, *rows]}, register())) == [
        ("代表委员 第2行 C列（类别）", "没有写类别"),
        ("代表委员 第3行 C列（类别）", "“团代表”不在可选的范围里"),
        ("代表委员 第4行 E列（第几次）", "“好多次”看不出是第几次"),
        ("代表委员 第5行 E列（第几次）", "“十十”看不出是第几次"),
        ("代表委员 第6行 B列（姓名）", "没有找到“谁也不是”"),
        ("代表委员 第8行 B列（姓名）", "和第7行重复"),
    ]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        ("九", 9),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("二十三", 23),
        ("二三", None),
        ("二三十", None),
    ],
)
def test_chinese_numbers(text: str, number: int | None) -> None:
    assert number_of(text) == number


def test_headings_alone_are_no_fault_but_a_remark() -> None:
    outcome = check({"代表委员": [DELEGATES]})
    assert (told(outcome), outcome.remarks, outcome.plan.is_empty) == ([], ["表里只有表头，没有内容。"], True)


def test_with_a_fault_there_is_nothing_to_write() -> None:
    rows = [["0013", "", "人大代表", "区", ""], ["0099", "", "人大代表", "区", ""]]
    outcome = check({"代表委员": [DELEGATES, *rows]}, register())
    assert (len(outcome.faults.kept), outcome.plan.is_empty, outcome.plan.drafts.delegates) == (1, True, [])


def test_the_fingerprint_follows_what_would_be_written() -> None:
    head, row = ["工号", "姓名", "所在组织"], ["0012", "林晓晓", "D01"]
    same = [check({"人员": [head, row]}, register()).plan.fingerprint for _ in range(2)]
    other = check({"人员": [head, ["0012", "林小晓", "D01"]]}, register()).plan.fingerprint
    assert (same[0] == same[1], same[0] == other) == (True, False)
