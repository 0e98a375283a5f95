"""The sheet 任职: posts, acting deputies, one secretary at a time."""

from datetime import date

import pytest

from pingyi.organisations.domain.imports.known import KnownPost
from tests.organisations.domain.imports.checking import (
    POSTS,
    SECRETARY,
    changes,
    check,
    counts,
    register,
    told,
)

PLACE = "任职 第2行"


def test_a_post_is_read_with_its_kind_from_its_words() -> None:
    outcome = check({"任职": [POSTS, ["0013", "沈青", "D02", "党总支书记、院长", "2024.3", ""]]}, register())
    post = outcome.plan.drafts.posts[0]
    assert counts(outcome) == {"任职": (1, 0, 0)}
    assert (post.title, post.title_text, post.is_acting, post.started_on) == (
        "secretary",
        "党总支书记、院长",
        False,
        date(2024, 3, 1),
    )


def test_the_words_may_say_that_a_deputy_runs_the_organisation() -> None:
    outcome = check(
        {"任职": [POSTS, ["0013", "", "D02", "副书记（主持工作）", "2024-03-01", "至今"]]}, register()
    )
    assert [(post.title, post.is_acting) for post in outcome.plan.drafts.posts] == [
        ("deputy_secretary", True)
    ]


def test_kind_and_acting_may_be_said_in_columns_of_their_own() -> None:
    head = [*POSTS, "职务类别", "是否主持工作", "分管", "任期届满"]
    row = ["0013", "沈青", "D02", "纪检员", "2024-03-01", "", "委员", "是", "纪检", "2027-03-01"]
    post = check({"任职": [head, row]}, register()).plan.drafts.posts[0]
    assert (post.title, post.is_acting, post.portfolio, post.term_ends_on) == (
        "committee_member",
        True,
        "纪检",
        date(2027, 3, 1),
    )


def test_the_same_post_again_changes_nothing_and_an_end_is_a_change() -> None:
    rows = [["0012", "林晓", "D01", "党委书记", "2022-03-01", ""]]
    assert counts(check({"任职": [POSTS, *rows]}, register())) == {"任职": (0, 0, 1)}
    rows[0][-1] = "2025-06-30"
    assert changes(check({"任职": [POSTS, *rows]}, register())) == {
        "护理学院党委 党委书记 林晓": {"免职日期": ("空", "2025-06-30")}
    }


def test_other_words_for_a_post_that_starts_on_the_same_day_are_a_change_of_it() -> None:
    outcome = check(
        {"任职": [POSTS, ["0012", "林晓", "D01", "党委书记、院长", "2022-03-01", ""]]}, register()
    )
    assert changes(outcome) == {"护理学院党委 党委书记、院长 林晓": {"职务": ("党委书记", "党委书记、院长")}}


def test_a_kind_that_was_set_by_hand_stays() -> None:
    by_hand = KnownPost(9, 2, 3, "committee_member", "专员", False, "", date(2022, 3, 1), None, None)
    outcome = check(
        {"任职": [POSTS, ["0013", "", "D02", "专员", "2022-03-01", ""]]}, register(posts=[SECRETARY, by_hand])
    )
    assert counts(outcome) == {"任职": (0, 0, 1)}


def test_a_second_secretary_is_a_fault_that_names_the_first() -> None:
    outcome = check({"任职": [POSTS, ["0013", "沈青", "D01", "党委书记", "2025-01-01", ""]]}, register())
    assert told(outcome) == [
        (
            f"{PLACE} E列（任职日期）",
            "“护理学院党委”同一时间有两位书记：库里的林晓（2022-03-01起，没有免职日期）",
        )
    ]


def test_two_secretaries_in_the_file_are_a_fault_that_names_the_other_row() -> None:
    rows = [
        ["0013", "沈青", "D02", "书记", "2025-01-01", ""],
        ["0012", "林晓", "D02", "书记", "2020-01-01", "2025-01-02"],
    ]
    outcome = check({"任职": [POSTS, *rows]}, register())
    assert told(outcome) == [
        (
            f"{PLACE} E列（任职日期）",
            "“法学院党总支”同一时间有两位书记：第3行的林晓（2020-01-01起，到2025-01-02）",
        )
    ]


def test_a_successor_may_start_on_the_day_the_other_ends() -> None:
    rows = [
        ["0012", "林晓", "D01", "党委书记", "2022-03-01", "2025-06-30"],
        ["0013", "沈青", "D01", "党委书记", "2025-06-30", ""],
    ]
    assert counts(check({"任职": [POSTS, *rows]}, register())) == {"任职": (1, 1, 0)}


def test_an_acting_deputy_beside_a_secretary_is_no_fault() -> None:
    rows = [["0013", "沈青", "D01", "党委副书记（主持工作）", "2025-06-30", ""]]
    assert counts(check({"任职": [POSTS, *rows]}, register())) == {"任职": (1, 0, 0)}


def test_another_first_day_of_a_running_post_is_a_fault() -> None:
    outcome = check({"任职": [POSTS, ["0012", "林晓", "D01", "党委书记", "2022-03-02", ""]]}, register())
    assert told(outcome) == [
        (f"{PLACE} E列（任职日期）", "林晓的这个职务和库里的任职时间重叠（2022-03-01起，没有免职日期）")
    ]


