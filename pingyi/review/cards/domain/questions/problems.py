"""K31–K37: problems of the last review that are late, came back, or were struck off without effect; late duties."""

from collections.abc import Iterator
from fractions import Fraction

from pingyi.core.words import Words
from pingyi.review.cards.domain.case import Case
from pingyi.review.cards.domain.days import day_words
from pingyi.review.cards.domain.past_problem import PastProblem
from pingyi.review.cards.domain.questions.claims import inner_quotes, shortened
from pingyi.review.cards.domain.questions.question import Family, Question
from pingyi.review.cards.domain.table import Row

REOPENED, CAME_BACK, OVERDUE, NO_TASK, NO_EFFECT, STILL_OPEN, LATE_DUTIES = 94, 92, 88, 83, 82, 81, 62
_CITED = 20


def reopened(case: Case) -> Iterator[Question]:
    """K31: it was struck off, and that was taken back."""
    for one in _open(case):
        if one.times_reopened:
            yield _asked(
                one,
                "K31",
                REOPENED,
                Words(
                    "“{problem}”销号后重新打开{count}次，到现在任务办结{closed}/{tasks}，销号时看的是什么？",
                    problem=_cited(one),
                    count=one.times_reopened,
                    closed=one.closed_tasks,
                    tasks=one.tasks,
                ),
            )


def came_back(case: Case) -> Iterator[Question]:
    """K32: the same fault was struck off in an earlier year."""
    for one in _open(case):
        if one.came_back:
            yield _asked(
                one,
                "K32",
                CAME_BACK,
                Words(
                    "“{problem}”以前销过号又提出来，任务办结{closed}/{tasks}，这次和上次做的有什么不同？",
                    problem=_cited(one),
                    closed=one.closed_tasks,
                    tasks=one.tasks,
                ),
            )


def overdue(case: Case) -> Iterator[Question]:
    """K33: a task of it is late, or the answer to it."""
    for one in _open(case):
        if one.late and one.tasks:
            yield _asked(
                one,
                "K33",
                OVERDUE,
                Words(
                    "“{problem}”{late}，任务办结{closed}/{tasks}，卡在哪里，谁来办，哪天办完？",
                    problem=_cited(one),
                    late=one.late,
                    closed=one.closed_tasks,
                    tasks=one.tasks,
                ),
            )


def no_task(case: Case) -> Iterator[Question]:
    """K34: nothing has been planned about it."""
    for one in _open(case):
        if not one.tasks:
            yield _asked(
                one,
                "K34",
                NO_TASK,
                # Who claimed it does not deny it.
                Words(
                    "“{problem}”认领了，一项整改任务也没有列，是没有办法，还是没有动？", problem=_cited(one)
                )
                if one.is_claimed
                else Words("“{problem}”一项整改任务也没有列，是不认，还是没有办法？", problem=_cited(one)),
            )


def no_effect(case: Case) -> Iterator[Question]:
    """K35: it was struck off, and the number that it speaks of is no better than a year ago."""
    for one in case.problems:
        row = _named_in(case, one) if one.is_closed and one.closed_on else None
        if (
            row is not None
            and row.now
            and row.before
            and one.closed_on
            and row.fallen >= 0
            and not row.now.is_full
        ):
            yield Question(
                "K35",
                Family.OUTCOME,
                NO_EFFECT,
                Words(
                    "“{problem}”{day}销号，{title}今年{now}、去年{before}，怎么说明改好了？",
                    problem=_cited(one),
                    day=day_words(one.closed_on),
                    title=row.measure.title,
                    now=row.now.told(row.measure.unit),
                    before=row.before.told(row.measure.unit),
                ),
                one.basis,
                row.fallen,
            )


def still_open(case: Case) -> Iterator[Question]:
    """K36: it is worked on and not done."""
    for one in _open(case):
        if one.tasks and not one.late:
            yield _asked(
                one,
                "K36",
                STILL_OPEN,
                Words(
                    "“{problem}”任务办结{closed}/{tasks}，佐证{evidence}份，剩下的哪天办完，怎样算办好？",
                    problem=_cited(one),
                    closed=one.closed_tasks,
                    tasks=one.tasks,
                    evidence=one.evidence,
                ),
            )


def late_duties(case: Case) -> Iterator[Question]:
    """K37: things of the responsibility list that are past their day."""
    duties = case.duties
    if duties and duties.late:
        yield Question(
            "K37",
            Family.PROBLEM,
            LATE_DUTIES,
            Words(
                "责任清单{total}条，办结{done}条，逾期{late}条，逾期的是哪几条，为什么没有办？",
                total=duties.total,
                done=duties.done,
                late=duties.late,
            ),
            Words("年度责任清单"),
            Fraction(duties.late, duties.total),
        )


def _open(case: Case) -> Iterator[PastProblem]:
    return (one for one in case.problems if not one.is_closed)


def _asked(one: PastProblem, code: str, weight: int, text: str) -> Question:
    """The older the problem and the more of it is undone, the sooner it is asked about."""
    undone = Fraction(one.tasks - one.closed_tasks, one.tasks) if one.tasks else Fraction(1)
    return Question(code, Family.PROBLEM, weight, text, one.basis, undone - one.year)


def _cited(one: PastProblem) -> str:
    return shortened(inner_quotes(one.text.rstrip("。")), _CITED)


def _named_in(case: Case, one: PastProblem) -> Row | None:
    """The row of which the problem speaks by one of its names."""
    return next((row for row in case.rows if any(word in one.text for word in row.measure.words)), None)
