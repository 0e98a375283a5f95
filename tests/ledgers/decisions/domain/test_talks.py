"""What is heard before a meeting comes to."""

from datetime import date

from pingyi.ledgers.decisions.domain.matters import Opinion
from pingyi.ledgers.decisions.domain.talks import Answer, Heard, TalkKind, sum_up

LEADERS = frozenset({1, 2})


def heard(
    kind: TalkKind, person: int | None, day: int, answer: Answer = Answer.AGREES, number: int = 0
) -> Heard:
    return Heard(kind, person, date(2025, 11, day), answer, number)


def test_the_last_word_of_a_leader_counts() -> None:
    summed = sum_up(
        [
            heard(TalkKind.COORDINATION, 1, 14),
            heard(TalkKind.COORDINATION, 2, 12, Answer.DIFFERS),
            heard(TalkKind.COORDINATION, 2, 14),
        ],
        LEADERS,
    )
    assert (summed.agreed, summed.differs) == ({1, 2}, frozenset())


def test_of_one_day_the_later_record_counts() -> None:
    summed = sum_up(
        [
            heard(TalkKind.COORDINATION, 1, 14, Answer.DIFFERS, number=9),
            heard(TalkKind.COORDINATION, 1, 14, number=3),
        ],
        LEADERS,
    )
    assert summed.differs == {1}


def test_who_is_no_leader_coordinates_nothing() -> None:
    assert sum_up([heard(TalkKind.COORDINATION, 7, 14)], LEADERS).agreed == frozenset()


def test_members_are_counted_once_and_opinions_by_kind() -> None:
    summed = sum_up(
        [
            heard(TalkKind.CONSULTATION, 7, 12),
            heard(TalkKind.CONSULTATION, 7, 13),
            heard(TalkKind.CONSULTATION, 8, 13),
            heard(TalkKind.EXPERTS, None, 13),
        ],
        LEADERS,
    )
    assert summed.consulted == 2
    assert summed.opinions == {Opinion.EXPERTS}
