"""What the lists show: problems by organisation, tasks, requirements, and what earlier years left open."""

from datetime import date, timedelta
from typing import Any

import pytest
from django_scopes import scope, scopes_disabled

from pingyi.core.clock import today
from pingyi.organisations.domain.reckoning import Late
from pingyi.review.cycles.models import Cycle
from pingyi.review.rectification.models import ProblemItem, Task
from pingyi.review.rectification.queries import open_problems_before
from pingyi.review.rectification.queries.board import ProblemBoard, Wish, problem_board
from pingyi.review.rectification.queries.follow_up_board import requirement_board
from pingyi.review.rectification.queries.lookup import find_problem, tasks_of
from pingyi.review.rectification.queries.papers import task_list_of, task_lists
from pingyi.review.rectification.queries.story import story_of
from pingyi.review.rectification.queries.task_board import PER_PAGE, TaskWish, task_board
from pingyi.review.rectification.services import (
    answer_follow_up,
    close_follow_up,
    raise_problem,
    rule_on_contest,
    send_back_task,
)
from tests.factories.rectification import (
    DUE,
    LATER,
    Office,
    asked,
    claimed,
    closed,
    contested,
    make_office,
    planned,
    proposed,
    submitted,
)
from tests.factories.world import NOW, make_cycle, make_institution, make_organisation

pytestmark = pytest.mark.django_db
DAY = today(NOW)


def board(office: Office, day: date = DAY, **fields: Any) -> ProblemBoard:
    with scope(institution=office.institution):
        return problem_board(office.cycle, day, **fields)


def texts(found: ProblemBoard) -> list[str]:
    return [row.problem.text for group in found.groups for row in group.rows]


def of_second(
    office: Office, text: str = "换届逾期。", tags: tuple[str, ...] = ("weak_link",)
) -> ProblemItem:
    with scope(institution=office.institution):
        return raise_problem(
            actor=office.clerk,
            now=NOW,
            cycle=office.cycle,
            organisation=office.hall.reporters[1].organisation,
            text=text,
            source=ProblemItem.Source.INSPECTION,
            tags=tags,
        )


def next_year(office: Office) -> Cycle:
    return make_cycle(office.institution, office.cycle.convenor, year=2026, name="2026年度述职评议")


def test_problems_stand_with_their_organisation_and_count_with_their_denominator() -> None:
    office = make_office(["一。", "二。", "三。"])
    of_second(office)
    closed(office, 0)
    planned(office, 1)
    found = board(office)
    first, second = found.groups
    assert (first.organisation, first.secretary) == (office.organisation, office.person.name)
    assert [row.problem.text for row in first.rows] == ["一。", "二。", "三。"]
    assert (first.tally.closed, first.tally.total, second.tally.total) == (1, 3, 1)
    assert (found.tally.total, found.tally.raised, found.tally.claimed, found.page.total) == (4, 2, 2, 4)


def test_tags_and_states_choose_without_changing_the_counts() -> None:
    office = make_office(["一。", "二。"])
    of_second(office)
    submitted(office, 0)
    assert texts(board(office, wish=Wish(tag="weak_link"))) == ["换届逾期。"]
    assert texts(board(office, wish=Wish(show="raised"))) == ["二。", "换届逾期。"]
    assert texts(board(office, wish=Wish(show="check"))) == ["一。"]
    found = board(office, wish=Wish(tag="key_area", show="raised"))
    assert (texts(found), found.tally.total) == ([], 3)
    assert found.tags == {"key_problem": 2, "key_area": 0, "weak_link": 1}


def test_late_is_what_nobody_claimed_planned_or_reported_in_time() -> None:
    office = make_office(["没有认领。", "没有任务。", "任务逾期。", "等复核。"])
    claimed(office, 1)
    planned(office, 2, due_on=DAY + timedelta(days=3))
    submitted(office, 3, due_on=DAY + timedelta(days=3))
    assert board(office, DAY + timedelta(days=3)).late == 0
    soon = board(office, DAY + timedelta(days=4), wish=Wish(show="late"))
    assert (texts(soon), soon.groups[0].rows[0].late) == (["任务逾期。"], Late(1))
    eight_working_days = date(2026, 1, 28)
    assert board(office, eight_working_days).late == 1
    later = board(office, eight_working_days + timedelta(days=1), wish=Wish(show="late"))
    assert texts(later) == ["没有认领。", "没有任务。", "任务逾期。"]
    assert [row.due_on for row in later.groups[0].rows] == [
        eight_working_days,
        eight_working_days,
        DAY + timedelta(days=3),
    ]


def test_a_withdrawn_problem_is_shown_and_not_counted() -> None:
    office = make_office()
    contested(office)
    with scope(institution=office.institution):
        rule_on_contest(
            actor=office.clerk, now=NOW, problem=office.problems()[0], stands=False, reason="是。"
        )
    found = board(office)
    assert (found.tally.total, found.tally.withdrawn, found.page.total) == (0, 1, 1)


