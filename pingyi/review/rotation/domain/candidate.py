"""What the rotation knows about one reporter, and the rules by which turns come round."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

LAST_DAY_OF_YEAR = (12, 31)


class OnSiteRule(StrEnum):
    """How often everybody reports on site: once per term of office, once in so many years, or all every year."""

    TERM = "term"
    YEARS = "years"
    ALL = "all"


@dataclass(frozen=True)
class RotationRules:
    """`places`: how many may speak, None if nobody has set it. `exempt_months`: how long a new organisation is free."""

    rule: OnSiteRule = OnSiteRule.TERM
    every_years: int | None = None
    exempt_months: int | None = None
    places: int | None = None
    is_balanced: bool = False


@dataclass(frozen=True)
class Candidate:
    """One reporter with what is known of her turns. Years are years reviewed (年度).

    `on_site` are her own years, `by_others` those of somebody else, `before` those before this term of whom nobody
    wrote down who it was. `unknown` are years in this post of which nothing is recorded. `order` is the place of the
    organisation, the last tie-breaker; `postponed` says why she gave up last year's turn.
    """

    id: int
    name: str
    unit_kind: str
    order: int
    founded_on: date | None = None
    since: date | None = None
    term_ends_on: date | None = None
    is_acting: bool = False
    on_site: frozenset[int] = frozenset()
    by_others: frozenset[int] = frozenset()
    before: frozenset[int] = frozenset()
    unknown: tuple[int, ...] = ()
    is_known: bool = True
    postponed: str = ""

    @property
    def last_year_of_term(self) -> int | None:
        """The last year at whose end she is still in post, by the registered end of the term."""
        if self.term_ends_on is None:
            return None
        is_whole = (self.term_ends_on.month, self.term_ends_on.day) == LAST_DAY_OF_YEAR
        return self.term_ends_on.year if is_whole else self.term_ends_on.year - 1
