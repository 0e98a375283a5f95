"""议而不决, 决而不行."""

from datetime import date

import pytest

from pingyi.ledgers.decisions.domain.alarms import Alarm, Progress, alarm_of, check_progress
from pingyi.ledgers.decisions.domain.life import State
from tests.ledgers.decisions.domain.books import book_with

TODAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("progress", "alarm"),
    [
        (Progress(State.POSTPONED, 1), None),
        (Progress(State.POSTPONED, 2), Alarm.UNDECIDED),
        (Progress(State.ON_AGENDA, 2), None),
        (Progress(State.EXECUTING, 0, date(2026, 3, 1), True, TODAY), None),
        (Progress(State.EXECUTING, 0, date(2026, 3, 1), True, date(2026, 3, 9)), Alarm.UNDONE),
        (Progress(State.DECIDED, 0, date(2026, 3, 9)), Alarm.UNDONE),
        (Progress(State.DECIDED, 0, TODAY), None),
        (Progress(State.EXECUTING, 0, date(2026, 3, 1), True), None),
        (Progress(State.DONE, 2, date(2026, 3, 1), True, date(2026, 3, 9)), None),
    ],
)
def test_alarm_rings_when_nothing_comes_of_it(progress: Progress, alarm: Alarm | None) -> None:
    assert alarm_of(progress, TODAY, book_with()) is alarm


def test_alarms_say_what_to_do() -> None:
    (undecided,) = check_progress(Progress(State.POSTPONED, 2), TODAY, book_with())
    assert (undecided.code, undecided.is_good) == ("D19", False)
    (late,) = check_progress(
        Progress(State.EXECUTING, 0, date(2026, 3, 1), True, date(2026, 3, 8)), TODAY, book_with()
    )
    assert late.message == "过了期限2天没有办完"
    (nobody,) = check_progress(Progress(State.DECIDED, 0, date(2026, 3, 9)), TODAY, book_with())
    assert nobody.message == "还没有人领任务"
    (waiting,) = check_progress(Progress(State.EXECUTING, 0, date(2026, 3, 1), True), TODAY, book_with())
    assert waiting.message == "都报了办完，等评估"
    talked, in_time = check_progress(Progress(State.EXECUTING, 1, TODAY, True, TODAY), TODAY, book_with())
    assert (talked.is_good, in_time.is_good) == (True, True)
