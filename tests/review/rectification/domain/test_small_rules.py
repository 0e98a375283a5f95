"""Measures as typed, problems as counted."""

import pytest

from pingyi.review.rectification.domain.measures import measures_in
from pingyi.review.rectification.domain.tally import Standing, tally


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("", ()),
        ("修订制度。", ("修订制度。",)),
        ("1. 修订制度。\n\n2、每月支委会。\n（3）到点检查", ("修订制度。", "每月支委会。", "到点检查")),
        ("①换届\n②补选", ("换届", "补选")),
        ("一、换届\n十二、补选", ("换届", "补选")),
        ("1.5倍于去年的课时\n2025年底前换届", ("1.5倍于去年的课时", "2025年底前换届")),
        ("一个支部一策", ("一个支部一策",)),
    ],
)
def test_one_line_is_one_measure_without_its_number(text: str, measures: tuple[str, ...]) -> None:
    assert measures_in(text) == measures


def test_counts_have_their_denominator_and_leave_withdrawn_ones_out() -> None:
    counts = tally(
        [
            Standing("raised", is_late=True),
            Standing("contested"),
            Standing("claimed"),
            Standing("in_progress", is_late=True, waits_for_check=True),
            Standing("in_progress"),
            Standing("closed"),
            Standing("withdrawn"),
        ]
    )
    assert (counts.total, counts.closed, counts.withdrawn) == (6, 1, 1)
    assert (counts.raised, counts.answered, counts.contested, counts.claimed) == (1, 5, 1, 4)
    assert (counts.unplanned, counts.in_progress, counts.late, counts.to_check) == (1, 2, 2, 1)
    assert tally([]).total == 0
