"""Which organisations of a package are ours, and which of its problems next year has to take up."""

from typing import Any

import pytest

from pingyi.archives.domain.matching import Unreadable, homeless, homes, open_problems


def row(**changed: Any) -> dict[str, Any]:
    return {
        "id": 5,
        "year": 2024,
        "number": 3,
        "organisation": "文学院党委",
        "organisation_code": "",
        "text": "组织生活不正常。",
        "state": "claimed",
        "tags": ["weak_link", 3],
        **changed,
    }


def test_what_was_not_settled_is_open() -> None:
    rows = [row(), row(id=6, state="closed"), row(id=7, state="withdrawn"), row(id=8, state="reopened")]
    found = open_problems(rows)
    assert [one.origin_id for one in found] == [5, 8]
    assert (found[0].year, found[0].number, found[0].tags) == (2024, 3, ("weak_link",))


@pytest.mark.parametrize(
    "changed",
    [
        {"text": " "},
        {"id": True},
        {"id": 0},
        {"year": "2024"},
        {"organisation": None},
        {"tags": "x"},
        {"state": 1},
        {"id": 2**63},
        {"text": "组织\0生活"},
        {"organisation": "\ud800"},
    ],
)
def test_a_row_that_no_such_row_is_like_is_named(changed: dict[str, Any]) -> None:
    with pytest.raises(Unreadable, match="第2个问题读不懂"):
        open_problems([row(), row(id=6) | changed])


def test_a_problem_that_stands_twice_is_named() -> None:
    with pytest.raises(Unreadable, match="列了两次"):
        open_problems([row(), row()])


def test_the_code_goes_before_the_name_and_who_has_no_home_is_named_once() -> None:
    problems = open_problems(
        [
            row(organisation_code="07"),
            row(id=6, organisation="理学院党委", organisation_code="99"),
            row(id=7, organisation="图书馆", organisation_code=""),
            row(id=8, organisation="图书馆", organisation_code=""),
        ]
    )
    found = homes(problems, {"文学院党委": 1, "理学院党委": 2}, {"07": 70})
    assert found == {"文学院党委": 70, "理学院党委": 2}
    assert homeless(problems, found) == ["图书馆"]
