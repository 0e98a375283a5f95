"""Days and months as cards say them."""

from datetime import date

from pingyi.core.words import Words


def months_words(first: date, last: date) -> str:
    """5月, 5–9月, or with the years where they differ."""
    if first.year != last.year:
        return Words(
            "{first_year}年{first}月到{last_year}年{last}月",
            first_year=first.year,
            first=first.month,
            last_year=last.year,
            last=last.month,
        )
    if first.month == last.month:
        return Words("{month}月", month=first.month)
    return Words("{first}–{last}月", first=first.month, last=last.month)


def day_words(day: date) -> str:
    """11月21日."""
    return Words("{month}月{day}日", month=day.month, day=day.day)
