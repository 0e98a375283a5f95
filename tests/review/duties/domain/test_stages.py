"""先谋划、再规划、再计划、再实施."""

from pingyi.review.duties.domain.stages import NOT_BEGUN, Stage, stage_after, stage_to_undo


def test_a_project_goes_through_four_stages_in_this_order() -> None:
    walked = []
    reached: int = NOT_BEGUN
    while (upcoming := stage_after(reached)) is not None:
        walked.append(upcoming)
        reached = upcoming
    assert walked == [Stage.THINKING, Stage.OUTLINING, Stage.SCHEDULING, Stage.CARRYING_OUT]


def test_only_the_last_finished_stage_can_be_taken_back() -> None:
    assert stage_to_undo(NOT_BEGUN) is None
    assert stage_to_undo(Stage.SCHEDULING) is Stage.SCHEDULING
