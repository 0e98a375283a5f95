"""The sheet 组织: which row is which organisation, and what is wrong with it."""

from datetime import date

from pingyi.organisations.domain.imports.known import Known
from tests.organisations.domain.imports.checking import (
    ORG,
    changes,
    check,
    counts,
    organisation,
    register,
    remedies,
    told,
)

ROOT_ROW = ["U", "中共示例大学委员会", "", "党委"]


def test_a_new_tree_is_read_with_parents_above_or_below_their_children() -> None:
    outcome = check(
        {
            "组织": [
                ORG,
                ["", "第一党支部", "护理学院党委", "党支部"],
                ["D01", "护理学院党委", "中共示例大学委员会", "党委"],
                ROOT_ROW,
            ]
        }
    )
    assert counts(outcome) == {"组织": (3, 0, 0)}
    assert sorted(draft.path for draft in outcome.plan.drafts.organisations) == [
        "中共示例大学委员会",
        "中共示例大学委员会/护理学院党委",
        "中共示例大学委员会/护理学院党委/第一党支部",
    ]


def test_a_parent_may_be_named_by_code_path_alias_or_dual_name() -> None:
    rows = [
        ["", "甲支部", "D01", "党支部"],
        ["", "乙支部", "中共示例大学委员会 / 护理学院党委", "党支部"],
        ["", "丙支部", "护院党委", "党支部"],
        ["", "丁支部", "第五临床医学院党委", "党支部"],
    ]
    outcome = check({"组织": [ORG, *rows]}, register())
    assert [draft.path.split("/")[1] for draft in outcome.plan.drafts.organisations] == [
        "护理学院党委",
        "护理学院党委",
        "护理学院党委",
        "第五附属医院党委",
    ]


def test_a_known_code_renames_and_moves_and_takes_the_branches_along() -> None:
    outcome = check({"组织": [ORG, ["D01", "护理与健康学院党委", "D02", ""]]}, register())
    assert changes(outcome) == {
        "护理与健康学院党委": {
            "名称": ("护理学院党委", "护理与健康学院党委"),
            "上级": ("中共示例大学委员会", "中共示例大学委员会/法学院党总支"),
        }
    }
    assert [draft.path for draft in outcome.plan.drafts.moved_along] == [
        "中共示例大学委员会/法学院党总支/护理与健康学院党委/第一党支部"
    ]
    assert outcome.remarks == ["上级改名或移动，1 个下级组织的完整路径跟着变。"]


def test_without_a_code_the_place_in_the_tree_tells_or_an_alias_below_the_same_parent() -> None:
    rows = [
        ["", "第五临床医学院党委", "U", "党委"],
        ["", "护院党委", "", "党委"],
        ["", "第一党支部", "法学院党总支", "党支部"],
    ]
    assert counts(check({"组织": [ORG, *rows]}, register())) == {"组织": (0, 0, 3)}


def test_a_code_is_given_to_an_organisation_that_has_none() -> None:
    outcome = check({"组织": [ORG, ["D05", "第五附属医院党委", "U", "党委"]]}, register())
    assert changes(outcome) == {"第五附属医院党委": {"代码": ("空", "D05")}}


def test_another_code_for_a_known_place_is_a_fault() -> None:
    outcome = check({"组织": [ORG, ["D99", "法学院党总支", "U", "党总支"]]}, register())
    assert told(outcome) == [("组织 第2行 A列（代码）", "“法学院党总支”在库里的代码是 D02，表里是 D99")]


def test_the_same_name_below_another_parent_is_another_organisation() -> None:
    outcome = check({"组织": [ORG, ["", "第一党支部", "第五附属医院党委", "党支部"]]}, register())
    assert counts(outcome) == {"组织": (1, 0, 0)}


def test_a_name_that_several_have_is_a_fault_that_lists_them() -> None:
    outcome = check({"组织": [ORG, ["", "第一党支部", "", "党支部"]]}, register())
    assert told(outcome) == [
        (
            "组织 第2行 B列（名称）",
            "“第一党支部”不止一个：中共示例大学委员会/护理学院党委/第一党支部、中共示例大学委员会/法学院党总支/第一党支部",
        )
    ]


def test_an_ambiguous_parent_is_a_fault_that_lists_the_candidates_with_their_codes() -> None:
    known = Known(
        organisations=[
            root := organisation(1, "学校党委"),
            organisation(2, "机关党委", root, code="A1"),
            organisation(3, "后勤党委", root, code="A2", aliases=("机关党委",)),
        ]
    )
    outcome = check({"组织": [ORG, ["", "第一党支部", "机关党委", "党支部"]]}, known)
    assert told(outcome) == [
        ("组织 第2行 C列（上级）", "“机关党委”不止一个：学校党委/机关党委（A1）、学校党委/后勤党委（A2）")
    ]
    assert remedies(outcome) == ["改写代码，或写从最上级开始的完整路径"]


