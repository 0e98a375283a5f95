"""On which days something can be recorded: not before the first year that can be looked at, and not ahead."""

from datetime import date

from pingyi.core.words import Words

# Before any installation by far, so that nothing of use is refused; a slip like 1900 is.
FIRST_YEAR = 2000


def day_fault(happened_on: date, today: date) -> tuple[str, str] | None:
    """Code and words of a day on which nothing can be recorded; None for any other."""
    if happened_on > today:
        return "record.ahead", Words("日期在今天以后。还没有发生的事不记，发生了再记。")
    if happened_on.year < FIRST_YEAR:
        return "record.too_early", Words(
            "日期写的是{year}年，台账只记{first}年以后的事。核对年份，多半是写错了。",
            year=happened_on.year,
            first=FIRST_YEAR,
        )
    return None
