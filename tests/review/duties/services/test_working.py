"""The organisation reports, a second person confirms, projects go through their stages, tasks hang on entries."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django_scopes import scope

from pingyi.core.clock import today
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.organisations.queries.calendar import reckoning_on
from pingyi.review.duties.domain.entries import ReportState
from pingyi.review.duties.domain.standing import Standing
from pingyi.review.duties.models import DutyItem, DutyNote, StageMove
from pingyi.review.duties.queries.readings import entry_of
from pingyi.review.duties.queries.stories import story_of
from pingyi.review.duties.services import (
    confirm_item,
    finish_stage,
    issue_list,
    link_tasks,
    report_item,
    report_progress,
    return_item,
    save_list,
    take_back_stage,
)
from tests.factories.duties import (
    LATER,
    Year,
    begun,
    confirmed,
    duty_of,
    issued,
    kept_rows,
    make_year,
    project_of,
    reported,
)
from tests.factories.rectification import as_person
from tests.factories.world import NOW, make_actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def year() -> Year:
    made = make_year()
    issued(made)
    return made


def standing(year: Year, item: DutyItem) -> Standing:
    with scope(institution=year.institution):
        return entry_of(item, reckoning_on(today(LATER), year.institution.pk)).standing


def finish(year: Year, stage: int, days: int = 0, text: str = "调研了四个支部。") -> StageMove:
    with scope(institution=year.institution):
        return finish_stage(
            actor=year.secretary,
            now=LATER,
            item=project_of(year),
            stage=stage,
            text=text,
            done_on=today(LATER) - timedelta(days=days),
        )


def test_a_duty_is_done_when_a_second_person_found_so(year: Year) -> None:
    item = reported(year)
    assert standing(year, item) is Standing.WAITING
    assert reported(year).reported_at == item.reported_at
    done = confirmed(year)
    assert (standing(year, done), done.done_on) == (Standing.DONE, today(LATER))
    with scope(institution=year.institution):
        assert (
            confirm_item(actor=year.other_clerk, now=LATER, item=done).confirmed_by_id
            == year.clerk.account_id
        )
        with pytest.raises(Refused, match="已经核对过"):
            report_item(actor=year.secretary, now=LATER, item=done, text="再报一次。")


@pytest.mark.parametrize("done_on", [date(2026, 1, 20), date(2027, 1, 1)])
def test_a_report_needs_words_and_a_day_that_has_come(year: Year, done_on: date) -> None:
    with scope(institution=year.institution), pytest.raises(Refused) as told:
        report_item(actor=year.secretary, now=LATER, item=duty_of(year), text="办了。", done_on=done_on)
    assert told.value.field == "done_on"


@pytest.mark.parametrize(("text", "told"), [(" ", "写明做了什么"), ("长" * 1001, "最多1000字")])
def test_words_of_a_report_are_some_and_not_too_many(year: Year, text: str, told: str) -> None:
    with scope(institution=year.institution), pytest.raises(Refused, match=told):
        report_item(actor=year.secretary, now=LATER, item=duty_of(year), text=text)
    assert duty_of(year).state == ReportState.OPEN


def test_who_reported_or_answers_for_a_duty_does_not_confirm_it(year: Year) -> None:
    item = reported(year)
    with scope(institution=year.institution):
        responsible = as_person(make_actor(year.institution, "clerk"), year.person)
        with pytest.raises(Refused, match="不能由您核对"):
            confirm_item(actor=responsible, now=LATER, item=item)
        with pytest.raises(DatabaseError), transaction.atomic():
            DutyItem.objects.filter(pk=item.pk).update(
                state="confirmed", confirmed_by=year.secretary.account_id, confirmed_at=LATER
            )


def test_what_is_not_done_goes_back_with_a_reason_even_after_confirming(year: Year) -> None:
    with scope(institution=year.institution):
        for verb in (confirm_item, lambda **by: return_item(reason="还差一件。", **by)):
            with pytest.raises(Refused, match="还没有报办结"):
                verb(actor=year.clerk, now=LATER, item=duty_of(year))
        item = confirmed(year)
        with pytest.raises(Refused, match="写明还差什么"):
            return_item(actor=year.clerk, now=LATER, item=item, reason="")
        back = return_item(actor=year.clerk, now=LATER, item=item, reason="还差一件。")
        assert (back.state, back.return_reason, back.confirmed_by_id) == ("open", "还差一件。", None)
        again = report_item(actor=year.secretary, now=LATER, item=back, text="补报了。")
        assert again.return_reason == ""
        told = [(one.what, one.text) for one in story_of(again)]
    assert told == [
        ("报了办结", "补报了。"),
        ("退回", "还差一件。"),
        ("核对过，办结", ""),
        ("报了办结", "报告了3件重大事项。"),
    ]


def test_progress_is_written_down_and_the_state_stays(year: Year) -> None:
    with scope(institution=year.institution):
        report_progress(actor=year.secretary, now=LATER, item=duty_of(year), text="报告了1件。")
        with pytest.raises(DatabaseError), transaction.atomic():
            DutyNote.objects.update(text="改了")
        assert DutyNote.objects.get().text == "报告了1件。"
    assert standing(year, duty_of(year)) is Standing.OPEN


def test_a_project_goes_through_its_stages_one_after_the_other(year: Year) -> None:
    with pytest.raises(Refused, match="现在轮到谋划"):
        finish(year, 2)
    for stage in (1, 2, 3):
        finish(year, stage)
        assert standing(year, project_of(year)) is Standing.OPEN
    finish(year, 4)
    assert standing(year, project_of(year)) is Standing.DONE
    with pytest.raises(Refused, match="四步都走完了"):
        finish(year, 4)


def test_a_stage_is_not_finished_before_the_one_before_it(year: Year) -> None:
    finish(year, 1, days=1)
    with pytest.raises(Refused, match="这一步不会更早"):
        finish(year, 2, days=2)
    finish(year, 2, days=1)


def test_a_stage_taken_back_and_finished_again_is_not_before_the_one_before_it(year: Year) -> None:
    finish(year, 1, days=1)
    finish(year, 2)
    with scope(institution=year.institution):
        take_back_stage(actor=year.clerk, now=LATER, item=project_of(year), reason="报早了。")
    with pytest.raises(Refused, match="这一步不会更早"):
        finish(year, 2, days=2)


def test_nothing_is_done_about_the_entries_of_a_draft() -> None:
    made = make_year()
    begun(made)
    with scope(institution=made.institution), pytest.raises(Refused, match="还没有印发"):
        link_tasks(actor=made.clerk, now=LATER, item=made.items()[0], task_ids=[])


def test_the_last_stage_is_taken_back_with_a_reason_that_stays(year: Year) -> None:
    by = {"actor": year.clerk, "now": LATER}
    with scope(institution=year.institution):
        with pytest.raises(Refused, match="没有可撤回的"):
            take_back_stage(item=project_of(year), reason="报早了。", **by)  # type: ignore[arg-type]
        finish(year, 1)
        with pytest.raises(Refused, match="为什么撤回"):
            take_back_stage(item=project_of(year), reason="", **by)  # type: ignore[arg-type]
        take_back_stage(item=project_of(year), reason="报早了。", **by)  # type: ignore[arg-type]
        finish(year, 1, days=2)
        told = [one.what for one in story_of(project_of(year))]
    assert told == ["完成谋划", "撤回谋划", "完成谋划"]


@pytest.mark.parametrize(
    "move",
    [
        {"number": 1, "from_stage": 0, "to_stage": 2},
        {"number": 1, "from_stage": 1, "to_stage": 2},
        {"number": 2, "from_stage": 0, "to_stage": 1},
        {"number": 1, "from_stage": 4, "to_stage": 5},
        {"number": 1, "from_stage": 0, "to_stage": 1, "happened_on": None},
        {"number": 1, "from_stage": 0, "to_stage": 1, "text": ""},
    ],
)
def test_the_database_itself_lets_no_stage_be_skipped(year: Year, move: dict[str, object]) -> None:
    signed = {
        "happened_on": today(NOW),
        "text": "做成了",
        "moved_by_id": year.clerk.account_id,
        "moved_at": NOW,
    }
    with scope(institution=year.institution), pytest.raises(DatabaseError), transaction.atomic():
        StageMove.objects.create(institution=year.institution, item=project_of(year), **{**signed, **move})


def test_stages_are_for_projects_of_a_list_in_force_and_never_rewritten(year: Year) -> None:
    signed = {
        "happened_on": today(NOW),
        "text": "做成了",
        "moved_by_id": year.clerk.account_id,
        "moved_at": NOW,
    }
    finish(year, 1)
    with scope(institution=year.institution):
        for change in (
            lambda: StageMove.objects.create(
                institution=year.institution, item=duty_of(year), number=1, from_stage=0, to_stage=1, **signed
            ),
            lambda: StageMove.objects.update(text="改了"),
            lambda: StageMove.objects.all().delete(),
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                change()
        with pytest.raises(Refused, match="只有年度项目"):
            finish_stage(actor=year.secretary, now=LATER, item=duty_of(year), stage=1, text="做成了")
        with pytest.raises(Refused, match="一步一步走"):
            report_item(actor=year.secretary, now=LATER, item=project_of(year), text="做成了")


def test_a_carried_project_goes_on_where_it_stood(year: Year) -> None:
    finish(year, 1)
    finish(year, 2)
    following = year.next_year()
    next_list = begun(following)
    carried = next(one for one in year.items(next_list) if one.part == "project")
    assert carried.stage_at_start == 2
    with scope(institution=year.institution):
        day = date(2027, 6, 30)
        rows = [one for one in kept_rows(year.items(next_list)) if one.item_id == carried.pk]
        whole = [
            type(rows[0])(1, rows[0].part, rows[0].strand, rows[0].text, day, year.person.pk, carried.pk)
        ]
        save_list(actor=year.clerk, now=LATER, duty_list=next_list, rows=whole, seen_version=1)
        issue_list(actor=year.clerk, now=LATER, duty_list=next_list)
        by = {"actor": year.secretary, "now": LATER, "item": carried, "text": "排好了日程。"}
        with pytest.raises(Refused, match="现在轮到计划"):
            finish_stage(stage=1, **by)  # type: ignore[arg-type]
        assert finish_stage(stage=3, **by).from_stage == 2  # type: ignore[arg-type]


def test_a_dropped_entry_is_not_worked_on(year: Year) -> None:
    duty, project = year.items()
    with scope(institution=year.institution):
        current = duty.duty_list
        save_list(
            actor=year.clerk,
            now=LATER,
            duty_list=current,
            rows=kept_rows([project]),
            seen_version=current.version,
            reason="不办了。",
        )
        with pytest.raises(Refused, match="已经撤下"):
            report_progress(actor=year.secretary, now=LATER, item=duty, text="还在办。")
        missing = DutyItem(pk=0)
        with pytest.raises(Missing):
            report_progress(actor=year.secretary, now=LATER, item=missing, text="还在办。")
    assert standing(year, duty) is Standing.DROPPED


def test_others_neither_report_nor_confirm_nor_link(year: Year) -> None:
    stranger = make_actor(year.institution, "secretary", organisation=year.convenor)
    with scope(institution=year.institution):
        by = {"actor": stranger, "now": LATER, "item": duty_of(year)}
        for act in (
            lambda: report_item(text="办了。", **by),  # type: ignore[arg-type]
            lambda: report_progress(text="在办。", **by),  # type: ignore[arg-type]
            lambda: confirm_item(**by),  # type: ignore[arg-type]
            lambda: return_item(reason="没办。", **by),  # type: ignore[arg-type]
            lambda: finish_stage(stage=1, text="办了。", **by),  # type: ignore[arg-type]
            lambda: take_back_stage(reason="早了。", **by),  # type: ignore[arg-type]
            lambda: link_tasks(task_ids=[], **by),  # type: ignore[arg-type]
        ):
            with pytest.raises(Forbidden):
                act()
