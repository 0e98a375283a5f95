"""Names, titles and the tree: small rules on words and parents."""

import pytest

from pingyi.organisations import phrases
from pingyi.organisations.domain.names import (
    holds_stroke,
    join_names,
    match_key,
    path_key,
    pinyin_order,
    sibling_order,
    split_names,
)
from pingyi.organisations.domain.titles import says_acting, title_of
from pingyi.organisations.domain.tree import circles, in_tree_order, is_below, paths_below


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("党委书记", "secretary"),
        ("党委书记、院长", "secretary"),
        ("院长、党总支书记", "secretary"),
        ("党委副书记、校长", "deputy_secretary"),
        ("党委副书记、纪委书记", "deputy_secretary"),
        ("党委委员、纪委书记", "committee_member"),
        ("团委书记", "other"),
        ("党委书记助理", "other"),
        ("院长", "principal"),
        ("副院长", "deputy_leader"),
        ("院长助理", "other"),
        ("党委常委", "committee_member"),
        ("工会委员会主席", "other"),
        ("专职组织员", "full_time_organiser"),
        ("组织人事科科长", "section_head"),
        ("副科长", "other"),
        ("组织部部长", "department_head"),
        ("副处长", "other"),
        ("科室负责人", "section_head"),
        ("处负责人", "department_head"),
        ("教授", "other"),
    ],
)
def test_the_kind_of_a_post_is_read_from_its_words(text: str, title: str) -> None:
    assert title_of(text) == title


@pytest.mark.parametrize(
    ("text", "is_acting"),
    [
        ("副书记（主持工作）", True),
        ("主持党委全面工作", False),
        ("副书记，主持党委工作", True),
        ("党委书记", False),
    ],
)
def test_acting_is_read_from_the_words(text: str, is_acting: bool) -> None:
    assert says_acting(text) is is_acting


def test_names_are_compared_without_width_case_and_spaces() -> None:
    assert match_key("第五附属医院（第五临床医学院） ＡＢ") == match_key("第五附属医院(第五临床医学院)ab")
    assert path_key("学校 / 学院／支部") == path_key("学校/学院/支部")
    assert (holds_stroke("甲／乙"), holds_stroke("甲乙")) == (True, False)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("校办、学校办公室,校 办", ["校办", "学校办公室"]),
        ("机关、后勤党总支；后勤总支", ["机关、后勤党总支", "后勤总支"]),
        ("机关、后勤党总支；", ["机关、后勤党总支"]),
        ("", []),
    ],
)
def test_lists_of_names_are_taken_apart(text: str, names: list[str]) -> None:
    assert split_names(text) == names


@pytest.mark.parametrize("names", [[], ["甲"], ["甲", "乙"], ["甲、乙"], ["甲、乙", "丙"]])
def test_joined_names_come_apart_as_they_were(names: list[str]) -> None:
    assert split_names(join_names(names)) == names


def test_siblings_stand_by_order_then_code_then_sound() -> None:
    keys = [(0, "", "张"), (0, "", "安"), (2, "", "乙"), (0, "B", "甲"), (1, "", "丙"), (0, "A", "丁")]
    ordered = sorted(keys, key=lambda one: sibling_order(*one))
    assert [name for _, _, name in ordered] == ["丙", "乙", "丁", "甲", "安", "张"]
    assert sorted("张李安王", key=pinyin_order) == ["安", "李", "王", "张"]
    branches = ["第十党支部", "第二党支部", "第12党支部", "第一党支部", "第一一党支部"]
    assert sorted(branches, key=pinyin_order) == [
        "第一党支部",
        "第二党支部",
        "第十党支部",
        "第12党支部",
        "第一一党支部",
    ]


PARENTS = {1: None, 2: 1, 3: 2, 4: 9}


def test_above_and_below() -> None:
    assert [
        is_below(3, 1, PARENTS),
        is_below(3, 3, PARENTS),
        is_below(1, 3, PARENTS),
        is_below(4, 1, PARENTS),
    ] == [
        True,
        True,
        False,
        False,
    ]
    assert is_below(1, 9, {1: 2, 2: 1}) is False


def test_circles_are_found_and_nothing_else() -> None:
    assert circles(PARENTS) == []
    assert sorted(circles({1: 2, 2: 3, 3: 1, 4: 1, 5: None, 6: 6})) == [1, 2, 3, 6]


def test_paths_below_follow() -> None:
    assert paths_below("新", "旧", ["旧/甲", "旧/甲/旧"]) == {"旧/甲": "新/甲", "旧/甲/旧": "新/甲/旧"}


def test_children_stand_below_their_parents_with_their_depth() -> None:
    nodes = [(3, 2), (1, None), (2, 1), (5, 99), (4, 1)]
    listed = in_tree_order(nodes, key=lambda one: one[0], parent=lambda one: one[1], order=lambda one: one[0])
    assert [(node[0], depth) for node, depth in listed] == [(1, 0), (2, 1), (3, 2), (4, 1), (5, 0)]


def test_every_value_of_an_enum_has_its_word() -> None:
    from pingyi.organisations.models import Body, Delegate, Organisation, Post, RoleAssignment

    for words, values in (
        (phrases.ORGANISATION_KINDS, Organisation.Kind.values),
        (phrases.UNIT_KINDS, Organisation.UnitKind.values),
        (phrases.POST_TITLES, Post.Title.values),
        (phrases.BODY_KINDS, Body.Kind.values),
        (phrases.DELEGATE_KINDS, Delegate.Kind.values),
        (phrases.ROLES, RoleAssignment.Role.values),
        (phrases.ROLE_DUTIES, RoleAssignment.Role.values),
    ):
        assert list(words) == list(values)
