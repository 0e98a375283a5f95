"""The sheet 人员: which row is which person."""

from pingyi.organisations.domain.imports.known import KnownPerson
from tests.organisations.domain.imports.checking import (
    ORG,
    PEOPLE,
    POSTS,
    ROOT,
    changes,
    check,
    counts,
    register,
    remedies,
    told,
)


def test_a_staff_number_tells_the_person_and_the_rest_may_change() -> None:
    outcome = check({"人员": [PEOPLE, ["0012", "林晓晓", "法学院党总支"]]}, register())
    assert changes(outcome) == {
        "林晓晓": {
            "姓名": ("林晓", "林晓晓"),
            "所在组织": (f"{ROOT.name}/护理学院党委", f"{ROOT.name}/法学院党总支"),
        }
    }


def test_name_and_organisation_tell_where_there_is_no_number() -> None:
    outcome = check({"人员": [PEOPLE, ["", "王芳", "护理学院党委"], ["", "沈 青", ""]]}, register())
    assert counts(outcome) == {"人员": (0, 0, 2)}


def test_a_number_is_given_to_a_person_that_has_none() -> None:
    outcome = check({"人员": [PEOPLE, ["0030", "王芳", "护院党委"]]}, register())
    assert changes(outcome) == {"王芳": {"工号": ("空", "0030")}}


def test_another_number_is_another_person_of_the_same_name() -> None:
    outcome = check({"人员": [PEOPLE, ["0031", "林晓", "护理学院党委"]]}, register())
    assert counts(outcome) == {"人员": (1, 0, 0)}


def test_a_name_that_several_have_is_a_fault_that_lists_them() -> None:
    outcome = check({"人员": [PEOPLE, ["", "王芳", ""]]}, register())
    assert told(outcome) == [
        (
            "人员 第2行 B列（姓名）",
            (
                "“王芳”不止一位：王芳（没有工号，中共示例大学委员会/护理学院党委）、"
                "王芳（工号 0020，中共示例大学委员会/法学院党总支）"
            ),
        )
    ]


def test_the_same_person_twice_is_a_fault_of_the_second_row() -> None:
    rows = [["0040", "周宁", "D01"], ["0040", "周宁", "D02"], ["", "吴桐", "D01"], ["", "吴桐", "D01"]]
    assert told(check({"人员": [PEOPLE, *rows]}, register())) == [
        ("人员 第3行 A列（工号）", "和第2行是同一个人"),
        ("人员 第5行 B列（姓名）", "和第4行是同一个人"),
    ]


def test_a_person_may_belong_to_an_organisation_of_the_same_file() -> None:
    outcome = check(
        {"人员": [PEOPLE, ["1", "周宁", "新学院党委"]], "组织": [["名称", "类型"], ["新学院党委", "党委"]]}
    )
    assert counts(outcome) == {"组织": (1, 0, 0), "人员": (1, 0, 0)}
    assert outcome.plan.drafts.people[0].organisation is outcome.plan.drafts.organisations[0]


def test_zeros_that_a_spreadsheet_ate_are_told() -> None:
    outcome = check({"人员": [PEOPLE, [12, "林晓", "护理学院党委"]]}, register())
    assert told(outcome) == [("人员 第2行 A列（工号）", "工号 12 前面的 0 被表格软件吃掉了，应当是 0012")]


def test_a_person_needs_a_name_and_an_organisation_that_exists() -> None:
    outcome = check({"人员": [PEOPLE, ["1", "", "D01"], ["2", "周宁", "没有的学院"]]}, register())
    assert told(outcome) == [
        ("人员 第2行 B列（姓名）", "没有写姓名"),
        ("人员 第3行 C列（所在组织）", "没有找到组织“没有的学院”"),
    ]
    assert "新组织要写在“组织”表里" in remedies(outcome)[1]


def test_the_word_clears_the_organisation() -> None:
    outcome = check({"人员": [PEOPLE, ["0012", "林晓", "清空"]]}, register())
    assert changes(outcome) == {"林晓": {"所在组织": (f"{ROOT.name}/护理学院党委", "空")}}


def test_many_unknown_organisations_are_told_without_a_search_for_each() -> None:
    rows = [[str(number), "周宁", f"没有的学院{number}"] for number in range(60)]
    assert check({"人员": [PEOPLE, *rows]}, register()).faults.total == 60


def test_a_formula_instead_of_a_number_is_told_wherever_people_are_named() -> None:
    outcome = check({"代表委员": [["工号", "姓名", "类别"], ["=A1", "林晓", "人大代表"]]}, register())
    assert told(outcome) == [("代表委员 第2行 A列（工号）", "单元格里是公式")]


def test_a_person_without_number_and_organisation_is_found_again() -> None:
    rows = [PEOPLE, ["", "周宁", ""]]
    first = check({"人员": rows}, register())
    known = register(
        people=[*register().people, KnownPerson(9, "周宁", "", None), KnownPerson(10, "周宁", "0077", 2)]
    )
    assert counts(first) == {"人员": (1, 0, 0)}
    assert counts(check({"人员": rows}, known)) == {"人员": (0, 0, 1)}


def test_what_hangs_on_a_row_with_a_fault_is_sent_to_that_row_and_not_told_that_it_is_missing() -> None:
    outcome = check(
        {
            "组织": [
                ORG,
                ["D01", "机械学院党委", "不存在的党委", "党委"],
                ["D0101", "第一支部", "D01", "党支部"],
            ],
            "人员": [PEOPLE, ["10001", "唐晓", "D01"]],
            "任职": [POSTS, ["10001", "唐晓", "D01", "党委书记", "2024-03-01", ""]],
        }
    )
    assert told(outcome) == [
        ("组织 第2行 C列（上级）", "没有找到组织“不存在的党委”"),
        ("组织 第3行 C列（上级）", "“D01”写在“组织”表第2行，那一行还有错"),
        ("人员 第2行 C列（所在组织）", "“D01”写在“组织”表第2行，那一行还有错"),
        ("任职 第2行 C列（组织）", "“D01”写在“组织”表第2行，那一行还有错"),
        ("任职 第2行 A列（工号）", "工号 10001 的人写在“人员”表第2行，那一行还有错"),
    ]
    assert remedies(outcome)[1:] == [*["先改好“组织”表第2行"] * 3, "先改好“人员”表第2行"]


def test_a_person_named_without_number_is_looked_for_on_faulty_rows_too() -> None:
    outcome = check(
        {
            "人员": [PEOPLE, ["", "唐晓", "没有的单位"]],
            "任职": [POSTS, ["", "唐晓", "护理学院党委", "党委书记", "2024-03-01", ""]],
        },
        register(),
    )
    assert ("任职 第2行 B列（姓名）", "“唐晓”写在“人员”表第2行，那一行还有错") in told(outcome)
