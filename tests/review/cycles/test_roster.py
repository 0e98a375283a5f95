from datetime import date

import pytest
from django_scopes import scopes_disabled

from pingyi.core.errors import Missing, Refused
from pingyi.core.models import Event
from pingyi.organisations.models import Organisation
from pingyi.review.cycles.models import Reporter
from pingyi.review.cycles.queries import reporters_of
from pingyi.review.cycles.services import (
    RosterLine,
    SeveralFaults,
    add_reporter,
    change_reporter,
    change_settings,
    move_reporter,
    propose_reporters,
    remove_reporter,
    save_roster,
)
from pingyi.review.dutyreports.models import DutyReport
from tests.factories.plans import PlanWorld
from tests.factories.world import (
    NOW,
    make_meeting,
    make_organisation,
    make_person,
    make_reporter,
    make_secretary,
)


def names(world: PlanWorld) -> list[str]:
    return [one.organisation.name for one in reporters_of(world.meeting)]


def second_level(world: PlanWorld, name: str, **fields: object) -> Organisation:
    return make_organisation(world.institution, name, parent=world.convenor, **fields)


def propose(world: PlanWorld) -> tuple[list[str], list[str]]:
    proposal = propose_reporters(actor=world.clerk, now=NOW, cycle=world.cycle, meeting=world.meeting)
    return [one.organisation.name for one in proposal.added], [one.name for one in proposal.without_anyone]


def test_every_second_level_organisation_is_proposed_with_its_secretary(world: PlanWorld) -> None:
    nursing = second_level(world, "护理学院党委", order=2)
    secretary = make_secretary(nursing)
    marxism = second_level(world, "马克思主义学院党总支", kind="general_branch", order=1)
    make_secretary(marxism)
    second_level(world, "学生支部", kind="branch")
    second_level(world, "旧学院党委", dissolved_on=date(2025, 6, 1))
    assert propose(world) == (["马克思主义学院党总支", "护理学院党委"], [])
    row = Reporter.objects.get(organisation=nursing)
    assert (row.person, row.title_text, row.mode, row.is_voted_on) == (secretary, "党委书记", "written", True)


def test_proposing_again_adds_nobody_twice(world: PlanWorld) -> None:
    make_secretary(second_level(world, "护理学院党委"))
    propose(world)
    assert propose(world) == ([], [])
    assert Event.objects.filter(verb="reporters.proposed").count() == 1


def test_an_acting_deputy_reports_where_there_is_no_secretary_and_vacancies_are_named(
    world: PlanWorld,
) -> None:
    acting = second_level(world, "药学院党委")
    deputy = make_secretary(acting, title="deputy_secretary", is_acting=True)
    second_level(world, "体育部直属党支部", kind="direct_branch")
    assert propose(world) == (["药学院党委"], ["体育部直属党支部"])
    row = Reporter.objects.get(organisation=acting)
    assert (row.person, row.is_acting, row.title_text) == (deputy, True, "主持工作的党委副书记")


def test_the_secretary_of_the_year_reviewed_reports_not_her_successor(world: PlanWorld) -> None:
    changed = second_level(world, "口腔医学院党委")
    old = make_secretary(changed, ended_on=date(2026, 1, 5))
    make_secretary(changed, started_on=date(2026, 1, 6))
    propose(world)
    assert Reporter.objects.get(organisation=changed).person == old


def test_a_secretary_beats_a_deputy_who_still_counts_as_acting(world: PlanWorld) -> None:
    both = second_level(world, "公共卫生学院党委")
    secretary = make_secretary(both)
    make_secretary(both, title="deputy_secretary", is_acting=True, started_on=date(2024, 1, 1))
    propose(world)
    assert Reporter.objects.get(organisation=both).person == secretary


def test_with_ballots_on_site_only_written_reporters_are_not_voted_on(world: PlanWorld) -> None:
    change_settings(actor=world.clerk, now=NOW, cycle=world.cycle, typed={"ballot_scope": "on_site"})
    make_secretary(second_level(world, "护理学院党委"))
    propose(world)
    assert not Reporter.objects.get(organisation__name="护理学院党委").is_voted_on


def test_the_roster_is_saved_at_once_and_numbered_on_site_first(world: PlanWorld) -> None:
    third = make_reporter(world.meeting, mode="written", order=3)
    lines = {
        world.on_site.pk: RosterLine("written", is_voted_on=False),
        world.written.pk: RosterLine("on_site", is_voted_on=True, order=2),
        third.pk: RosterLine("on_site", is_voted_on=True, order=1),
    }
    assert save_roster(actor=world.clerk, now=NOW, cycle=world.cycle, lines=lines) == 3
    rows = reporters_of(world.meeting)
    assert [(row.pk, row.order, row.mode, row.is_voted_on) for row in rows] == [
        (third.pk, 1, "on_site", True),
        (world.written.pk, 2, "on_site", True),
        (world.on_site.pk, 3, "written", False),
    ]


