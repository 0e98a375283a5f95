"""Letters: how far each is, what it would say now, what it said when it was given out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pingyi.core.clock import today
from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.organisations.queries.calendar import reckoning_on
from pingyi.review.appraisal.documents import FeedbackLetter as LetterText
from pingyi.review.appraisal.domain.letter_state import Basis, LetterState, letter_state
from pingyi.review.appraisal.domain.opinion import Opinion
from pingyi.review.appraisal.models import FeedbackLetter, OpinionVerdict
from pingyi.review.appraisal.phrases import GRADE_WORDS, MODE_WORDS
from pingyi.review.appraisal.queries.decisions import latest_decisions
from pingyi.review.appraisal.queries.opinions import opinions_of, said_about
from pingyi.review.cycles.models import Cycle, Reporter
from pingyi.review.cycles.queries import settings_of

if TYPE_CHECKING:
    from pingyi.review.appraisal.models import (
        ComprehensiveOpinion,
        GradeDecision,
        LetterOpening,
        LetterStatement,
    )


@dataclass(frozen=True)
class LetterRow:
    """One person's letter: what it rests on and how far it is. `has_words`: the comment has words to begin with;
    `verdict`: what the leader said to the opinion as it stands."""

    reporter: Reporter
    decision: GradeDecision | None
    opinion: ComprehensiveOpinion | None
    letter: FeedbackLetter | None
    has_words: bool
    verdict: OpinionVerdict | None = None

    @property
    def state(self) -> LetterState:
        present = Basis(
            self.decision.pk if self.decision else None, self.opinion.version if self.opinion else None
        )
        issued = Basis(self.letter.decision_id, self.letter.opinion_version) if self.letter else None
        return letter_state(present, issued, self.verdict.is_confirmed if self.verdict else None)

    @property
    def opening(self) -> LetterOpening | None:
        """When the secretary first opened the letter in force."""
        return getattr(self.letter, "opening", None)

    @property
    def statement(self) -> LetterStatement | None:
        """What she said to it."""
        return getattr(self.letter, "statement", None)

    @property
    def waits_for_answer(self) -> bool:
        """She has remarks that the committee has not answered."""
        statement = self.statement
        return statement is not None and not statement.agrees and getattr(statement, "answer", None) is None


def letter_rows(cycle: Cycle) -> list[LetterRow]:
    """Everybody in the review, meeting by meeting in the order of the ballot. Six queries."""
    reporters = list(
        Reporter.objects.filter(cycle=cycle)
        .select_related("organisation", "person", "meeting__cycle__convenor")
        .order_by("meeting__sequence", "order")
    )
    decisions, opinions, letters = latest_decisions(cycle), opinions_of(cycle), latest_letters(cycle)
    said, verdicts = said_about(reporters), _verdicts_of(cycle)
    return [
        LetterRow(
            reporter,
            decisions.get(reporter.pk),
            opinions.get(reporter.pk),
            letters.get(reporter.pk),
            has_words=reporter.pk in said,
            verdict=verdicts.get((reporter.pk, opinions[reporter.pk].version))
            if reporter.pk in opinions
            else None,
        )
        for reporter in reporters
    ]


def _verdicts_of(cycle: Cycle) -> dict[tuple[int, int], OpinionVerdict]:
    """What leaders said, by reporter and version of the opinion."""
    rows = OpinionVerdict.objects.filter(reporter__cycle=cycle).select_related("given_by")
    return {(row.reporter_id, row.version): row for row in rows}


def latest_letters(cycle: Cycle) -> dict[int, FeedbackLetter]:
    """The letter in force of each reporter who got one, by the reporter's number. One query."""
    rows = (
        FeedbackLetter.objects.filter(reporter__cycle=cycle)
        .select_related(
            "issued_by",
            "template__file",
            "opening",
            "statement__given_by",
            "statement__answer__answered_by",
        )
        .order_by("sequence")
    )
    return {row.reporter_id: row for row in rows}


def latest_letter(reporter: Reporter) -> FeedbackLetter:
    """The letter in force of one person; missing while none was given out."""
    found: FeedbackLetter | None = (
        FeedbackLetter.objects.filter(reporter=reporter)
        .select_related("template__file")
        .order_by("-sequence")
        .first()
    )
    if found is None:
        raise Missing(Words("反馈意见还没有发出。发出以后在这里能看、能下载。"), code="letter.missing")
    return found


def own_letters(organisation_ids: Collection[int]) -> list[FeedbackLetter]:
    """The letters in force to these organisations, the newest first. One query."""
    rows = (
        FeedbackLetter.objects.filter(reporter__organisation__in=organisation_ids)
        .select_related(
            *("reporter__organisation", "reporter__person", "reporter__cycle", "template__file"),
            *("opening", "statement__given_by", "statement__answer__answered_by"),
        )
        .order_by("sequence")
    )
    latest = {row.reporter_id: row for row in rows}
    return sorted(latest.values(), key=lambda row: (row.issued_on, row.pk), reverse=True)


def letter_text(
    reporter: Reporter, decision: GradeDecision, opinion: Opinion, *, issued_on: date
) -> LetterText:
    """What the letter says if it is given out on this day: every word from a row, no count and no score."""
    cycle, meeting = reporter.cycle, reporter.meeting
    held_on = today(meeting.held_at)
    at = reckoning_on(issued_on, cycle.institution_id)
    due_on = at.due_after(held_on, settings_of(cycle).list_due_days)
    return LetterText(
        person=reporter.person.name,
        organisation=reporter.organisation.name,
        review=cycle.name,
        convenor=cycle.convenor.name,
        meeting=meeting.name,
        meeting_on=held_on,
        mode=MODE_WORDS[reporter.mode],
        strengths=opinion.strengths,
        problems=opinion.problems,
        direction=opinion.direction,
        grade=GRADE_WORDS[decision.decided_grade],
        deciding_meeting=decision.deciding_meeting,
        decided_on=decision.decided_on,
        # A day that has passed when the letter goes out is not a day by which anything can be done, nor is one that
        # the working calendar does not reach.
        list_due_on=due_on if due_on is not None and due_on >= issued_on else None,
        list_receiver=cycle.convenor.name,
        issuer=cycle.convenor.name,
        issued_on=issued_on,
    )
