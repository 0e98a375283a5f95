from pingyi.review.genealogy.domain.faults import CommonFault, Item, common_faults
from pingyi.review.genealogy.domain.kinship import Kinship


def test_same_as_same_is_one_line() -> None:
    kin = Kinship([(1, 2), (3, 4), (2, 3)])
    assert kin.line_of(4) == {1, 2, 3, 4}
    assert kin.lines() == {frozenset({1, 2, 3, 4})}
    assert kin.are_same(1, 4)
    assert kin.line_of(9) == {9}


def test_a_decided_pair_is_never_asked_again_nor_what_follows_from_it() -> None:
    kin = Kinship([(1, 2)], [(2, 5)])
    assert kin.is_settled(1, 2)
    assert kin.is_settled(5, 1)
    assert kin.apart_by(1, 5) == (2, 5)
    assert not kin.is_settled(1, 6)
    assert kin.apart_by(1, 6) is None


ITEMS = [
    Item(1, 2024, 10, is_open=False),
    Item(2, 2025, 10, is_open=True),
    Item(3, 2025, 20, is_open=True),
    Item(4, 2025, 30, is_open=False),
    Item(5, 2025, 20, is_open=False),
    Item(6, 2024, 30, is_open=True),
    Item(7, 2025, 10, is_open=True),
]


def test_a_fault_is_common_from_two_units_or_two_years() -> None:
    kin = Kinship([(1, 2), (2, 3), (4, 6), (5, 7)])
    found = common_faults(ITEMS, kin)
    assert found == [
        CommonFault((ITEMS[1], ITEMS[2], ITEMS[0])),
        CommonFault((ITEMS[4], ITEMS[6])),
        CommonFault((ITEMS[3], ITEMS[5])),
    ]
    assert [(fault.units, fault.years, fault.open_items, fault.newest.key) for fault in found] == [
        (2, 2, 2, 2),
        (2, 1, 1, 5),
        (1, 2, 1, 4),
    ]


def test_what_nobody_linked_is_no_common_fault() -> None:
    assert common_faults(ITEMS, Kinship([])) == []
