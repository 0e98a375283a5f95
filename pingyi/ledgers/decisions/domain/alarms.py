"""议而不决 and 决而不行: talked about again and again without a decision; decided and not done in time."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pingyi.core.dates import full_day
from pingyi.core.words import Words
from pingyi.ledgers.decisions.domain.finding import good, met, unmet
from pingyi.ledgers.decisions.domain.life import State
from pingyi.ledgers.decisions.domain.rulebook import RuleBook
from pingyi.ledgers.kit.domain.checks import Finding

_OPEN = frozenset({State.DECIDED, State.EXECUTING})


class Alarm(StrEnum):
    UNDECIDED = "undecided"
    UNDONE = "undone"


@dataclass(frozen=True)
class Progress:
    """Where a topic stands. `talks` is how many meetings put it off; `is_assigned`: somebody was given a task;
    `due_on` is the earliest deadline of what is not done yet, None where nothing is open.
    """

    state: State
    talks: int
    decided_on: date | None = None
    is_assigned: bool = False
    due_on: date | None = None


def alarm_of(progress: Progress, today: date, book: RuleBook) -> Alarm | None:
    """The alarm of a topic, if there is one. On the day of the deadline itself nothing is late."""
    if progress.state is State.POSTPONED and progress.talks >= book.talks_without_decision:
        return Alarm.UNDECIDED
    if progress.state not in _OPEN:
        return None
    is_late = progress.due_on is not None and progress.due_on < today
    is_nobodys = not progress.is_assigned and progress.decided_on != today
    if is_late or is_nobodys:
        return Alarm.UNDONE
    return None


def check_progress(progress: Progress, today: date, book: RuleBook) -> list[Finding]:
    """The two alarms as rules (D19, D20), as far as they concern the topic."""
    alarm = alarm_of(progress, today, book)
    found = []
    if progress.talks:
        said = Words(
            "{talks}次会没有定下来，到{most}次提醒", talks=progress.talks, most=book.talks_without_decision
        )
        is_good = alarm is not Alarm.UNDECIDED
        found.append(met("D19", is_good, said, Words("找出分歧在哪里，调研以后再上会，或者请示上级。")))
    if progress.state in _OPEN:
        found.append(_in_time(progress, today, alarm))
    return found


def _in_time(progress: Progress, today: date, alarm: Alarm | None) -> Finding:
    if not progress.is_assigned:
        return met("D20", alarm is None, Words("还没有人领任务"), Words("定下谁办、什么时候办完。"))
    if progress.due_on is None:
        return good("D20", Words("都报了办完，等评估"))
    if alarm is None:
        return good("D20", Words("期限{due}，没有过", due=full_day(progress.due_on)))
    late = (today - progress.due_on).days
    return unmet(
        "D20", Words("过了期限{days}天没有办完", days=late), Words("报进展，写清卡在哪里、什么时候办完。")
    )
