"""The proof before the meeting, and the smallest repair against every repair there is."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, combinations

from hypothesis import given
from hypothesis import strategies as st

from pingyi.ledgers.decisions.domain.proof import Agenda, Repair, prove
from pingyi.ledgers.decisions.domain.room import Item, Member
from pingyi.ledgers.decisions.domain.rulebook import RuleBook
from tests.ledgers.decisions.domain.books import JOINT, book_with


def agenda_of(coming: int, due: int, *items: Item, book: RuleBook | None = None) -> Agenda:
    members = tuple(Member(key, comes=key <= coming) for key in range(1, due + 1))
    return Agenda(JOINT, book or book_with(), members, items)


def test_six_of_nine_can_decide() -> None:
    proof = prove(agenda_of(6, 9, Item(1)))
    assert proof.holds
    assert (proof.lines[0].room.present, proof.lines[0].room.least_present) == (6, 6)


def test_one_more_member_mends_every_item_at_once() -> None:
    proof = prove(agenda_of(5, 9, Item(1), Item(2)))
    assert proof.repair == Repair(ask=(6,), move=())


def test_moving_one_item_is_less_than_asking_two_people() -> None:
    item = Item(2, recused=frozenset({1, 2}))
    proof = prove(agenda_of(6, 9, Item(1), item))
    assert proof.repair == Repair(ask=(), move=(2,))


def test_item_that_is_not_ready_can_only_be_moved() -> None:
    proof = prove(agenda_of(9, 9, Item(1), Item(2, is_unready=True)))
    assert proof.repair == Repair(ask=(), move=(2,))
    assert not proof.lines[1].never


def test_absent_leader_in_charge_is_the_one_to_ask() -> None:
    proof = prove(agenda_of(6, 9, Item(1, needs=frozenset({8}))))
    assert proof.repair == Repair(ask=(8,), move=())
    assert proof.lines[0].absent == {8}


def test_who_has_leave_is_not_asked() -> None:
    members = (
        *(Member(key) for key in range(1, 6)),
        *(Member(key, comes=False, is_excused=True) for key in range(6, 10)),
    )
    proof = prove(Agenda(JOINT, book_with(), members, (Item(1),)))
    assert proof.repair == Repair(ask=(), move=(1,))


def test_item_for_which_too_many_have_to_leave_never_holds() -> None:
    proof = prove(agenda_of(9, 9, Item(1, recused=frozenset({1, 2, 3, 4}))))
    assert proof.lines[0].never
    assert proof.repair == Repair(ask=(), move=(), refer=(1,)), "the next meeting has the same members"


def test_item_that_can_never_be_decided_is_referred_and_the_others_are_mended() -> None:
    stuck = Item(1, recused=frozenset({1, 2, 3, 4}), is_unready=True)
    proof = prove(agenda_of(5, 9, stuck, Item(2), Item(3, is_unready=True)))
    assert [line.never for line in proof.lines] == [True, False, False]
    assert proof.repair == Repair(ask=(6,), move=(3,), refer=(1,))


def test_body_without_members_decides_nothing() -> None:
    assert not prove(agenda_of(0, 0, Item(1))).holds


def test_empty_agenda_holds() -> None:
    assert prove(agenda_of(3, 9)).holds


KEYS = st.integers(1, 6)
BOOKS = [
    book_with(),
    book_with(recused_stay_due=False, joint_meeting__by_present=True),
    book_with(written_counts=True, joint_meeting__quorum=[1, 2], joint_meeting__passing=[2, 3]),
    book_with(joint_meeting__quorum_strict=True, joint_meeting__passing_strict=False),
]
MEMBERS = st.lists(st.tuples(st.booleans(), st.booleans(), st.booleans()), min_size=1, max_size=6).map(
    lambda flags: tuple(
        Member(key, comes=comes, writes=writes, is_excused=excused)
        for key, (comes, writes, excused) in enumerate(flags, start=1)
    )
)
ITEMS = st.lists(
    st.tuples(
        st.booleans(), st.frozensets(KEYS, max_size=3), st.frozensets(KEYS, max_size=1), st.integers(0, 5)
    ),
    max_size=4,
).map(
    lambda rows: tuple(
        Item(key, is_major=major, recused=recused, needs=needs, is_unready=luck == 0)
        for key, (major, recused, needs, luck) in enumerate(rows, start=1)
    )
)


def subsets(keys: list[int]) -> Iterator[tuple[int, ...]]:
    return chain.from_iterable(combinations(keys, size) for size in range(len(keys) + 1))


def can_decide(agenda: Agenda, item: Item, there: set[int]) -> bool:
    """The rule once more, in plain words: quorum of those due, and enough hands to pass."""
    book, rules = agenda.book, agenda.book.bodies[JOINT]
    able = [one for one in agenda.members if one.key not in item.recused]
    due = len(agenda.members) if book.recused_stay_due else len(able)
    hands = sum(one.key in there for one in able)
    votes = hands + sum(one.writes and one.key not in there and book.written_counts for one in able)
    quorum = rules.quorum_major if item.is_major else rules.quorum
    passing = rules.passing_major if item.is_major else rules.passing
    base = votes if rules.base == "present" else due
    return (
        not item.is_unready
        and item.needs <= there
        and votes > 0
        and quorum.met(hands, due)
        and passing.met(votes, base)
    )


@given(members=MEMBERS, items=ITEMS, book=st.sampled_from(BOOKS))
def test_no_smaller_repair_exists(
    members: tuple[Member, ...], items: tuple[Item, ...], book: RuleBook
) -> None:
    agenda = Agenda(JOINT, book, members, items)
    askable = [one.key for one in members if not one.comes and not one.is_excused]
    coming = {one.key for one in members if one.comes}
    everyone = {one.key for one in members}
    stuck = tuple(
        one.key for one in items if not can_decide(agenda, replace(one, is_unready=False), everyone)
    )
    repairs = [
        Repair(ask, move, stuck)
        for ask in subsets(askable)
        for move in subsets([one.key for one in items if one.key not in stuck])
        if all(can_decide(agenda, one, coming | set(ask)) for one in items if one.key not in move + stuck)
    ]
    found = prove(agenda).repair or Repair((), ())
    assert found in repairs
    assert found.rank == min(one.rank for one in repairs)
