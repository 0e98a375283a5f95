"""What rectification states of the problems of the review before."""

from datetime import date

from pingyi.organisations.domain.facts import Span
from pingyi.review.rectification.domain.facts import MEASURES, ProblemLine, facts_of_problems

YEAR = Span(date(2025, 1, 1), date(2025, 12, 31))
BEFORE, AFTER = date(2025, 11, 30), date(2026, 2, 1)


def stated(*lines: ProblemLine) -> dict[str, tuple[int, int | None]]:
    return {fact.measure: (fact.value, fact.out_of) for fact in facts_of_problems(7, 2024, YEAR, lines)}


def test_problems_are_counted_out_of_those_that_others_named() -> None:
    facts = stated(
        ProblemLine(True, False, ((BEFORE, True, True),)),
        ProblemLine(False, False, ((BEFORE, False, False), (AFTER, False, False))),
        ProblemLine(False, False, ((AFTER, False, False),)),
        ProblemLine(True, True, ((BEFORE, True, False),)),
    )
    assert facts == {
        "problems.closed": (1, 3),
        "problems.overdue": (1, 3),
        "problems.reopened": (1, 3),
        "tasks.done": (2, 5),
    }
    assert facts.keys() == {measure.code for measure in MEASURES}


def test_a_task_is_overdue_the_day_after_its_last_day() -> None:
    last = ((YEAR.last, False, False),)
    assert stated(ProblemLine(False, False, last))["problems.overdue"] == (0, 1)
    assert stated(ProblemLine(True, False, ((BEFORE, False, False),)))["problems.overdue"] == (0, 1)


def test_where_nothing_was_named_nothing_is_stated() -> None:
    assert stated() == {}
    assert stated(ProblemLine(False, True)) == {}
    assert stated(ProblemLine(False, False)).keys() == {
        "problems.closed",
        "problems.overdue",
        "problems.reopened",
    }


def test_the_source_names_the_review_and_the_day() -> None:
    (first, *_) = facts_of_problems(7, 2024, YEAR, [ProblemLine(False, False)])
    assert first.source == "整改台账：2024年度述职评议的问题，到2025-12-31"
