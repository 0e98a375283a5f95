"""One line in the record for every act of rectification."""

from datetime import datetime

from django.db import models

from pingyi.core.services import record_event
from pingyi.organisations.actor import Actor
from pingyi.review.rectification.domain.task import NoteKind
from pingyi.review.rectification.models import FollowUp, ProblemItem, Task, TaskNote


def record_about_problem(
    actor: Actor, now: datetime, problem: ProblemItem, verb: str, **payload: object
) -> None:
    _record(actor, now, problem, problem.organisation.name, verb, {"number": problem.number, **payload})


def record_about_task(
    actor: Actor,
    now: datetime,
    task: Task,
    verb: str,
    *,
    subject: models.Model | None = None,
    **payload: object,
) -> None:
    """`subject` is the row itself where the act is about a part of the task."""
    problem = task.problem
    body = {"problem": problem.number, "task": task.sequence, **payload}
    _record(actor, now, subject or task, problem.organisation.name, verb, body)


def record_about_follow_up(
    actor: Actor, now: datetime, follow_up: FollowUp, verb: str, **payload: object
) -> None:
    body = {"requirement": follow_up.requirement.number, **payload}
    _record(actor, now, follow_up, follow_up.organisation.name, verb, body)


def write_note(actor: Actor, now: datetime, task: Task, kind: NoteKind, text: str) -> TaskNote:
    """A line in the task's own story, which its organisation and the checkers read."""
    note: TaskNote = TaskNote.objects.create(
        institution_id=task.institution_id,
        task=task,
        kind=kind,
        text=text,
        written_at=now,
        written_by_id=actor.account_id,
    )
    return note


def _record(
    actor: Actor,
    now: datetime,
    subject: models.Model,
    organisation: str,
    verb: str,
    payload: dict[str, object],
) -> None:
    record_event(
        institution_id=actor.institution_id,
        verb=verb,
        actor_id=actor.account_id,
        subject=subject,
        now=now,
        payload={"organisation": organisation, **payload},
    )
