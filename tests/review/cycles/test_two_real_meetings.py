"""The two meetings that the product was built after can be planned and frozen: their numbers, roles and classes."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest
from django_scopes import scope

from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Body, BodyMember, Delegate, Organisation, Person
from pingyi.review.cycles.domain.phases import PhaseDates
from pingyi.review.cycles.models import Cycle, Reporter, ReviewMeeting
from pingyi.review.cycles.queries import reporters_of, standing_classes
from pingyi.review.cycles.services import (
    ClassPlan,
    MeetingPlan,
    RosterLine,
    add_class,
    change_settings,
    freeze_cycle,
    list_from_source,
    list_members,
    plan_meeting,
    propose_reporters,
    save_roster,
    set_equal_weights,
    set_phase_dates,
    start_cycle,
)
from tests.factories.world import (
    NOW,
    make_actor,
    make_institution,
    make_organisation,
    make_person,
    make_secretary,
)

PARTY_AND_OFFICES = 6


@dataclass
class Scene:
    """What is on the stage: how many report how, who chairs, and which classes come from where."""

    on_site: tuple[str, ...]
    written: int
    has_two_roles: bool
    classes: tuple[tuple[str, str], ...]


SEED_A = Scene(
    on_site=tuple(f"第{number}学院党总支" for number in range(1, 10)),
    written=11,
    has_two_roles=True,
    classes=(
        ("党委委员", "body"),
        ("直属党组织书记", "reporters"),
        ("党务部门负责人", "post-department_head"),
        ("“两代表一委员”", "delegate-any"),
        ("党员教师代表", ""),
    ),
)
SEED_B = Scene(
    on_site=(
        "护理学院党委",
        "医学工程技术学院党委",
        "马克思主义学院党总支",
        "研究生学院党总支",
        "第五附属医院（第五临床医学院）党委",
        "第七附属医院（第七临床医学院）党委",
        "保卫处派出所党总支",
    ),
    written=27,
    has_two_roles=False,
    classes=(
        ("党建工作领导小组成员", "body"),
        ("各二级党委（党总支）、直属党支部书记", "reporters"),
        ("分管党建工作的班子副职", "post-deputy_party"),
        ("机关各职能部门负责人", "post-department_head"),
        ("各附属医院组织人事（干部）科负责同志", "post-section_head_hospital"),
        ("各学院专职组织员", "post-full_time_organiser"),
        ("部分学校第二次党代会代表", "delegate-party_congress"),
        ("基层党员干部群众代表", ""),
    ),
)


@pytest.mark.django_db
@pytest.mark.parametrize(("scene", "reporters"), [(SEED_A, 20), (SEED_B, 34)], ids=["seed-a", "seed-b"])
def test_the_meeting_can_be_planned_and_frozen(scene: Scene, reporters: int) -> None:
    institution = make_institution()
    with scope(institution=institution):
        clerk = make_actor(institution, "clerk")
        convenor, body, leaders = _house(
            make_organisation(institution, "中共示例大学委员会", unit_kind="university"), scene
        )
        cycle = start_cycle(actor=clerk, now=NOW, convenor=convenor, year=2025)
        _dates(clerk, cycle)
        plan = MeetingPlan(
            name="2025年度述职评议会",
            held_at=NOW,
            ballot_mode="code",
            chair=leaders[1] if scene.has_two_roles else leaders[0],
            commentator=leaders[0],
        )
        meeting = plan_meeting(actor=clerk, now=NOW, cycle=cycle, plan=plan)
        propose_reporters(actor=clerk, now=NOW, cycle=cycle, meeting=meeting)
        _send_on_site(clerk, cycle, scene)
        _classes(clerk, meeting, scene, body)
        set_equal_weights(actor=clerk, now=NOW, meeting=meeting)
        change_settings(actor=clerk, now=NOW, cycle=cycle, typed={"rectification_months": "6"})
        frozen = freeze_cycle(actor=clerk, now=NOW, cycle=cycle)

        rows = reporters_of(meeting)
        assert len(rows) == reporters
        assert tuple(row.organisation.name for row in rows if row.mode == "on_site") == scene.on_site
        assert [row.order for row in rows] == list(range(1, reporters + 1))
        assert all(row.is_voted_on for row in rows)
        standing = standing_classes(meeting)
        assert [(one.name, one.member_count >= 5) for one in standing] == [
            (name, True) for name, _ in scene.classes
        ]
        assert sum(one.weight for one in standing) == 1
        assert (meeting.chair == meeting.commentator) is not scene.has_two_roles
        assert len(frozen.fingerprint) == 64


def _house(convenor: Organisation, scene: Scene) -> tuple[Organisation, Body, list[Person]]:
    institution = convenor.institution
    leaders = [make_person(institution, organisation=convenor) for _ in range(9)]
    body = Body.objects.create(
        institution=institution, organisation=convenor, kind="party_committee", name="党委"
    )
    for order, person in enumerate(leaders):
        BodyMember.objects.create(institution=institution, body=body, person=person, order=order)
    names = (*scene.on_site, *(f"另{number}个直属党支部" for number in range(scene.written)))
    for order, name in enumerate(names, start=1):
        hospital = order <= PARTY_AND_OFFICES
        organisation = make_organisation(
            institution,
            name,
            parent=convenor,
            order=order,
            unit_kind="affiliated_hospital" if hospital else "college",
        )
        make_secretary(organisation)
        make_secretary(organisation, title="deputy_leader", portfolio="党建")
        make_secretary(organisation, title="full_time_organiser")
        if hospital:
            make_secretary(organisation, title="section_head")
            make_secretary(organisation, title="department_head")
            delegate = make_person(institution, organisation=organisation)
            Delegate.objects.create(
                institution=institution, person=delegate, kind="party_congress", congress_number=2
            )
    return convenor, body, leaders


def _dates(clerk: Actor, cycle: Cycle) -> None:
    day = NOW.date()
    set_phase_dates(
        actor=clerk,
        now=NOW,
        cycle=cycle,
        dates=PhaseDates(date(2025, 11, 10), day - timedelta(days=1), day, day, day, date(2026, 12, 31)),
        reports_due_at=datetime.combine(day - timedelta(days=8), NOW.timetz()),
    )


def _send_on_site(clerk: Actor, cycle: Cycle, scene: Scene) -> None:
    lines = {
        row.pk: RosterLine("on_site", is_voted_on=True, order=scene.on_site.index(row.organisation.name) + 1)
        for row in Reporter.objects.filter(cycle=cycle, organisation__name__in=scene.on_site)
    }
    save_roster(actor=clerk, now=NOW, cycle=cycle, lines=lines)


def _classes(clerk: Actor, meeting: ReviewMeeting, scene: Scene, body: Body) -> None:
    for name, source in scene.classes:
        note = "各代表团推荐" if name.startswith("部分") else ""
        plan = ClassPlan(name=name, is_selected_part=bool(note), selection_note=note)
        row = add_class(actor=clerk, now=NOW, meeting=meeting, plan=plan)
        if source:
            key = f"body-{body.pk}" if source == "body" else source
            list_from_source(actor=clerk, now=NOW, voter_class=row, source=key)
        else:
            people = [make_person(meeting.institution) for _ in range(8)]
            list_members(actor=clerk, now=NOW, voter_class=row, people=people, source="逐个")
