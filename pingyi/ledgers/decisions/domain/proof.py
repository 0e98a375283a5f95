"""Before the meeting: can every item of the agenda be decided, and if not, what is the least that mends it.

A repair asks absent members to come, moves items to the next meeting, and refers to the superior organisation what
these members can never decide. Each is one step; the smallest repair has the fewest steps, and among those moves the
fewest items. Items that are not ready can only be moved; to move what can never be decided helps nobody.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from pingyi.ledgers.decisions.domain.bodies import BodyKind
from pingyi.ledgers.decisions.domain.room import Item, Member, Room, is_decidable, room_of
from pingyi.ledgers.decisions.domain.rulebook import RuleBook


@dataclass(frozen=True)
class Agenda:
    """What is to be proved. Order of members and items is the order in which equal repairs are preferred."""

    body: BodyKind
    book: RuleBook
    members: tuple[Member, ...]
    items: tuple[Item, ...]

    @property
    def coming(self) -> frozenset[int]:
        return frozenset(one.key for one in self.members if one.comes)

    def room(self, item: Item, there: Collection[int]) -> Room:
        return room_of(self.members, item, there, body=self.body, book=self.book)

    def holds(self, item: Item, there: Collection[int]) -> bool:
        return is_decidable(item, self.room(item, there), there)

    def never(self, item: Item) -> bool:
        """Whether not even all members together could decide the item once it is ready."""
        return not self.holds(replace(item, is_unready=False), [one.key for one in self.members])


@dataclass(frozen=True)
class Line:
    """The proof of one item. `absent` are those of its needed members who do not come.

    `never`: not even with all members there; such a topic belongs before the superior organisation.
    """

    item: Item
    room: Room
    absent: frozenset[int]
    holds: bool
    never: bool


@dataclass(frozen=True)
class Repair:
    """Members to ask, items to move, and items to refer to the superior organisation, by their keys."""

    ask: tuple[int, ...]
    move: tuple[int, ...]
    refer: tuple[int, ...] = ()

    @property
    def rank(self) -> tuple[int, int]:
        return (len(self.ask) + len(self.move) + len(self.refer), len(self.move))


@dataclass(frozen=True)
class Proof:
    """`repair` is None where every item holds."""

    lines: tuple[Line, ...]
    repair: Repair | None

    @property
    def holds(self) -> bool:
        return self.repair is None


def prove(agenda: Agenda) -> Proof:
    """Every item with its figures, and the smallest repair if one fails."""
    coming = agenda.coming
    lines = tuple(
        Line(
            item,
            agenda.room(item, coming),
            item.needs - coming,
            holds=agenda.holds(item, coming),
            never=agenda.never(item),
        )
        for item in agenda.items
    )
    return Proof(lines, None if all(line.holds for line in lines) else smallest_repair(agenda))


def smallest_repair(agenda: Agenda) -> Repair:
    """The repair with the fewest steps. Whoever comes in addition never makes an item worse, so it is enough to look at
    more and more people to ask, and to stop where asking alone costs as much as the best repair found.
    """
    refer = tuple(item.key for item in agenda.items if agenda.never(item))
    rest = replace(agenda, items=tuple(item for item in agenda.items if item.key not in refer))
    best = Repair((), _failing(rest, ()), refer)
    groups = _alike(rest)
    for asked in range(1, len(best.move) + 1):
        if asked + len(refer) > best.rank[0]:
            break
        for ask in _choices(groups, asked):
            best = min(best, Repair(ask, _failing(rest, ask), refer), key=lambda one: one.rank)
    return best


def _failing(agenda: Agenda, ask: Collection[int]) -> tuple[int, ...]:
    there = agenda.coming | set(ask)
    return tuple(item.key for item in agenda.items if not agenda.holds(item, there))


def _alike(agenda: Agenda) -> list[tuple[int, ...]]:
    """Those who could be asked, grouped by what they mean to each item: inside a group it does not matter who comes."""
    groups: defaultdict[tuple[bool, ...], list[int]] = defaultdict(list)
    for one in agenda.members:
        if not one.comes and not one.is_excused:
            leaves = (one.key in item.recused for item in agenda.items)
            is_needed = (one.key in item.needs for item in agenda.items)
            groups[(one.writes, *leaves, *is_needed)].append(one.key)
    return [tuple(group) for group in groups.values()]


def _choices(groups: Sequence[tuple[int, ...]], count: int) -> Iterator[tuple[int, ...]]:
    """All ways to take `count` people, from each group the first ones."""
    if not groups:
        if count == 0:
            yield ()
        return
    first, *others = groups
    for taken in range(min(count, len(first)), -1, -1):
        for rest in _choices(others, count - taken):
            yield (*first[:taken], *rest)
