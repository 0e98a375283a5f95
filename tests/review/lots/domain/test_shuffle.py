import hashlib
from collections import Counter
from itertools import islice, permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pingyi.review.lots.domain.shuffle import below, blocks_of, draw, drawn_order, seed_text


@pytest.mark.parametrize("people", [1, 2, 3, 4])
def test_every_order_comes_equally_often_counted_over_all_numbers(people: int) -> None:
    # A block of 5 values does not divide by 2, 3 or 4, so rejection has to work for each of them.
    counted: Counter[tuple[int, ...]] = Counter()
    length = people + 1
    for blocks in product(range(5), repeat=length):
        try:
            counted[tuple(drawn_order(people, iter(blocks), block=5))] += 1
        except StopIteration:
            continue  # the numbers ran out while some were being passed over
    assert set(counted) == set(permutations(range(1, people + 1)))
    assert len(set(counted.values())) == 1


@pytest.mark.parametrize("bound", [1, 2, 3, 4, 5, 6, 7])
def test_a_number_below_a_bound_is_even_and_what_would_favour_small_ones_is_passed_over(bound: int) -> None:
    accepted = Counter(below(bound, iter([one, 0]), block=7) for one in range(7) if one < 7 - 7 % bound)
    assert accepted == dict.fromkeys(range(bound), 7 // bound)
    for rejected in range(7 - 7 % bound, 7):
        assert below(bound, iter([rejected, bound - 1]), block=7) == bound - 1


@given(st.integers(1, 40), st.lists(st.integers(0, 10**9).map(str), min_size=1, max_size=5))
def test_everybody_is_drawn_once(people: int, numbers: list[str]) -> None:
    assert sorted(draw("c" * 64, people, numbers)) == list(range(1, people + 1))


def test_anybody_can_repeat_a_draw_with_a_few_lines() -> None:
    commitment, numbers, people = "ab" * 32, ["4711", "0028", "9305"], 7
    left, order, counter = list(range(1, people + 1)), [], 0
    while left:
        counter += 1
        text = "\n".join([commitment, *numbers, str(counter)])
        value = int(hashlib.sha256(text.encode()).hexdigest(), 16)
        if value < 2**256 - 2**256 % len(left):
            order.append(left.pop(value % len(left)))
    assert draw(commitment, people, numbers) == order == [5, 6, 2, 4, 7, 1, 3]


def test_another_number_or_another_announcement_gives_other_blocks() -> None:
    seeds = [seed_text("aa", ["12", "34"]), seed_text("aa", ["1", "234"]), seed_text("ab", ["12", "34"])]
    firsts = {tuple(islice(blocks_of(seed), 2)) for seed in seeds}
    assert len(firsts) == 3
