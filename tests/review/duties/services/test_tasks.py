"""Rectification tasks hang on entries: an entry is as far as its tasks are."""

from datetime import timedelta

import pytest
from django_scopes import scope

from pingyi.core.clock import today
from pingyi.core.errors import Refused
from pingyi.core.models import Event
from pingyi.organisations.queries.calendar import reckoning_on
from pingyi.review.duties.domain.standing import Standing, TaskCounts
from pingyi.review.duties.models import DutyItem, DutyTask
from pingyi.review.duties.queries.readings import Entry, entry_of
from pingyi.review.duties.queries.tasks import offered_tasks
from pingyi.review.duties.services import finish_stage, link_tasks
from pingyi.review.rectification.models import Task
from pingyi.review.rectification.services import reopen_task, withdraw_task
from tests.factories.duties import (
    LATER,
    Year,
    begun,
    confirmed,
    duty_of,
    issued,
    project_of,
    reported,
    year_of,
)
from tests.factories.rectification import DUE, Office, closed, make_office, planned, proposed
from tests.factories.world import make_cycle

pytestmark = pytest.mark.django_db


def in_force(texts: tuple[str, ...] = ("组织生活不正常。",)) -> tuple[Office, Year]:
    office = make_office(texts)
    year = year_of(office)
    issued(year)
    return office, year


def link(year: Year, *tasks: Task) -> int:
    with scope(institution=year.institution):
        return link_tasks(
            actor=year.secretary, now=LATER, item=duty_of(year), task_ids=[one.pk for one in tasks]
        )


def entry(year: Year, days: int = 0) -> Entry:
    with scope(institution=year.institution):
        day = DUE + timedelta(days=days)
        return entry_of(duty_of(year), reckoning_on(day, year.institution.pk))


def test_an_entry_counts_its_tasks_closed_and_late_of_all() -> None:
    office, year = in_force(("一问题。", "二问题。"))
    link(year, closed(office), planned(office, 1))
    assert entry(year).tasks == TaskCounts(total=2, closed=1, late=0)
    assert entry(year, days=5).tasks == TaskCounts(total=2, closed=1, late=1)


def test_nothing_is_reported_done_while_a_task_is_open() -> None:
    office, year = in_force()
    link(year, planned(office))
    with pytest.raises(Refused, match="还有1 / 1项没有销号"):
        reported(year)


def test_a_task_reopened_later_makes_the_entry_undone_again() -> None:
    office, year = in_force()
    task = closed(office)
    link(year, task)
    confirmed(year)
    assert entry(year).standing is Standing.DONE
    with scope(institution=year.institution):
        reopen_task(actor=office.clerk, now=LATER, task=task, reason="又停了两个月。")
    assert entry(year).standing is Standing.AGAIN


def test_the_last_stage_of_a_project_waits_for_its_tasks() -> None:
    office, year = in_force()
    task = planned(office)
    by = {"actor": year.secretary, "now": LATER, "text": "做成了。"}
    with scope(institution=year.institution):
        link_tasks(actor=year.clerk, now=LATER, item=project_of(year), task_ids=[task.pk])
        for stage in (1, 2, 3):
            finish_stage(item=project_of(year), stage=stage, **by)  # type: ignore[arg-type]
        with pytest.raises(Refused, match="没有销号"):
            finish_stage(item=project_of(year), stage=4, **by)  # type: ignore[arg-type]


def test_links_are_chosen_all_at_once_and_the_same_again_changes_nothing() -> None:
    office, year = in_force(("一问题。", "二问题。"))
    first, second = planned(office), planned(office, 1)
    assert link(year, first) == 1
    assert link(year, first) == 1
    assert link(year, second) == 1
    with scope(institution=year.institution):
        assert list(DutyTask.objects.values_list("task", flat=True)) == [second.pk]
        assert link_tasks(actor=year.clerk, now=LATER, item=duty_of(year), task_ids=[]) == 0
    assert Event.objects.filter(verb="duty_item.tasks_linked").count() == 3


def test_tasks_of_another_organisation_are_not_offered_and_refused() -> None:
    office, year = in_force()
    task = planned(office)
    with scope(institution=year.institution):
        at = reckoning_on(today(LATER), year.institution.pk)
        elsewhere = DutyItem.objects.exclude(duty_list__organisation=year.organisation).first()
        assert elsewhere is not None
        assert offered_tasks(elsewhere, at) == []
        assert [one.task.pk for one in offered_tasks(duty_of(year), at)] == [task.pk]
        with pytest.raises(Refused, match="不是这个单位的"):
            link_tasks(actor=year.clerk, now=LATER, item=duty_of(year), task_ids=[task.pk, task.pk + 1])


def test_a_withdrawn_task_leaves_the_entry() -> None:
    office, year = in_force()
    task = proposed(office)
    link(year, task)
    with scope(institution=year.institution):
        withdraw_task(actor=office.secretary, now=LATER, task=task)
    assert entry(year).tasks == TaskCounts()


def test_next_year_takes_over_the_tasks_that_are_still_open() -> None:
    office, year = in_force(("一问题。", "二问题。"))
    finished, running = closed(office), planned(office, 1)
    link(year, finished, running)
    following = make_cycle(year.institution, year.convenor, year=year.cycle.year + 1, name="下一年度")
    next_list = begun(Year(**{**vars(year), "cycle": following}))
    with scope(institution=year.institution):
        carried = DutyTask.objects.filter(item__duty_list=next_list)
        assert [one.task_id for one in carried] == [running.pk]
