from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import ProtectedError

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.rules import may_prepare
from pingyi.review.rectification.models import ProblemItem
from pingyi.review.rectification.services.raise_problem import known_tags


@transaction.atomic
def reword_problem(
    *, actor: Actor, now: datetime, problem: ProblemItem, text: str, tags: Iterable[str] = ()
) -> ProblemItem:
    """Correct the words and tags of a problem that its organisation has not answered yet. The same words: nothing."""
    row = _lock_unanswered(actor, problem)
    words, marks = text.strip(), known_tags(tags)
    if not words:
        raise Refused(Words("问题没有写内容。写清楚是什么问题。"), code="problem.text", field="text")
    if (row.text, row.tags) == (words, marks):
        return row
    row.text, row.tags = words, marks
    row.save(update_fields=["text", "tags"])
    _record(actor, now, row, "problem.reworded", {"text": words, "tags": marks})
    return row


@transaction.atomic
def retract_problem(*, actor: Actor, now: datetime, problem: ProblemItem) -> None:
    """Take a problem off the list that was put there by mistake and is not answered yet. Its number stays free.

    Refused once a duty report lists it.
    """
    strike_from_list(actor, now, _lock_unanswered(actor, problem))


def strike_from_list(actor: Actor, now: datetime, row: ProblemItem) -> None:
    """Take the row off the list, with its event; refused once a duty report lists it."""
    _record(actor, now, row, "problem.retracted", {"number": row.number, "text": row.text})
    try:
        row.delete()
    except ProtectedError as use:
        raise Refused(
            Words(
                "{number}号问题已经列进单位的述职报告要回答，没有撤下。措辞可以改；不成立的，由单位说明理由再裁定撤销。",
                number=row.number,
            ),
            code="problem.in_report",
        ) from use


def _lock_unanswered(actor: Actor, problem: ProblemItem) -> ProblemItem:
    row: ProblemItem | None = (
        ProblemItem.objects.select_for_update(of=("self",)).filter(pk=problem.pk).first()
    )
    if row is None:
        raise Missing(Words("清单上没有这个问题，可能已经撤下。"), code="problem.missing")
    if not may_prepare(actor, row):
        raise Forbidden(Words("问题由经办人列入清单。"))
    if row.state != ProblemItem.State.RAISED:
        raise Refused(
            Words(
                "{number}号问题，单位已经认领或说明，没有改动。要改请在“问题清单”里办。", number=row.number
            ),
            code="problem.answered",
        )
    return row


def _record(actor: Actor, now: datetime, row: ProblemItem, verb: str, payload: dict[str, object]) -> None:
    record_event(
        institution_id=row.institution_id,
        verb=verb,
        actor_id=actor.account_id,
        subject=row,
        now=now,
        payload=payload,
    )
