from typing import Any

import pytest
from django_scopes import scope, scopes_disabled

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.models import Event
from pingyi.review.dutyreports.models import DutyReport, ProblemAnswer
from pingyi.review.dutyreports.queries import answers_of, sections_of
from pingyi.review.dutyreports.services import save_report
from pingyi.review.dutyreports.services.save_report import LONGEST_FIELD
from pingyi.review.rectification.models import ProblemItem
from tests.factories.reports import IN_TIME, ReportWorld, closed_fields, make_report_world
from tests.factories.world import make_actor

pytestmark = pytest.mark.django_db


def save(world: ReportWorld, report: DutyReport, **fields: Any) -> DutyReport:
    with scope(institution=world.institution):
        return save_report(
            **{
                "actor": world.secretary(),
                "now": IN_TIME,
                "report": report,
                "seen_version": world.now(report).version,
                "texts": {},
                "answers": {},
                **fields,
            }
        )


def refused_code(world: ReportWorld, report: DutyReport, **fields: Any) -> str:
    with pytest.raises(Refused) as refusal:
        save(world, report, **fields)
    return refusal.value.code


def texts(world: ReportWorld, report: DutyReport) -> dict[int, str]:
    with scope(institution=world.institution):
        return {one.sequence: one.text for one in sections_of(report) if one.text}


def answers(world: ReportWorld, report: DutyReport) -> dict[int, str]:
    with scope(institution=world.institution):
        return {line.problem.pk: line.text for line in answers_of(world.now(report))}


def test_what_is_named_is_kept_and_the_rest_stays() -> None:
    world = make_report_world()
    report, problem = world.begin(), world.problems[0]
    save(world, report, texts={1: "第一段。\r\n\r\n第二段。  ", 2: "二"}, answers={problem.pk: "已经换届。"})
    saved = save(world, report, texts={2: "改了"})
    assert texts(world, report) == {1: "第一段。\n\n第二段。", 2: "改了"}
    assert answers(world, report) == {problem.pk: "已经换届。"}
    assert (saved.version, saved.saved_at, saved.saved_by_id) == (3, IN_TIME, world.secretary().account_id)


def test_the_same_again_changes_nothing() -> None:
    world = make_report_world()
    report = world.begin()
    for _ in range(2):
        save(world, report, texts={1: "写了。\n"}, headings={1: " 领导和 运行机制 "}, seen_version=1)
    assert world.now(report).version == 2
    assert Event.objects.filter(verb="report.saved").count() == 1


def test_headings_are_reworded_and_never_empty() -> None:
    world = make_report_world()
    report = world.begin()
    save(world, report, headings={1: "领导机制", 2: "政治把关"}, texts={1: "写了。"})
    with scope(institution=world.institution):
        assert [one.heading for one in sections_of(report)][:2] == ["领导机制", "政治把关"]
    assert refused_code(world, report, headings={1: " \n"}) == "report.heading"
    assert refused_code(world, report, headings={1: "长" * 61}) == "report.heading"


def test_two_writers_do_not_write_over_each_other() -> None:
    world = make_report_world()
    report = world.begin()
    save(world, report, texts={1: "甲写的"}, seen_version=1)
    assert refused_code(world, report, texts={1: "乙写的"}, seen_version=1) == "report.changed_meanwhile"
    assert texts(world, report) == {1: "甲写的"}
    save(world, report, texts={1: "甲写的，乙补的"}, seen_version=2)
    assert texts(world, report) == {1: "甲写的，乙补的"}


def test_a_problem_that_became_open_since_can_be_answered() -> None:
    world = make_report_world(problems=0)
    report = world.begin()
    late = world.leave_open()
    save(world, report, texts={1: "写了"}, answers={late.pk: "刚改"})
    assert answers(world, report) == {late.pk: "刚改"}


def test_saving_lists_what_became_open_since() -> None:
    world = make_report_world(problems=0)
    report, late = world.begin(), world.leave_open()
    save(world, report, texts={1: "写了"})
    with scope(institution=world.institution):
        assert [row.problem_id for row in ProblemAnswer.objects.all()] == [late.pk]


def test_an_answer_outlives_the_closing_of_its_problem() -> None:
    world = make_report_world()
    report, problem = world.begin(), world.problems[0]
    unlisted = world.leave_open()
    save(world, report, answers={problem.pk: "改好了"})
    with scopes_disabled():
        ProblemItem.objects.update(**closed_fields(world))
    assert answers(world, report) == {problem.pk: "改好了"}
    save(world, report, answers={unlisted.pk: "这个也改好了"})
    assert answers(world, report) == {problem.pk: "改好了", unlisted.pk: "这个也改好了"}


def test_answers_to_problems_of_others_are_refused() -> None:
    world = make_report_world(reporters=2)
    report = world.begin()
    others = world.problems[1].pk
    assert (
        refused_code(world, report, texts={1: "写了"}, answers={others: "不是我的"}) == "report.problem_gone"
    )
    assert refused_code(world, report, answers={999_999: "没有这个"}) == "report.problem_gone"
    assert texts(world, report) == {}
    save(world, report, answers={999_999: " "})


def test_a_section_that_does_not_exist_and_an_endless_text_are_refused() -> None:
    world = make_report_world()
    report = world.begin()
    assert refused_code(world, report, texts={1: "写了", 99: "哪里"}) == "report.section_missing"
    assert refused_code(world, report, headings={99: "哪里"}) == "report.section_missing"
    assert refused_code(world, report, texts={1: "字" * (LONGEST_FIELD + 1)}) == "report.field_too_long"
    endless = {world.problems[0].pk: "字" * (LONGEST_FIELD + 1)}
    assert refused_code(world, report, answers=endless) == "report.field_too_long"
    assert texts(world, report) == {}


def test_what_is_handed_in_accepted_or_archived_is_not_written() -> None:
    world = make_report_world(reporters=3)
    handed_in, accepted, kept = world.hand_in(0), world.accept(1), world.begin(2)
    assert refused_code(world, handed_in, texts={1: "改"}) == "report.submitted"
    second = world.secretary(1)
    assert refused_code(world, accepted, texts={1: "改"}, actor=second) == "report.accepted"
    world.archive()
    third = world.secretary(2)
    assert refused_code(world, kept, texts={1: "改"}, actor=third) == "cycle.archived"


@pytest.mark.parametrize("role", ["clerk", "leader", "scrutineer", "counter"])
def test_only_the_secretary_writes(role: str) -> None:
    world = make_report_world()
    report = world.begin()
    with pytest.raises(Forbidden):
        save(world, report, actor=make_actor(world.institution, role), texts={1: "代写"})
    assert texts(world, report) == {}
