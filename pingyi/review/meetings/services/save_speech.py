from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.meetings.domain.numbered import Level
from pingyi.review.meetings.models import Sitting, Speech
from pingyi.review.meetings.queries.speeches import requirements_of, speech_of
from pingyi.review.meetings.rules import may_record_words
from pingyi.review.meetings.services.record import record_act
from pingyi.review.meetings.services.sitting_lock import hold_sitting
from pingyi.review.rectification.models import Requirement
from pingyi.review.rectification.services.correct_requirement import change_requirement, withdraw_requirement
from pingyi.review.rectification.services.raise_requirement import raise_requirement


@dataclass(frozen=True)
class Spoken:
    """A numbered requirement of the speech as it should stand."""

    number: int
    level: str
    text: str


@transaction.atomic
def save_speech(
    *,
    actor: Actor,
    now: datetime,
    sitting: Sitting,
    text: str,
    requirements: Sequence[Spoken],
    seen_version: int | None = None,
) -> Speech:
    """Record the speech in full and its numbered requirements, as they should stand.

    A new number asks the organisations of its level; a changed one is corrected, a missing one withdrawn, as long as
    nobody has answered it. `seen_version` guards against writing over others (0: nothing was there). The same again
    changes nothing.
    """
    sitting = hold_sitting(sitting.pk)
    if not may_record_words(actor, sitting.meeting):
        raise Forbidden(Words("讲话由经办人记录。"))
    wanted = _checked(requirements)
    speech = speech_of(sitting)
    there = {row.number: row for row in requirements_of(sitting.meeting)}
    is_same = {row.number: (row.level, row.text) for row in there.values()} == {
        one.number: (one.level, one.text) for one in wanted.values()
    }
    if speech is not None and is_same and speech.text == text.strip():
        return speech
    if seen_version is not None and seen_version != (speech.version if speech else 0):
        raise Refused(
            Words("您打开这一页以后，别人改过讲话要求，没有保存。您写的还在下面，对照现在的内容再保存。"),
            code="speech.changed_meanwhile",
        )
    if not text.strip() and not wanted:
        raise Refused(Words("讲话和要求都是空的，没有保存。"), code="speech.empty", field="text")
    speech = _write(speech, actor, now, sitting, text.strip())
    _settle(actor, now, sitting, there, wanted)
    record_act(
        actor=actor,
        now=now,
        sitting=sitting,
        verb="speech.recorded",
        subject=speech,
        payload={"version": speech.version, "requirements": len(wanted)},
    )
    return speech


def _checked(requirements: Sequence[Spoken]) -> dict[int, Spoken]:
    wanted: dict[int, Spoken] = {}
    for one in requirements:
        if one.level not in set(Level):
            raise Refused(
                Words("第{number}条没有选对谁提。选附属医院、学院、基层党支部或全体。", number=one.number),
                code="speech.level",
                field=f"level-{one.number}",
            )
        if not one.text.strip() or one.number < 1 or one.number in wanted:
            raise Refused(
                Words("第{number}条没有内容，或者号重了。", number=one.number),
                code="speech.requirement",
                field=f"text-{one.number}",
            )
        wanted[one.number] = Spoken(one.number, one.level, one.text.strip())
    return wanted


def _write(speech: Speech | None, actor: Actor, now: datetime, sitting: Sitting, text: str) -> Speech:
    if speech is None:
        created: Speech = Speech.objects.create(
            institution_id=sitting.institution_id,
            sitting=sitting,
            text=text,
            recorded_at=now,
            recorded_by_id=actor.account_id,
        )
        return created
    speech.text, speech.version = text, speech.version + 1
    speech.recorded_at, speech.recorded_by_id = now, actor.account_id
    speech.save(update_fields=["text", "version", "recorded_at", "recorded_by"])
    return speech


def _settle(
    actor: Actor, now: datetime, sitting: Sitting, there: dict[int, Requirement], wanted: dict[int, Spoken]
) -> None:
    for number, row in there.items():
        if number not in wanted:
            withdraw_requirement(actor=actor, now=now, requirement=row)
    for number, one in wanted.items():
        if number in there:
            change_requirement(
                actor=actor, now=now, requirement=there[number], level=one.level, text=one.text
            )
        else:
            raise_requirement(
                actor=actor, now=now, meeting=sitting.meeting, number=number, level=one.level, text=one.text
            )
