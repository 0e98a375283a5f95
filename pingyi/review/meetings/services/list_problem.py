"""A 问题 sentence and its item on the problem list."""

from collections.abc import Iterable
from datetime import datetime

from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.meetings.domain.sentences import as_statement
from pingyi.review.meetings.models import CommentSentence
from pingyi.review.rectification.models import ProblemItem
from pingyi.review.rectification.services.correct_problem import retract_problem
from pingyi.review.rectification.services.raise_problem import raise_problem


def list_problem(
    actor: Actor, now: datetime, sentence: CommentSentence, tags: Iterable[str] = ()
) -> ProblemItem:
    """Put the sentence on the problem list of the reporter's organisation. Does not save the sentence."""
    reporter = sentence.comment.reporter
    return raise_problem(
        actor=actor,
        now=now,
        cycle=reporter.cycle,
        organisation=reporter.organisation,
        text=as_statement(sentence.text),
        source=ProblemItem.Source.COMMENT,
        source_note=Words(
            "{meeting}，点评第{place}句", meeting=reporter.meeting.name, place=sentence.sequence
        ),
        tags=tags,
    )


def unlist_problem(actor: Actor, now: datetime, problem: ProblemItem | None) -> None:
    """Take the item off again, once the sentence does not refer to it any more."""
    if problem is not None:
        retract_problem(actor=actor, now=now, problem=problem)
