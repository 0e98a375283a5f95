"""Which of all questions stand on the card."""

from fractions import Fraction

from pingyi.review.cards.domain.questions import Family, Question
from pingyi.review.cards.domain.questions.question import chosen


def question(code: str, family: Family, weight: int, size: int = 0) -> Question:
    return Question(code, family, weight, f"{code}{size}？", "台账", Fraction(size))


def test_three_are_taken_from_different_families_the_weightiest_first() -> None:
    every = [
        question("K01", Family.CLAIM, 100, 1),
        question("K01", Family.CLAIM, 100, 2),
        question("K11", Family.RUN, 90),
        question("K33", Family.PROBLEM, 88),
        question("K31", Family.PROBLEM, 94),
    ]
    assert [asked.text for asked in chosen(every)] == ["K012？", "K310？", "K110？"]
    assert chosen(reversed(every)) == chosen(every)


def test_where_families_are_few_the_next_of_the_same_family_fill_up() -> None:
    every = [question("K01", Family.CLAIM, 100, size) for size in range(5)]
    assert [asked.text for asked in chosen(every)] == ["K014？", "K013？", "K012？"]
    assert chosen([]) == ()
