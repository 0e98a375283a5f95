"""One topic: where it stands, what the rules say, what was heard, and the forms of the next steps."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from pingyi.core.clock import now, today
from pingyi.core.words import Words
from pingyi.doors.office.acting import NOT_FAILED, Failed
from pingyi.doors.office.decisions.reading import (
    choices,
    may_write,
    people_choices,
    readable_topic,
)
from pingyi.doors.office.decisions.topic_bar import next_body, topic_bar
from pingyi.doors.office.decisions.topic_steps import steps_of
from pingyi.doors.office.decisions.words import finding_lines
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.ledgers.decisions.domain.amounts import typed_amount
from pingyi.ledgers.decisions.domain.life import State
from pingyi.ledgers.decisions.phrases import (
    ANSWERS,
    AUTHORITIES,
    BODIES,
    KINDS,
    MAJORS,
    NOTES,
    OUTCOMES,
    PURPOSES,
    STATES,
    SUBJECTS,
    TALKS,
)
from pingyi.ledgers.decisions.queries.people import people_of
from pingyi.ledgers.decisions.queries.topic import TopicSheet, topic_sheet
from pingyi.ledgers.kit.domain.checks import Verdict
from pingyi.ledgers.kit.queries import lineage_ids
from pingyi.ledgers.kit.rules import may_check_records

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pingyi.doors.office.form_fields import Field
    from pingyi.ledgers.decisions.models import Execution, Topic
    from pingyi.organisations.models import Person

_TALKED_ABOUT = (State.FILED, State.COORDINATED, State.PARTY_FIRST, State.ON_AGENDA, State.POSTPONED)
_URGENT = (State.FILED, State.COORDINATED, State.POSTPONED)
_PLACED = (State.COORDINATED, State.PARTY_FIRST, State.POSTPONED)
_OVER = (State.REJECTED, State.DONE)
_EXECUTED = (State.DECIDED, State.EXECUTING)


@office_page
@require_GET
def topic_show(request: OfficeRequest, topic_id: int) -> HttpResponse:
    return topic_page(request, readable_topic(request.actor, topic_id), NOT_FAILED)


def topic_page(request: OfficeRequest, topic: "Topic", failed: Failed) -> HttpResponse:
    """The page, with what was refused of an act on it."""
    day = today(now())
    sheet = topic_sheet(topic, day)
    state = State(topic.state)
    writes = may_write(request.actor, topic.organisation)
    people = people_of(topic.organisation) if writes else []
    is_placed = any(not one.outcome for one in sheet.items)
    shown = {
        "topic": topic,
        "sheet": sheet,
        "refusal": failed.loose,
        "may_change": writes and state is State.DRAFT,
        "file_fields": _file_fields(failed, day.isoformat()) if writes and state is State.DRAFT else [],
        "talk_fields": _talk_fields(failed, sheet, people) if writes and state in _TALKED_ABOUT else [],
        "urgent_fields": _urgent_fields(failed, day.isoformat())
        if writes and state in _URGENT and not topic.urgent_on
        else [],
        "may_remove": writes and not any(one.meeting.begun_at for one in sheet.items),
        "file_field": failed.state("evidence").field("file", Words("一份材料"))
        if writes and state not in _OVER
        else None,
        "sign_fields": [
            failed.state("sign", signed_on=day.isoformat()).field(
                "signed_on", Words("分管负责人哪天签的"), kind="date", is_required=True
            )
        ]
        if writes and state in _TALKED_ABOUT and not topic.signed_on
        else [],
        "may_place": writes and state in _PLACED and not is_placed,
        "meetings": [(one, BODIES[one.body]) for one in sheet.meetings],
        "assign_fields": _assign_fields(failed, people) if writes and state in _EXECUTED else [],
        "executions": [_execution(request, one, failed, writes=writes) for one in sheet.executions],
        "findings": finding_lines(sheet.findings),
        "met": sum(one.verdict is Verdict.PASS for one in sheet.findings),
        "talks": [(one, TALKS[one.kind], ANSWERS[one.answer]) for one in sheet.talks],
        "items": [
            (
                one,
                BODIES[one.meeting.body],
                PURPOSES[one.purpose],
                OUTCOMES[one.outcome] if one.outcome else "",
            )
            for one in sheet.items
        ],
        "steps": steps_of(topic),
        "bar": topic_bar(sheet),
        "next_body": BODIES[next_body(sheet)],
        "words": _words(topic),
    }
    return render(request, "office/topic-show.html", shown, status=failed.status)


def _words(topic: "Topic") -> "Mapping[str, str]":
    return {
        "kind": KINDS[topic.kind],
        "subject": SUBJECTS[topic.subject],
        "major": MAJORS[topic.major],
        "authority": AUTHORITIES[topic.authority] if topic.authority else "",
        "decides": BODIES[topic.decides],
        "first": BODIES[topic.studies_first] if topic.studies_first else "",
        "state": STATES[topic.state],
        "amount": Words("{amount}万元", amount=typed_amount(topic.amount))
        if topic.amount is not None
        else "",
    }


def _file_fields(failed: Failed, day: str) -> "list[Field]":
    form = failed.state("file", filed_on=day)
    return [
        form.field("filed_on", Words("哪天报送"), kind="date", is_required=True),
        form.field(
            "characters", Words("材料多少字"), kind="number", least="0", hint=Words("没有材料就空着。")
        ),
        form.field("minutes", Words("会上讲几分钟"), kind="number", least="0"),
        form.field(
            "signed_on",
            Words("分管负责人哪天签的议题单"),
            kind="date",
            hint=Words("还没有签就空着，签了再记。"),
        ),
    ]


def _talk_fields(failed: Failed, sheet: TopicSheet, people: "list[Person]") -> "list[Field]":
    form = failed.state("talk", kind="coordination", answer="agrees")
    return [
        form.field("kind", Words("记什么"), kind="select", options=choices(TALKS)),
        form.field(
            "person",
            Words("谁的意见"),
            kind="select",
            options=people_choices([*sheet.leaders, *(one for one in people if one not in sheet.leaders)]),
        ),
        form.field("who", Words("或者写名称"), hint=Words("专家、纪检、职工代表的意见写这里。")),
        form.field("happened_on", Words("哪天"), kind="date", is_required=True),
        form.field("answer", Words("态度"), kind="select", options=choices(ANSWERS)),
        form.field("note", Words("要点"), hint=Words("可以空着。")),
    ]


def _urgent_fields(failed: Failed, day: str) -> "list[Field]":
    form = failed.state("urgent", urgent_on=day)
    return [
        form.field("urgent_on", Words("哪天处置"), kind="date", is_required=True),
        form.field("urgent_note", Words("谁同意的、先怎么办的"), is_required=True),
    ]


def _assign_fields(failed: Failed, people: "list[Person]") -> "list[Field]":
    form = failed.state("assign")
    return [
        form.field("task", Words("办什么"), is_required=True),
        form.field("responsible", Words("谁办"), kind="select", options=people_choices(people)),
        form.field("due_on", Words("什么时候办完"), kind="date", is_required=True),
    ]


def _execution(
    request: OfficeRequest, execution: "Execution", failed: Failed, *, writes: bool
) -> "Mapping[str, object]":
    may_check = may_check_records(
        request.actor, lineage_ids(execution.topic.organisation), execution.recorded_by_id
    )
    acts = []
    if writes and execution.done_on is None:
        acts += [("progress", Words("报进展")), ("finish", Words("报办完"))]
    if may_check:
        acts.append(("supervise", Words("记督办")))
        if execution.done_on is not None:
            acts.append(("evaluate", Words("记评估")))
    form = failed.state(f"execution-{execution.pk}", done_on=today(now()).isoformat())
    return {
        "row": execution,
        "notes": [(one, NOTES[one.kind]) for one in execution.notes.all()],
        "acts": acts,
        "text_field": form.field("text", Words("情况"), is_required=True),
        "day_field": form.field("done_on", Words("哪天办完"), kind="date"),
        "may_finish": ("finish", Words("报办完")) in acts,
    }