def test_an_organisation_sees_its_own_and_only_what_it_may_know() -> None:
    office = make_office(is_told=False)
    of_second(office)
    assert texts(board(office, organisation_ids=[office.organisation.pk])) == []
    second = office.hall.reporters[1].organisation.pk
    assert texts(board(office, organisation_ids=[second])) == ["换届逾期。"]


def test_what_is_still_open_appears_in_the_next_year_and_what_is_settled_does_not() -> None:
    office = make_office(["还没有认领。", "正在整改。", "销了号。"])
    planned(office, 1)
    closed(office, 2)
    cycle = next_year(office)
    with scope(institution=office.institution):
        carried = open_problems_before(cycle, office.organisation)
        assert [one.text for one in carried] == ["还没有认领。", "正在整改。"]
        assert [one.cycle.year for one in carried] == [2025, 2025]
        assert open_problems_before(office.cycle, office.organisation) == []
        assert open_problems_before(cycle, office.hall.reporters[1].organisation) == []
        found = problem_board(cycle, DAY)
        assert (texts(found), found.tally.total, found.carried.total) == (
            ["还没有认领。", "正在整改。"],
            0,
            2,
        )
        assert task_board(cycle, DAY).total == 1
        assert texts(problem_board(cycle, DAY, wish=Wish(show="carried"))) == texts(found)


def test_the_problems_of_another_convenor_are_not_carried_over() -> None:
    office = make_office()
    other = make_organisation(office.institution, "另一个党委")
    cycle = make_cycle(office.institution, other, year=2026)
    with scope(institution=office.institution):
        assert open_problems_before(cycle, office.organisation) == []
        assert texts(problem_board(cycle, DAY)) == []


def test_another_institution_sees_nothing() -> None:
    office = make_office()
    with scope(institution=make_institution()):
        assert problem_board(office.cycle, DAY).groups == ()


def test_tasks_stand_by_deadline_and_the_first_to_check_is_the_oldest_hand_in() -> None:
    office = make_office(["一。", "二。", "三。"])
    planned(office, 0, due_on=DAY + timedelta(days=40))
    planned(office, 0, due_on=DAY + timedelta(days=3), measures=["急的。"])
    waiting = submitted(office, 1)
    closed(office, 2)
    with scope(institution=office.institution):
        found = task_board(office.cycle, DAY + timedelta(days=5))
        assert [row.task.due_on for row in found.rows][:2] == [
            DAY + timedelta(days=3),
            DAY + timedelta(days=40),
        ]
        assert (found.total, found.open, found.to_check, found.closed, found.late) == (4, 2, 1, 1, 1)
        assert found.first_to_check == waiting
        assert found.rows[0].measures == ["急的。"]
        late = task_board(office.cycle, DAY + timedelta(days=5), wish=TaskWish(show="late"))
        assert [row.late for row in late.rows] == [Late(2)]
        assert (late.page.total, late.total) == (1, 4)
        own = task_board(office.cycle, DAY, organisation_ids=[office.hall.reporters[1].organisation.pk])
        assert (own.total, own.first_to_check) == (0, None)
        mine = task_board(office.cycle, DAY, own_ids=[office.organisation.pk])
        assert (mine.submitted, mine.to_check, mine.first_to_check) == (1, 0, None)


def test_pages_and_choices_leave_the_counts_of_the_whole(django_assert_num_queries: Any) -> None:
    office = make_office()
    first = proposed(office)
    later = make_cycle(office.institution, office.cycle.convenor, year=2026, name="2026年度述职评议")
    with scope(institution=office.institution):
        of_this_year = raise_problem(
            actor=office.clerk,
            now=NOW,
            cycle=later,
            organisation=office.hall.reporters[1].organisation,
            text="又一个。",
            source=ProblemItem.Source.INSPECTION,
        )
        Task.objects.bulk_create(
            Task(
                institution=office.institution,
                problem=of_this_year,
                sequence=number,
                responsible=office.person,
                due_on=DUE,
                created_by_id=office.secretary.account_id,
                created_at=NOW,
            )
            for number in range(1, PER_PAGE + 1)
        )
        with django_assert_num_queries(8):
            found = task_board(later, DAY)
        assert (len(found.rows), found.page.pages, found.total, found.to_approve) == (50, 2, 51, 51)
        assert found.years == (2025, 2026)
        for wish, count in (
            (TaskWish(page=2), 51),
            (TaskWish(year=2025), 1),
            (TaskWish(organisation=office.organisation.pk), 1),
            (TaskWish(show="returned"), 0),
            (TaskWish(show="of an old address"), 51),
        ):
            chosen = task_board(later, DAY, wish=wish)
            assert (chosen.page.total, chosen.total) == (count, 51)
        closed_long_ago = ProblemItem.objects.filter(pk=first.problem_id)
        closed_long_ago.update(state="withdrawn", ruling_note="不成立。", ruled_by=office.clerk.account_id)
        assert task_board(later, DAY).total == 50
        assert task_board(later, DAY, wish=TaskWish(all_years=True)).total == 51


