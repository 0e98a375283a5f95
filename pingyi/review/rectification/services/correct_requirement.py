from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.rules import may_prepare
from pingyi.review.rectification.models import FollowUp, Requirement
from pingyi.review.rectification.services.raise_requirement import ask_level


@transaction.atomic
def change_requirement(
    *, actor: Actor, now: datetime, requirement: Requirement, level: str, text: str
) -> Requirement:
    """Correct a requirement that nobody has answered yet; another level asks other organisations. Same: nothing."""
    row = _lock(actor, requirement)
    if (row.level, row.text) == (level, text.strip()):
        return row
    _refuse_answered(row)
    if not text.strip() or level not in Requirement.Level.values:
        raise Refused(Words("写清楚要求，选好对谁提。"), code="requirement.text", field="text")
    is_for_others = row.level != level
    row.level, row.text = level, text.strip()
    row.save(update_fields=["level", "text"])
    if is_for_others:
        FollowUp.objects.filter(requirement=row).delete()
        ask_level(row)
    _record(actor, now, row, "requirement.changed")
    return row


@transaction.atomic
def withdraw_requirement(*, actor: Actor, now: datetime, requirement: Requirement) -> None:
    """Take back a requirement that was recorded by mistake and that nobody has answered yet."""
    row = _lock(actor, requirement)
    _refuse_answered(row)
    _record(actor, now, row, "requirement.withdrawn")
    row.delete()


def _lock(actor: Actor, requirement: Requirement) -> Requirement:
    rows = Requirement.objects.select_for_update(of=("self",)).select_related("cycle__convenor")
    row: Requirement | None = rows.filter(pk=requirement.pk).first()
    if row is None:
        raise Missing(Words("没有这条要求，可能已经撤下。"), code="requirement.missing")
    if not may_prepare(actor, row):
        raise Forbidden(Words("讲话要求由经办人记录。"))
    return row


def _refuse_answered(row: Requirement) -> None:
    answered = FollowUp.objects.filter(requirement=row).exclude(state=FollowUp.State.OPEN, answer="").count()
    if answered:
        raise Refused(
            Words(
                "第{number}条要求已有{answered}个单位答复，没有改动。要补充，另加一条。",
                number=row.number,
                answered=answered,
            ),
            code="requirement.answered",
        )


def _record(actor: Actor, now: datetime, row: Requirement, verb: str) -> None:
    record_event(
        institution_id=row.institution_id,
        verb=verb,
        actor_id=actor.account_id,
        subject=row,
        now=now,
        payload={"number": row.number, "level": row.level, "text": row.text},
    )
