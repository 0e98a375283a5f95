"""Topics from a workbook: drafts with their route; what was filed stays; what was exported can be read back."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django_scopes import scope

from pingyi.core import jobs
from pingyi.core.clock import now
from pingyi.core.models import Job
from pingyi.core.sheets.writing import write_book
from pingyi.ledgers.decisions.domain.sheets import TOPICS
from pingyi.ledgers.decisions.models import Topic
from pingyi.ledgers.decisions.queries.export import export_lines
from pingyi.ledgers.decisions.services import draft_topic
from pingyi.ledgers.decisions.services.import_topics import DECISIONS_IMPORT
from pingyi.ledgers.kit.services.import_records import confirm_workbook, hand_in_workbook
from tests.factories.decisions import NOW, College, filed_topic, make_college, wish_of

LINE = {
    "organisation": "材料学院党委",
    "title": "购置场发射电子显微镜",
    "proposed_on": date(2025, 11, 10),
    "subject": "其他重要事项",
    "major": "重大项目安排",
    "amount": "386",
    "presenter": "何新",
}


@pytest.fixture
def college(db: None) -> Iterator[College]:
    made = make_college()
    with scope(institution=made.institution):
        yield made


def preview(college: College, *lines: dict[str, Any]) -> Job:
    content = write_book((TOPICS,), {TOPICS.name: lines})
    return hand_in_workbook(
        actor=college.secretary, now=now(), ledger=DECISIONS_IMPORT, name="议题.xlsx", content=content
    )


def write(college: College, *lines: dict[str, Any]) -> Job:
    return confirm_workbook(
        actor=college.secretary, now=now(), ledger=DECISIONS_IMPORT, preview=preview(college, *lines)
    )


def faults(job: Job) -> list[str]:
    assert job.result is not None, job.message
    return [fault["message"] for fault in job.result["faults"]]


def test_rows_become_drafts_whose_body_follows_from_the_rules(college: College) -> None:
    cadre = {**LINE, "title": "任用实验中心主任", "subject": "干部任免", "major": "", "amount": ""}
    write(college, LINE, cadre)
    project, other = Topic.objects.order_by("number")
    assert (project.state, project.amount, project.decides, project.number) == (
        "draft",
        386_000_000,
        "joint_meeting",
        1,
    )
    assert (other.decides, other.number) == ("party_meeting", 2)


def test_what_was_exported_changes_nothing(college: College) -> None:
    draft_topic(actor=college.secretary, now=NOW, organisation=college.organisation, wish=wish_of(college))
    lines = export_lines([college.organisation], date(2025, 1, 1), date(2025, 12, 31))
    job = preview(college, *lines[TOPICS.name])
    assert faults(job) == []
    assert job.result is not None
    assert job.result["tallies"] == [{"sort": "议题", "new": 0, "changed": 0, "same": 1}]


def test_draft_is_changed_and_a_filed_topic_is_not(college: College) -> None:
    draft_topic(actor=college.secretary, now=NOW, organisation=college.organisation, wish=wish_of(college))
    write(college, {**LINE, "amount": "400"})
    assert Topic.objects.get().amount == 400_000_000
    filed_topic(college, title="另一个议题")
    job = preview(college, {**LINE, "title": "另一个议题", "amount": "1"})
    (fault,) = faults(job)
    assert "不能再用表改" in fault


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"organisation": "没有的学院"}, "没有"),
        ({"proposed_on": date(2099, 5, 1)}, "还没有到"),
        ({"amount": "很多"}, "不是金额"),
        ({"presenter": "外人"}, "没有找到"),
        ({"presenter": ""}, "没有写分管负责人"),
        ({"subject": "天气"}, "天气"),
    ],
)
def test_bad_rows_are_named_and_nothing_is_written(
    college: College, changes: dict[str, Any], said: str
) -> None:
    assert said in " ".join(faults(preview(college, {**LINE, **changes})))
    assert not Topic.objects.exists()


def test_report_comes_in_as_a_report_and_is_none_of_the_four_kinds(college: College) -> None:
    write(college, {**LINE, "kind": "汇报类", "major": ""})
    assert Topic.objects.get().kind == "report"
    (fault,) = faults(preview(college, {**LINE, "title": "又一个", "kind": "学习类"}))
    assert fault == "学习类、汇报类议题不表决，不标三重一大"


def test_two_thousand_rows_are_a_job_that_says_how_far_it_is(college: College) -> None:
    job = preview(college, *({**LINE, "title": f"第{number}件事"} for number in range(2000)))
    assert job.state == Job.State.WAITING, "too many to wait for"
    jobs.run(job.pk)
    done = Job.objects.get(pk=job.pk)
    assert done.result is not None
    assert done.result["new_total"] == 2000
    assert done.done == done.total > 0
