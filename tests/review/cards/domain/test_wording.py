"""How clauses, months and sources are said on a card."""

from datetime import date

from pingyi.core.words import shown
from pingyi.review.cards.domain.clause import clause_around
from pingyi.review.cards.domain.days import months_words
from pingyi.review.cards.domain.said import Said


def test_a_clause_that_does_not_say_of_what_its_number_is_is_quoted_with_the_one_before() -> None:
    said = "今年很忙，支部党员大会按季召开，全年共60次，质量好。"
    assert clause_around(said, "60次", ("党员大会",)) == "支部党员大会按季召开，全年共60次"
    assert clause_around(said, "60次") == "全年共60次"
    assert clause_around(f"党员大会{'很' * 40}，共60次", "60次", ("党员大会",)) == "共60次"


def test_months_are_said_with_years_only_where_they_differ() -> None:
    day = date(2025, 5, 1)
    assert months_words(day, date(2025, 5, 31)) == "5月"
    assert months_words(day, date(2025, 9, 30)) == "5–9月"
    assert months_words(day, date(2026, 2, 1)) == "2025年5月到2026年2月"


def test_a_source_is_said_without_the_name_of_its_ledger_on_paper_and_on_a_page() -> None:
    said = Said("组织生活台账：一支部没有支委会")
    assert said == "一支部没有支委会"
    with shown():
        assert str(said) == "一支部没有支委会"
