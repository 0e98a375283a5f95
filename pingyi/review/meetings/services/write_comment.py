from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import Reporter
from pingyi.review.meetings.domain.comment_edit import Edit, Recorded, Wanted, plan_edit, tidy
from pingyi.review.meetings.models import LeaderComment, Sitting
from pingyi.review.meetings.queries.comments import comment_of, recorded_of, sentences_of
from pingyi.review.meetings.services.comment_writing import Writing
from pingyi.review.meetings.services.finish_comment import check_and_finish, lock_reporter
from pingyi.review.meetings.services.record import record_act

MOST_SENTENCES = 200


@transaction.atomic
def write_comment(
    *,
    actor: Actor,
    now: datetime,
    reporter: Reporter,
    sentences: Sequence[Wanted],
    seen_version: int | None = None,
    is_final: bool = False,
) -> LeaderComment:
    """Record what was said about one on-site reporter: the whole comment as it should stand, sentence by sentence.

    Every 问题 becomes a problem item of the reporter's organisation; a sentence that stays keeps its item and its home,
    a reworded one corrects it, a removed one takes it back, unless the organisation has answered it. Words that go are
    kept in the record. `seen_version` is the
    version that the writer saw (0: none); who would write over somebody else's words is refused. `is_final` also
    finishes the comment. Writing the same again changes nothing.
    """
    sitting = lock_reporter(actor, reporter)
    comment = comment_of(reporter)
    wanted = tidy(sentences)
    rows = {row.pk: row for row in sentences_of(comment)}
    recorded = [recorded_of(row) for row in rows.values()]
    edit = plan_edit(recorded, wanted)
    if not _says_the_same(recorded, edit):
        _refuse(comment, seen_version, edit)
        comment = _next_version(comment, actor, now, reporter)
        comment.reporter = reporter
        is_over = sitting.state == Sitting.State.ENDED
        Writing(actor, now, comment, rows, is_over=is_over).write(edit)
        record_act(
            actor=actor,
            now=now,
            sitting=sitting,
            verb="comment.written",
            subject=comment,
            payload={
                "reporter": reporter.pk,
                "version": comment.version,
                "sentences": len(wanted),
                **_words_gone(edit),
            },
        )
    if comment is None:
        raise Refused(Words("点评是空的，没有保存。写一句再保存。"), code="comment.empty", field="new_text")
    if is_final:
        check_and_finish(actor=actor, now=now, sitting=sitting, comment=comment)
    return comment


def _says_the_same(recorded: Sequence[Recorded], edit: Edit) -> bool:
    return (
        not edit.removed
        and [old for old, _ in edit.sentences] == list(recorded)
        and all(
            old is not None and (old.part, old.text, set(old.tags)) == (new.part, new.text, set(new.tags))
            for old, new in edit.sentences
        )
    )


def _words_gone(edit: Edit) -> dict[str, list[str]]:
    """The words that stand in the comment no more: nobody takes back what was said without a trace."""
    before = [old.text for old, new in edit.sentences if old is not None and old.text != new.text]
    gone = {"reworded": before, "removed": [row.text for row in edit.removed]}
    return {name: words for name, words in gone.items() if words}


def _refuse(comment: LeaderComment | None, seen_version: int | None, edit: Edit) -> None:
    if comment is not None and comment.is_finished:
        raise Refused(Words("这份点评已经定稿，没有改动。要改先撤回定稿。"), code="comment.finished")
    if seen_version is not None and seen_version != (comment.version if comment else 0):
        raise Refused(
            Words("您打开这一页以后，别人改过这份点评，没有保存。您写的还在下面，对照现在的内容再保存。"),
            code="comment.changed_meanwhile",
        )
    if len(edit.sentences) > MOST_SENTENCES:
        raise Refused(
            Words("一份点评最多{most_sentences}句，没有保存。", most_sentences=MOST_SENTENCES),
            code="comment.too_long",
            field="new_text",
        )
    if edit.touched_answers:
        words = edit.touched_answers[0].text
        raise Refused(
            Words(
                "“{words}”这个问题，单位已经认领或说明，不能改写、改类或删去，没有保存。其他句子可以改。",
                words=words[:20],
            ),
            code="comment.problem_answered",
        )


def _next_version(
    comment: LeaderComment | None, actor: Actor, now: datetime, reporter: Reporter
) -> LeaderComment:
    if comment is None:
        created: LeaderComment = LeaderComment.objects.create(
            institution_id=reporter.institution_id,
            reporter=reporter,
            recorded_at=now,
            recorded_by_id=actor.account_id,
        )
        return created
    comment.version += 1
    comment.recorded_at, comment.recorded_by_id = now, actor.account_id
    comment.save(update_fields=["version", "recorded_at", "recorded_by"])
    return comment
