"""The table of a card: figures with denominators, peers, medians, the strip, which rows are shown."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from pingyi.organisations.domain.facts import Better, Fact, Measure, Span
from pingyi.review.cards.domain.figures import Figure, percent, plain, size_words
from pingyi.review.cards.domain.peers import PeerGroup, median_of, peer_groups
from pingyi.review.cards.domain.strip import strip_of
from pingyi.review.cards.domain.table import (
    MOST_ROWS,
    NO_RECORD,
    figures_of,
    key_sentence,
    rows_of,
    shown_rows,
)
from tests.factories.cards import CLASSES, COMMITTEE, DECIDED, LATE, YEAR, row


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (Fraction(158, 168), "94%"),
        (Fraction(1, 2), "50%"),
        (Fraction(1), "100%"),
        (Fraction(0), "0%"),
        (Fraction(999, 1000), "99%"),
        (Fraction(1, 1000), "1%"),
        (Fraction(3, 2), "150%"),
    ],
)
def test_only_the_whole_is_said_to_be_all_and_only_nothing_to_be_none(size: Fraction, words: str) -> None:
    assert percent(size) == words


def test_a_figure_says_its_denominator_or_its_unit() -> None:
    share, count = Figure(158, 168), Figure(2)
    assert (share.text, share.told("次"), share.is_share, share.is_full) == (
        "158/168",
        "158/168",
        True,
        False,
    )
    assert (count.text, count.told("次"), count.size, count.is_full) == ("2", "2次", 2, False)
    assert Figure(3, 3).is_full


def test_a_count_between_two_is_said_with_its_half() -> None:
    assert (plain(Fraction(9)), plain(Fraction(17, 2))) == ("9", "8.5")
    assert size_words(Fraction(17, 2), "次", is_share=False) == "8.5次"
    assert size_words(Fraction(1, 2), "次", is_share=True) == "50%"


def test_the_median_is_exact_and_needs_four() -> None:
    assert median_of([Fraction(1), Fraction(2), Fraction(3)]) is None
    assert median_of([Fraction(4), Fraction(1), Fraction(3), Fraction(2)]) == Fraction(5, 2)
    assert median_of([Fraction(5), Fraction(4), Fraction(1), Fraction(3), Fraction(2)]) == 3


def test_peers_are_units_of_the_same_kind_or_everybody_where_there_are_too_few() -> None:
    kinds = {1: "college", 2: "college", 3: "college", 4: "college", 5: "office"}
    groups = peer_groups(kinds)
    assert groups[1] == PeerGroup("college", (1, 2, 3, 4))
    assert groups[5] == PeerGroup("", (1, 2, 3, 4, 5))
    assert not peer_groups({1: "college"})[1].is_large_enough


def fact(measure: str, value: int, out_of: int | None = None, organisation: int = 1) -> Fact:
    return Fact(YEAR, organisation, measure, value, "台账", out_of)


def test_what_is_a_share_of_nothing_is_no_number() -> None:
    found = figures_of([fact("a", 0, 0), fact("b", 3, 4), fact("b", 4, 4), fact("a", 1, organisation=2)])
    assert found == {1: {"b": Figure(4, 4)}, 2: {"a": Figure(1)}}


def test_a_row_is_there_when_anybody_has_a_number_and_the_parts_said_elsewhere_are_none() -> None:
    other_side = replace(COMMITTEE, code="orglife.committee.missed")
    head = replace(COMMITTEE, code="orglife.members")
    measures = (COMMITTEE, other_side, head, CLASSES, DECIDED)
    group = [{COMMITTEE.code: Figure(1, 2), other_side.code: Figure(1, 2), head.code: Figure(9)}, {}]
    rows = rows_of(measures, {}, {CLASSES.code: Figure(1)}, group)
    assert [one.measure for one in rows] == [COMMITTEE, CLASSES]
    assert (rows[0].now, rows[0].median_words, rows[1].median_words) == (
        None,
        "只有1家有数，不算中位数",
        NO_RECORD,
    )


def test_more_or_less_is_better_as_the_measure_says() -> None:
    peers = [Figure(90, 100), Figure(80, 100), Figure(70, 100), Figure(60, 100)]
    behind = row(COMMITTEE, Figure(50, 100), Figure(70, 100), peers)
    assert (behind.median, behind.behind, behind.fallen) == (Fraction(7, 10), Fraction(1, 5), Fraction(1, 5))
    counts = [Figure(2), Figure(2), Figure(4), Figure(4)]
    late = row(LATE, Figure(8), Figure(4), counts)
    assert (late.median, late.behind, late.fallen) == (4, Fraction(1, 2), Fraction(1, 2))
    assert late.title == "事后补记，越少越好"
    described = row(DECIDED, Figure(8), Figure(4), counts)
    assert (described.behind, described.fallen, described.sign) == (0, 0, 0)
    unknown = row(COMMITTEE, None, Figure(4, 5))
    assert (unknown.behind, unknown.fallen, unknown.spread, unknown.is_share) == (0, 0, 0, True)
    alone = row(COMMITTEE, Figure(4, 5))
    assert (alone.behind, alone.fallen, alone.spread) == (0, 0, 0)
    assert behind.spread == Fraction(2, 5)


def test_figures_come_with_percent_or_unit_behind_them() -> None:
    shown = row(COMMITTEE, Figure(1, 2), None)
    assert (shown.now_note, shown.before_note, shown.title) == ("50%", "", "支委会，按月")
    assert row(CLASSES, Figure(2)).now_note == "次"


def test_a_number_of_a_ledger_begun_in_september_says_so_beside_it() -> None:
    autumn = Span(date(2025, 9, 1), date(2025, 12, 31))
    found = figures_of([replace(fact(CLASSES.code, 1), period=autumn), fact("whole", 2)])
    assert row(CLASSES, found[1][CLASSES.code]).now_note == "9月起"
    assert found[1]["whole"].since is None


def test_ten_rows_at_most_in_their_order_those_that_differ_most() -> None:
    measures = [Measure(f"m{n}", f"第{n}项", "次", Better.MORE) for n in range(12)]
    peers = [Figure(10, 10)] * 4
    rows = [row(one, Figure(10 - n % 10, 10), None, peers) for n, one in enumerate(measures)]
    rows[3] = row(measures[3], None, Figure(1, 10), peers)
    rows[5] = row(replace(measures[5], better=Better.NEITHER), Figure(1), None, [Figure(9)] * 4)
    shown = shown_rows(rows)
    assert len(shown) == MOST_ROWS
    assert [one.measure.code for one in shown] == [f"m{n}" for n in range(12) if n not in (3, 5)]
    assert shown_rows(rows[:4]) == tuple(rows[:4])


def test_the_key_says_how_many_rows_are_better_when_less() -> None:
    assert key_sentence([row(COMMITTEE, Figure(1, 2))]).endswith("长竖线为中位。右边为多。")
    assert key_sentence([row(LATE, Figure(1))]).endswith("除注明“越少越好”的1项，右边为好。")


def test_the_strip_has_a_place_for_everybody_and_turns_no_axis_round() -> None:
    strip = strip_of(row(LATE, Figure(4), Figure(2), [Figure(1), Figure(3), Figure(4)]))
    assert strip is not None
    assert (strip.ticks, strip.median) == ((0.25, 0.75, 1.0, 1.0), 0.875)
    assert (strip.before, strip.now) == (0.5, 1.0)
    shares = strip_of(row(COMMITTEE, Figure(95, 100), None, [Figure(95, 100)]))
    assert shares is not None
    assert (shares.now, shares.before, shares.median) == (0.5, None, None)


def test_all_the_same_is_drawn_too() -> None:
    def place(measure: Measure, *figures: Figure) -> float | None:
        strip = strip_of(row(measure, figures[0], None, figures))
        return strip.now if strip else None

    assert (place(COMMITTEE, Figure(4, 4)), place(COMMITTEE, Figure(0, 4))) == (1.0, 0.0)
    assert place(LATE, Figure(0)) == 0.0
    assert place(COMMITTEE, Figure(1, 2)) == 0.5, "all of them half done stand neither left nor right"
    only_before = strip_of(row(COMMITTEE, None, Figure(1, 2), [Figure(1, 2)]))
    assert only_before is not None
    assert only_before.now is None


@pytest.mark.parametrize("figure", [Figure(1, 1), Figure(1, 2)])
def test_a_single_unit_has_no_dot_for_there_is_nobody_to_compare_with(figure: Figure) -> None:
    assert strip_of(row(COMMITTEE, figure)) is None
    assert strip_of(row(COMMITTEE)) is None
    assert strip_of(row(COMMITTEE, None, figure)) is None
    assert strip_of(row(COMMITTEE, figure, figure)) is not None, "last year is something to compare with"


def test_a_span_is_said_by_its_days() -> None:
    assert Span(date(2025, 1, 1), date(2025, 12, 31)) == YEAR
