"""The local fixing of theme Party days (L6): a fixed weekday of the month, long enough. Laid down here or nowhere."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from pingyi.core.words import Words
from pingyi.ledgers.kit.domain.checks import Finding, Level, Verdict
from pingyi.ledgers.kit.domain.parameters import Rulebook
from pingyi.ledgers.orglife.domain.hours import Length

WEEKDAYS = (
    Words("星期一"),
    Words("星期二"),
    Words("星期三"),
    Words("星期四"),
    Words("星期五"),
    Words("星期六"),
    Words("星期日"),
)


@dataclass(frozen=True, slots=True)
class ThemeDay:
    """One theme Party day as it was held."""

    happened_on: date
    starts_at: time | None = None
    ends_at: time | None = None
    length: Length = Length.HOURS
    hours: int = 0

    @property
    def minutes(self) -> int | None:
        """How long it was, as far as anybody wrote it down."""
        if self.starts_at is not None and self.ends_at is not None:
            started = self.starts_at.hour * 60 + self.starts_at.minute
            return self.ends_at.hour * 60 + self.ends_at.minute - started
        return self.hours * 60 or None


def fixed_day(year: int, month: int, week: int, weekday: int) -> date:
    """The weekday (1 is Monday) of this number in the month; the last one where there are not so many."""
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (week - 1))
    return day if day.month == month else day - timedelta(days=7)


def theme_day_findings(held: ThemeDay, rulebook: Rulebook) -> list[Finding]:
    """Whether it was near the fixed day and long enough; nothing where the institution fixed nothing."""
    return [one for one in (_on_its_day(held, rulebook), _long_enough(held, rulebook)) if one is not None]


def _on_its_day(held: ThemeDay, rulebook: Rulebook) -> Finding | None:
    day = held.happened_on
    rule = rulebook.in_force("theme_day.week", day)
    if not rule.value:
        return None
    weekday, shift = rulebook.number("theme_day.weekday", day), rulebook.number("theme_day.shift_days", day)
    fixed = fixed_day(day.year, day.month, rule.value, weekday)
    words = {"week": rule.value, "weekday": WEEKDAYS[weekday - 1], "fixed": fixed.isoformat()}
    if abs((day - fixed).days) <= shift:
        message = Words(
            "固定在每月第{week}个{weekday}（{fixed}），在前后{shift}天以内。", **words, shift=shift
        )
        return Finding("orglife.theme_day.fixed", Verdict.PASS, message, level=rule.level)
    return Finding(
        "orglife.theme_day.fixed",
        Verdict.WARN,
        Words("固定在每月第{week}个{weekday}（{fixed}），前后{shift}天以外了。", **words, shift=shift),
        Words("把为什么改期写进内容，下月回到固定的日子。"),
        rule.level,
    )


def _long_enough(held: ThemeDay, rulebook: Rulebook) -> Finding | None:
    rule = rulebook.in_force("theme_day.hours", held.happened_on)
    if not rule.value:
        return None
    words = {"asked": rule.value}
    if held.length is not Length.HOURS or (held.minutes or 0) >= rule.value * 60:
        message = Words("时间够{asked}小时。", **words)
        return Finding("orglife.theme_day.length", Verdict.PASS, message, level=rule.level)
    if held.minutes is None:
        return _short(
            Verdict.UNKNOWN, rule.level, Words("没有写开始和结束，对不出够不够{asked}小时。", **words)
        )
    return _short(
        Verdict.WARN,
        rule.level,
        Words("办了{minutes}分钟，不够{asked}小时。", minutes=held.minutes, **words),
    )


def _short(verdict: Verdict, level: Level, message: str) -> Finding:
    remedy = Words("核对开始和结束；时间确实短的，下次安排够。")
    return Finding("orglife.theme_day.length", verdict, message, remedy, level)
