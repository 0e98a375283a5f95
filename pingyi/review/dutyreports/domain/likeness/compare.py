"""All texts against each other. One calculation: asking for one text gives what asking for all would give for it."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from pingyi.review.dutyreports.domain.likeness.passages import Passage, Side, passages_between
from pingyi.review.dutyreports.domain.likeness.phrases import (
    Kind,
    Runs,
    known_signs,
    mask_of,
    runs_of_all,
)
from pingyi.review.dutyreports.domain.likeness.rules import SEED, LikenessRules
from pingyi.review.dutyreports.domain.likeness.texts import Place, Signs, Text, count_seen

# A run that one text repeats is a seed at its first places only.
MOST_PLACES = 3
# Nobody compares so many: the places of two texts in the list fit into one number.
MOST_TEXTS = 1 << 24
# Asked for every sign of every text, where the class takes ten times as long.
OWN = int(Kind.OWN)


@dataclass(frozen=True)
class Pair:
    """Two texts and what is alike in them, the text that was asked for first."""

    key: int
    other: int
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class Share:
    """How much of a text is alike: `alike` of `whole` less `common` characters, blanks not counted."""

    whole: int
    common: int
    alike: int

    @property
    def own(self) -> int:
        """The denominator: what is left without set phrases."""
        return self.whole - self.common

    @property
    def share(self) -> Fraction | None:
        return Fraction(self.alike, self.own) if self.own else None


@dataclass(frozen=True)
class Likeness:
    """`pairs` by the text asked for, those compared with it in the order they were given; only where there is
    something. `common` are the places of set phrases."""

    pairs: dict[int, tuple[Pair, ...]]
    shares: dict[int, Share]
    common: dict[int, tuple[Place, ...]]


def find_likeness(
    texts: Sequence[Text],
    rules: LikenessRules,
    *,
    asked: Collection[int] | None = None,
    known: Iterable[str] = (),
    step: Callable[[], None] = lambda: None,
) -> Likeness:
    """Compare the texts whose keys are `asked` (None: all) with every other one.

    Set phrases are counted over all texts. `known` are words that are set phrases anyway. `step` is called
    `steps_of(texts)` times in all.
    """
    rows = [Signs(text) for text in sorted(texts, key=lambda text: text.key)]
    words = known_signs(known)
    sides, begins = [], _Beginnings({row.text.key for row in rows} if asked is None else set(asked))
    for signs, runs in zip(rows, runs_of_all(rows, rules, step), strict=True):
        sides.append(Side(signs, mask_of(signs.row, runs.kinds, words)))
        begins.add(sides[-1], runs)
        step()
    found: defaultdict[int, dict[int, tuple[Passage, ...]]] = defaultdict(dict)
    at = 0
    for first, second, beginnings in begins.pairs():
        while at < first:
            at += 1
            step()
        passages = passages_between(sides[first], sides[second], beginnings, rules)
        if passages:
            one, other = rows[first].text.key, rows[second].text.key
            if one in begins.wanted:
                found[one][other] = passages
            if other in begins.wanted:
                found[other][one] = tuple(sorted((p.turned for p in passages), key=_by_place(rows[second])))
    for _ in range(at, len(rows)):
        step()
    order = [text.key for text in texts]
    wanted = [side for side in sides if side.signs.text.key in begins.wanted]
    pairs = {
        key: tuple(Pair(key, other, found[key][other]) for other in order if other in found[key])
        for key in (side.signs.text.key for side in wanted)
    }
    places = {side.signs.text.key: tuple(_masked(side)) for side in wanted}
    shares = {key: _share(side, places[key], pairs[key]) for side in wanted for key in [side.signs.text.key]}
    return Likeness(pairs, shares, places)


def steps_of(texts: int) -> int:
    """How many steps comparing so many texts takes."""
    return 3 * texts


class _Beginnings:
    """Where texts begin to be the same: runs that stand in several of them and are mostly no set phrase."""

    def __init__(self, wanted: Collection[int]) -> None:
        self.wanted = wanted
        self._is_asked: list[bool] = []
        # Of each run: which text, at which sign, and the sign before if the run that begins there is a seed too.
        self._places: defaultdict[int, list[tuple[int, int, str]]] = defaultdict(list)

    def add(self, side: Side, runs: Runs) -> None:
        """One more text with its runs."""
        row, mask, index = side.signs.row, side.mask, len(self._is_asked)
        last_seed = -2
        for at, kind in enumerate(runs.kinds):
            if kind == OWN and mask.count(0, at, at + SEED) > SEED // 2:
                here = self._places[runs.numbers[at]]
                if len(here) < MOST_PLACES or here[-MOST_PLACES][0] != index:
                    here.append((index, at, row[last_seed] if last_seed == at - 1 else ""))
                    last_seed = at
        self._is_asked.append(side.signs.text.key in self.wanted)

    def pairs(self) -> Iterable[tuple[int, int, list[tuple[int, int]]]]:
        """For each two texts the beginnings, the leftmost only: what goes on to the left began there."""
        pairs: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        asked = self._is_asked
        for places in self._places.values():
            for number, (first, a, before) in enumerate(places, start=1):
                is_asked, base = asked[first], first * MOST_TEXTS
                for second, b, other_before in places[number:]:
                    if (
                        second != first
                        and (not before or before != other_before)
                        and (is_asked or asked[second])
                    ):
                        pairs[base + second].append((a, b))
        for pair in sorted(pairs):
            yield *divmod(pair, MOST_TEXTS), sorted(pairs[pair])


def _by_place(signs: Signs) -> Callable[[Passage], tuple[int, int, int]]:
    order = {part.name: place for place, part in enumerate(signs.text.parts)}
    return lambda passage: (order[passage.first.part], passage.first.start, passage.first.end)


def _masked(side: Side) -> Iterable[Place]:
    """Each stretch of set phrases as a place."""
    mask = side.mask
    at = mask.find(1)
    while at >= 0:
        end = mask.find(0, at)
        yield side.signs.place(at, end)
        at = mask.find(1, end)


def _share(side: Side, common: Sequence[Place], pairs: Sequence[Pair]) -> Share:
    texts = {part.name: part.text for part in side.signs.text.parts}
    marks = {name: bytearray(len(text)) for name, text in texts.items()}
    for pair in pairs:
        for passage in pair.passages:
            _mark(marks, passage.first, 1)
    for place in common:
        _mark(marks, place, 0)
    alike = sum(
        sum(not sign.isspace() for sign, mark in zip(text, marks[name], strict=True) if mark)
        for name, text in texts.items()
        if 1 in marks[name]
    )
    whole = sum(map(count_seen, texts.values()))
    return Share(whole, sum(count_seen(texts[one.part][one.start : one.end]) for one in common), alike)


def _mark(marks: dict[str, bytearray], place: Place, value: int) -> None:
    marks[place.part][place.start : place.end] = bytes([value]) * (place.end - place.start)
