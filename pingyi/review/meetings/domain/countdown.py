"""The time of the one who speaks: how much is left, in which words, and when it is over."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pingyi.core.words import Words


class Stage(StrEnum):
    PLENTY = "plenty"
    SOON = "soon"
    OVER = "over"


@dataclass(frozen=True)
class Countdown:
    """`planned` seconds were given, `elapsed` have gone; the last `warn` seconds are named."""

    planned: int
    elapsed: int
    warn: int

    @property
    def left(self) -> int:
        return self.planned - self.elapsed

    @property
    def stage(self) -> Stage:
        if self.left <= 0:
            return Stage.OVER
        return Stage.SOON if self.left <= self.warn else Stage.PLENTY

    @property
    def words(self) -> str:
        if self.stage == Stage.OVER:
            return Words("超时") if self.left < 0 else Words("时间到")
        return say_last(self.warn) if self.stage == Stage.SOON else Words("还有")

    @property
    def clock(self) -> str:
        """5:42, 0:47 and, when over, +0:32."""
        minutes, seconds = divmod(abs(self.left), 60)
        return f"{'+' if self.left < 0 else ''}{minutes}:{seconds:02}"

    @property
    def percent_left(self) -> float:
        return round(100 * max(self.left, 0) / self.planned, 2)

    @property
    def notches(self) -> list[float]:
        """Where on the bar a whole minute ends, in per cent."""
        return [round(100 * at / self.planned, 3) for at in range(60, self.planned, 60)]


def countdown(*, planned: int, warn: int, started_at: datetime, now: datetime) -> Countdown | None:
    """None where no time was given. A clock that runs behind the start shows the full time."""
    if planned <= 0:
        return None
    return Countdown(planned, max(int((now - started_at).total_seconds()), 0), min(warn, planned))


def say_last(seconds: int) -> str:
    """最后一分钟, 最后2分钟, 最后90秒."""
    if seconds == 60:
        return Words("最后一分钟")
    return (
        Words("最后{seconds}分钟", seconds=seconds // 60)
        if seconds % 60 == 0
        else Words("最后{seconds}秒", seconds=seconds)
    )


def say_length(seconds: int) -> str:
    """8分钟, 4分30秒; nothing for no time."""
    minutes, rest = divmod(seconds, 60)
    if not seconds:
        return ""
    if not minutes:
        return Words("{rest}秒", rest=rest)
    return (
        Words("{minutes}分{rest}秒", minutes=minutes, rest=rest)
        if rest
        else Words("{minutes}分钟", minutes=minutes)
    )