def test_a_standing_organisation_goes_before_a_dissolved_one_of_the_same_name() -> None:
    known = Known(
        organisations=[
            root := organisation(1, "学校党委"),
            organisation(2, "机关党委", root, dissolved_on=date(2020, 1, 1)),
            organisation(3, "后勤党委", root, aliases=("机关党委",)),
        ]
    )
    outcome = check({"组织": [ORG, ["", "第一党支部", "机关党委", "党支部"]]}, known)
    assert counts(outcome) == {"组织": (1, 0, 0)}
    assert outcome.plan.drafts.organisations[0].path == "学校党委/后勤党委/第一党支部"


def test_an_unknown_parent_gets_the_nearest_name_suggested() -> None:
    outcome = check({"组织": [ORG, ["", "甲支部", "护理学院", "党支部"]]}, register())
    assert told(outcome) == [("组织 第2行 C列（上级）", "没有找到组织“护理学院”")]
    assert "是不是“护理学院党委”？" in remedies(outcome)[0]


def test_a_code_that_is_written_twice_is_a_fault_of_the_second_row() -> None:
    outcome = check({"组织": [ORG, ROOT_ROW, ["U", "另一个", "", "党委"]]})
    assert told(outcome) == [("组织 第3行 A列（代码）", "代码 U 和第2行重复")]


def test_two_rows_for_one_organisation_are_a_fault() -> None:
    rows = [["D01", "护理学院党委", "U", "党委"], ["", "护院党委", "U", "党委"]]
    outcome = check({"组织": [ORG, *rows]}, register())
    assert told(outcome) == [("组织 第3行 B列（名称）", "和第2行是同一个组织")]


def test_the_same_name_twice_below_one_new_parent_is_a_fault() -> None:
    rows = [ROOT_ROW, ["", "第一党支部", "U", "党支部"], ["", "第一 党支部", "U", "党支部"]]
    assert told(check({"组织": [ORG, *rows]})) == [("组织 第4行 B列（名称）", "和第3行是同一个组织")]


def test_a_rename_onto_the_name_of_a_sibling_is_a_fault() -> None:
    outcome = check({"组织": [ORG, ["D01", "法学院党总支", "U", "党委"]]}, register())
    assert told(outcome) == [
        ("组织 第2行 B列（名称）", "同一个上级下面有两个“法学院党总支”，另一个是库里已有的（代码 D02）")
    ]


def test_two_organisations_may_exchange_their_names() -> None:
    rows = [["D01", "法学院党总支", "U", "党总支"], ["D02", "护理学院党委", "U", "党委"]]
    assert counts(check({"组织": [ORG, *rows]}, register())) == {"组织": (0, 2, 0)}


def test_new_organisations_that_hang_from_each_other_are_a_fault_that_shows_the_circle() -> None:
    rows = [["", "甲", "乙", "党委"], ["", "乙", "丙", "党委"], ["", "丙", "甲", "党委"]]
    outcome = check({"组织": [ORG, *rows]})
    assert told(outcome)[0] == ("组织 第4行 C列（上级）", "上级绕成了一圈：甲 → 乙 → 丙 → 甲")


def test_known_organisations_cannot_be_hung_below_themselves() -> None:
    known = register()
    outcome = check({"组织": [ORG, ["U", "中共示例大学委员会", "D01", "党委"]]}, known)
    assert ("组织 第2行 C列（上级）", "“中共示例大学委员会”的上级绕成了一圈") in told(outcome)
    outcome = check({"组织": [ORG, ["D01", "护理学院党委", "D01", "党委"]]}, known)
    assert told(outcome) == [("组织 第2行 C列（上级）", "上级是它自己")]


def test_a_chain_without_end_is_a_fault() -> None:
    rows = [["", f"支部{number}", f"支部{number + 1}", "党支部"] for number in range(60)]
    outcome = check({"组织": [ORG, *rows, ["", "支部60", "", "党委"]]})
    assert any("套得太深" in message or "层级超过" in message for _, message in told(outcome))


def test_a_new_organisation_needs_a_name_and_a_kind() -> None:
    rows = [
        ["X1", "", "U", "党委"],
        ["X2", "新学院党委", "U", ""],
        ["X3", "坏/名", "U", "党委"],
        ["X4", "好", "U", "党组"],
    ]
    outcome = check({"组织": [ORG, *rows]}, register())
    assert told(outcome) == [
        ("组织 第2行 B列（名称）", "没有写名称"),
        ("组织 第4行 B列（名称）", "名称“坏/名”里有“/”"),
        ("组织 第3行 D列（类型）", "新组织“新学院党委”没有写类型"),
        ("组织 第5行 D列（类型）", "“党组”不在可选的范围里"),
    ]


HEAD = [*ORG, "单位类别", "双名", "别名", "排序", "成立日期", "撤销日期"]


def test_empty_cells_keep_and_the_word_clears() -> None:
    row = ["D01", "护理学院党委", "", "", "", "", "清空", "3", "2004.9", ""]
    outcome = check({"组织": [HEAD, row]}, register())
    assert changes(outcome) == {
        "护理学院党委": {"别名": ("护院党委", "空"), "排序": ("空", "3"), "成立日期": ("空", "2004-09-01")}
    }


