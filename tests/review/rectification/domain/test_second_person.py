"""Nobody closes out what she had a hand in."""

import pytest

from pingyi.review.rectification.domain.second_person import ClosingFault, Work, closing_fault
from pingyi.review.rectification.phrases import CLOSING_FAULTS

WORK = Work(planned_by=1, submitted_by=2, workers={3, 4}, responsible=50)


@pytest.mark.parametrize(
    ("account", "person", "fault"),
    [
        (2, None, ClosingFault.HANDED_IN),
        (1, None, ClosingFault.PLANNED),
        (4, 60, ClosingFault.WORKED),
        (9, 50, ClosingFault.RESPONSIBLE),
        (9, 60, None),
        (9, None, None),
    ],
)
def test_who_had_a_hand_in_it_may_not_close_it(
    account: int, person: int | None, fault: ClosingFault | None
) -> None:
    assert closing_fault(WORK, account=account, person=person) == fault


def test_every_reason_has_its_words() -> None:
    assert set(CLOSING_FAULTS) == set(ClosingFault)
