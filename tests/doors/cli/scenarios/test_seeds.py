"""The reference reviews against what the two reports tell (seeds: numbers, roles, named organisations)."""

from pingyi.doors.cli.scenarios import SCENARIOS

A, B = SCENARIOS["seed-a"], SCENARIOS["seed-b"]


def test_review_a_has_nine_on_site_and_says_that_eleven_in_writing_are_assumed() -> None:
    assert (len(A.on_site), len(A.written), len(A.classes)) == (9, 11, 5)
    assert any("11位" in line and "没有写" in line for line in A.assumptions)


def test_review_a_is_chaired_by_the_president_and_commented_on_by_the_secretary() -> None:
    assert (A.chair_title, A.commentator_title, A.is_one_person) == ("党委副书记、校长", "党委书记", False)
    assert [one.level for one in A.requirements] == ["all", "all", "all"]


def test_review_a_asks_the_five_kinds_of_people_who_were_there() -> None:
    assert [one.name for one in A.classes] == [
        "党委委员",
        "直属党组织书记",
        "党务部门负责人",
        "“两代表一委员”",
        "党员教师代表",
    ]


def test_review_b_puts_the_seven_named_organisations_on_site_and_27_in_writing() -> None:
    assert [unit.name for unit in B.on_site] == [
        "护理学院党委",
        "医学工程技术学院党委",
        "马克思主义学院党总支",
        "研究生学院党总支",
        "第五附属医院党委",
        "第七附属医院党委",
        "保卫处派出所党总支",
    ]
    assert {unit.dual_names for unit in B.on_site if unit.unit_kind == "附属医院"} == {
        "第五临床医学院党委",
        "第七临床医学院党委",
    }
    assert (len(B.written), len(B.classes)) == (27, 8)


def test_review_b_has_one_person_for_both_and_speaks_to_hospitals_colleges_and_branches() -> None:
    assert B.is_one_person
    assert [one.level for one in B.requirements] == ["hospital", "college", "branch"]
    parts = [one.name for one in B.classes if one.selection_note and one.name.startswith("部分")]
    assert parts == ["部分学校第二次党代会代表"]


def test_organisations_of_a_review_are_told_apart_by_name() -> None:
    for scenario in (A, B):
        names = [unit.name for unit in scenario.units]
        assert len(set(names)) == len(names)
