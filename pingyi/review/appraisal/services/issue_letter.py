from datetime import datetime

from django.db import transaction

from pingyi.core.clock import today
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.documents.queries.school_templates import template_in_use
from pingyi.organisations.actor import Actor
from pingyi.review.appraisal.documents.kept_letter import letter_content
from pingyi.review.appraisal.documents.letter_paper import LETTER_PAPER
from pingyi.review.appraisal.domain.letter_state import LetterState
from pingyi.review.appraisal.models import ComprehensiveOpinion, FeedbackLetter, GradeDecision
from pingyi.review.appraisal.queries.letters import LetterRow, letter_rows, letter_text
from pingyi.review.appraisal.queries.opinions import as_opinion
from pingyi.review.appraisal.rules import may_write_letters
from pingyi.review.appraisal.services.tell_letters import ISSUED, tell_letters
from pingyi.review.cycles.models import Cycle, Reporter


@transaction.atomic
def issue_letter(*, actor: Actor, now: datetime, reporter: Reporter) -> FeedbackLetter:
    """Give out the letter to one person: from now on she reads it. What it says is kept as it is.

    Before: her grade is decided, the opinion written and confirmed by a leader. Pressing again changes nothing; after a
    correction another letter is given out and the earlier one is kept. She gets a notice. Records letter.issued.
    """
    rows = _held_rows(actor, reporter.cycle)
    row = next((one for one in rows if one.reporter.pk == reporter.pk), None)
    if row is None:
        raise Missing(Words("名册上没有这一位，可能已经撤下。请回到名册。"), code="reporter.missing")
    if row.state is LetterState.ISSUED and row.letter is not None:
        return row.letter
    if row.decision is None:
        raise Refused(Words("等次还没有定，不能发。领导记了会议定的等次以后再发。"), code="letter.undecided")
    if row.opinion is None:
        raise Refused(Words("综合评价意见还没有写，不能发。写好、存好再发。"), code="letter.unwritten")
    if row.state in (LetterState.UNCONFIRMED, LetterState.GIVEN_BACK):
        raise Refused(
            Words("意见领导还没有确认，不能发。领导在“反馈与文书”里看过确认以后再发。"),
            code="letter.unconfirmed",
        )
    letter = _issue(actor, now, row, row.decision, row.opinion)
    _tell(actor, now, row.reporter.cycle, [letter])
    return letter


@transaction.atomic
def issue_letters(*, actor: Actor, now: datetime, cycle: Cycle) -> list[FeedbackLetter]:
    """Give out every letter that is ready. Letters that were given out and have to be corrected are not among them."""
    rows = _held_rows(actor, cycle)
    issued = [
        _issue(actor, now, row, row.decision, row.opinion)
        for row in rows
        if row.state is LetterState.READY and row.decision and row.opinion
    ]
    if not issued:
        raise Refused(
            Words("现在没有可以发的。等次定了、意见写好、领导确认了的，才能发。"), code="letter.none_ready"
        )
    _tell(actor, now, cycle, issued)
    return issued


def _tell(actor: Actor, now: datetime, cycle: Cycle, letters: list[FeedbackLetter]) -> None:
    title = Words("反馈意见发出了：{cycle}", cycle=cycle.name)
    tell_letters(actor, now, letters, kind=ISSUED, title=title)


def _held_rows(actor: Actor, cycle: Cycle) -> list[LetterRow]:
    """All letters of the review, held until the transaction ends: decisions and letters queue on the review."""
    if not may_write_letters(actor, cycle):
        raise Forbidden(Words("反馈意见由经办人发。"))
    Cycle.objects.select_for_update().get(pk=cycle.pk)
    return letter_rows(cycle)


def _issue(
    actor: Actor, now: datetime, row: LetterRow, decision: GradeDecision, opinion: ComprehensiveOpinion
) -> FeedbackLetter:
    issued_on = today(now)
    text = letter_text(row.reporter, decision, as_opinion(opinion), issued_on=issued_on)
    letter: FeedbackLetter = FeedbackLetter.objects.create(
        institution_id=row.reporter.institution_id,
        reporter=row.reporter,
        sequence=row.letter.sequence + 1 if row.letter else 1,
        decision=decision,
        opinion_version=opinion.version,
        content=letter_content(text),
        template=template_in_use(LETTER_PAPER),
        issued_on=issued_on,
        issued_by_id=actor.account_id,
    )
    record_event(
        institution_id=row.reporter.institution_id,
        verb="letter.issued",
        actor_id=actor.account_id,
        subject=letter,
        now=now,
        payload={"organisation": row.reporter.organisation.name, "sequence": letter.sequence},
    )
    return letter
