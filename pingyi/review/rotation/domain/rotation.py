"""The proposal for one year: where everybody stands and why, who is proposed, and how the coming years go on."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pingyi.core.words import Words
from pingyi.review.rotation.domain.candidate import Candidate, OnSiteRule, RotationRules
from pingyi.review.rotation.domain.picking import coming_years
from pingyi.review.rotation.domain.queue import Waiting, YearOfTurns, fewest_places, is_enough
from pingyi.review.rotation.domain.sentence import say_why
from pingyi.review.rotation.domain.standing import Standing, Turn, is_exempt, last_turn, standing_of

LONGEST_VIEW = 10


@dataclass(frozen=True)
class Line:
    """One reporter in the proposal. `is_left_out`: it is her last year, and there is no place for her."""

    candidate: Candidate
    standing: Standing
    why: str
    is_proposed: bool

    @property
    def is_left_out(self) -> bool:
        return self.standing.turn == Turn.DUE and not self.is_proposed


@dataclass(frozen=True)
class Rotation:
    """`fewest` is the smallest number of places a year with which nobody's last year passes; `places` is the number
    used here: the one that was set, else the fewest.
    """

    year: int
    rules: RotationRules
    lines: tuple[Line, ...]
    years: tuple[YearOfTurns, ...]
    places: int
    fewest: int
    is_enough: bool

    def counted(self, turn: Turn) -> int:
        return sum(line.standing.turn == turn for line in self.lines)

    @property
    def proposed(self) -> frozenset[int]:
        return frozenset(line.candidate.id for line in self.lines if line.is_proposed)

    @property
    def left_out(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.is_left_out)

    @property
    def without_deadline(self) -> tuple[Line, ...]:
        """Those of whom cannot be said by when it is their turn: no end of the term, or no beginning of the post."""
        return tuple(
            line
            for line in self.lines
            if line.standing.deadline is None
            and not line.standing.has_reported
            and line.standing.turn != Turn.EXEMPT
        )

    @property
    def has_nothing_to_go_by(self) -> bool:
        """Nobody is proposed only because neither the places nor anybody's deadline are known."""
        return self.rules.places is None and not self.proposed and bool(self.without_deadline)


def plan_rotation(candidates: Sequence[Candidate], rules: RotationRules, year: int) -> Rotation:
    """What the rules propose for the year reviewed and, year by year, for those after it."""
    standings = {one.id: standing_of(one, rules, year) for one in candidates}
    queue = [
        waiting
        for one in candidates
        if (waiting := _waiting(one, standings[one.id], rules, year)) is not None
    ]
    last = _last_year(queue, rules, year)
    fewest = fewest_places([one for one in queue if one.deadline is not None], year, last)
    places = fewest if rules.places is None else rules.places
    sizes = Counter(one.unit_kind for one in candidates) if rules.is_balanced else None
    years = coming_years(queue, year, last, places, sizes)
    proposed = set(years[0].ids)
    return Rotation(
        year=year,
        rules=rules,
        lines=tuple(_line(one, standings[one.id], rules, year, one.id in proposed) for one in candidates),
        years=tuple(years[: (rules.every_years or 0) + 1] if rules.rule == OnSiteRule.YEARS else years),
        places=places,
        fewest=fewest,
        is_enough=is_enough(queue, places, year, last),
    )


def _line(one: Candidate, standing: Standing, rules: RotationRules, year: int, is_proposed: bool) -> Line:
    why = say_why(one, standing, rules, year)
    if is_proposed and standing.turn == Turn.NOT_DUE:
        why += Words("后几年位置不够，提前到今年。")
    return Line(one, standing, why, is_proposed)


def _waiting(one: Candidate, standing: Standing, rules: RotationRules, year: int) -> Waiting | None:
    """The reporter's place in the queue; None when no turn is to come."""
    if rules.rule == OnSiteRule.TERM and last_turn(one, rules) is not None:
        return None
    release = year
    while is_exempt(one, rules, release):
        release += 1
    if rules.rule == OnSiteRule.ALL and release > year:
        return None
    first = year if one.since is None else one.since.year
    last = last_turn(one, rules)
    return Waiting(
        id=one.id,
        release=release,
        deadline=None if standing.deadline is None else max(standing.deadline, release),
        since=last if last is not None else first - 1,
        order=one.order,
        unit_kind=one.unit_kind,
        again=rules.every_years if rules.rule == OnSiteRule.YEARS else None,
        is_asked=standing.turn != Turn.NOT_DUE,
        is_postponed=bool(one.postponed),
    )


def _last_year(queue: Sequence[Waiting], rules: RotationRules, year: int) -> int:
    """How far to look: until the last known deadline; with turns that come again, until everybody's second."""
    if rules.rule == OnSiteRule.ALL:
        return year
    if rules.rule == OnSiteRule.YEARS and rules.every_years is not None:
        return year + 2 * rules.every_years - 1
    known = [one.deadline for one in queue if one.deadline is not None]
    return min(max(known, default=year), year + LONGEST_VIEW - 1)
