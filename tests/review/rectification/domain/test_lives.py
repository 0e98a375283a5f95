"""What may follow what in the life of a problem, a task, an answer. Whatever is not listed is not possible."""

from itertools import product

import pytest

from pingyi.review.rectification.domain import follow_up, problem, task
from pingyi.review.rectification.domain.follow_up import FollowUpAct, FollowUpState
from pingyi.review.rectification.domain.problem import ProblemAct, ProblemState
from pingyi.review.rectification.domain.task import TaskAct, TaskState, are_all_closed

PROBLEM = """
raised claim claimed
contested claim claimed
raised contest contested
contested uphold claimed
contested withdraw withdrawn
claimed plan in_progress
in_progress plan in_progress
in_progress unplan claimed
in_progress close closed
closed reopen in_progress
"""
TASK = """
open submit submitted
submitted send_back open
submitted close closed
closed reopen open
"""
FOLLOW_UP = """
open answer answered
answered answer answered
answered send_back open
done send_back open
answered close done
"""


def steps(table: str) -> dict[tuple[str, str], str]:
    rows = (line.split() for line in table.split("\n") if line)
    return {(before, act): after for before, act, after in rows}


@pytest.mark.parametrize(("state", "act"), list(product(ProblemState, ProblemAct)))
def test_a_problem_goes_only_where_the_table_says(state: ProblemState, act: ProblemAct) -> None:
    assert problem.state_after(state, act) == steps(PROBLEM).get((state, act))


@pytest.mark.parametrize(("state", "act"), list(product(TaskState, TaskAct)))
def test_a_task_goes_only_where_the_table_says(state: TaskState, act: TaskAct) -> None:
    assert task.state_after(state, act) == steps(TASK).get((state, act))


@pytest.mark.parametrize(("state", "act"), list(product(FollowUpState, FollowUpAct)))
def test_an_answer_goes_only_where_the_table_says(state: FollowUpState, act: FollowUpAct) -> None:
    assert follow_up.state_after(state, act) == steps(FOLLOW_UP).get((state, act))


@pytest.mark.parametrize(
    ("states", "is_done"),
    [
        ([], False),
        (["closed"], True),
        (["closed", "closed"], True),
        (["closed", "submitted"], False),
        (["open"], False),
    ],
)
def test_a_problem_is_done_when_it_has_tasks_and_all_are_closed(states: list[str], is_done: bool) -> None:
    assert are_all_closed(states) is is_done