def test_overlaps_that_are_there_already_and_untouched_do_not_stop_others() -> None:
    twice = KnownPost(2, 2, 2, "secretary", "党委书记", False, "", date(2023, 1, 1), None, None)
    known = register(posts=[SECRETARY, twice])
    assert counts(check({"任职": [POSTS, ["0013", "", "D02", "委员", "2024-01-01", ""]]}, known)) == {
        "任职": (1, 0, 0)
    }


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (["", "", "D01", "委员", "2024-01-01", ""], ("B列（姓名）", "没有写是谁")),
        (["0099", "周宁", "D01", "委员", "2024-01-01", ""], ("A列（工号）", "没有工号是 0099 的人")),
        (
            [12, "", "D01", "委员", "2024-01-01", ""],
            ("A列（工号）", "工号 12 前面的 0 被表格软件吃掉了，应当是 0012"),
        ),
        (
            ["0012", "沈青", "D01", "委员", "2024-01-01", ""],
            ("B列（姓名）", "工号 0012 是“林晓”，不是“沈青”"),
        ),
        (["", "周宁", "D01", "委员", "2024-01-01", ""], ("B列（姓名）", "没有找到“周宁”")),
        (["0012", "", "", "委员", "2024-01-01", ""], ("C列（组织）", "没有写组织")),
        (["0012", "", "D01", "", "2024-01-01", ""], ("D列（职务）", "没有写职务")),
        (["0012", "", "D01", "委员", "", ""], ("E列（任职日期）", "没有写任职日期")),
        (
            ["0012", "", "D01", "委员", "2024-01-01", "2023-01-01"],
            ("F列（免职日期）", "免职日期早于任职日期"),
        ),
    ],
)
def test_what_is_missing_or_wrong_is_told(row: list[object], fault: tuple[str, str]) -> None:
    outcome = check({"任职": [POSTS, row]}, register())
    assert told(outcome) == [(f"{PLACE} {fault[0]}", fault[1])]


def test_namesakes_are_told_apart_by_the_organisation_of_the_post() -> None:
    outcome = check({"任职": [POSTS, ["", "王芳", "D01", "委员", "2024-01-01", ""]]}, register())
    assert [post.person.known.id for post in outcome.plan.drafts.posts if post.person.known] == [3]


def test_namesakes_elsewhere_are_a_fault() -> None:
    outcome = check({"任职": [POSTS, ["", "王芳", "U", "委员", "2024-01-01", ""]]}, register())
    assert "“王芳”不止一位" in told(outcome)[0][1]


def test_the_same_post_twice_is_a_fault_of_the_second_row() -> None:
    rows = [["0013", "", "D02", "委员", "2024-01-01", ""]] * 2
    assert told(check({"任职": [POSTS, *rows]}, register())) == [
        ("任职 第3行 D列（职务）", "和第2行是同一个任职")
    ]


def test_a_formula_in_any_column_is_told_once() -> None:
    outcome = check({"任职": [POSTS, ["0013", "", "D02", "委员", "=TODAY()", ""]]}, register())
    assert told(outcome) == [(f"{PLACE} E列（任职日期）", "单元格里是公式")]


def test_a_changed_row_is_told_that_stands_before_an_untouched_secretary() -> None:
    """林晓 was to end in 2024, and 沈青 follows in the register; now the file takes the end away."""
    first = KnownPost(1, 1, 2, "secretary", "党委书记", False, "", date(2022, 3, 1), date(2024, 1, 1), None)
    second = KnownPost(2, 2, 2, "secretary", "党委书记", False, "", date(2024, 1, 1), None, None)
    rows = [["0012", "林晓", "D01", "党委书记", "2022-03-01", "清空"]]
    outcome = check({"任职": [POSTS, *rows]}, register(posts=[first, second]))
    assert told(outcome) == [
        (
            f"{PLACE} E列（任职日期）",
            "“护理学院党委”同一时间有两位书记：库里的沈青（2024-01-01起，没有免职日期）",
        )
    ]


def test_a_post_without_words_is_called_by_its_kind() -> None:
    bare = KnownPost(1, 1, 2, "secretary", "", False, "", date(2022, 3, 1), None, None)
    outcome = check({"任职": [POSTS, ["0012", "", "D01", "书记", "2022-03-01", ""]]}, register(posts=[bare]))
    assert counts(outcome) == {"任职": (0, 0, 1)}


def test_cleared_words_of_a_post() -> None:
    held = KnownPost(
        1, 1, 2, "secretary", "党委书记", False, "组织", date(2022, 3, 1), None, date(2027, 3, 1)
    )
    head = [*POSTS, "分管", "任期届满"]
    row = ["0012", "", "D01", "党委书记", "2022-03-01", "", "清空", "清空"]
    assert changes(check({"任职": [head, row]}, register(posts=[held]))) == {
        "护理学院党委 党委书记 林晓": {"分管": ("组织", "空"), "任期届满": ("2027-03-01", "空")}
    }