def test_requirements_of_earlier_years_stay_until_they_are_ticked_off() -> None:
    office = make_office()
    row = asked(office)
    cycle = next_year(office)
    with scope(institution=office.institution):
        answer_follow_up(actor=office.secretary, now=NOW, follow_up=row, answer="研究了。")
        (carried,) = requirement_board(cycle, [office.organisation.pk])
        assert carried.requirement.cycle == office.cycle
        close_follow_up(actor=office.clerk, now=LATER, follow_up=row)
        assert requirement_board(cycle, [office.organisation.pk]) == []
        assert len(requirement_board(office.cycle, [office.organisation.pk])) == 1


def test_requirements_count_answers_out_of_those_asked() -> None:
    office = make_office()
    row = asked(office)
    with scope(institution=office.institution):
        answer_follow_up(actor=office.secretary, now=NOW, follow_up=row, answer="研究了。")
        (only,) = requirement_board(office.cycle)
        assert (len(only.follow_ups), only.answered, only.done) == (3, 1, 0)
        (own,) = requirement_board(office.cycle, [office.organisation.pk])
        assert [one.organisation for one in own.follow_ups] == [office.organisation]


def test_requirements_are_not_known_before_the_meeting_is_over() -> None:
    office = make_office(is_told=False)
    asked(office)
    with scope(institution=office.institution):
        assert requirement_board(office.cycle, [office.organisation.pk]) == []
        assert len(requirement_board(office.cycle)) == 1


def test_the_story_tells_who_did_what_in_order() -> None:
    office = make_office()
    contested(office)
    with scope(institution=office.institution):
        rule_on_contest(
            actor=office.clerk, now=NOW, problem=office.problems()[0], stands=True, reason="在你们那里。"
        )
        task = submitted(office)
        send_back_task(actor=office.clerk, now=LATER + timedelta(hours=1), task=task, reason="缺记录。")
        problem = find_problem(task.problem_id)
        story = story_of(problem, tasks_of(problem))
    assert [moment.what for moment in story] == [
        "列入问题清单，来源：点评",
        "说明不是本单位的问题",
        "不采纳说明，由单位整改",
        "列了任务",
        "批准了计划",
        "报了完成，请复核",
        "交了佐证",
        "退回",
    ]
    assert [moment.task for moment in story] == [0, 0, 0, 1, 1, 1, 1, 1]
    assert story[0].text == "2025年度述职评议会，点评第1句"
    assert story[-1].text == "缺记录。"


def test_the_task_list_holds_claimed_problems_in_words() -> None:
    office = make_office(["一。", "二。", "没有认领。"])
    closed(office, 0)
    planned(office, 1, due_on=DAY + timedelta(days=3))
    with scope(institution=office.institution):
        made = task_list_of(office.cycle, DAY + timedelta(days=4), office.organisation.pk)
    assert (made.organisation, made.secretary, made.review) == (
        office.organisation.name,
        office.person.name,
        "2025年度述职评议",
    )
    assert [(one.text, one.source, one.tags) for one in made.problems] == [
        ("一。", "点评", ("重点问题",)),
        ("二。", "点评", ("重点问题",)),
    ]
    assert [one.tasks[0].progress for one in made.problems] == ["已销号", "逾期，正在办"]
    assert made.problems[0].tasks[0].measures == ("补选支部书记。", "每月第二周开支委会。")


def test_every_reporting_organisation_has_its_list_and_carried_problems_say_so() -> None:
    office = make_office()
    planned(office)
    with scope(institution=office.institution):
        lists = task_lists(office.cycle, DAY)
        assert [(one.organisation, len(one.problems)) for one in lists].count(
            (office.organisation.name, 1)
        ) == 1
        assert len(lists) == 3
        later = task_list_of(next_year(office), DAY, office.organisation.pk)
    assert (later.problems[0].source, later.secretary) == ("2025年度遗留", "没有登记")


@pytest.mark.parametrize("count", [1, 3])
def test_the_task_lists_cost_the_same_for_one_problem_and_for_three(
    django_assert_num_queries: Any, count: int
) -> None:
    office = make_office([f"第{number}个。" for number in range(count)])
    for place in range(count):
        planned(office, place)
    with scope(institution=office.institution), django_assert_num_queries(8):
        task_lists(office.cycle, DAY)


def test_a_task_of_a_moved_deadline_is_due_when_it_says() -> None:
    office = make_office()
    planned(office)
    with scopes_disabled():
        Task.objects.update(due_on=DUE + timedelta(days=1))
    assert board(office).groups[0].rows[0].due_on == DUE + timedelta(days=1)
