"""K51–K54: where the numbers stand against the peers and against last year."""

from collections.abc import Iterator

from pingyi.core.words import Words
from pingyi.review.cards.domain.case import Case
from pingyi.review.cards.domain.figures import Figure, percent
from pingyi.review.cards.domain.questions.question import Family, Question
from pingyi.review.cards.domain.table import Row

BEHIND_AND_FALLEN, FALLEN, BEHIND, RISEN = 80, 60, 50, 30


def _basis(row: Row) -> str:
    return Words("台账 {title}", title=row.measure.title)


def behind_and_fallen(case: Case) -> Iterator[Question]:
    """K51: on the worse side of the median, and worse than last year."""
    for row in case.rows:
        if row.now and row.before and row.behind > 0 and row.fallen > 0:
            yield Question(
                "K51",
                Family.STANDING,
                BEHIND_AND_FALLEN,
                Words(
                    "{title}今年{now}、去年{before}，同类中位{median}，为什么退了？",
                    title=row.measure.title,
                    now=_told(row, row.now),
                    before=row.before.told(row.measure.unit),
                    median=row.median_words,
                ),
                _basis(row),
                row.behind + row.fallen,
            )


def fallen(case: Case) -> Iterator[Question]:
    """K52: worse than last year; the peers are not ahead, or nobody knows."""
    for row in case.rows:
        if row.now and row.before and row.behind == 0 and row.fallen > 0:
            yield Question(
                "K52",
                Family.STANDING,
                FALLEN,
                Words(
                    "{title}今年{now}，去年{before}，少在哪些支部、哪几个月？",
                    title=row.measure.title,
                    now=_told(row, row.now),
                    before=row.before.told(row.measure.unit),
                )
                if row.sign > 0
                else Words(
                    "{title}今年{now}，去年{before}，多出来的是哪些？",
                    title=row.measure.title,
                    now=_told(row, row.now),
                    before=row.before.told(row.measure.unit),
                ),
                _basis(row),
                row.fallen,
            )


def behind(case: Case) -> Iterator[Question]:
    """K53: on the worse side of the median, not worse than last year or not known."""
    for row in case.rows:
        if row.now and row.behind > 0 and row.fallen <= 0:
            yield Question(
                "K53",
                Family.STANDING,
                BEHIND,
                Words(
                    "{title}今年{now}，同类中位{median}，差在哪些支部，打算怎么补？",
                    title=row.measure.title,
                    now=_told(row, row.now),
                    median=row.median_words,
                ),
                _basis(row),
                row.behind,
            )


def risen(case: Case) -> Iterator[Question]:
    """K54: clearly better than last year; what made it so is worth telling."""
    for row in case.rows:
        if row.now and row.before and 10 * row.fallen <= -1:
            yield Question(
                "K54",
                Family.STANDING,
                RISEN,
                Words(
                    "{title}去年{before}，今年{now}，做了什么，明年靠什么稳住？",
                    title=row.measure.title,
                    now=_told(row, row.now),
                    before=row.before.told(row.measure.unit),
                ),
                _basis(row),
                -row.fallen,
            )


def _told(row: Row, now: Figure) -> str:
    if not now.is_share:
        return now.told(row.measure.unit)
    return Words("{share}（{percent}）", share=now.text, percent=percent(now.size))
