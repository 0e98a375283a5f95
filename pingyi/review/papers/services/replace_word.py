from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.files import store_file
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.documents.reading.word import read_word
from pingyi.organisations.actor import Actor
from pingyi.review.papers.models import EditedWord, IssuedPaper, PaperVoiding
from pingyi.review.papers.queries.issued import edited_words
from pingyi.review.papers.rules import may_write_papers


def replace_word(*, actor: Actor, now: datetime, paper: IssuedPaper, name: str, content: bytes) -> EditedWord:
    """Keep a Word file that was edited by hand as the issued one, beside the one that was made and those before it.

    A file that cannot be read is refused with what to do. The newest once more changes nothing. Records paper.edited.
    """
    if not may_write_papers(actor, paper):
        raise Forbidden(Words("发出的公文由经办人换。"))
    read_word(content)
    with transaction.atomic():
        held = IssuedPaper.objects.select_for_update(of=("self",)).get(pk=paper.pk)
        if PaperVoiding.objects.filter(paper=held).exists():
            raise Refused(Words("这一份已经作废，没有换。改好了另发一份。"), code="paper.void_already")
        stored = store_file(
            institution_id=held.institution_id,
            name=name,
            content=content,
            stored_by_id=actor.account_id,
            now=now,
        )
        before = next(iter(edited_words(held)), None)
        if before is not None and before.file.sha256 == stored.sha256:
            return before
        edited: EditedWord = EditedWord.objects.create(
            institution_id=held.institution_id,
            paper=held,
            file=stored,
            uploaded_by_id=actor.account_id,
            uploaded_at=now,
        )
        record_event(
            institution_id=held.institution_id,
            verb="paper.edited",
            actor_id=actor.account_id,
            subject=held,
            now=now,
            payload={"title": held.title, "word": stored.sha256},
        )
    return edited
