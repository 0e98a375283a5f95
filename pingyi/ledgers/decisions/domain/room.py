"""Who counts for one item of the agenda: due, present, able to vote. The same sums before and after the meeting."""

from collections.abc import Collection
from dataclasses import dataclass

from pingyi.ledgers.decisions.domain.bodies import BodyKind
from pingyi.ledgers.decisions.domain.rulebook import RuleBook
from pingyi.ledgers.decisions.domain.shares import Base
from pingyi.ledgers.kit.domain.shares import Share


@dataclass(frozen=True)
class Member:
    """A voting member of the body. `writes`: has sent a written opinion in case of absence; `is_excused`: has leave
    from the chair and is not asked to come all the same.
    """

    key: int
    comes: bool = True
    writes: bool = False
    is_excused: bool = False


@dataclass(frozen=True)
class Item:
    """A topic on the agenda. `recused` members leave for it; `needs` are members without whom it is not heard.

    `is_unready`: something outside the meeting is still missing (coordination, the study by the Party meeting, …).
    """

    key: int
    is_major: bool = False
    recused: frozenset[int] = frozenset()
    needs: frozenset[int] = frozenset()
    is_unready: bool = False


@dataclass(frozen=True)
class Room:
    """The figures of one item. `base` is what the votes are counted against."""

    due: int
    present: int
    votes: int
    base: int
    quorum: Share
    passing: Share

    @property
    def least_present(self) -> int:
        return self.quorum.least(self.due)

    @property
    def least_votes(self) -> int:
        return self.passing.least(self.base)

    @property
    def has_quorum(self) -> bool:
        return self.quorum.met(self.present, self.due)

    @property
    def can_pass(self) -> bool:
        """Whether the people who may vote are enough to carry the item if all of them agree."""
        return self.votes > 0 and self.votes >= self.least_votes


def room_of(
    members: Collection[Member], item: Item, there: Collection[int], *, body: BodyKind, book: RuleBook
) -> Room:
    """The figures of an item if the members `there` come."""
    rules = book.bodies[body]
    able = [one for one in members if one.key not in item.recused]
    due = len(members) if book.recused_stay_due else len(able)
    present = sum(one.key in there for one in able)
    written = sum(one.writes and one.key not in there for one in able) if book.written_counts else 0
    votes = present + written
    return Room(
        due=due,
        present=present,
        votes=votes,
        base=due if rules.base is Base.DUE else votes,
        quorum=rules.quorum_of(is_major=item.is_major),
        passing=rules.passing_of(is_major=item.is_major),
    )


def is_decidable(item: Item, room: Room, there: Collection[int]) -> bool:
    """Whether the item can be heard and carried with the members `there`."""
    return not item.is_unready and item.needs <= set(there) and room.has_quorum and room.can_pass
