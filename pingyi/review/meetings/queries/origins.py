"""Where a problem was named: the sentence of the comment, with its speaker and its meeting."""

from pingyi.review.meetings.domain.sentences import as_statement
from pingyi.review.meetings.models import CommentSentence
from pingyi.review.rectification.models import ProblemItem


def sentence_of(problem: ProblemItem) -> CommentSentence | None:
    """The sentence that the problem came from; None where it came otherwise. One query."""
    rows = CommentSentence.objects.select_related(
        "comment__reporter__organisation",
        "comment__reporter__person",
        "comment__reporter__meeting__commentator",
    )
    sentence: CommentSentence | None = rows.filter(problem=problem).first()
    return sentence


def draft_of(sentence: CommentSentence | None) -> str:
    """What the meeting wanted to be done, where that says more than the sentence itself."""
    if sentence is None or sentence.task_draft == as_statement(sentence.text):
        return ""
    return sentence.task_draft
