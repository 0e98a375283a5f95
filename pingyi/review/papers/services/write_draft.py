from dataclasses import asdict, replace
from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.services import record_event
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.documents.domain.typed import printable
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import Cycle
from pingyi.review.papers.domain.draft import Draft
from pingyi.review.papers.models import PaperDraft
from pingyi.review.papers.phrases import KIND_WORDS
from pingyi.review.papers.queries.building import Target, draft_row, present_paper
from pingyi.review.papers.rules import may_write_papers

LONGEST = 30_000
LIMITS = {"title": 200, "addressee": 600, "copy_to": 600, "note": 200, "secrecy": 20, "urgency": 10}
_WORDS = {
    "title": Words("标题"),
    "addressee": Words("主送机关"),
    "copy_to": Words("抄送"),
    "note": Words("附注"),
    "secrecy": Words("密级和保密期限"),
    "urgency": Words("紧急程度"),
}


@transaction.atomic
def save_draft(*, actor: Actor, now: datetime, target: Target, draft: Draft, seen_version: int) -> PaperDraft:
    """Keep the clerk's words over the built paper. `seen_version` is the version that she had before her, 0 for none.

    Refused when somebody else has written since. Records paper.drafted.
    """
    _allow(actor, target)
    clean = _checked(draft)
    Cycle.objects.select_for_update(of=("self",)).get(pk=target.cycle.pk)
    present = present_paper(target)
    if present.version != seen_version:
        raise Refused(
            Words("别人刚存过这一份，您的还没有存。先看现在的内容，再把要改的存一次。"),
            code="paper.changed_meanwhile",
        )
    row = present.row or PaperDraft(
        institution_id=target.cycle.institution_id,
        cycle=target.cycle,
        meeting=target.meeting,
        kind=target.kind,
        version=0,
    )
    for name, value in asdict(clean).items():
        setattr(row, name, value)
    row.basis, row.version = present.digest, row.version + 1
    row.saved_by_id, row.saved_at = actor.account_id, now
    row.save()
    _record(actor, now, target, row, "paper.drafted")
    return row


@transaction.atomic
def drop_draft(*, actor: Actor, now: datetime, target: Target) -> None:
    """Let the paper read again as the rows make it. Records paper.rebuilt; nothing happens without a draft."""
    _allow(actor, target)
    row = draft_row(target)
    if row is None:
        return
    _record(actor, now, target, row, "paper.rebuilt")
    row.delete()


def _allow(actor: Actor, target: Target) -> None:
    if not may_write_papers(actor, target.cycle):
        raise Forbidden(Words("公文由经办人写、由经办人发。"))


def _checked(draft: Draft) -> Draft:
    """The words without what no file can hold; refused where a field is too long or the title is missing."""
    fields = {name: tidy(getattr(draft, name)) for name in LIMITS}
    for name, limit in LIMITS.items():
        if len(fields[name]) > limit:
            raise Refused(
                Words("{words}最多{limit}个字。", words=_WORDS[name], limit=limit),
                code=f"paper.{name}",
                field=name,
            )
    if not fields["title"]:
        raise Refused(Words("标题没有填。"), code="paper.title", field="title")
    body = printable(draft.body).strip()
    if len(body) > LONGEST:
        raise Refused(Words("正文最多{longest}个字。", longest=LONGEST), code="paper.body", field="body")
    return replace(draft, **fields, body=body)


def _record(actor: Actor, now: datetime, target: Target, row: PaperDraft, verb: str) -> None:
    record_event(
        institution_id=target.cycle.institution_id,
        verb=verb,
        actor_id=actor.account_id,
        subject=row,
        now=now,
        payload={"name": KIND_WORDS[target.kind], "title": row.title, "version": row.version},
    )
