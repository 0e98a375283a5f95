from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import Reporter
from pingyi.review.meetings.domain.agenda import ItemState
from pingyi.review.meetings.domain.comment_edit import FinishFault, Part, finish_fault
from pingyi.review.meetings.models import LeaderComment, Sitting
from pingyi.review.meetings.queries.comments import comment_of, report_state, sentences_of
from pingyi.review.meetings.rules import may_record_words
from pingyi.review.meetings.services.record import record_act
from pingyi.review.meetings.services.sitting_lock import hold_sitting


@transaction.atomic
def finish_comment(*, actor: Actor, now: datetime, reporter: Reporter) -> LeaderComment:
    """Say that the comment is complete: it has a sentence and each has its home. Finishing twice changes nothing."""
    sitting = lock_reporter(actor, reporter)
    comment = _existing(reporter)
    check_and_finish(actor=actor, now=now, sitting=sitting, comment=comment)
    return comment


@transaction.atomic
def reopen_comment(*, actor: Actor, now: datetime, reporter: Reporter) -> LeaderComment:
    """Take back that the comment is complete, to correct it. Repeating is harmless."""
    sitting = lock_reporter(actor, reporter)
    comment = _existing(reporter)
    if comment.is_finished:
        comment.is_finished = False
        comment.save(update_fields=["is_finished"])
        record_act(actor=actor, now=now, sitting=sitting, verb="comment.reopened", subject=comment)
    return comment


def check_and_finish(*, actor: Actor, now: datetime, sitting: Sitting, comment: LeaderComment) -> None:
    """The finishing itself, inside the transaction of whoever calls."""
    if comment.is_finished:
        return
    parts = [Part(row.part) for row in sentences_of(comment)]
    fault = finish_fault(parts)
    if fault == FinishFault.EMPTY:
        raise Refused(Words("点评里还没有一句话，没有定稿。"), code="comment.empty", field="new_text")
    if fault == FinishFault.UNSORTED:
        count = parts.count(Part.UNSORTED)
        raise Refused(
            Words("还有{count}句没有归类，没有定稿。给每句选肯定、问题或要求。", count=count),
            code="comment.unsorted",
        )
    comment.is_finished = True
    comment.save(update_fields=["is_finished"])
    record_act(actor=actor, now=now, sitting=sitting, verb="comment.finished", subject=comment)


def lock_reporter(actor: Actor, reporter: Reporter) -> Sitting:
    """The sitting, locked, for the clerk who records words on a reporter who reports on site and was not absent."""
    sitting = Sitting.objects.filter(meeting=reporter.meeting_id).first()
    if sitting is None:
        raise Refused(Words("会场还没有打开，不能记点评。先在“会场控制”打开会场。"), code="sitting.missing")
    sitting = hold_sitting(sitting.pk)
    if not may_record_words(actor, sitting.meeting):
        raise Forbidden(Words("点评由经办人记录。"))
    state = report_state(reporter)
    if state is None:
        raise Refused(Words("这一位是书面述职，不在现场逐一点评。"), code="comment.not_on_site")
    if state == ItemState.SKIPPED:
        raise Refused(Words("这一位没有现场述职，议程里已经跳过，不记点评。"), code="comment.absent")
    return sitting


def _existing(reporter: Reporter) -> LeaderComment:
    comment = comment_of(reporter)
    if comment is None:
        raise Missing(Words("这一位还没有点评。"), code="comment.missing")
    return comment
