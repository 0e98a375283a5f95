import pytest

from pingyi.review.meetings.domain.initials import initials_of, is_found


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("白鹿鸣", "blm"),
        ("顾言蹊", "gy?"),
        ("单小梅", "sxm"),
        ("小单", "xd"),
        ("林Li2", "lli2"),
        ("艾·山", "a?s"),
        ("龘", "?"),
    ],
)
def test_a_name_has_the_first_letters_of_its_sounds(name: str, letters: str) -> None:
    assert initials_of(name) == letters


@pytest.mark.parametrize("wish", ["顾", "言蹊", "gy", "GYX", "gyq", " g y ", "t00", ""])
def test_a_voter_is_found_by_name_letters_or_number(wish: str) -> None:
    assert is_found("顾言蹊", "T0012", wish)


@pytest.mark.parametrize("wish", ["王", "gz", "0012", "gyxx", "顾王", "gy1", "gy王"])
def test_other_wishes_do_not_find_her(wish: str) -> None:
    assert not is_found("顾言蹊", "T0012", wish)


def test_somebody_without_a_number_is_found_by_name_only() -> None:
    assert is_found("白鹿鸣", "", "blm")
    assert not is_found("白鹿鸣", "", "t")
