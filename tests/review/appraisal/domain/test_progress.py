"""One review from the first import to the last closed task: at every point one next step, for each role its own."""

from dataclasses import replace

import pytest

from pingyi.review.appraisal.domain.progress import (
    Facts,
    NextStep,
    Phase,
    PlanGap,
    Step,
    StepCode,
    StepState,
    next_step,
    steps_of,
)

EMPTY = Facts()
IMPORTED = replace(EMPTY, organisations=35)
PLANNED = replace(IMPORTED, meetings=1, reporters=34, on_site=7, voted_on=34, voters=150)
FROZEN = replace(PLANNED, is_frozen=True, boxes=5)
READY = replace(FROZEN, reports_in=34, reports_accepted=34, boxes_printed=5, agendas=1)
SITTING = replace(READY, has_meeting_day_come=True, sittings_begun=1, arrived=148)
COMMENTED = replace(SITTING, comments_finished=7, problems=20)
OPENED = replace(COMMENTED, votings_opened=1)
CLOSED = replace(OPENED, votings_closed=1)
COUNTED = replace(CLOSED, votings_counted=1)
SCORED = replace(COUNTED, snapshots=1)
DECIDED = replace(SCORED, decisions=34)
TOLD = replace(DECIDED, letters=34)
CLAIMED = replace(TOLD, problems_answered=20, problems_claimed=18)
TASKED = replace(CLAIMED, problems_with_tasks=18)
SETTLED = replace(TASKED, problems_settled=20)


def step_for(facts: Facts, *roles: str) -> NextStep | None:
    return next_step(facts, steps_of(facts), roles)


def states(facts: Facts) -> dict[StepCode, StepState]:
    return {step.code: step.state for step in steps_of(facts)}


def steps(facts: Facts, state: StepState) -> list[StepCode]:
    return [code for code, is_now in states(facts).items() if is_now is state]


@pytest.mark.parametrize(
    ("facts", "role", "code"),
    [
        (EMPTY, "clerk", StepCode.ORGANISATIONS),
        (IMPORTED, "clerk", StepCode.PLAN),
        (PLANNED, "clerk", StepCode.FREEZE),
        (FROZEN, "clerk", StepCode.REPORTS_IN),
        (replace(FROZEN, reports_in=34), "clerk", StepCode.REPORTS_ACCEPTED),
        (replace(FROZEN, reports_in=34, reports_accepted=34), "clerk", StepCode.PRINTED),
        (replace(READY, agendas=0), "clerk", StepCode.AGENDA),
        (READY, "clerk", StepCode.CHECK_IN),
        (READY, "counter", StepCode.CHECK_IN),
        (SITTING, "clerk", StepCode.COMMENTS),
        (COMMENTED, "scrutineer", StepCode.OPENED),
        (OPENED, "scrutineer", StepCode.CLOSED),
        (CLOSED, "counter", StepCode.COUNTED),
        (COUNTED, "leader", StepCode.SNAPSHOT),
        (SCORED, "leader", StepCode.DECIDED),
        (DECIDED, "clerk", StepCode.LETTERS),
        (TOLD, "secretary", StepCode.CLAIMED),
        (CLAIMED, "secretary", StepCode.TASKS),
        (TASKED, "clerk", StepCode.CLOSED_OUT),
    ],
)
def test_each_point_of_the_line_has_a_next_step_for_the_one_who_takes_it(
    facts: Facts, role: str, code: StepCode
) -> None:
    following = step_for(facts, role)
    assert following is not None
    assert (following.step.code, following.is_yours) == (code, True)


def test_when_all_is_done_there_is_no_next_step() -> None:
    assert step_for(SETTLED, "clerk") is None
    assert steps(SETTLED, StepState.DONE) == list(StepCode)


def test_who_has_nothing_to_do_learns_what_others_do_first() -> None:
    following = step_for(FROZEN, "leader")
    assert following is not None
    assert (following.step.code, following.is_yours) == (StepCode.REPORTS_IN, False)


def test_each_gap_keeps_its_page_open_and_the_freeze_waiting() -> None:
    gaps = [PlanGap("classes", "A类没有投票人。", "列名单。"), PlanGap("settings", "整改期限没有设。", "")]
    facts = replace(PLANNED, gaps=gaps)
    now = states(facts)
    assert [now[code] for code in (StepCode.PLAN, StepCode.REPORTERS)] == [StepState.DONE] * 2
    assert [now[code] for code in (StepCode.CLASSES, StepCode.SETTINGS)] == [StepState.CURRENT] * 2
    assert now[StepCode.FREEZE] is StepState.WAITING
    assert facts.gaps_on("classes") == gaps[:1]


