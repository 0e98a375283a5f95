"""Dates that do not exist, and weekdays that are not the date's own."""

import re
from collections.abc import Iterator
from datetime import date

from pingyi.core.words import Words
from pingyi.publishing.domain.proofing.finding import Check, Finding

WEEKDAYS = "一二三四五六日"
DAY = re.compile(
    r"(?:(?P<year>(?:19|20)[0-9]{2})年)?(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})[日号]"
    "(?P<between>(?:上午|中午|下午|晚上|晚)?[（(]?[ ，]?)(?P<week>(?:星期|周|礼拜)(?P<weekday>[一二三四五六日天]))?"
)


def dates(text: str, year: int | None) -> Iterator[Finding]:
    """`year` is the one in which the meeting was held, for dates that name none."""
    for match in DAY.finditer(text):
        stated = int(match["year"]) if match["year"] else year
        month, day = int(match["month"]), int(match["day"])
        # Without a year 2月29日 may be right.
        held = _day(stated or 2024, month, day)
        if held is None:
            end = match.start("between")
            yield Finding(
                Check.DATE,
                match.start(),
                end,
                text[match.start() : end],
                Words("没有这一天"),
                Words("对照日历改正"),
            )
        elif stated and match["weekday"]:
            weekday = WEEKDAYS[held.weekday()]
            if match["weekday"].replace("天", "日") != weekday:
                yield Finding(
                    Check.DATE,
                    match.start(),
                    match.end(),
                    match.group(),
                    Words(
                        "{year}年{month}月{day}日不是{week}",
                        year=stated,
                        month=month,
                        day=day,
                        week=match["week"],
                    ),
                    Words("那天是星期{weekday}，改日期或者改星期", weekday=weekday),
                )


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
