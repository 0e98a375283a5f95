"""The three questions of a card, made by rules from the records. Where the records give fewer, there are fewer."""

from collections.abc import Callable, Iterator

from pingyi.review.cards.domain.case import Case
from pingyi.review.cards.domain.questions import claims, decisions, ledger, problems, report, standing
from pingyi.review.cards.domain.questions.question import Family, Question, chosen

RULES: tuple[Callable[[Case], Iterator[Question]], ...] = (
    claims.contradicted,
    claims.unrecorded,
    claims.disputed,
    ledger.missed_run,
    ledger.late_in_one_day,
    ledger.mostly_late,
    ledger.taken_over,
    ledger.no_ledger,
    ledger.all_full,
    problems.reopened,
    problems.came_back,
    problems.overdue,
    problems.no_task,
    problems.no_effect,
    problems.still_open,
    problems.late_duties,
    decisions.overdue,
    decisions.undecided,
    decisions.party_first,
    standing.behind_and_fallen,
    standing.fallen,
    standing.behind,
    standing.risen,
    report.not_in,
    report.late,
    report.returned,
    report.low_share,
    report.none_named,
    report.same_as_before,
)

__all__ = ["RULES", "Family", "Question", "all_questions", "questions_of"]


def all_questions(case: Case) -> Iterator[Question]:
    """Everything that the records ask."""
    for rule in RULES:
        yield from rule(case)


def questions_of(case: Case) -> tuple[Question, ...]:
    """The three that stand on the card."""
    return chosen(all_questions(case))
