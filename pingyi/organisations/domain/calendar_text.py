"""A year's holidays as the official notice words them, one holiday to a line; read and written.

春节：2月15日至23日放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from pingyi.core.words import Words
from pingyi.organisations.domain.working_days import KnownYear, SpecialDay

LONGEST_NAME = 20
_ASIDE = re.compile(r"[（(][^）)]*[）)]")
_LINE = re.compile(r"^(?:[一二三四五六七八九十]+、)?\s*([^：:]+?)\s*[：:](.+)$")
_DAYS = re.compile(
    r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:\s*[至到—~-]+\s*(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日)?"
)
_SENTENCE = re.compile(r"[。；;]")


class BadLine(ValueError):
    """One line that cannot be read: which, and what to do about it."""

    def __init__(self, number: int, why: str) -> None:
        super().__init__(number, why)
        self.number = number
        self.why = why


def read_calendar(year: int, text: str) -> tuple[SpecialDay, ...]:
    """The special days of the year in order. Raises `BadLine` at the first line that cannot be read."""
    found: dict[date, SpecialDay] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        plain = _ASIDE.sub("", line).strip()
        if not plain:
            continue
        for one in _read_line(year, number, plain):
            before = found.setdefault(one.day, one)
            if before.is_working != one.is_working:
                raise BadLine(
                    number,
                    Words("{day}又放假又上班。删掉其中一处", day=one.day.isoformat()),
                )
    return tuple(sorted(found.values(), key=lambda one: one.day))


def write_calendar(known: KnownYear) -> str:
    """The same words that `read_calendar` reads."""
    groups: dict[str, list[SpecialDay]] = {}
    for one in known.days:
        groups.setdefault(one.name.removesuffix("调休") if one.is_working else one.name, []).append(one)
    return "\n".join(_line(name, days) for name, days in groups.items())


def _read_line(year: int, number: int, line: str) -> list[SpecialDay]:
    head = _LINE.match(line)
    if head is None or len(head[1]) > LONGEST_NAME:
        raise BadLine(number, Words("写成“名称：几月几日至几月几日放假。几月几日上班。”"))
    days = [
        one for sentence in _SENTENCE.split(head[2]) for one in _of_sentence(year, number, head[1], sentence)
    ]
    if not days:
        raise BadLine(number, Words("没有写哪几天。写成“2月15日至23日放假”"))
    return days


def _of_sentence(year: int, number: int, name: str, sentence: str) -> Iterator[SpecialDay]:
    is_working = "上班" in sentence
    for match in _DAYS.finditer(sentence):
        if not is_working and "休" not in sentence and "放假" not in sentence:
            raise BadLine(number, Words("看不出“{words}”是放假还是上班，写明一个", words=match[0]))
        for day in _range(year, number, match):
            yield SpecialDay(day, is_working, f"{name}调休" if is_working else name)


def _range(year: int, number: int, match: re.Match[str]) -> Iterator[date]:
    begin_year, month, day, end_year, end_month, end_day = match.groups()
    first = _day(number, int(begin_year or year), int(month), int(day), match[0])
    last = first
    if end_day:
        last = _day(
            number, int(end_year or begin_year or year), int(end_month or month), int(end_day), match[0]
        )
    if last < first:
        raise BadLine(number, Words("“{words}”结束早于开始，改其中一天", words=match[0]))
    if (first.year, last.year) != (year, year):
        raise BadLine(number, Words("“{words}”不全在{year}年，只写这一年的日子", words=match[0], year=year))
    return (first + timedelta(days=step) for step in range((last - first).days + 1))


def _day(number: int, year: int, month: int, day: int, words: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise BadLine(number, Words("“{words}”里没有这一天，改成真有的日子", words=words)) from None


def _line(name: str, days: list[SpecialDay]) -> str:
    off = "、".join(_runs([one.day for one in days if not one.is_working]))
    work = "、".join(_runs([one.day for one in days if one.is_working]))
    parts = [f"{off}放假。" if off else "", f"{work}上班。" if work else ""]
    return f"{name}：{''.join(parts)}"


def _runs(days: list[date]) -> list[str]:
    """Neighbouring days together: 2月15日至2月23日."""
    runs: list[list[date]] = []
    for day in days:
        if runs and day - runs[-1][-1] == timedelta(days=1):
            runs[-1].append(day)
        else:
            runs.append([day])
    return [_said(run[0]) if len(run) == 1 else f"{_said(run[0])}至{_said(run[-1])}" for run in runs]


def _said(day: date) -> str:
    return f"{day.month}月{day.day}日"
