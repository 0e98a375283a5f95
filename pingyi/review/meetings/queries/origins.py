"""Where a problem was named: the sentence of the comment, with its speaker and its meeting."""

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
