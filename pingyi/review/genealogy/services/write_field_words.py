from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.genealogy.domain.field_words import faults_of, read_groups
from pingyi.review.genealogy.models import FieldWordList
from pingyi.review.genealogy.phrases import fault_words
from pingyi.review.genealogy.queries.field_words import field_word_list
from pingyi.review.genealogy.rules import may_write_field_words


@transaction.atomic
def write_field_words(*, actor: Actor, now: datetime, text: str) -> FieldWordList:
    """Keep the institution's own list of words that mean the same. Every earlier list stays; the same again changes
    nothing."""
    if not may_write_field_words(actor):
        raise Forbidden(Words("近义词表由经办人改。"))
    faults = faults_of(text)
    if faults:
        raise Refused(fault_words(faults[0]), code=f"field_words.{faults[0].rule}", field="text")
    plain = "\n".join("、".join(group) for group in read_groups(text))
    present = field_word_list()
    if present is not None and present.text == plain:
        return present
    row: FieldWordList = FieldWordList.objects.create(
        institution_id=actor.institution_id, text=plain, written_by_id=actor.account_id, written_at=now
    )
    record_event(
        institution_id=actor.institution_id,
        verb="field_words.written",
        actor_id=actor.account_id,
        subject=row,
        now=now,
        payload={"groups": len(read_groups(plain))},
    )
    return row
