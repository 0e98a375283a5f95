"""The whole play in its order. A demonstration stops it half-way."""

from collections.abc import Callable

from pingyi.doors.cli.rehearsal.play import Play
from pingyi.doors.cli.rehearsal.stages import (
    accounts,
    archive,
    casting,
    collection,
    counting,
    daily,
    hall,
    papers,
    plan,
    printing,
    rectification,
    reports,
    results,
    year,
)

# Days from the meeting's day.
STARTS, REPORTS_DUE, PRINTED = -44, -10, -2
DECIDED, LETTERS, CLAIMED, MENDED, CHECKED = 3, 5, 12, 60, 65
EARLY_DUE, TASKS_DUE = 40, 150
OVERDUE, LOOKED_BACK, NEXT_YEAR = 175, 250, 300


def before_the_meeting(play: Play) -> None:
    """From the register to the printed papers."""
    units = play.scenario.units
    play.at(STARTS)
    with play.stage("import"):
        accounts.found(play)
        plan.import_register(play)
        accounts.open_secretaries(play)
    with play.stage("plan"):
        plan.plan_review(play)
        plan.settle_roster(play)
        plan.decide_turns(play)
        plan.list_classes(play)
        plan.freeze_plan(play)
        papers.open_register(play)
        papers.issue_plan_and_notice(play)
    play.at(REPORTS_DUE)
    with play.stage("reports"):
        reports.hand_in(play, units)
        reports.review(play, units)
    play.at(PRINTED)
    with play.stage("printing"):
        printing.prepare_voting(play)
        collection.bind_reports(play)
        collection.open_reading(play)
        papers.print_for_the_hall(play)


def assess_daily(play: Play) -> None:
    """The daily part of the score, from ledgers and self-assessments: ready before anybody votes."""
    with play.stage("daily"):
        daily.import_ledger(play)
        daily.choose_indicators(play)
        daily.assess_themselves(play, play.scenario.on_site[:2])
        daily.calculate(play)
        daily.hand_over(play)


def until_the_ballot(play: Play) -> None:
    """People arrive, reports are heard, every comment is finished; the voting is open."""
    play.server.clock.set(play.scenario.held_at)
    with play.stage("meeting"):
        hall.open_hall(play)
        hall.hold_reports(play)
        casting.open_voting(play)


def ballot_and_count(play: Play) -> None:
    """Everybody votes; closing, balance, count, the end of the meeting."""
    vote: Callable[[Play], None] = casting.vote_by_phone if play.mode == "code" else casting.vote_on_paper
    with play.stage("ballot"):
        vote(play)
        casting.close_voting(play)
    with play.stage("count"):
        casting.type_papers(play)
        counting.balance(play)
        counting.count(play)
        hall.end_meeting(play)


def decide_and_tell(play: Play) -> None:
    """Scores, grades, letters."""
    play.at(DECIDED)
    with play.stage("appraisal"):
        results.take_snapshot(play)
        results.decide_grades(play, DECIDED)
    play.at(LETTERS)
    with play.stage("letters"):
        results.send_letters(play)
        papers.issue_circular(play)


def mend_and_check(play: Play, mended: int, checked: int, unclaimed: int = 0, hurried: int = 0) -> None:
    """Problems claimed and planned by all but the last `unclaimed`, mended by the first so many, of these so many
    checked and closed out. The `hurried` that come after these on site have set themselves an early deadline."""
    scenario, on_site = play.scenario, play.scenario.on_site
    claiming = scenario.units[: len(scenario.units) - unclaimed]
    early = on_site[mended : mended + hurried]
    play.at(CLAIMED)
    with play.stage("rectification"):
        rectification.list_problems_of_written(play, scenario.written)
        rectification.claim(play, claiming)
        rectification.propose_tasks(play, early, EARLY_DUE)
        rectification.propose_tasks(play, tuple(one for one in claiming if one not in early), TASKS_DUE)
        rectification.approve_plans(play)
        play.at(MENDED)
        rectification.mend(play, on_site[:mended])
        play.at(CHECKED)
        rectification.check(play, on_site[:checked])
        rectification.keep_task_lists(play)


def the_year_after(play: Play) -> None:
    """What is overdue is told and done late, one fault comes back and stands in next year's plan; news, package."""
    on_site = play.scenario.on_site
    with play.stage("year"):
        play.at(OVERDUE)
        year.tell_the_overdue(play)
        year.mend_late(play, on_site[3])
        play.at(LOOKED_BACK)
        year.look_back(play, on_site[0])
        year.draft_news(play)
        play.at(NEXT_YEAR)
        year.open_next_year(play, on_site[0])
    with play.stage("archive"):
        archive.make_package(play)


def whole_review(play: Play) -> None:
    """From plan to the package of the year."""
    before_the_meeting(play)
    assess_daily(play)
    until_the_ballot(play)
    ballot_and_count(play)
    decide_and_tell(play)
    mend_and_check(play, mended=3, checked=3)
    the_year_after(play)
