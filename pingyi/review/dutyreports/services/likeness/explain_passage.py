from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.dutyreports.domain.length import clean_text
from pingyi.review.dutyreports.models import DutyReport, LikenessPassage
from pingyi.review.dutyreports.rules import may_write_report
from pingyi.review.dutyreports.services.record import record_act
from pingyi.review.dutyreports.services.report_lock import hold_report, refuse_archived

LONGEST_NOTE = 200


@transaction.atomic
def explain_passages(
    *, actor: Actor, now: datetime, report: DutyReport, notes: Mapping[int, str]
) -> list[LikenessPassage]:
    """The author's words about passages, by number of the passage; empty words take them back. Whoever examines reads
    them beside the passage. The same again changes nothing.
    """
    row = hold_report(report.pk)
    if not may_write_report(actor, row.reporter):
        raise Forbidden(Words("说明由写报告的书记本人写。"))
    refuse_archived(row)
    passages = {one.pk: one for one in LikenessPassage.objects.filter(check_row__report=row)}
    changed = []
    for passage_id, words in notes.items():
        note = clean_text(words)
        if passage_id not in passages:
            if note:
                raise Missing(Words("这一段已经不在了，可能刚重新比过，说明没有存。"), code="passage.missing")
            continue
        if len(note) > LONGEST_NOTE:
            raise Refused(
                Words("说明写{longest_note}字以内就够，没有存。", longest_note=LONGEST_NOTE),
                code="passage.note_too_long",
                field=f"note-{passage_id}",
            )
        if passages[passage_id].note != note:
            passages[passage_id].note, passages[passage_id].noted_at = note, now if note else None
            changed.append(passages[passage_id])
    for passage in changed:
        passage.save(update_fields=["note", "noted_at"])
    if changed:
        record_act(
            actor=actor,
            now=now,
            report=row,
            verb="likeness.explained",
            payload={"notes": [{"passage": one.own_text, "note": one.note} for one in changed]},
        )
    return changed
