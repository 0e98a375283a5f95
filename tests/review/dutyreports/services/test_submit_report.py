import pytest
from django_scopes import scope, scopes_disabled

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.models import EventPayload
from pingyi.review.cycles.models import Cycle
from pingyi.review.dutyreports.models import DutyReport
from pingyi.review.dutyreports.queries import sections_of
from pingyi.review.dutyreports.services import ReportIncomplete, return_report, submit_report
from tests.factories.reports import DUE, IN_TIME, ReportWorld, make_report_world
from tests.factories.world import NOW, make_actor

pytestmark = pytest.mark.django_db


def submit(world: ReportWorld, report: DutyReport) -> DutyReport:
    with scope(institution=world.institution):
        return submit_report(actor=world.secretary(), now=IN_TIME, report=report)


def send_back(world: ReportWorld, report: DutyReport, reason: str = "写实一点。") -> DutyReport:
    with scope(institution=world.institution):
        return return_report(actor=world.clerk, now=NOW, report=report, reason=reason)


def test_a_complete_report_is_handed_in_and_its_words_are_kept() -> None:
    world = make_report_world()
    report = world.hand_in()
    assert (report.state, report.rounds) == ("submitted", 1)
    assert (report.first_submitted_at, report.submitted_at) == (IN_TIME, IN_TIME)
    assert report.submitted_by_id == world.secretary().account_id
    body = EventPayload.objects.get(event__verb="report.submitted").body
    assert body["sections"][0] == {"heading": "党组织领导和运行机制", "text": "第1节写了这些。"}
    assert body["answers"] == [{"problem": "2024年度第1个问题", "text": "已经改好。"}]
    assert body["organisation"] == "护理学院党委"


def test_everything_that_is_missing_is_named_one_by_one() -> None:
    world = make_report_world()
    report, problem = world.begin(), world.problems[0]
    with pytest.raises(ReportIncomplete) as refusal:
        submit(world, report)
    assert list(refusal.value.faults) == [f"answer-{problem.pk}", *(f"text-{place}" for place in range(1, 8))]
    assert refusal.value.faults["text-6"] == "“存在的问题和原因”这一节还空着。"
    assert refusal.value.message == (
        "还差8处，没有交。第一处：2024年度第1个问题还没有回答。写清改了什么、改到哪一步。写好的都存着。"
    )
    assert world.now(report).state == "draft"


def test_what_was_written_is_kept_although_the_report_is_incomplete() -> None:
    world = make_report_world()
    with pytest.raises(ReportIncomplete) as refusal:
        world.hand_in(answers={})
    assert len(refusal.value.faults) == 1
    assert refusal.value.message.startswith("还差1处，没有交：2024年度第1个问题")
    report = world.begin()
    with scope(institution=world.institution):
        assert all(section.text for section in sections_of(report))
    assert (report.state, report.version) == ("draft", 2)


def test_a_text_over_its_length_is_refused_with_the_excess() -> None:
    world = make_report_world(settings={"report_max_chars": 60})
    with pytest.raises(ReportIncomplete) as refusal:
        world.hand_in()
    assert refusal.value.faults == {"length": "全文多了1字，删减到限定的字数以内。"}


def test_problems_need_no_answer_where_the_plan_says_so() -> None:
    world = make_report_world(settings={"must_answer_last_year": False})
    assert world.hand_in(answers={}).state == "submitted"


def test_handing_in_twice_counts_once() -> None:
    world = make_report_world()
    report = world.hand_in()
    again = submit(world, report)
    assert (again.rounds, again.state) == (1, "submitted")
    assert EventPayload.objects.filter(event__verb="report.submitted").count() == 1


def test_pressing_twice_with_the_same_words_is_harmless() -> None:
    world = make_report_world()
    world.hand_in()
    assert world.hand_in().rounds == 1


def test_after_a_return_the_first_handing_in_still_counts_for_the_deadline() -> None:
    world = make_report_world()
    send_back(world, world.hand_in())
    again = world.hand_in(now=NOW)
    assert (again.rounds, again.state, again.return_reason) == (2, "submitted", "写实一点。")
    assert (again.first_submitted_at, again.submitted_at) == (IN_TIME, NOW)
    assert IN_TIME < DUE < NOW


def test_a_problem_that_became_open_meanwhile_must_be_answered_too() -> None:
    world = make_report_world()
    report = send_back(world, world.hand_in())
    late = world.leave_open()
    with pytest.raises(ReportIncomplete) as refusal:
        submit(world, report)
    assert list(refusal.value.faults) == [f"answer-{late.pk}"]


def test_an_accepted_or_archived_report_is_not_handed_in_again() -> None:
    world = make_report_world()
    report = world.accept()
    with pytest.raises(Refused) as refusal:
        submit(world, report)
    assert refusal.value.code == "report.accepted"
    other = make_report_world()
    kept = other.begin()
    with scopes_disabled():
        Cycle.objects.filter(pk=other.cycle.pk).update(state="archived")
    with pytest.raises(Refused) as refusal:
        submit(other, kept)
    assert refusal.value.code == "cycle.archived"


@pytest.mark.parametrize("role", ["clerk", "leader", "scrutineer", "counter"])
def test_only_the_secretary_hands_in(role: str) -> None:
    world = make_report_world()
    report = world.begin()
    actor = make_actor(world.institution, role)
    with scope(institution=world.institution), pytest.raises(Forbidden):
        submit_report(actor=actor, now=IN_TIME, report=report)
