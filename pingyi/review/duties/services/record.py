"""One line in the record for every act, and a line in the entry's own story."""

from datetime import datetime

from django.db import models

from pingyi.core.services import record_event
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import Cycle
from pingyi.review.duties.domain.entries import NoteKind
from pingyi.review.duties.models import DutyItem, DutyList, DutyNote


def record_about_year(actor: Actor, now: datetime, cycle: Cycle, verb: str, **payload: object) -> None:
    _record(actor, now, cycle, verb, {"year": cycle.year, **payload})


def record_about_list(actor: Actor, now: datetime, duty_list: DutyList, verb: str, **payload: object) -> None:
    _record(actor, now, duty_list, verb, {**_whose(duty_list), **payload})


def record_about_item(actor: Actor, now: datetime, item: DutyItem, verb: str, **payload: object) -> None:
    _record(actor, now, item, verb, {**_whose(item.duty_list), "title": item.text, **payload})


def write_note(actor: Actor, now: datetime, item: DutyItem, kind: NoteKind, text: str) -> None:
    DutyNote.objects.create(
        institution_id=item.institution_id,
        item=item,
        kind=kind,
        text=text,
        written_by_id=actor.account_id,
        written_at=now,
    )


def _whose(duty_list: DutyList) -> dict[str, object]:
    body = {"name": duty_list.body.name} if duty_list.body else {}
    return {"organisation": duty_list.organisation.name, "year": duty_list.cycle.year, **body}


def _record(
    actor: Actor, now: datetime, subject: models.Model, verb: str, payload: dict[str, object]
) -> None:
    record_event(
        institution_id=actor.institution_id,
        verb=verb,
        actor_id=actor.account_id,
        subject=subject,
        now=now,
        payload=payload,
    )
