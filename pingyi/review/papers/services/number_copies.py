"""Asking for a run of numbered copies of an issued paper, and stopping it."""

from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden
from pingyi.core.models import Job
from pingyi.core.services.jobs import ask_for_job, cancel_job
from pingyi.core.words import Words
from pingyi.documents.render.copies import pages_of
from pingyi.organisations.actor import Actor
from pingyi.review.papers.domain.copies import Run
from pingyi.review.papers.models import IssuedPaper
from pingyi.review.papers.rules import may_write_papers
from pingyi.review.papers.services.copies_allowed import (
    counted_document,
    counted_word,
    held_paper,
    refuse_fault,
)

NUMBER_COPIES = "paper.copies"


def ask_for_copies(*, actor: Actor, now: datetime, paper: IssuedPaper, run: Run) -> Job:
    """Start making the copies; while some of this paper are being made it is that job."""
    if not may_write_papers(actor, paper):
        raise Forbidden(Words("份号由经办人编。"))
    pages = pages_of(counted_document(paper))
    refuse_fault(paper, run, pages)
    counted_word(paper, run)
    with transaction.atomic():
        held = held_paper(paper)
        refuse_fault(held, run, pages)
        running = Job.objects.filter(
            institution_id=paper.institution_id,
            kind=NUMBER_COPIES,
            state__in=(Job.State.WAITING, Job.State.RUNNING),
            arguments__paper_id=paper.pk,
        ).first()
        return running or ask_for_job(
            institution_id=paper.institution_id,
            kind=NUMBER_COPIES,
            arguments={
                "cycle_id": paper.cycle_id,
                "paper_id": paper.pk,
                "first": run.first,
                "last": run.last,
            },
            asked_by_id=actor.account_id,
            now=now,
        )


def cancel_copies(*, actor: Actor, now: datetime, paper: IssuedPaper, job: Job) -> None:
    """Ask it to stop. Until its end no number is given."""
    if not may_write_papers(actor, paper):
        raise Forbidden(Words("份号由经办人编。"))
    cancel_job(job=job, now=now)
