from datetime import timedelta

from pingyi.review.collection.domain.opening import LONGEST, OpeningFault, fault_of_opening, is_open
from tests.factories.world import NOW


def test_an_opening_ends_in_the_future_and_within_its_longest_time() -> None:
    assert fault_of_opening(now=NOW, until=NOW) == OpeningFault.IN_THE_PAST
    assert fault_of_opening(now=NOW, until=NOW + LONGEST) is None
    too_late = NOW + LONGEST + timedelta(seconds=1)
    assert fault_of_opening(now=NOW, until=too_late) == OpeningFault.TOO_LONG


def test_what_is_closed_early_or_has_run_out_is_not_read_any_more() -> None:
    until = NOW + timedelta(hours=1)
    assert is_open(open_until=until, closed_at=None, now=NOW)
    assert not is_open(open_until=until, closed_at=None, now=until)
    assert not is_open(open_until=until, closed_at=NOW, now=NOW)