def test_a_plan_without_a_meeting_is_not_complete_even_without_gaps() -> None:
    assert states(replace(IMPORTED, meetings=0))[StepCode.PLAN] is StepState.CURRENT


def test_reports_are_collected_and_checked_side_by_side() -> None:
    facts = replace(FROZEN, reports_in=29, reports_accepted=18)
    current = steps(facts, StepState.CURRENT)
    assert current[:2] == [StepCode.REPORTS_IN, StepCode.REPORTS_ACCEPTED]
    assert facts.reports_waiting == 11


def test_counts_come_with_their_denominators() -> None:
    by_code = {step.code: step for step in steps_of(replace(FROZEN, reports_in=29))}
    assert by_code[StepCode.REPORTS_IN] == Step(
        StepCode.REPORTS_IN,
        Phase.BEFORE,
        StepState.CURRENT,
        frozenset({"clerk", "secretary"}),
        29,
        34,
    )
    assert (by_code[StepCode.FREEZE].part, by_code[StepCode.FREEZE].whole) == (None, None)


def test_on_the_day_of_the_meeting_missing_reports_do_not_hide_the_check_in() -> None:
    late = replace(READY, reports_in=33, reports_accepted=33)
    before = step_for(late, "clerk")
    on_the_day = step_for(replace(late, has_meeting_day_come=True), "clerk")
    assert before is not None
    assert on_the_day is not None
    assert (before.step.code, on_the_day.step.code) == (StepCode.REPORTS_IN, StepCode.CHECK_IN)


def test_without_an_agenda_the_day_of_the_meeting_still_asks_for_it() -> None:
    following = step_for(replace(READY, agendas=0, has_meeting_day_come=True), "clerk")
    assert following is not None
    assert following.step.code is StepCode.AGENDA


def test_what_was_left_undone_comes_back_when_the_present_phase_is_done() -> None:
    facts = replace(SETTLED, reports_accepted=33)
    following = step_for(facts, "clerk")
    assert following is not None
    assert following.step.code is StepCode.REPORTS_ACCEPTED


def test_of_two_meetings_both_must_be_counted() -> None:
    first_done = replace(COUNTED, meetings=2, agendas=2, sittings_begun=2)
    following = step_for(first_done, "scrutineer")
    assert following is not None
    assert (following.step.code, following.step.part, following.step.whole) == (StepCode.OPENED, 1, 2)
    assert states(first_done)[StepCode.SNAPSHOT] is StepState.WAITING


def test_a_vote_that_opened_makes_it_the_meetings_day_whatever_the_calendar_says() -> None:
    facts = replace(READY, reports_in=33, reports_accepted=33, votings_opened=1)
    following = step_for(facts, "clerk")
    assert following is not None
    assert following.step.phase is Phase.DURING


def test_rectification_waits_for_something_to_rectify() -> None:
    now = states(replace(COUNTED, problems=0))
    assert [now[code] for code in (StepCode.CLAIMED, StepCode.TASKS, StepCode.CLOSED_OUT)] == [
        StepState.WAITING
    ] * 3


def test_tasks_are_not_complete_while_a_problem_waits_for_its_answer() -> None:
    half = replace(TOLD, problems_answered=10, problems_claimed=10, problems_with_tasks=10)
    assert states(half)[StepCode.TASKS] is StepState.CURRENT
    assert states(replace(half, problems=10))[StepCode.TASKS] is StepState.DONE


def test_a_clerk_with_nothing_to_check_learns_whom_the_rectification_waits_for() -> None:
    waiting = replace(TOLD, problems_answered=16, problems_claimed=16, problems_with_tasks=16)
    following = step_for(waiting, "clerk")
    assert following is not None
    assert (following.step.code, following.is_yours) == (StepCode.CLAIMED, False)


@pytest.mark.parametrize(("to_check", "contested"), [(1, 0), (0, 1)])
def test_what_has_arrived_is_the_next_step_of_the_clerk(to_check: int, contested: int) -> None:
    waiting = replace(TOLD, problems_answered=16, problems_claimed=16, problems_with_tasks=16)
    following = step_for(replace(waiting, tasks_to_check=to_check, problems_contested=contested), "clerk")
    assert following is not None
    assert (following.step.code, following.is_yours) == (StepCode.CLOSED_OUT, True)


def test_the_first_contested_problem_waits_for_the_clerk_although_there_is_no_task_yet() -> None:
    following = step_for(replace(TOLD, problems_answered=1, problems_contested=1), "clerk")
    assert following is not None
    assert (following.step.code, following.is_yours) == (StepCode.CLOSED_OUT, True)
