"""Times in post and who answers for a year."""

from datetime import date

import pytest

from pingyi.organisations.domain.secretaries import secretary_of_year
from pingyi.organisations.domain.terms import Term, overlap, overlapping_secretaries


def term(
    person: int, start: str, end: str | None = None, title: str = "secretary", is_acting: bool = False
) -> Term:
    ended_on = date.fromisoformat(end) if end else None
    return Term(None, person, f"第{person}位", 1, title, "", is_acting, date.fromisoformat(start), ended_on)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (term(1, "2020-01-01", "2021-01-01"), term(2, "2021-01-01"), False),
        (term(1, "2020-01-01", "2021-01-02"), term(2, "2021-01-01"), True),
        (term(1, "2020-01-01"), term(2, "2030-01-01"), True),
        (term(1, "2020-01-01", "2020-01-01"), term(2, "2019-01-01"), False),
    ],
)
def test_posts_overlap_when_they_share_a_day(one: Term, other: Term, expected: bool) -> None:
    assert (overlap(one, other), overlap(other, one)) == (expected, expected)


def test_only_secretaries_in_their_own_right_stand_in_each_others_way() -> None:
    first, second = term(1, "2020-01-01"), term(2, "2022-01-01")
    acting = term(3, "2021-01-01", is_acting=True)
    deputy = term(4, "2021-01-01", title="deputy_secretary")
    assert overlapping_secretaries([second, acting, first, deputy]) == [(first, second)]


def test_the_secretary_at_the_end_of_the_year_reports() -> None:
    before, after = term(1, "2020-01-01", "2025-06-30"), term(2, "2025-06-30")
    found = secretary_of_year([after, before], 2025)
    assert found is not None
    assert (found.term.person_id, found.is_acting, found.has_changed) == (2, False, True)
    assert [earlier.person_id for earlier in found.earlier] == [1]


def test_without_a_change_nobody_came_before() -> None:
    found = secretary_of_year([term(1, "2020-01-01", "2024-12-31"), term(2, "2024-12-31")], 2025)
    assert found is not None
    assert (found.term.person_id, found.earlier) == (2, ())


def test_an_acting_deputy_reports_where_there_is_no_secretary() -> None:
    gone = term(1, "2020-01-01", "2025-09-01")
    acting = term(2, "2025-09-01", title="deputy_secretary", is_acting=True)
    found = secretary_of_year([gone, acting], 2025)
    assert found is not None
    assert (found.term.person_id, found.is_acting, [one.person_id for one in found.earlier]) == (2, True, [1])


def test_a_secretary_goes_before_an_acting_deputy() -> None:
    acting = term(2, "2025-03-01", title="deputy_secretary", is_acting=True)
    found = secretary_of_year([acting, term(1, "2025-01-01")], 2025)
    assert found is not None
    assert (found.term.person_id, found.earlier) == (1, ())


def test_a_deputy_who_became_secretary_is_no_change() -> None:
    terms = [term(1, "2025-01-01", "2025-05-01", "deputy_secretary", True), term(1, "2025-05-01")]
    found = secretary_of_year(terms, 2025)
    assert found is not None
    assert (found.is_acting, found.has_changed) == (False, False)


@pytest.mark.parametrize(
    "terms",
    [
        [],
        [term(1, "2020-01-01", "2025-12-31")],
        [term(1, "2026-01-01")],
        [term(1, "2020-01-01", title="deputy_secretary")],
    ],
)
def test_a_vacant_place_is_vacant(terms: list[Term]) -> None:
    assert secretary_of_year(terms, 2025) is None
