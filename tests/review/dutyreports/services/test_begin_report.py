import pytest
from django_scopes import scope, scopes_disabled

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.models import Event
from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.services import remove_reporter
from pingyi.review.dutyreports.models import DutyReport, ProblemAnswer, ReportSection
from pingyi.review.dutyreports.queries import answers_of
from pingyi.review.dutyreports.services import begin_report
from pingyi.review.rectification.services.correct_problem import retract_problem
from tests.factories.reports import IN_TIME, ReportWorld, closed_fields, make_problem, make_report_world
from tests.factories.world import NOW, make_actor, make_cycle, make_organisation

pytestmark = pytest.mark.django_db


def asked(world: ReportWorld) -> list[str]:
    with scope(institution=world.institution):
        return list(ProblemAnswer.objects.order_by("problem__number").values_list("problem__text", flat=True))


def test_a_report_begins_with_sections_for_the_unit_and_with_what_last_year_left_open() -> None:
    world = make_report_world(problems=2)
    report = world.begin()
    with scope(institution=world.institution):
        sections = list(ReportSection.objects.filter(report=report).order_by("sequence"))
    assert sections[0].heading == "党组织领导和运行机制"
    assert [section.part for section in sections][-2:] == ["problems", "plans"]
    assert asked(world) == ["支部生活不经常1", "支部生活不经常2"]
    assert (report.state, report.version, report.rounds) == ("draft", 1, 0)


def test_settled_problems_and_those_of_others_are_not_asked() -> None:
    world = make_report_world(reporters=2, problems=0)
    world.leave_open(text="还开着")
    world.leave_open(text="销号了", **closed_fields(world))
    world.leave_open(
        text="撤下了",
        state="withdrawn",
        ruling_note="不是本单位",
        ruled_by_id=world.clerk.account_id,
        ruled_at=NOW,
    )
    world.leave_open(1, text="别的单位")
    elsewhere = make_cycle(world.institution, make_organisation(world.institution), year=2024)
    make_problem(elsewhere, world.reporters[0].organisation, text="别的召集单位")
    make_problem(world.cycle, world.reporters[0].organisation, text="今年的")
    world.begin()
    assert asked(world) == ["还开着"]


def test_beginning_twice_gives_the_one_report() -> None:
    world = make_report_world()
    first, again = world.begin(), world.begin()
    assert first == again
    assert Event.objects.filter(verb="report.begun").count() == 1


def test_a_report_is_not_begun_before_the_plan_is_frozen() -> None:
    world = make_report_world()
    with scopes_disabled():
        Cycle.objects.filter(pk=world.cycle.pk).update(
            state="draft", fingerprint="", frozen_at=None, frozen_by=None
        )
    with pytest.raises(Refused) as refusal:
        world.begin()
    assert refusal.value.code == "cycle.not_frozen"


@pytest.mark.parametrize("role", ["clerk", "leader", "scrutineer", "counter"])
def test_nobody_begins_a_report_for_somebody_else(role: str) -> None:
    world = make_report_world()
    actor = make_actor(world.institution, role)
    with scope(institution=world.institution), pytest.raises(Forbidden):
        begin_report(actor=actor, now=IN_TIME, reporter=world.reporters[0])
    with scopes_disabled():
        assert not DutyReport.objects.exists()


def test_a_reporter_with_a_report_stays_on_the_roster() -> None:
    world = make_report_world()
    world.begin()
    with scopes_disabled():
        Cycle.objects.filter(pk=world.cycle.pk).update(
            state="draft", fingerprint="", frozen_at=None, frozen_by=None
        )
    with scope(institution=world.institution), pytest.raises(Refused) as refusal:
        remove_reporter(actor=world.clerk, now=NOW, reporter=world.reporters[0])
    assert refusal.value.code == "reporter.has_report"


def test_a_reporter_who_was_taken_off_the_roster_cannot_begin() -> None:
    world = make_report_world()
    gone, secretary = world.reporters[0], world.secretary()
    with scopes_disabled():
        type(gone).objects.filter(pk=gone.pk).delete()
    with scope(institution=world.institution), pytest.raises(Missing):
        begin_report(actor=secretary, now=IN_TIME, reporter=gone)


def test_a_problem_that_a_report_lists_is_not_retracted_under_it() -> None:
    world = make_report_world()
    report = world.begin()
    with scope(institution=world.institution), pytest.raises(Refused) as refusal:
        retract_problem(actor=world.clerk, now=NOW, problem=world.problems[0])
    assert refusal.value.code == "problem.in_report"
    with scope(institution=world.institution):
        assert [line.problem for line in answers_of(report)] == world.problems
