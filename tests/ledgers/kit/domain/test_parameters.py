"""Numbers of rules from a day on: versions that come with us, and what the institution lays down."""

from datetime import date
from typing import Any

import pytest

from pingyi.core.errors import Refused
from pingyi.ledgers.kit.domain.checks import Level
from pingyi.ledgers.kit.domain.parameters import (
    Entry,
    Parameter,
    Rulebook,
    Sort,
    Version,
    read_value,
    typed_value,
)

HOURS = Parameter(
    "hours",
    "学时",
    (Version(24, Level.NAT, "旧规定"), Version(32, Level.NAT, "新规定", date(2024, 1, 1))),
)
MONTHS = Parameter("months", "放假的月份", (Version([], Level.ONE, ""),), Sort.MONTHS)
SHARE = Parameter("share", "到会", (Version([1, 2], Level.NAT, "L1"),), Sort.SHARE)
IS_ON = Parameter("on", "按季度", (Version(False, Level.COMMON, "R3"),), Sort.YES_NO)
NAME = Parameter("name", "名称", (Version("", Level.ONE, "L5"),), Sort.TEXT)
WHO = Parameter(
    "who",
    "谁可以提",
    (Version("leader", Level.ONE, "6.2"),),
    Sort.CHOICE,
    choices=(("leader", "班子"), ("other", "都可以")),
)
EVERY = (HOURS, MONTHS, SHARE, IS_ON, NAME, WHO)


@pytest.mark.parametrize(
    ("day", "hours", "level"),
    [
        (date(2023, 12, 31), 24, Level.NAT),
        (date(2024, 1, 1), 32, Level.NAT),
        (date(2025, 6, 30), 32, Level.NAT),
        (date(2025, 7, 1), 48, Level.HOUSE),
    ],
)
def test_an_event_is_looked_at_with_the_number_of_its_day(day: date, hours: int, level: Level) -> None:
    entries = [
        Entry("hours", 40, date(2025, 7, 1), number=1),
        Entry("hours", 48, date(2025, 7, 1), number=2, reason="校党发〔2025〕8号"),
    ]
    rulebook = Rulebook(EVERY, entries)
    assert rulebook.number("hours", day) == hours
    assert rulebook.in_force("hours", day).level is level


def test_each_sort_of_value_has_its_reading() -> None:
    rulebook, day = Rulebook(EVERY), date(2025, 1, 1)
    assert rulebook.months("months", day) == frozenset()
    assert rulebook.share("share", day).least(7) == 4
    assert not rulebook.is_on("on", day)
    assert rulebook.text("name", day) == ""


@pytest.mark.parametrize(
    ("parameter", "typed", "value"),
    [
        (HOURS, " 32 ", 32),
        (MONTHS, "2、8月", [2, 8]),
        (MONTHS, "8,2", [2, 8]),
        (MONTHS, "", []),
        (SHARE, "2/3", [2, 3]),
        (IS_ON, "yes", True),
        (IS_ON, "no", False),
        (NAME, "红烛主题党日", "红烛主题党日"),
        (WHO, "other", "other"),
    ],
)
def test_what_is_typed_is_stored_and_typed_again(parameter: Parameter, typed: str, value: Any) -> None:
    assert read_value(parameter, typed) == value
    assert read_value(parameter, typed_value(parameter, value)) == value


@pytest.mark.parametrize(
    ("parameter", "typed"),
    [
        (HOURS, ""),
        (HOURS, "三"),
        (HOURS, "367"),
        (MONTHS, "13"),
        (MONTHS, "暑假"),
        (SHARE, "3/2"),
        (SHARE, "一半"),
        (NAME, "长" * 61),
        (WHO, "谁都行"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(parameter: Parameter, typed: str) -> None:
    with pytest.raises(Refused) as refusal:
        read_value(parameter, typed)
    assert (refusal.value.code, refusal.value.field) == ("setting.value", "value")
