"""The dates of the three phases 述前, 述中, 述后: in order, and near the year that is reviewed."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date

from pingyi.core.words import Words

WORDS = {
    "before_from": Words("述前开始"),
    "before_to": Words("述前结束"),
    "during_from": Words("述中开始"),
    "during_to": Words("述中结束"),
    "after_from": Words("述后开始"),
    "after_to": Words("述后结束"),
}


@dataclass(frozen=True)
class PhaseDates:
    """First and last day of each phase; any of them may still be open."""

    before_from: date | None = None
    before_to: date | None = None
    during_from: date | None = None
    during_to: date | None = None
    after_from: date | None = None
    after_to: date | None = None

    def given(self) -> Iterator[tuple[str, date]]:
        """The days that are set, with their names, in the order of the calendar."""
        for one in fields(self):
            day = getattr(self, one.name)
            if day is not None:
                yield one.name, day


def date_faults(dates: PhaseDates, year: int, reports_due: date | None = None) -> dict[str, str]:
    """What is wrong, by field. Neighbouring phases may share a day; nothing lies before the year or far after it."""
    faults: dict[str, str] = {}
    last: tuple[str, date] | None = None
    for name, day in dates.given():
        if not year <= day.year <= year + 3:
            faults[name] = Words(
                "{year}年不像{year_2}年度评议的日子。请核对年份。", year=day.year, year_2=year
            )
        elif last and day < last[1]:
            faults[name] = Words(
                "{words}（{say}）早于{words_2}（{say_2}）。请改其中一个。",
                words=WORDS[name],
                say=_say(day),
                words_2=WORDS[last[0]],
                say_2=_say(last[1]),
            )
        else:
            last = name, day
    if reports_due is not None:
        faults |= _due_faults(dates, year, reports_due)
    return faults


def _due_faults(dates: PhaseDates, year: int, due: date) -> dict[str, str]:
    if not year <= due.year <= year + 3:
        return {
            "reports_due_at": Words(
                "{year}年不像{year_2}年度评议的日子。请核对年份。", year=due.year, year_2=year
            )
        }
    if dates.before_from and due < dates.before_from:
        return {
            "reports_due_at": Words(
                "交报告的截止时间早于述前开始（{say}）。请改其中一个。", say=_say(dates.before_from)
            )
        }
    if dates.during_to and due > dates.during_to:
        return {
            "reports_due_at": Words(
                "交报告的截止时间晚于述中结束（{say}）。请改其中一个。", say=_say(dates.during_to)
            )
        }
    return {}


def _say(day: date) -> str:
    return Words("{year}年{month}月{day}日", year=day.year, month=day.month, day=day.day)
