"""Indicator sets: one by its number, all of them, those by which a review goes."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

from django.db.models import QuerySet

from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.review.cycles.models import Cycle
from pingyi.review.daily.domain.indicators import Indicator, Rule
from pingyi.review.daily.models import ChosenSet, DailyIndicator, IndicatorSet

GONE = Words("没有这套指标，可能已经撤掉。请回到“考核指标”页。")


@dataclass(frozen=True)
class SetReading:
    """A version of a set with its rows in order. `ids` are the numbers of the rows in the database."""

    indicator_set: IndicatorSet
    rows: tuple[Indicator, ...]
    ids: tuple[int, ...]

    @property
    def points(self) -> Fraction:
        return sum((row.points for row in self.rows), Fraction(0))

    @property
    def claimed(self) -> dict[int, Indicator]:
        """The rows that ask for a self-assessment, by number."""
        return {pk: row for pk, row in zip(self.ids, self.rows, strict=True) if row.claimed}

    @property
    def headings(self) -> list[tuple[str, list[tuple[int, Indicator]]]]:
        """Runs of rows under one heading."""
        groups: list[tuple[str, list[tuple[int, Indicator]]]] = []
        for pk, row in zip(self.ids, self.rows, strict=True):
            if not groups or groups[-1][0] != row.heading:
                groups.append((row.heading, []))
            groups[-1][1].append((pk, row))
        return groups


def find_set(set_id: int) -> IndicatorSet:
    found = _sets().filter(pk=set_id).first()
    if found is None:
        raise Missing(GONE, code="indicator_set.missing")
    return found


def read_sets(sets: Collection[IndicatorSet]) -> list[SetReading]:
    """These sets with their rows. One query."""
    rows: dict[int, list[DailyIndicator]] = defaultdict(list)
    for row in DailyIndicator.objects.filter(indicator_set__in=sets).order_by("sequence"):
        rows[row.indicator_set_id].append(row)
    return [
        SetReading(
            one, tuple(indicator_of(row) for row in rows[one.pk]), tuple(row.pk for row in rows[one.pk])
        )
        for one in sets
    ]


def read_set(indicator_set: IndicatorSet) -> SetReading:
    return read_sets([indicator_set])[0]


def all_sets() -> list[SetReading]:
    """Every version, newest first within its name. Two queries."""
    return read_sets(list(_sets().order_by("name", "-number")))


def version_before(indicator_set: IndicatorSet) -> IndicatorSet | None:
    """The version that this one was made from, as its number says."""
    return (
        _sets().filter(name=indicator_set.name, number__lt=indicator_set.number).order_by("-number").first()
    )


def chosen_sets(cycle: Cycle) -> dict[str, IndicatorSet]:
    """By kind of organisation: the set by which the review goes. One query."""
    rows = ChosenSet.objects.filter(cycle=cycle).select_related("indicator_set")
    return {row.kind: row.indicator_set for row in rows}


def is_used(indicator_set: IndicatorSet) -> bool:
    """Whether some review goes by this version."""
    return bool(ChosenSet.objects.filter(indicator_set=indicator_set).exists())


def indicator_of(row: DailyIndicator) -> Indicator:
    """The row as the arithmetic reads it."""
    amount = (
        None
        if row.amount_numerator is None or row.amount_denominator is None
        else Fraction(row.amount_numerator, row.amount_denominator)
    )
    return Indicator(
        row.heading,
        row.text,
        Fraction(row.computed_numerator, row.computed_denominator),
        Fraction(row.claimed_numerator, row.claimed_denominator),
        row.measure,
        Rule(row.rule),
        amount,
        row.sequence,
    )


def _sets() -> QuerySet[IndicatorSet]:
    rows: QuerySet[IndicatorSet] = IndicatorSet.objects.select_related("created_by", "in_force_by")
    return rows
