from datetime import UTC, datetime, timedelta

import pytest

from pingyi.review.meetings.domain.countdown import Countdown, Stage, countdown, say_last, say_length

START = datetime(2026, 1, 16, 7, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("elapsed", "stage", "words", "clock"),
    [
        (0, Stage.PLENTY, "还有", "8:00"),
        (138, Stage.PLENTY, "还有", "5:42"),
        (419, Stage.PLENTY, "还有", "1:01"),
        (420, Stage.SOON, "最后一分钟", "1:00"),
        (433, Stage.SOON, "最后一分钟", "0:47"),
        (479, Stage.SOON, "最后一分钟", "0:01"),
        (480, Stage.OVER, "时间到", "0:00"),
        (512, Stage.OVER, "超时", "+0:32"),
        (1141, Stage.OVER, "超时", "+11:01"),
    ],
)
def test_the_words_and_the_clock_change_together(elapsed: int, stage: Stage, words: str, clock: str) -> None:
    time = Countdown(480, elapsed, 60)
    assert (time.stage, time.words, time.clock) == (stage, words, clock)


def test_the_bar_has_a_notch_for_every_whole_minute() -> None:
    assert Countdown(480, 0, 60).notches == [12.5, 25.0, 37.5, 50.0, 62.5, 75.0, 87.5]
    assert Countdown(90, 0, 60).notches == [66.667]
    assert Countdown(60, 0, 60).notches == []


def test_the_bar_empties_and_stays_empty() -> None:
    assert [Countdown(480, gone, 60).percent_left for gone in (0, 138, 480, 600)] == [100.0, 71.25, 0.0, 0.0]


def test_the_countdown_follows_the_clock_of_the_server() -> None:
    time = countdown(planned=480, warn=60, started_at=START, now=START + timedelta(seconds=30.9))
    assert time == Countdown(480, 30, 60)


def test_a_clock_behind_the_start_shows_the_full_time() -> None:
    time = countdown(planned=480, warn=600, started_at=START, now=START - timedelta(seconds=5))
    assert time == Countdown(480, 0, 480)


def test_without_a_time_there_is_no_countdown() -> None:
    assert countdown(planned=0, warn=60, started_at=START, now=START) is None


def test_times_are_said_in_words() -> None:
    assert [say_last(s) for s in (60, 120, 90)] == ["最后一分钟", "最后2分钟", "最后90秒"]
    assert [say_length(s) for s in (0, 45, 480, 270)] == ["", "45秒", "8分钟", "4分30秒"]