def test_saving_the_same_roster_again_records_nothing(world: PlanWorld) -> None:
    lines = {world.on_site.pk: RosterLine("on_site", is_voted_on=True, order=1)}
    assert save_roster(actor=world.clerk, now=NOW, cycle=world.cycle, lines=lines) == 0
    assert not Event.objects.filter(verb="roster.saved").exists()


def test_a_speaking_number_typed_twice_changes_nothing(world: PlanWorld) -> None:
    lines = {
        world.on_site.pk: RosterLine("on_site", is_voted_on=True, order=1),
        world.written.pk: RosterLine("on_site", is_voted_on=True, order=1),
    }
    with pytest.raises(SeveralFaults, match="第1位填了2次"):
        save_roster(actor=world.clerk, now=NOW, cycle=world.cycle, lines=lines)
    world.written.refresh_from_db()
    assert world.written.mode == "written"


def test_somebody_moved_to_another_meeting_is_numbered_there(world: PlanWorld) -> None:
    second = make_meeting(world.cycle, sequence=2, name="第二场")
    lines = {world.on_site.pk: RosterLine("on_site", is_voted_on=True, meeting_id=second.pk)}
    save_roster(actor=world.clerk, now=NOW, cycle=world.cycle, lines=lines)
    assert [(row.pk, row.order) for row in reporters_of(second)] == [(world.on_site.pk, 1)]
    assert [(row.pk, row.order) for row in reporters_of(world.meeting)] == [(world.written.pk, 1)]


def test_a_line_that_a_colleague_removed_stops_the_whole_save(world: PlanWorld) -> None:
    lines = {
        world.on_site.pk: RosterLine("written", is_voted_on=True),
        10**9: RosterLine("written", is_voted_on=True),
    }
    with pytest.raises(Refused, match="请刷新后再改"):
        save_roster(actor=world.clerk, now=NOW, cycle=world.cycle, lines=lines)
    world.on_site.refresh_from_db()
    assert world.on_site.mode == "on_site"


@pytest.mark.parametrize(
    "line",
    [RosterLine("online", is_voted_on=True), RosterLine("written", is_voted_on=True, meeting_id=10**9)],
)
def test_unknown_modes_and_meetings_are_refused(world: PlanWorld, line: RosterLine) -> None:
    with pytest.raises(Refused):
        save_roster(actor=world.clerk, now=NOW, cycle=world.cycle, lines={world.on_site.pk: line})


def test_up_and_down_swap_neighbours_on_site_only(world: PlanWorld) -> None:
    second = make_reporter(world.meeting, mode="on_site", order=3)
    for _ in range(2):
        move_reporter(actor=world.clerk, now=NOW, reporter=second, step=-1)
    assert [row.pk for row in reporters_of(world.meeting)] == [second.pk, world.on_site.pk, world.written.pk]
    assert Event.objects.filter(verb="reporter.moved").count() == 1
    with pytest.raises(Refused, match="先改成“现场”"):
        move_reporter(actor=world.clerk, now=NOW, reporter=world.written, step=1)


def test_an_organisation_is_on_the_roster_once_however_often_it_is_added(world: PlanWorld) -> None:
    organisation = second_level(world, "国际教育学院党总支")
    person = make_person(world.institution)
    for attempt in range(2):
        add = {
            "meeting": world.meeting,
            "organisation": organisation,
            "person": person,
            "title_text": "党总支书记",
        }
        if attempt:
            with pytest.raises(Refused, match="没有再加"):
                add_reporter(actor=world.clerk, now=NOW, **add)  # type: ignore[arg-type]
        else:
            add_reporter(actor=world.clerk, now=NOW, **add)  # type: ignore[arg-type]
    assert Reporter.objects.filter(organisation=organisation).count() == 1


def test_another_person_may_report_for_the_same_organisation(world: PlanWorld) -> None:
    successor = make_person(world.institution)
    change_reporter(
        actor=world.clerk,
        now=NOW,
        reporter=world.written,
        person=successor,
        title_text="副书记",
        is_acting=True,
    )
    world.written.refresh_from_db()
    assert (world.written.person, world.written.title_text, world.written.is_acting) == (
        successor,
        "副书记",
        True,
    )
    with pytest.raises(Refused, match="写职务"):
        change_reporter(
            actor=world.clerk,
            now=NOW,
            reporter=world.written,
            person=successor,
            title_text=" ",
            is_acting=False,
        )


def test_taking_somebody_off_closes_the_gap_in_the_numbers(world: PlanWorld) -> None:
    remove_reporter(actor=world.clerk, now=NOW, reporter=world.on_site)
    assert [(row.pk, row.order) for row in reporters_of(world.meeting)] == [(world.written.pk, 1)]
    with pytest.raises(Missing):
        remove_reporter(actor=world.clerk, now=NOW, reporter=world.on_site)


def test_a_reporter_whose_report_is_begun_stays_on_the_roster(world: PlanWorld) -> None:
    DutyReport.objects.create(institution=world.institution, reporter=world.on_site)
    with pytest.raises(Refused, match="已经开始写"):
        remove_reporter(actor=world.clerk, now=NOW, reporter=world.on_site)
    with scopes_disabled():
        assert DutyReport.objects.filter(reporter=world.on_site).exists()
    assert names(world)
