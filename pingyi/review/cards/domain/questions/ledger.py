"""K11–K22: gaps of one branch, records written afterwards, no records at all."""

from collections.abc import Iterator
from fractions import Fraction

from pingyi.core.words import Words
from pingyi.organisations.domain.facts import Fact
from pingyi.review.cards.domain.case import Case
from pingyi.review.cards.domain.days import day_words, months_words
from pingyi.review.cards.domain.questions.question import Family, Question
from pingyi.review.cards.domain.said import Said

MISSED_RUN, ONE_DAY, LATE_SHARE, NO_LEDGER, ALL_FULL, TAKEN_OVER = 90, 84, 56, 64, 34, 32
# A day on which most units wrote up what was late, as when an old ledger is brought in, says little of each of them.
COMMON_DAY = 20
LATE_ENTRIES = "orglife.late_entries"
_FULL_ROWS = 4
_FEW = 5
_LATE_LIST = Words("台账 补记清单")


def missed_run(case: Case) -> Iterator[Question]:
    """K11: one branch missed the same several times running."""
    for fact in case.noted_as(".missed_run"):
        row = case.row(f"{fact.measure.removesuffix('missed_run')}done")
        yield Question(
            "K11",
            Family.RUN,
            MISSED_RUN,
            Words(
                "{said}，连着{count}次，这段时间开没开，党员在哪里过组织生活？",
                said=Said(fact.source),
                count=fact.value,
            ),
            Words(
                "台账 {title} {months}",
                title=row.measure.title if row else Words("组织生活"),
                months=months_words(fact.period.first, fact.period.last),
            ),
            Fraction(fact.value),
        )


def late_in_one_day(case: Case) -> Iterator[Question]:
    """K12: many of the records that were written afterwards were written on one day."""
    for fact in [] if _taken_over(case) else case.noted_as(".late_in_one_day"):
        total, day = fact.out_of or fact.value, day_words(fact.period.first)
        text = (
            Words("今年补记{total}条，都是{day}一天补的，谁补的，当时开没开？", total=total, day=day)
            if fact.value == total
            else Words(
                "今年补记{total}条，有{count}条是{day}一天补的，谁补的，当时开没开？",
                total=total,
                count=fact.value,
                day=day,
            )
        )
        weight = COMMON_DAY if fact.period.first in case.common_days else ONE_DAY
        yield Question("K12", Family.LATE, weight, text, _LATE_LIST, Fraction(fact.value))


def mostly_late(case: Case) -> Iterator[Question]:
    """K13: a third of the records or more was written afterwards, and at least five."""
    row = case.row(LATE_ENTRIES)
    if _taken_over(case) or row is None or row.now is None or not row.now.is_share:
        return
    if row.now.value >= _FEW and 3 * row.now.size >= 1:
        yield Question(
            "K13",
            Family.LATE,
            COMMON_DAY if _is_of_common_day(case) else LATE_SHARE,
            Words("今年的记录{late}条是事后补记的，为什么没有当时记？", late=row.now.text),
            _LATE_LIST,
            row.now.size,
        )


def _is_of_common_day(case: Case) -> bool:
    return any(fact.period.first in case.common_days for fact in case.noted_as(".late_in_one_day"))


def taken_over(case: Case) -> Iterator[Question]:
    """K14: nearly every record of the year was entered on one day, as when a paper ledger is brought in."""
    found = _taken_over(case)
    if found is not None:
        fact, records = found
        yield Question(
            "K14",
            Family.LATE,
            COMMON_DAY if fact.period.first in case.common_days else TAKEN_OVER,
            Words(
                "今年{records}条记录，{count}条是{day}一天录入的，纸质台账在哪里，能不能拿一本来看？",
                records=records,
                count=fact.value,
                day=day_words(fact.period.first),
            ),
            _LATE_LIST,
            Fraction(fact.value),
        )


def _taken_over(case: Case) -> tuple[Fact, int] | None:
    """The day on which nine tenths of all records were entered, if there is one, with how many there are."""
    row = case.row(LATE_ENTRIES)
    records = row.now.out_of if row is not None and row.now is not None else None
    if records is None:
        return None
    found = (fact for fact in case.noted_as(".late_in_one_day") if 10 * fact.value >= 9 * records)
    return next(((fact, records) for fact in found), None)


def no_ledger(case: Case) -> Iterator[Question]:
    """K21: others have numbers of a year, this unit has none."""
    if case.rows and all(row.now is None for row in case.rows):
        yield Question(
            "K21",
            Family.RECORDS,
            NO_LEDGER,
            Words(
                "同类单位有台账的{rows}项，这个单位一项也没有，今年的组织生活记在哪里？", rows=len(case.rows)
            ),
            Words("台账 全年"),
        )


def all_full(case: Case) -> Iterator[Question]:
    """K22: every share is full, in four measures or more, while records were written afterwards."""
    shares = [row for row in case.rows if row.now is not None and row.now.is_share and row.sign > 0]
    if len(shares) < _FULL_ROWS or not all(row.now is not None and row.now.is_full for row in shares):
        return
    late = case.row(LATE_ENTRIES)
    afterwards = late.now.text if late and late.now and late.now.value else ""
    text = (
        Words(
            "{rows}项都是满额，记录里{late}条是事后补的，能拿出哪几次的原始记录？",
            rows=len(shares),
            late=afterwards,
        )
        if afterwards
        else Words("{rows}项都是满额，拿哪几次的原始记录可以当场看？", rows=len(shares))
    )
    yield Question("K22", Family.RECORDS, ALL_FULL, text, Words("台账 全年"))
