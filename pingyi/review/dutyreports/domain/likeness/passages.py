"""From places where two texts begin to be the same to passages: grown, joined over small edits, and long enough."""

from collections.abc import Sequence
from dataclasses import dataclass

from pingyi.review.dutyreports.domain.likeness.rules import GAP, LEAST_SAME, SEED, LikenessRules
from pingyi.review.dutyreports.domain.likeness.texts import BREAK, Place, Signs

# Least minimum that can be set, and how far apart the seeds of one passage can lie with set phrases between them.
LONG, NEAR = 12, 150


@dataclass(frozen=True)
class Passage:
    """The same words in two texts. `same`: signs that are equal one by one and belong to no set phrase."""

    first: Place
    second: Place
    same: int

    @property
    def turned(self) -> "Passage":
        return Passage(self.second, self.first, self.same)


@dataclass
class _Run:
    """Signs `a`..`a_end` of one row beside `b`..`b_end` of the other; `equal` of them are equal, `own` are nobody's
    set phrase."""

    a: int
    a_end: int
    b: int
    b_end: int
    equal: int
    own: int


@dataclass(frozen=True)
class Side:
    """One of two texts: its signs, and which of them are set phrases."""

    signs: Signs
    mask: bytearray


def passages_between(
    one: Side, other: Side, seeds: Sequence[tuple[int, int]], rules: LikenessRules
) -> tuple[Passage, ...]:
    """The passages that grow from these seeds (sorted), in the order of the first text."""
    if not _may_be_one(one.signs.row, other.signs.row, seeds):
        return ()
    stretches = _grown(one.signs.row, other.signs.row, seeds)
    if sum(a_end - a for a, a_end, _ in stretches) < rules.min_signs:
        return ()
    runs = [_run(one, other, *stretch) for stretch in stretches]
    kept = [
        _trimmed(one, other, run) for run in _joined(runs, one.signs, other.signs) if _is_enough(run, rules)
    ]
    return tuple(
        Passage(one.signs.place(run.a, run.a_end), other.signs.place(run.b, run.b_end), run.own)
        for run in _without_inner(kept)
    )


def _may_be_one(first: str, second: str, seeds: Sequence[tuple[int, int]]) -> bool:
    """Whether a passage can grow here at all: from one seed with much behind it that is the same, or from two that lie
    near each other in both texts. Of two texts about the same nearly all seeds are lonely words."""
    for place, (a, b) in enumerate(seeds, start=1):
        for following_a, following_b in seeds[place:]:
            if following_a - a > NEAR:
                break
            if abs(following_a - a - following_b + b) <= GAP + SEED:
                return True
    return any(first[a : a + LONG] == second[b : b + LONG] for a, b in seeds)


def _grown(first: str, second: str, seeds: Sequence[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Each seed to both sides as far as the signs are equal: where it begins and ends in the first row, where it begins
    in the second."""
    reach: dict[int, int] = {}
    stretches = []
    for a, b in seeds:
        if reach.get(a - b, -1) >= a:
            continue
        start, a_end, b_end = a, a + SEED, b + SEED
        # Both rows end with a break: neither is left.
        while first[a_end] == second[b_end] != BREAK:
            a_end += 1
            b_end += 1
        while start and start > a - b and first[start - 1] == second[start - 1 - a + b] != BREAK:
            start -= 1
        reach[a - b] = a_end
        stretches.append((start, a_end, start - a + b))
    return stretches


def _run(one: Side, other: Side, a: int, a_end: int, b: int) -> _Run:
    length = a_end - a
    own = length - max(one.mask.count(1, a, a_end), other.mask.count(1, b, b + length))
    return _Run(a, a_end, b, b + length, length, own)


def _trimmed(one: Side, other: Side, run: _Run) -> _Run:
    """Without set phrases at either end."""
    while one.mask[run.a] and other.mask[run.b]:
        run.a, run.b = run.a + 1, run.b + 1
    while one.mask[run.a_end - 1] and other.mask[run.b_end - 1]:
        run.a_end, run.b_end = run.a_end - 1, run.b_end - 1
    return run


def _joined(runs: Sequence[_Run], one: Signs, other: Signs) -> list[_Run]:
    """Runs that follow each other in both texts with little between them become one."""
    open_runs: list[_Run] = []
    done: list[_Run] = []
    for run in sorted(runs, key=lambda run: (run.a, run.b, run.a_end)):
        still: list[_Run] = []
        for earlier in open_runs:
            (still if run.a - earlier.a_end <= GAP else done).append(earlier)
        near = [earlier for earlier in still if _follows(earlier, run, one, other)]
        if near:
            best = min(
                near, key=lambda earlier: (abs(run.b - earlier.b_end) + abs(run.a - earlier.a_end), earlier.a)
            )
            _append(best, run)
        else:
            still.append(run)
        open_runs = still
    return sorted([*done, *open_runs], key=lambda run: (run.a, run.b))


def _follows(earlier: _Run, run: _Run, one: Signs, other: Signs) -> bool:
    # A run has at least SEED signs: one that begins so near always ends behind the earlier one.
    if not -SEED < run.a - earlier.a_end <= GAP or not -SEED < run.b - earlier.b_end <= GAP:
        return False
    between = one.row[earlier.a_end : run.a], other.row[earlier.b_end : run.b]
    return not any(BREAK in words for words in between)


def _append(earlier: _Run, run: _Run) -> None:
    overlap = max(0, earlier.a_end - run.a, earlier.b_end - run.b)
    earlier.a_end, earlier.b_end = run.a_end, run.b_end
    earlier.equal += max(0, run.equal - overlap)
    earlier.own += max(0, run.own - overlap)


def _is_enough(run: _Run, rules: LikenessRules) -> bool:
    longer = max(run.a_end - run.a, run.b_end - run.b)
    return run.own >= rules.min_signs and run.equal >= LEAST_SAME * longer


def _without_inner(runs: Sequence[_Run]) -> list[_Run]:
    """Without those that lie inside a larger one in both texts."""
    return [
        run
        for run in runs
        if not any(
            other is not run
            and other.a <= run.a
            and run.a_end <= other.a_end
            and other.b <= run.b
            and run.b_end <= other.b_end
            for other in runs
        )
    ]