def test_names_in_another_order_or_width_are_no_change() -> None:
    known = Known(
        organisations=[
            organisation(1, "学校党委", code="U", dual_names=("甲", "乙"), aliases=("校党委", "学校（党委）"))
        ]
    )
    row = ["U", "学校党委", "", "党委", "", "乙、甲", "学校(党委)，校党委、学校党委", "", "", ""]
    assert counts(check({"组织": [HEAD, row]}, known)) == {"组织": (0, 0, 1)}


def test_dissolved_before_founded_is_a_fault() -> None:
    row = ["X", "甲党委", "", "党委", "学院", "", "", "", "2020-01-01", "2019-01-01"]
    assert told(check({"组织": [HEAD, row]})) == [("组织 第2行 J列（撤销日期）", "撤销日期早于成立日期")]


def test_a_numeric_code_keeps_its_digits() -> None:
    outcome = check({"组织": [ORG, [301, "甲党委", "", "党委"]]})
    assert [draft.code for draft in outcome.plan.drafts.organisations] == ["301"]


def test_a_known_code_may_be_hung_from_an_organisation_that_is_not_there() -> None:
    outcome = check({"组织": [ORG, ["D01", "护理学院党委", "没有的党委", "党委"]]}, register())
    assert told(outcome) == [("组织 第2行 C列（上级）", "没有找到组织“没有的党委”")]


def test_a_row_without_parent_means_the_root_where_a_branch_has_the_same_name() -> None:
    root = organisation(1, "第一党委")
    known = Known(organisations=[root, organisation(2, "第一党委", root)])
    assert counts(check({"组织": [ORG, ["", "第一党委", "", "党委"]]}, known)) == {"组织": (0, 0, 1)}


def test_numbers_are_cleared_by_the_word() -> None:
    known = Known(organisations=[organisation(1, "学校党委", code="U", order=3, founded_on=date(2004, 9, 1))])
    row = ["U", "学校党委", "", "", "", "", "", "清空", "清空", ""]
    assert changes(check({"组织": [HEAD, row]}, known)) == {
        "学校党委": {"排序": ("3", "空"), "成立日期": ("2004-09-01", "空")}
    }


def test_names_that_are_too_long_are_told() -> None:
    rows = [["X", "甲" * 121, "", "党委", "", "丙、" + "乙" * 121, "丁" * 121, "", "", ""]]
    assert told(check({"组织": [HEAD, *rows]})) == [
        ("组织 第2行 B列（名称）", f"“{'甲' * 20}…”太长，有121个字"),
        ("组织 第2行 F列（双名）", f"“{'乙' * 20}…”太长"),
        ("组织 第2行 G列（别名）", f"“{'丁' * 20}…”太长"),
    ]


def test_a_path_that_grows_too_long_is_told() -> None:
    rows = [
        ["", f"{number}" + "甲" * 110, f"{number - 1}" + "甲" * 110 if number else "", "党委"]
        for number in range(7)
    ]
    assert [message for _, message in told(check({"组织": [ORG, *rows]}))] == [
        "从最上级到这里的名称连起来太长"
    ] * 2


def test_a_tree_that_grows_too_deep_is_told() -> None:
    rows = [["", f"支部{number}", f"支部{number - 1}" if number else "", "党支部"] for number in range(22)]
    assert [message for _, message in told(check({"组织": [ORG, *rows]}))] == ["层级超过20层"] * 2


def test_an_alias_that_repeats_the_name_is_left_out() -> None:
    row = ["X", "甲党委", "", "党委", "", "甲院党委", "甲党委、甲院党委、老甲", "", "", ""]
    assert [draft.aliases for draft in check({"组织": [HEAD, row]}).plan.drafts.organisations] == [("老甲",)]


def test_branches_of_one_name_are_found_by_their_paths() -> None:
    root = organisation(1, "学校党委")
    colleges = [organisation(number, f"第{number}学院党委", root) for number in range(2, 22)]
    branches = [organisation(1000 + college.id, "第一党支部", college, kind="branch") for college in colleges]
    people = [[str(number), f"周宁{number}", branches[number % 20].path] for number in range(50)]
    outcome = check({"人员": [["工号", "姓名", "所在组织"], *people]}, Known([root, *colleges, *branches]))
    assert counts(outcome) == {"人员": (50, 0, 0)}


def test_a_new_organisation_is_found_by_its_path() -> None:
    rows = [["", "新学院党委", "U", "党委"], ["", "第一党支部", "中共示例大学委员会/新学院党委", "党支部"]]
    outcome = check(
        {
            "组织": [ORG, *rows],
            "人员": [["姓名", "所在组织"], ["周宁", "中共示例大学委员会/新学院党委/第一党支部"]],
        },
        register(),
    )
    assert counts(outcome) == {"组织": (2, 0, 0), "人员": (1, 0, 0)}


def test_a_name_that_a_code_gives_away_is_free_for_a_new_organisation() -> None:
    rows = [["D01", "健康学院党委", "U", "党委"], ["D09", "护理学院党委", "U", "党委"]]
    outcome = check({"组织": [ORG, *rows]}, register())
    assert counts(outcome) == {"组织": (1, 1, 0)}
