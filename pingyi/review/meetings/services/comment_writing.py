"""The rows of one comment, written as an edit wants them."""

from datetime import datetime

from django.db.models import F

from pingyi.organisations.actor import Actor
from pingyi.review.meetings.domain.comment_edit import Edit, Part, Recorded, Wanted
from pingyi.review.meetings.domain.sentences import as_statement
from pingyi.review.meetings.models import CommentSentence, LeaderComment
from pingyi.review.meetings.services.list_problem import list_problem, unlist_problem
from pingyi.review.meetings.services.settle_problem import draft_at_once
from pingyi.review.rectification.models import ProblemItem
from pingyi.review.rectification.services.correct_problem import reword_problem

ASIDE = 1_000


class Writing:
    """One writing of one comment: carries an edit out, row by row.

    Once the meeting `is_over` a new 问题 becomes a draft task at once: no problem stays without a home after the end.
    """

    def __init__(
        self,
        actor: Actor,
        now: datetime,
        comment: LeaderComment,
        rows: dict[int, CommentSentence],
        *,
        is_over: bool,
    ) -> None:
        self.actor, self.now, self.comment, self.rows, self.is_over = actor, now, comment, rows, is_over

    def write(self, edit: Edit) -> None:
        # Places are unique within the comment: all rows step aside before they are dealt anew.
        CommentSentence.objects.filter(comment=self.comment).update(sequence=F("sequence") + ASIDE)
        for gone in edit.removed:
            problem = self.rows[gone.sentence_id].problem
            self.rows[gone.sentence_id].delete()
            unlist_problem(self.actor, self.now, problem)
        for place, (old, new) in enumerate(edit.sentences, start=1):
            self._write_sentence(place, old, new)

    def _write_sentence(self, place: int, old: Recorded | None, new: Wanted) -> None:
        row = (
            self.rows[old.sentence_id] if old else CommentSentence(institution_id=self.comment.institution_id)
        )
        former, said = row.problem, row.text
        row.comment, row.sequence, row.part, row.text = self.comment, place, new.part, new.text
        if new.part != Part.PROBLEM:
            _leave_home(row)
        elif not row.no_task_reason:
            row.problem = self._problem(row, old, new, former)
            self._settle(row, said)
        row.save()
        if row.problem is None:
            unlist_problem(self.actor, self.now, former)

    def _problem(
        self, row: CommentSentence, old: Recorded | None, new: Wanted, former: ProblemItem | None
    ) -> ProblemItem:
        if former is None:
            return list_problem(self.actor, self.now, row, new.tags)
        if old is not None and old.is_answered:
            return former
        return reword_problem(
            actor=self.actor, now=self.now, problem=former, text=as_statement(new.text), tags=new.tags
        )

    def _settle(self, row: CommentSentence, said: str) -> None:
        """A draft in the sentence's own words goes on saying what the sentence says."""
        if row.task_draft and row.task_draft == as_statement(said):
            row.task_draft = as_statement(row.text)
        elif not row.task_draft and self.is_over:
            draft_at_once(self.actor, self.now, row)


def _leave_home(row: CommentSentence) -> None:
    row.problem, row.task_draft, row.no_task_reason = None, "", ""
    row.settled_at = row.settled_by = None
