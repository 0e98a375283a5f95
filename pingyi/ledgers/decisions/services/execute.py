"""After the decision: who does what until when, what became of it, what it was worth."""

from datetime import date, datetime

from django.db import transaction

from pingyi.core.clock import today
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.faults import Gathered
from pingyi.core.words import Words
from pingyi.ledgers.decisions.domain.life import Move, State
from pingyi.ledgers.decisions.models import Execution, ExecutionNote, Topic
from pingyi.ledgers.decisions.queries.people import people_of
from pingyi.ledgers.decisions.services.locked import happened, lock_topic, move_topic, record, said
from pingyi.ledgers.kit.queries import lineage_ids
from pingyi.ledgers.kit.rules import may_check_records
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Person

TASK_LENGTH, NOTE_LENGTH = 200, 500
Kind = ExecutionNote.Kind


@transaction.atomic
def assign_execution(
    *, actor: Actor, now: datetime, topic: Topic, task: str, responsible_id: int, due_on: date | None
) -> Execution:
    """Give somebody a task that carries the decision out. Records `execution.assigned`."""
    row = lock_topic(actor, topic.pk)
    if row.state != State.EXECUTING:
        move_topic(row, Move.EXECUTE)
        row.save(update_fields=["state"])
    found = Gathered()
    words = found.read(lambda: said(task, limit=TASK_LENGTH, field="task", missing=Words("写明要办什么。")))
    person = found.read(lambda: _responsible(row, responsible_id))
    due = found.read(lambda: _due(row, due_on))
    found.refuse()
    execution: Execution = Execution.objects.create(
        institution_id=row.institution_id,
        topic=row,
        task=words,
        responsible=person,
        due_on=due,
        recorded_at=now,
        recorded_by_id=actor.account_id,
    )
    record("execution.assigned", row, actor, now, execution=execution.pk, due_on=execution.due_on.isoformat())
    return execution


@transaction.atomic
def note_progress(*, actor: Actor, now: datetime, execution: Execution, text: str) -> ExecutionNote:
    """Say how far it is. Records `execution.progressed`."""
    row, _ = _of_own(actor, execution)
    return _note(actor, now, row, Kind.PROGRESS, text)


@transaction.atomic
def finish_execution(
    *, actor: Actor, now: datetime, execution: Execution, text: str, done_on: date | None
) -> Execution:
    """Say that it is done, and how; somebody else evaluates it. Records `execution.progressed`."""
    row, topic = _of_own(actor, execution)
    found = Gathered()
    row.done_on = found.read(lambda: _done_on(topic, done_on, now))
    found.read(lambda: _note_words(text))
    found.refuse()
    row.save(update_fields=["done_on"])
    _note(actor, now, row, Kind.PROGRESS, text)
    return row


@transaction.atomic
def supervise_execution(*, actor: Actor, now: datetime, execution: Execution, text: str) -> ExecutionNote:
    """Somebody above looks into it and says what she found (督办). Records `execution.supervised`."""
    row = _of_others(actor, execution)
    return _note(actor, now, row, Kind.SUPERVISION, text)


@transaction.atomic
def evaluate_execution(*, actor: Actor, now: datetime, execution: Execution, text: str) -> ExecutionNote:
    """Somebody else than its author says what came of it. With the last one the topic is done.

    Records `execution.evaluated` and then `topic.done`.
    """
    row = _of_others(actor, execution)
    if row.done_on is None:
        raise Refused(Words("还没有报办完，不能评估。"), code="execution.not_done")
    note = _note(actor, now, row, Kind.EVALUATION, text)
    topic = Topic.objects.select_for_update(of=("self",)).get(pk=row.topic_id)
    is_open = topic.executions.exclude(done_on__isnull=False, notes__kind=Kind.EVALUATION).exists()
    if not is_open and topic.state != State.DONE:
        move_topic(topic, Move.FINISH)
        topic.save(update_fields=["state"])
        record("topic.done", topic, actor, now)
    return note


def _responsible(topic: Topic, number: int) -> Person:
    person = next((one for one in people_of(topic.organisation) if one.pk == number), None)
    if person is None:
        raise Refused(Words("从本单位的人里选谁办。"), code="execution.responsible", field="responsible")
    return person


def _due(topic: Topic, due_on: date | None) -> date:
    if due_on is None or (topic.decided_on and due_on < topic.decided_on):
        raise Refused(Words("写明期限，不早于会议那天。"), code="execution.due", field="due_on")
    return due_on


def _done_on(topic: Topic, day: date | None, now: datetime) -> date:
    done_on = happened(day, now, field="done_on")
    if topic.decided_on and done_on < topic.decided_on:
        raise Refused(
            Words("办完不会早于会议那天。请核对日期。"), code="execution.done_early", field="done_on"
        )
    return done_on


def _note_words(text: str) -> str:
    return said(text, limit=NOTE_LENGTH, field="text", missing=Words("写一句情况。"))


def _of_own(actor: Actor, execution: Execution) -> tuple[Execution, Topic]:
    topic = lock_topic(actor, execution.topic_id)
    row: Execution = topic.executions.get(pk=execution.pk)
    if row.done_on is not None:
        raise Refused(Words("这一项已经报办完。"), code="execution.done")
    return row, topic


def _of_others(actor: Actor, execution: Execution) -> Execution:
    row: Execution = Execution.objects.select_related("topic__organisation").get(pk=execution.pk)
    if row.institution_id != actor.institution_id:
        raise Missing
    if not may_check_records(actor, lineage_ids(row.topic.organisation), row.recorded_by_id):
        raise Forbidden(
            Words("督办和评估由上级党组织或经办人来记，不由定任务的人自己记。"), code="execution.own"
        )
    return row


def _note(
    actor: Actor, now: datetime, execution: Execution, kind: ExecutionNote.Kind, text: str
) -> ExecutionNote:
    note: ExecutionNote = ExecutionNote.objects.create(
        institution_id=execution.institution_id,
        execution=execution,
        kind=kind,
        text=_note_words(text),
        happened_on=today(now),
        recorded_at=now,
        recorded_by_id=actor.account_id,
    )
    verb = {Kind.PROGRESS: "progressed", Kind.SUPERVISION: "supervised", Kind.EVALUATION: "evaluated"}[kind]
    record(f"execution.{verb}", execution, actor, now, topic=execution.topic_id)
    return note
