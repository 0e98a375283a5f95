"""The table of the year: each measure this year, last year, among peers. What has no record is said to have none."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from pingyi.core.words import Words
from pingyi.organisations.domain.facts import Better, Fact, Measure
from pingyi.review.cards.domain.figures import Figure, percent, size_words
from pingyi.review.cards.domain.peers import median_of

MOST_ROWS = 10
# The head of the card and its second part say these.
ELSEWHERE = ("orglife.members", "orglife.branches", "problems.", "tasks.")
# What was held is a row; these are its other sides.
OTHER_SIDES = (".records", ".late", ".excused", ".missed", ".undecided_twice", "secretaries.held")
NO_RECORD = Words("没有台账")

Figures = Mapping[str, Figure]


@dataclass(frozen=True)
class Row:
    """One measure of one unit. `peers` are the sizes of all in its group that have a number, its own among them."""

    measure: Measure
    now: Figure | None
    before: Figure | None
    peers: tuple[Fraction, ...] = ()

    @property
    def median(self) -> Fraction | None:
        return median_of(self.peers)

    @property
    def is_share(self) -> bool:
        return bool((self.now and self.now.is_share) or (self.before and self.before.is_share))

    @property
    def sign(self) -> int:
        """1 where more is better, -1 where less is, 0 where it only describes."""
        return {Better.MORE: 1, Better.LESS: -1, Better.NEITHER: 0}[self.measure.better]

    @property
    def behind(self) -> Fraction:
        """How far this year lies on the worse side of the median; 0 where it does not, or nobody knows."""
        median = self.median
        if self.now is None or median is None:
            return Fraction(0)
        return max(Fraction(0), self.sign * (median - self.now.size) / self._scale(median))

    @property
    def fallen(self) -> Fraction:
        """How far it got worse since last year; below 0: better."""
        if self.now is None or self.before is None:
            return Fraction(0)
        return self.sign * (self.before.size - self.now.size) / self._scale(self.before.size)

    @property
    def spread(self) -> Fraction:
        """How much there is to see: the distance from the median and from last year."""
        median = self.median
        from_median = (
            abs(self.now.size - median) if self.now is not None and median is not None else Fraction(0)
        )
        return from_median / self._scale(median or Fraction(0)) + abs(self.fallen)

    def _scale(self, other: Fraction) -> Fraction:
        """Shares are compared as they are, counts by the larger of both."""
        if self.is_share or self.now is None:
            return Fraction(1)
        return max(self.now.size, other, Fraction(1))

    @property
    def title(self) -> str:
        """As the table heads it."""
        if self.measure.better == Better.LESS:
            return Words("{title}，越少越好", title=self.measure.title)
        return self.measure.title

    @property
    def median_words(self) -> str:
        """The median, or how many have a number at all."""
        median = self.median
        if median is None:
            return Words("只有{count}家有数，不算中位数", count=len(self.peers)) if self.peers else NO_RECORD
        return size_words(median, self.measure.unit, is_share=self.is_share)

    @property
    def now_note(self) -> str:
        """What stands small behind the figure: the share in percent, or the unit of counting; since which month, where
        the ledger knows only a part of the year."""
        return self._note(self.now)

    @property
    def before_note(self) -> str:
        return self._note(self.before)

    def _note(self, figure: Figure | None) -> str:
        if figure is None:
            return ""
        if figure.since:
            return Words("{month}月起", month=figure.since)
        return percent(figure.size) if figure.is_share else self.measure.unit


def figures_of(facts: Iterable[Fact]) -> dict[int, dict[str, Figure]]:
    """By organisation and measure. What is a share of nothing is no number; of one measure stated twice the last
    counts."""
    found: dict[int, dict[str, Figure]] = {}
    for fact in facts:
        if fact.out_of != 0:
            found.setdefault(fact.organisation_id, {})[fact.measure] = Figure(
                fact.value, fact.out_of, fact.period.first.month if fact.begins_late else None
            )
    return found


def rows_of(
    measures: Iterable[Measure], now: Figures, before: Figures, group: Sequence[Figures]
) -> tuple[Row, ...]:
    """Every measure of which anybody in the group has a number, in the order of the measures. `group` holds the
    figures of all peers, the own ones among them."""
    rows = (
        Row(
            measure,
            now.get(measure.code),
            before.get(measure.code),
            tuple(sorted(one[measure.code].size for one in group if measure.code in one)),
        )
        for measure in measures
        if not measure.code.startswith(ELSEWHERE) and not measure.code.endswith(OTHER_SIDES)
    )
    return tuple(row for row in rows if row.peers or row.now or row.before)


def shown_rows(rows: Sequence[Row]) -> tuple[Row, ...]:
    """At most ten, in their order: first those with a number of this year, of these first what says more than a mere
    description, and of these the ones that differ most from the peers and from last year."""
    if len(rows) <= MOST_ROWS:
        return tuple(rows)
    places = sorted(range(len(rows)), key=lambda place: (*_rank(rows[place]), place))
    return tuple(rows[place] for place in sorted(places[:MOST_ROWS]))


def _rank(row: Row) -> tuple[bool, bool, Fraction]:
    return row.now is None, row.sign == 0, -row.spread


def key_sentence(rows: Sequence[Row]) -> str:
    """How the strip is read."""
    less = sum(row.measure.better == Better.LESS for row in rows)
    key = Words("● 今年　○ 去年　| 各单位　长竖线为中位。")
    if not less:
        return key + Words("右边为多。")
    return key + Words("除注明“越少越好”的{less}项，右边为好。", less=less)
