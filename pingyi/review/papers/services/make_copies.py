"""Making a run of numbered copies: the job. Until its end no number is given."""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile

from django.conf import settings
from django.db import transaction
from django_scopes import scope

from pingyi.core import jobs
from pingyi.core.files import keep_made_file
from pingyi.core.jobs import RunningJob
from pingyi.core.models import StoredFile
from pingyi.core.services import record_event
from pingyi.documents.render.copies import pages_of, pdf_of_copies
from pingyi.organisations.queries.actors import actor_with_id
from pingyi.review.cycles.queries.lookup import find_cycle
from pingyi.review.papers.domain.copies import Run
from pingyi.review.papers.models import IssuedPaper, NumberedCopies
from pingyi.review.papers.queries.issued import find_issued
from pingyi.review.papers.services.copies_allowed import (
    counted_document,
    counted_word,
    held_paper,
    refuse_fault,
)
from pingyi.review.papers.services.number_copies import NUMBER_COPIES


@dataclass(frozen=True)
class Made:
    """The files of a run, not kept yet. `pages`: of one copy."""

    pdf: Path
    words: Path
    pages: int


def _number(running: RunningJob) -> dict[str, Any]:
    actor = actor_with_id(running.asked_by_id, running.institution_id)
    run = Run(running.arguments["first"], running.arguments["last"])
    with scope(institution=actor.institution):
        paper = find_issued(find_cycle(running.arguments["cycle_id"]), running.arguments["paper_id"])
        with tempfile.TemporaryDirectory(prefix=".copies-", dir=settings.DATA) as folder:
            return _keep(paper, run, _make(paper, run, Path(folder), running), running)


def _make(paper: IssuedPaper, run: Run, folder: Path, running: RunningJob) -> Made:
    """The PDF, set in one go, counts as many steps as all Word files together."""
    document, word = counted_document(paper), counted_word(paper, run)
    made = Made(folder / "copies.pdf", folder / "copies.zip", pages_of(document))
    running.expect(2 * run.count)
    with ZipFile(made.words, "w", ZIP_STORED) as package:
        for number in run.numbers:
            package.writestr(f"{number}_{paper.word.name}", word.copy(number))
            running.step()
    running.report()
    made.pdf.write_bytes(pdf_of_copies(document, run.numbers, made.pages))
    return made


def _keep(paper: IssuedPaper, run: Run, made: Made, running: RunningJob) -> dict[str, Any]:
    """Both files, the row and the end of the job at once. Records paper.copies_numbered."""
    with transaction.atomic():
        held = held_paper(paper)
        refuse_fault(held, run, made.pages)
        copies = NumberedCopies.objects.create(
            institution_id=held.institution_id,
            paper=held,
            first=run.first,
            last=run.last,
            pdf=_kept(held, run, made.pdf, running),
            words=_kept(held, run, made.words, running),
            made_by_id=running.asked_by_id,
            made_at=running.started_at,
        )
        record_event(
            institution_id=held.institution_id,
            verb="paper.copies_numbered",
            actor_id=running.asked_by_id,
            subject=copies,
            now=running.started_at,
            payload={"title": held.title, "first": run.numbers[0], "last": run.numbers[-1]},
        )
        result = {"copies_id": copies.pk}
        running.finish(result)
    return result


def _kept(paper: IssuedPaper, run: Run, made: Path, running: RunningJob) -> StoredFile:
    stem = paper.pdf.name.removesuffix(".pdf")
    return keep_made_file(
        institution_id=paper.institution_id,
        name=f"{stem}_{run.numbers[0]}-{run.numbers[-1]}{made.suffix}",
        made=made,
        stored_by_id=running.asked_by_id,
        now=running.started_at,
    )


def register_jobs() -> None:
    """Tells the worker what does these jobs."""
    jobs.register(NUMBER_COPIES, _number)
