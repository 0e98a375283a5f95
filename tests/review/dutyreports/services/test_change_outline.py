from dataclasses import replace

import pytest
from django_scopes import scope

from pingyi.core.errors import Forbidden, Refused
from pingyi.organisations.actor import Actor
from pingyi.review.dutyreports.domain.outline import PlannedSection, SectionPart, UnitGroup
from pingyi.review.dutyreports.domain.outline_samples import SAMPLES
from pingyi.review.dutyreports.queries import outline_of, read_report, sections_of
from pingyi.review.dutyreports.services import OutlineChange, ReportIncomplete, change_outline, take_sample
from tests.factories.reports import ReportWorld, make_report_world
from tests.factories.world import NOW, make_actor

pytestmark = pytest.mark.django_db
FIVE = SAMPLES["five_in_place"].sections
NEW = PlannedSection("双创建设", SectionPart.DUTIES)


def change(
    world: ReportWorld,
    *sections: PlannedSection,
    actor: Actor | None = None,
    group: UnitGroup = UnitGroup.COLLEGE,
) -> OutlineChange:
    with scope(institution=world.institution):
        return change_outline(
            actor=actor or world.clerk, now=NOW, cycle=world.cycle, group=group, sections=sections
        )


def headings(world: ReportWorld, place: int = 0) -> list[str]:
    report = world.begin(place)
    with scope(institution=world.institution):
        return [section.heading for section in sections_of(report)]


def test_a_report_begins_with_the_outline_of_the_cycle() -> None:
    world = make_report_world()
    change(world, NEW, *FIVE[-2:])
    assert headings(world) == ["双创建设", "存在的问题和原因", "下一步打算"]


def test_other_kinds_of_unit_keep_theirs() -> None:
    world = make_report_world()
    change(world, *FIVE, NEW, group=UnitGroup.OFFICE)
    with scope(institution=world.institution):
        assert outline_of(world.cycle, world.reporters[0].organisation) == FIVE


def test_a_report_that_was_begun_keeps_every_word_and_gets_what_is_new_at_its_end() -> None:
    world = make_report_world()
    report = world.hand_in()
    writing = make_report_world()
    writing.begin()
    for one in (world, writing):
        joined = change(one, replace(FIVE[0], heading="换了的小标题"), *FIVE[3:], NEW)
        assert joined == OutlineChange(is_changed=True, joined=int(one is writing))
    assert headings(writing) == [*(one.heading for one in FIVE), "双创建设"]
    with scope(institution=world.institution):
        assert len(sections_of(report)) == len(FIVE)  # handed in: nothing of it moves
        assert all(section.text for section in sections_of(report))


def test_guidance_and_limits_count_at_once_for_reports_that_were_begun() -> None:
    world = make_report_world()
    world.begin()
    change(world, replace(FIVE[0], max_chars=5, guidance="写短。"), *FIVE[1:])
    with pytest.raises(ReportIncomplete) as refusal:
        world.hand_in()
    assert refusal.value.faults == {
        "text-1": "“党组织领导和运行机制”这一节多了3字，删减到这一节限定的字数以内。"
    }
    with scope(institution=world.institution):
        assert read_report(world.begin()).outline[FIVE[0].code].guidance == "写短。"


def test_the_same_outline_again_changes_nothing() -> None:
    world = make_report_world()
    assert change(world, *FIVE) == OutlineChange(is_changed=False, joined=0)


def test_a_code_that_the_form_made_up_becomes_a_new_section() -> None:
    world = make_report_world()
    change(world, *FIVE, replace(NEW, code="made-up"), replace(NEW, heading="再一节", code=FIVE[0].code))
    with scope(institution=world.institution):
        codes = [one.code for one in outline_of(world.cycle, world.reporters[0].organisation)]
    assert len(set(codes)) == len(codes) == 9
    assert "made-up" not in codes


def test_a_faulty_outline_changes_nothing() -> None:
    world = make_report_world()
    with pytest.raises(Refused) as refusal:
        change(world, FIVE[0])
    assert refusal.value.code == "outline.faulty"
    assert headings(world) == [one.heading for one in FIVE]


def test_a_sample_is_taken_whole_and_only_by_the_clerk() -> None:
    world = make_report_world()
    leader = make_actor(world.institution, "leader")
    with scope(institution=world.institution), pytest.raises(Forbidden):
        take_sample(actor=leader, now=NOW, cycle=world.cycle, group=UnitGroup.COLLEGE, sample="college_three")
    with scope(institution=world.institution):
        take_sample(
            actor=world.clerk, now=NOW, cycle=world.cycle, group=UnitGroup.COLLEGE, sample="college_three"
        )
    assert headings(world)[:3] == ["明确职能定位", "落实决策机制", "加强工作统筹"]
