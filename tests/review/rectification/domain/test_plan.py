"""A plan is proposed, returned or approved; what each state allows."""

import pytest

from pingyi.review.rectification.domain.plan import (
    PlanGap,
    gaps_of_plan,
    is_plan_in_force,
    may_be_returned,
    waits_for_approval,
)


@pytest.mark.parametrize(
    ("state", "plan", "approved", "returned", "in_force"),
    [
        ("open", "proposed", True, True, False),
        ("open", "returned", False, False, False),
        ("open", "approved", False, True, True),
        ("submitted", "approved", False, False, True),
        ("closed", "approved", False, False, True),
    ],
)
def test_what_may_be_decided(state: str, plan: str, approved: bool, returned: bool, in_force: bool) -> None:
    assert may_be_returned(state, plan) is returned
    assert is_plan_in_force(plan) is in_force
    assert waits_for_approval(state, plan) is approved


def test_a_whole_plan_has_no_gap_and_an_empty_one_names_all() -> None:
    assert gaps_of_plan(cause="空缺。", measures=1, department="办公室", has_start=True) == ()
    assert gaps_of_plan(cause=" ", measures=0, department="", has_start=False) == tuple(PlanGap)
