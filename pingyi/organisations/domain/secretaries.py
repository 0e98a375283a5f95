"""Who answers for an organisation in a year of review."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pingyi.organisations.domain.terms import Term


@dataclass(frozen=True)
class SecretaryOfYear:
    """Who reports for the year: the secretary in post at its end, else the deputy who runs the organisation then.

    `earlier` are those who held the place before in the same year, oldest first: a change that people must see.
    """

    term: Term
    is_acting: bool
    earlier: tuple[Term, ...] = ()

    @property
    def has_changed(self) -> bool:
        return bool(self.earlier)


def secretary_of_year(terms: Iterable[Term], year: int) -> SecretaryOfYear | None:
    """The one who reports for the year, or None if the place is vacant at its end."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    places = [term for term in terms if (term.is_secretary or term.is_acting) and term.touches(first, last)]
    at_end = [term for term in places if term.covers(last)]
    chosen = _latest(term for term in at_end if term.is_secretary) or _latest(at_end)
    if chosen is None:
        return None
    before = [term for term in places if term is not chosen and term.person_id != chosen.person_id]
    earlier = sorted((term for term in before if not term.covers(last)), key=lambda term: term.started_on)
    return SecretaryOfYear(chosen, chosen.is_acting, tuple(earlier))


def _latest(terms: Iterable[Term]) -> Term | None:
    return max(terms, key=lambda term: term.started_on, default=None)
