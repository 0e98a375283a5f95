"""What becomes of a 问题 sentence: a draft task for its organisation, or no task, because …"""

from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import ReviewMeeting
from pingyi.review.meetings.domain.sentences import as_statement
from pingyi.review.meetings.models import CommentSentence, Sitting
from pingyi.review.meetings.queries.homes import find_problem_sentence, is_answered, open_problems
from pingyi.review.meetings.queries.sittings import find_sitting
from pingyi.review.meetings.rules import may_record_words
from pingyi.review.meetings.services.list_problem import list_problem, unlist_problem
from pingyi.review.meetings.services.record import record_act
from pingyi.review.meetings.services.sitting_lock import hold_sitting

LONGEST = 500


@transaction.atomic
def draft_task(*, actor: Actor, now: datetime, sentence: CommentSentence, text: str = "") -> CommentSentence:
    """Make a draft task of a 问题 sentence: what is to be done, in the sentence's own words if none are given.

    A sentence that was to be no task comes back onto the problem list. The same words again change nothing.
    """
    sitting, row = _lock(actor, sentence)
    words = _checked(text, "task_draft") or as_statement(row.text)
    if row.task_draft == words:
        return row
    if row.problem is None:
        row.problem = list_problem(actor, now, row)
    row.task_draft, row.no_task_reason = words, ""
    _sign(actor, now, row)
    _record(actor, now, sitting, row, "task_draft.written", {"text": words})
    return row


@transaction.atomic
def decline_task(*, actor: Actor, now: datetime, sentence: CommentSentence, reason: str) -> CommentSentence:
    """Say why a 问题 sentence becomes no task; it leaves the problem list, its words and the reason stay.

    Refused once its organisation has answered it. The same reason again changes nothing.
    """
    sitting, row = _lock(actor, sentence)
    words = _checked(reason, "no_task_reason")
    if not words:
        raise Refused(
            Words("写明为什么不列任务，例如“会前已经整改”“和第3句是一件事”。"),
            code="sentence.reason",
            field="no_task_reason",
        )
    if row.no_task_reason == words:
        return row
    problem = row.problem
    if is_answered(problem):
        raise Refused(
            Words("这个问题，单位已经认领或说明，没有改动。不成立的，在问题页上定。"),
            code="sentence.answered",
        )
    row.problem, row.task_draft, row.no_task_reason = None, "", words
    _sign(actor, now, row)
    if problem is not None:
        unlist_problem(actor, now, problem)
    _record(actor, now, sitting, row, "task_draft.declined", {"reason": words})
    return row


@transaction.atomic
def draft_rest(*, actor: Actor, now: datetime, meeting: ReviewMeeting) -> int:
    """Make draft tasks, each in its own words, of all 问题 sentences that have no home yet. How many there were."""
    _hold(actor, meeting)
    waiting = open_problems(meeting.pk)
    for sentence in waiting:
        draft_task(actor=actor, now=now, sentence=sentence)
    return len(waiting)


def draft_at_once(actor: Actor, now: datetime, row: CommentSentence) -> None:
    """The home of a 问题 that is written after the meeting has ended: it cannot wait any more. Does not save."""
    row.task_draft = as_statement(row.text)
    row.settled_at, row.settled_by_id = now, actor.account_id


def _lock(actor: Actor, sentence: CommentSentence) -> tuple[Sitting, CommentSentence]:
    meeting = sentence.comment.reporter.meeting
    return _hold(actor, meeting), find_problem_sentence(meeting, sentence.pk)


def _hold(actor: Actor, meeting: ReviewMeeting) -> Sitting:
    sitting = hold_sitting(find_sitting(meeting).pk)
    if not may_record_words(actor, sitting.meeting):
        raise Forbidden(Words("问题的去向由经办人定。"))
    return sitting


def _checked(text: str, field: str) -> str:
    words = " ".join(text.split())
    if len(words) > LONGEST:
        raise Refused(
            Words("写了{count}字，最多{most}字，没有保存。请写短些。", count=len(words), most=LONGEST),
            code="sentence.too_long",
            field=field,
        )
    return words


def _sign(actor: Actor, now: datetime, row: CommentSentence) -> None:
    row.settled_at, row.settled_by_id = now, actor.account_id
    row.save(update_fields=["problem", "task_draft", "no_task_reason", "settled_at", "settled_by"])


def _record(
    actor: Actor, now: datetime, sitting: Sitting, row: CommentSentence, verb: str, payload: dict[str, str]
) -> None:
    organisation = row.comment.reporter.organisation.name
    record_act(
        actor=actor,
        now=now,
        sitting=sitting,
        verb=verb,
        subject=row,
        payload={"organisation": organisation, "sentence": row.text, **payload},
    )
