"""A year's holidays are read as the notice words them."""

from datetime import date

import pytest

from pingyi.organisations.domain.calendar_text import BadLine, read_calendar, write_calendar
from pingyi.organisations.domain.holiday_notices import PRESET
from pingyi.organisations.domain.working_days import KnownYear

NOTICE = """
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。

六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：2026年10月1日（周四）至2026年10月7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
"""
PRESET_2026 = next(one for one in PRESET if one.year == 2026)


def test_the_words_of_the_notice_give_the_days_that_came_with_us() -> None:
    assert read_calendar(2026, NOTICE) == PRESET_2026.days


@pytest.mark.parametrize("known", PRESET, ids=lambda known: str(known.year))
def test_what_is_written_is_read_back(known: KnownYear) -> None:
    assert read_calendar(known.year, write_calendar(known)) == known.days


def test_a_line_may_hold_only_days_worked_and_a_day_may_stand_twice() -> None:
    days = read_calendar(2026, "校庆：5月8日放假。\n校庆：5月8日休息。\n补课：5月16日上班。")
    assert [(one.day, one.is_working, one.name) for one in days] == [
        (date(2026, 5, 8), False, "校庆"),
        (date(2026, 5, 16), True, "补课调休"),
    ]
    assert write_calendar(KnownYear(2026, "校历", days)) == "校庆：5月8日放假。\n补课：5月16日上班。"


@pytest.mark.parametrize(
    ("text", "number", "why"),
    [
        ("元旦放假三天", 1, "写成“名称："),
        (f"{'长' * 21}：1月1日放假。", 1, "写成“名称："),
        ("元旦：1月1日放假。\n春节：另行通知。", 2, "没有写哪几天"),
        ("春节：2月15日至23日。", 1, "看不出“2月15日至23日”是放假还是上班"),
        ("春节：2月30日放假。", 1, "没有这一天"),
        ("春节：2月15日至13月1日放假。", 1, "没有这一天"),
        ("春节：2月23日至15日放假。", 1, "结束早于开始"),
        ("元旦：2025年12月31日至2026年1月2日放假。", 1, "不全在2026年"),
        ("元旦：1月1日放假。1月1日上班。", 1, "又放假又上班"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(text: str, number: int, why: str) -> None:
    with pytest.raises(BadLine) as bad:
        read_calendar(2026, text)
    assert bad.value.number == number
    assert why in bad.value.why
