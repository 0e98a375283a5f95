"""Who may sign what beside whom, whose turn it is, which signatures stand."""

import pytest

from pingyi.publishing.domain.reviewing.steps import (
    STEPS,
    Clash,
    People,
    Signed,
    Step,
    clashes,
    next_step,
    standing,
    steps_of_turn,
)

R1, P1, R2, P2, R3, P3 = STEPS
WRITER = 9


@pytest.mark.parametrize(
    ("people", "names", "found"),
    [
        (People.KINDS, {R1: 1, P1: 1, R2: 2, P2: 2, R3: 3, P3: 3}, []),
        (People.KINDS, {R1: WRITER, P1: WRITER, R2: 2, P2: 1, R3: 3, P3: 4}, []),
        (People.KINDS, {R1: 1, R2: 1, P2: 1}, [(R2, Clash.TWICE_IN_KIND)]),
        (People.ALL, {R1: 1, P1: 1}, [(P1, Clash.TWICE)]),
        (People.ALL, {R1: 1, P1: 2, R2: 3, P2: 4, R3: 5, P3: 6}, []),
        (People.FREE, {R1: 1, R2: 1, R3: 1}, []),
        (People.FREE, {R3: WRITER, P3: WRITER}, [(R3, Clash.WRITER_LAST), (P3, Clash.WRITER_LAST)]),
    ],
)
def test_people_differ_as_strictly_as_the_house_says(
    people: People, names: dict[Step, int], found: list[tuple[Step, Clash]]
) -> None:
    assert clashes(names, writer=WRITER, people=people) == found


def test_the_steps_follow_one_another() -> None:
    assert [next_step(STEPS[:count]) for count in (0, 1, 6)] == [R1, P1, None]


def test_review_and_proof_of_one_person_are_one_act() -> None:
    names = {R1: 1, P1: 1, R2: 2, P2: 3}
    assert steps_of_turn(R1, names, ()) == (R1, P1)
    assert steps_of_turn(R2, names, (R1, P1)) == (R2,)
    assert steps_of_turn(P1, names, (R1,)) == (P1,)
    assert steps_of_turn(R1, names, (P1,)) == (R1,)


def test_the_last_signatures_stand_only_under_the_text_as_it_is() -> None:
    given = [Signed(R1, 1, 2, 1), Signed(R3, 3, 2, 1), Signed(P3, 3, 2, 2), Signed(R2, 2, 1, 2)]
    assert standing(given, now_round=2, version=2) == {R1, P3}
