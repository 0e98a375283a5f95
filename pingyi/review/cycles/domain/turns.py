"""Whose turn it is to report on site: at least once while in post, or once in so many years."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Turn:
    """Whether it is this secretary's turn this year, and why, in a phrase."""

    is_due: bool
    why: str


def turn_of(year: int, since: date | None, past: Mapping[int, bool], every_years: int | None) -> Turn:
    """`past` tells by year whether she reported on site; only years known to the system are in it.

    `every_years` is the cycle's rule, None for once while in post. Nothing is concluded from unknown years.
    """
    on_site = [one for one, was_on_site in past.items() if was_on_site and one < year]
    if on_site:
        last = max(on_site)
        return Turn(every_years is not None and year - last >= every_years, f"{last}年现场述过")
    if since is not None and since.year >= year:
        return Turn(is_due=False, why="今年到任")
    if not any(one < year for one in past):
        return Turn(is_due=False, why="没有以往记录")
    return Turn(is_due=True, why="到任后没有现场述过")
