"""When branches of rules are counted: from the start until everything is imported, and in tests that count.

A Python that counts runs everything at half its speed or less, also what it does not count, so nearly all of the suite
runs without.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from coverage.collector import Collector


def pause_counting() -> None:
    """Until a test counts. Nothing where nothing is counted."""
    for active in Collector._collectors[-1:]:
        active.pause()


@contextmanager
def counting() -> Iterator[None]:
    """What runs inside is counted, where anything is.

    pytest-cov's own pause wakes a second counter that lies below the first in each worker of pytest-xdist: whichever is
    on top rests here.
    """
    active = Collector._collectors[-1:]
    for one in active:
        one.resume()
    try:
        yield
    finally:
        for one in active:
            one.pause()
