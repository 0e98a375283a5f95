"""The holidays of the years whose official notice is known: data, with the number of each notice.

A year belongs here only when its notice has been read. Whoever keeps the calendar of an institution can replace each.
"""

from datetime import date, timedelta

from pingyi.organisations.domain.working_days import KnownYear, SpecialDay

# year: (number of the notice, ((name, first day off, last day off, days worked instead), …)); month and day.
_Rest = tuple[str, tuple[int, int], tuple[int, int], tuple[tuple[int, int], ...]]
_NOTICES: dict[int, tuple[str, tuple[_Rest, ...]]] = {
    2023: (
        "国办发明电〔2022〕16号",
        (
            ("元旦", (1, 1), (1, 2), ()),
            ("春节", (1, 21), (1, 27), ((1, 28), (1, 29))),
            ("清明节", (4, 5), (4, 5), ()),
            ("劳动节", (4, 29), (5, 3), ((4, 23), (5, 6))),
            ("端午节", (6, 22), (6, 24), ((6, 25),)),
            ("中秋节、国庆节", (9, 29), (10, 6), ((10, 7), (10, 8))),
        ),
    ),
    2024: (
        "国办发明电〔2023〕7号",
        (
            ("元旦", (1, 1), (1, 1), ()),
            ("春节", (2, 10), (2, 17), ((2, 4), (2, 18))),
            ("清明节", (4, 4), (4, 6), ((4, 7),)),
            ("劳动节", (5, 1), (5, 5), ((4, 28), (5, 11))),
            ("端午节", (6, 10), (6, 10), ()),
            ("中秋节", (9, 15), (9, 17), ((9, 14),)),
            ("国庆节", (10, 1), (10, 7), ((9, 29), (10, 12))),
        ),
    ),
    2025: (
        "国办发明电〔2024〕12号",
        (
            ("元旦", (1, 1), (1, 1), ()),
            ("春节", (1, 28), (2, 4), ((1, 26), (2, 8))),
            ("清明节", (4, 4), (4, 6), ()),
            ("劳动节", (5, 1), (5, 5), ((4, 27),)),
            ("端午节", (5, 31), (6, 2), ()),
            ("国庆节、中秋节", (10, 1), (10, 8), ((9, 28), (10, 11))),
        ),
    ),
    2026: (
        "国办发明电〔2025〕7号",
        (
            ("元旦", (1, 1), (1, 3), ((1, 4),)),
            ("春节", (2, 15), (2, 23), ((2, 14), (2, 28))),
            ("清明节", (4, 4), (4, 6), ()),
            ("劳动节", (5, 1), (5, 5), ((5, 9),)),
            ("端午节", (6, 19), (6, 21), ()),
            ("中秋节", (9, 25), (9, 27), ()),
            ("国庆节", (10, 1), (10, 7), ((9, 20), (10, 10))),
        ),
    ),
}


def _days(year: int, rest: _Rest) -> tuple[SpecialDay, ...]:
    name, first, last, worked = rest
    begin, end = date(year, *first), date(year, *last)
    off = (begin + timedelta(days=step) for step in range((end - begin).days + 1))
    return (
        *(SpecialDay(day, is_working=False, name=name) for day in off),
        *(SpecialDay(date(year, *day), is_working=True, name=f"{name}调休") for day in worked),
    )


PRESET: tuple[KnownYear, ...] = tuple(
    KnownYear(
        year,
        f"国务院办公厅关于{year}年部分节假日安排的通知（{number}）",
        tuple(sorted((day for rest in rests for day in _days(year, rest)), key=lambda one: one.day)),
    )
    for year, (number, rests) in _NOTICES.items()
)
