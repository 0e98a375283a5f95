"""The story of a problem, from the rows that its acts left: when, who, what, and the words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from pingyi.core.words import Words, listed
from pingyi.review.rectification.domain.problem import ProblemState
from pingyi.review.rectification.models import ProblemItem, Task
from pingyi.review.rectification.phrases import NOTE_KINDS, SOURCES


@dataclass(frozen=True)
class Moment:
    """One act. `task` is the number of the task that it was about, 0 for the problem itself."""

    at: datetime
    who: str
    what: str
    text: str = ""
    task: int = 0


def story_of(problem: ProblemItem, tasks: Iterable[Task]) -> list[Moment]:
    """Everything that happened, the oldest first. Reads nothing: `find_problem` and `tasks_of` have brought it."""
    moments = [
        Moment(
            problem.raised_at,
            "",
            Words("列入问题清单，来源：{sources}", sources=SOURCES[problem.source]),
            problem.source_note,
        ),
        *_answers(problem),
    ]
    for task in tasks:
        moments += _of_task(task)
    if problem.closed_by is not None and problem.closed_at is not None:
        moments.append(Moment(problem.closed_at, problem.closed_by.display_name, Words("问题销号")))
    return sorted(moments, key=lambda moment: moment.at)


def _answers(problem: ProblemItem) -> list[Moment]:
    found = []
    if problem.answered_by is not None and problem.answered_at is not None:
        what = Words("说明不是本单位的问题") if problem.contest_reason else Words("认领")
        found.append(
            Moment(problem.answered_at, problem.answered_by.display_name, what, problem.contest_reason)
        )
    if problem.ruled_by is not None and problem.ruled_at is not None:
        is_withdrawn = problem.state == ProblemState.WITHDRAWN
        what = Words("采纳说明，撤下这个问题") if is_withdrawn else Words("不采纳说明，由单位整改")
        found.append(Moment(problem.ruled_at, problem.ruled_by.display_name, what, problem.ruling_note))
    return found


def _of_task(task: Task) -> list[Moment]:
    planned = listed((one.text.rstrip("。；") for one in task.measures.all()), "；")
    words = (
        Words("{planned}。责任领导{responsible}", planned=planned, responsible=task.responsible.name)
        if planned
        else ""
    )
    return [
        Moment(task.created_at, task.created_by.display_name, Words("列了任务"), words, task.sequence),
        *(
            Moment(
                note.written_at, note.written_by.display_name, NOTE_KINDS[note.kind], note.text, task.sequence
            )
            for note in task.notes.all()
        ),
        *(
            Moment(
                one.recorded_at,
                one.recorded_by.display_name,
                Words("交了佐证"),
                one.description,
                task.sequence,
            )
            for one in task.evidence.all()
        ),
    ]
