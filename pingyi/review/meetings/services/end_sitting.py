from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.words import Words, listed
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import VoterClass
from pingyi.review.meetings.domain.agenda import ItemState
from pingyi.review.meetings.domain.ending import LeftOver, left_over
from pingyi.review.meetings.models import AgendaItem, CommentSentence, LeaderComment, Sitting
from pingyi.review.meetings.phrases import ENDED_WITHOUT
from pingyi.review.meetings.queries import agenda_of, attendance_by_class, lines_of
from pingyi.review.meetings.queries.homes import open_problems
from pingyi.review.meetings.services.record import record_act
from pingyi.review.meetings.services.sitting_lock import lock_sitting

NAMED, WORDS_SHOWN = 3, 20


@transaction.atomic
def end_sitting(*, actor: Actor, now: datetime, sitting: Sitting) -> Sitting:
    """End the meeting: everyone on site was heard or skipped and commented, the ballot began or was skipped, and every
    问题 of the comments is a draft task or says why it is none (the database insists on that too).

    Ends the running item; what else waits counts as not held. Records the attendance per class. Secretaries may now
    read their own comments. Ending twice changes nothing.
    """
    sitting = lock_sitting(actor, sitting.pk)
    if sitting.state == Sitting.State.ENDED:
        return sitting
    items = agenda_of(sitting)
    commented = LeaderComment.objects.filter(reporter__meeting=sitting.meeting_id, is_finished=True)
    homeless = open_problems(sitting.meeting_id)
    left = left_over(
        lines_of(items),
        set(commented.values_list("reporter_id", flat=True)),
        [sentence.pk for sentence in homeless],
    )
    if not left.is_nothing:
        code = "sitting.problems_without_home" if left.is_homeless_only else "sitting.left_over"
        raise Refused(_what_is_left(left, items, homeless), code=code)
    for item in items:
        if item.state == ItemState.RUNNING:
            item.state, item.ended_at = ItemState.DONE, now
        elif item.state == ItemState.WAITING:
            item.state, item.skip_reason = ItemState.SKIPPED, ENDED_WITHOUT
    AgendaItem.objects.bulk_update(items, ["state", "ended_at", "skip_reason"])
    sitting.state, sitting.ended_at = Sitting.State.ENDED, now
    sitting.save(update_fields=["state", "ended_at"])
    record_act(
        actor=actor,
        now=now,
        sitting=sitting,
        verb="sitting.ended",
        subject=sitting,
        payload={"attendance": _attendance(sitting)},
    )
    return sitting


@transaction.atomic
def reopen_sitting(*, actor: Actor, now: datetime, sitting: Sitting) -> Sitting:
    """Take back an end that came too early. Repeating is harmless."""
    sitting = lock_sitting(actor, sitting.pk)
    if sitting.state != Sitting.State.ENDED:
        return sitting
    sitting.state = Sitting.State.RUNNING if sitting.started_at else Sitting.State.CHECK_IN
    sitting.ended_at = None
    sitting.save(update_fields=["state", "ended_at"])
    record_act(actor=actor, now=now, sitting=sitting, verb="sitting.reopened", subject=sitting)
    return sitting


def _what_is_left(left: LeftOver, items: Iterable[AgendaItem], homeless: Sequence[CommentSentence]) -> str:
    names = {item.reporter_id: item.title for item in items if item.reporter_id is not None}
    words = []
    if left.not_heard:
        words.append(
            Words(
                "还有{not_heard}位没有述职：{some}。请他们述职，缺席的写明原因跳过。",
                not_heard=len(left.not_heard),
                some=_some(left.not_heard, names),
            )
        )
    if left.not_commented:
        words.append(
            Words(
                "还有{not_commented}位述了职、点评没有定稿：{some}。到“逐一点评”写完。",
                not_commented=len(left.not_commented),
                some=_some(left.not_commented, names),
            )
        )
    if homeless:
        words.append(
            Words(
                "还有{count}句问题没有去向：{some}。到“问题去向”列为任务草案，或写明为什么不列。",
                count=len(homeless),
                some=_some_sentences(homeless),
            )
        )
    if left.is_ballot_waiting:
        words.append(Words("还没有测评。开始测评，或写明原因跳过。"))
    return Words("会议没有结束。") + "".join(words)


def _some(reporters: tuple[int, ...], names: dict[int, str]) -> str:
    shown = listed(names[reporter] for reporter in reporters[:NAMED])
    return Words("{shown}等", shown=shown) if len(reporters) > NAMED else shown


def _some_sentences(homeless: Sequence[CommentSentence]) -> str:
    shown = listed(
        Words(
            "{name}第{place}句“{words}”",
            name=sentence.comment.reporter.organisation.name,
            place=sentence.sequence,
            words=_beginning(sentence.text),
        )
        for sentence in homeless[:NAMED]
    )
    return Words("{shown}等", shown=shown) if len(homeless) > NAMED else shown


def _beginning(text: str) -> str:
    words = text.rstrip("。！？；!?;")
    return words if len(words) <= WORDS_SHOWN else f"{words[:WORDS_SHOWN]}……"


def _attendance(sitting: Sitting) -> dict[str, int]:
    counts = attendance_by_class(sitting.meeting)
    codes = VoterClass.objects.filter(meeting=sitting.meeting_id, merged_into__isnull=True)
    return {code: counts[pk] for pk, code in codes.values_list("pk", "code")}
