"""The examiner's own word on a sentence of a report."""

from datetime import datetime
from hashlib import sha256

from django.db import transaction

from pingyi.core.errors import Missing, Refused
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.dutyreports.domain.states import is_handed_in
from pingyi.review.dutyreports.models import DutyReport
from pingyi.review.dutyreports.queries import Reading, read_report, stage_of
from pingyi.review.dutyreports.services.deciding import allow_deciding, refuse_stale
from pingyi.review.dutyreports.services.record import record_act
from pingyi.review.dutyreports.services.report_lock import hold_report
from pingyi.review.evidence.domain.finding import LONGEST_NOTE, Finding, Place, stands_in
from pingyi.review.evidence.models import ClaimWord
from pingyi.review.evidence.queries.report_check import text_of_reading

_VERBS = {Finding.VERIFIED: "claim.verified", Finding.DISPUTED: "claim.disputed"}


@transaction.atomic
def give_word(
    *,
    actor: Actor,
    now: datetime,
    report: DutyReport,
    place: Place,
    finding: Finding,
    note: str,
    seen_version: int,
    seen_word: int = 0,
) -> ClaimWord:
    """Put beside a sentence that the material was seen (`note`: which), or that it says otherwise (`note`: what).

    Allowed to whoever may return the report or let it pass now, so never to its own secretary. It takes the place of
    the word that stands there; of another's only where she saw it (`seen_word`). The same again changes nothing.
    """
    row, reading = _held(actor, report)
    refuse_stale(row, seen_version)
    if not stands_in(text_of_reading(reading).passages, place):
        raise Missing(
            Words("报告里没有这一句，没有记。请刷新页面，在现在这一稿里找。"), code="claim.no_sentence"
        )
    said = _said(note, finding)
    section, sentence = place
    digest = sha256(sentence.encode()).hexdigest()
    standing: ClaimWord | None = ClaimWord.objects.filter(
        report=row, section=section, digest=digest, ended_at__isnull=True
    ).first()
    if standing is not None:
        if (standing.finding, standing.note, standing.said_by_id) == (finding, said, actor.account_id):
            return standing
        if actor.account_id != standing.said_by_id and standing.pk != seen_word:
            raise Refused(
                Words("别人刚刚在这一句旁边写了，没有记。请看过再写。"), code="claim.meanwhile", field="note"
            )
        _end(standing, actor, now)
    word: ClaimWord = ClaimWord.objects.create(
        institution_id=row.institution_id,
        report=row,
        section=section,
        sentence=sentence,
        digest=digest,
        finding=finding,
        note=said,
        round=row.rounds,
        said_by_id=actor.account_id,
        said_at=now,
    )
    _record(_VERBS[finding], word, row, actor, now)
    return word


@transaction.atomic
def take_word_back(*, actor: Actor, now: datetime, report: DutyReport, word_id: int) -> bool:
    """Let a word stand no more; whether it did until now. Allowed to whoever may give one. Twice is harmless."""
    row, _ = _held(actor, report)
    word: ClaimWord | None = ClaimWord.objects.filter(report=row, pk=word_id).first()
    if word is None:
        raise Missing(Words("这份报告旁边没有这句话。请刷新页面。"), code="claim.no_word")
    if word.ended_at is not None:
        return False
    _end(word, actor, now)
    _record("claim.word_taken_back", word, row, actor, now)
    return True


def _held(actor: Actor, report: DutyReport) -> tuple[DutyReport, Reading]:
    """The report, locked, for whoever may decide on it now."""
    row = hold_report(report.pk)
    reading = read_report(row)
    allow_deciding(actor, row, stage_of(row, reading.settings))
    if not is_handed_in(row.state):
        raise Refused(Words("报告还没有交，没有记。等书记交了再写。"), code="report.not_in")
    return row, reading


def _said(note: str, finding: Finding) -> str:
    words = tidy(note)
    if words and len(words) <= LONGEST_NOTE:
        return words
    raise Refused(
        Words("写一句看了什么材料，{limit}个字以内。没有记。", limit=LONGEST_NOTE)
        if finding is Finding.VERIFIED
        else Words("写一句材料里是什么、哪里不符，{limit}个字以内。没有记。", limit=LONGEST_NOTE),
        code="claim.note",
        field="note",
    )


def _end(word: ClaimWord, actor: Actor, now: datetime) -> None:
    word.ended_at, word.ended_by_id = now, actor.account_id
    word.save(update_fields=["ended_at", "ended_by"])


def _record(verb: str, word: ClaimWord, row: DutyReport, actor: Actor, now: datetime) -> None:
    payload = {"round": row.rounds, "sentence": word.sentence, "note": word.note}
    record_act(actor=actor, now=now, report=row, verb=verb, payload=payload)
