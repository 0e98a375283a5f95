"""How alike cards are when names are taken out: no two units get the same card."""

from fractions import Fraction

from pingyi.review.cards.domain.case import Case
from pingyi.review.cards.domain.figures import Figure
from pingyi.review.cards.domain.likeness import likeness, pairs_alike, without_names
from tests.factories.cards import COMMITTEE, YEAR, card, made_up_card, nameless, row


def test_cards_that_differ_in_names_only_are_found_to_be_the_same() -> None:
    case = Case(YEAR, rows=(row(COMMITTEE, Figure(3, 4)),))
    first, second = card(case), card(case, organisation="第五附属医院党委", person="林晓")
    assert likeness(nameless(first), nameless(second)).is_same
    assert not likeness(tuple(first.lines()), tuple(second.lines())).is_same


def test_one_number_makes_two_cards_different() -> None:
    first = card(Case(YEAR, rows=(row(COMMITTEE, Figure(3, 4)),)))
    second = card(Case(YEAR, rows=(row(COMMITTEE, Figure(2, 4)),)))
    found = likeness(nameless(first), nameless(second))
    assert not found.is_same
    assert 0 < found.lines < 1
    assert 0 < found.runs < 1


def test_nothing_is_like_nothing_and_names_may_be_missing() -> None:
    assert likeness((), ()).is_same
    assert likeness((), ()).runs == 1
    assert likeness(("a",), ()).lines == Fraction(0)
    assert without_names(["护理 学院"], [""]) == ("护理学院",)


def test_no_two_of_thirty_four_made_up_units_get_the_same_card() -> None:
    cards = [nameless(made_up_card(number)) for number in range(1, 35)]
    pairs = pairs_alike(cards)
    assert len(pairs) == 34 * 33 // 2
    assert not any(pair.is_same for pair in pairs)
    assert max(pair.lines for pair in pairs) < Fraction(7, 10)
