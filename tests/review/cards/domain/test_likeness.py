"""How alike cards are when names are taken out: no two units get the same card."""

from fractions import Fraction
from random import Random

from pingyi.review.cards.domain.card import Card
from pingyi.review.cards.domain.case import Case, ReportFacts
from pingyi.review.cards.domain.figures import Figure
from pingyi.review.cards.domain.likeness import likeness, pairs_alike, without_names
from tests.factories.cards import CLASSES, COMMITTEE, LATE, THEME_DAY, YEAR, card, row


def lines(one: Card) -> tuple[str, ...]:
    return without_names(one.lines(), [one.head.organisation, one.head.person, one.head.name])


def test_cards_that_differ_in_names_only_are_found_to_be_the_same() -> None:
    case = Case(YEAR, rows=(row(COMMITTEE, Figure(3, 4)),))
    first, second = card(case), card(case, organisation="第五附属医院党委", person="林晓")
    assert likeness(lines(first), lines(second)).is_same
    assert not likeness(tuple(first.lines()), tuple(second.lines())).is_same


def test_one_number_makes_two_cards_different() -> None:
    first = card(Case(YEAR, rows=(row(COMMITTEE, Figure(3, 4)),)))
    second = card(Case(YEAR, rows=(row(COMMITTEE, Figure(2, 4)),)))
    found = likeness(lines(first), lines(second))
    assert not found.is_same
    assert 0 < found.lines < 1
    assert 0 < found.runs < 1


def test_nothing_is_like_nothing_and_names_may_be_missing() -> None:
    assert likeness((), ()).is_same
    assert likeness((), ()).runs == 1
    assert likeness(("a",), ()).lines == Fraction(0)
    assert without_names(["护理 学院"], [""]) == ("护理学院",)


def made_up(number: int) -> Card:
    """One of many units whose numbers are drawn by chance."""
    random = Random(number)
    measures = (COMMITTEE, THEME_DAY)
    rows = tuple(
        row(
            one,
            Figure(random.randint(100, 168), 168),
            Figure(random.randint(100, 168), 168),
            [Figure(3, 4)] * 4,
        )
        for one in measures
    )
    counts = (row(CLASSES, Figure(random.randint(0, 4))), row(LATE, Figure(random.randint(0, 40), 90)))
    report = ReportFacts(is_in=True, length=random.randint(2500, 4000), problem_length=1400, own=("例会少",))
    return card(Case(YEAR, rows=(*rows, *counts), report=report), number, organisation=f"第{number}学院党委")


def test_no_two_of_thirty_four_made_up_units_get_the_same_card() -> None:
    cards = [lines(made_up(number)) for number in range(1, 35)]
    pairs = pairs_alike(cards)
    assert len(pairs) == 34 * 33 // 2
    assert not any(pair.is_same for pair in pairs)
    assert max(pair.lines for pair in pairs) < Fraction(7, 10)
