import pytest

from pingyi.review.dutyreports.domain.states import Act, ReportState, is_handed_in, is_writable, state_after

#              save        submit       return      accept
TABLE = {
    "draft":     ("draft",    "submitted", None,       None),
    "submitted": (None,       None,        "returned", "accepted"),
    "returned":  ("returned", "submitted", None,       None),
    "accepted":  (None,       None,        "returned", None),
}  # fmt: skip


@pytest.mark.parametrize("state", TABLE)
def test_each_act_leads_where_the_table_says(state: str) -> None:
    assert tuple(state_after(state, act) for act in Act) == TABLE[state]


def test_the_table_knows_every_state() -> None:
    assert set(TABLE) == set(ReportState)


@pytest.mark.parametrize("state", TABLE)
def test_only_what_is_not_handed_in_is_written(state: str) -> None:
    assert is_writable(state) is (state in {"draft", "returned"})
    assert is_handed_in(state) is not is_writable(state)
