"""Writing down what was found: new rows for one report, what its author said stays with its passage."""

from datetime import datetime

from pingyi.review.dutyreports.domain.likeness import Likeness, Passage, Place
from pingyi.review.dutyreports.models import LikenessCheck, LikenessPassage
from pingyi.review.dutyreports.queries.likeness import Corpus, fingerprint_of_text


def keep_found(
    *,
    institution_id: int,
    account_id: int,
    now: datetime,
    corpus: Corpus,
    found: Likeness,
    report_id: int,
    is_author: bool,
) -> LikenessCheck:
    """Store what was found for one report, inside the caller's transaction. The author who asks has seen it."""
    texts = {text.key: {part.name: part.text for part in text.parts} for text in corpus.texts}
    own = next(text for text in corpus.texts if text.key == report_id)
    before: LikenessCheck | None = LikenessCheck.objects.filter(report=report_id).first()
    noted = list(LikenessPassage.objects.filter(check_row=before)) if before else []
    share = found.shares[report_id]
    check: LikenessCheck
    check, _ = LikenessCheck.objects.update_or_create(
        report_id=report_id,
        defaults={
            "institution_id": institution_id,
            "fingerprint": corpus.fingerprint,
            "own_fingerprint": fingerprint_of_text(own),
            "compared": len(corpus.texts) - 1,
            "whole": share.whole,
            "common": share.common,
            "alike": share.alike,
            "checked_at": now,
            "checked_by_id": account_id,
        },
    )
    LikenessPassage.objects.filter(check_row=check).delete()
    rows = [
        _row(check, corpus, texts, pair.other, passage)
        for pair in found.pairs[report_id]
        for passage in pair.passages
    ]
    order = [part.name for part in own.parts]
    rows.sort(key=lambda row: (order.index(row.own_part), row.own_start, row.other_id))
    for sequence, row in enumerate(rows, start=1):
        row.sequence = sequence
        _take_over(row, noted)
    LikenessPassage.objects.bulk_create(rows)
    seen = {_words(row) for row in noted}
    has_seen = (
        before is not None and before.looked_at is not None and all(_words(row) in seen for row in rows)
    )
    check.looked_at = now if is_author else before.looked_at if before and has_seen else None
    check.save(update_fields=["looked_at"])
    return check


def _row(
    check: LikenessCheck,
    corpus: Corpus,
    texts: dict[int, dict[str, str]],
    other: int,
    passage: Passage,
) -> LikenessPassage:
    own, theirs = passage.first, passage.second
    return LikenessPassage(
        institution_id=check.institution_id,
        check_row=check,
        own_part=own.part,
        own_title=corpus.titles[check.report_id, own.part],
        own_start=own.start,
        own_end=own.end,
        own_text=_cut(texts[check.report_id], own),
        other_id=other,
        other_part=theirs.part,
        other_title=corpus.titles[other, theirs.part],
        other_start=theirs.start,
        other_end=theirs.end,
        other_text=_cut(texts[other], theirs),
        same=passage.same,
    )


def _cut(parts: dict[str, str], place: Place) -> str:
    return parts[place.part][place.start : place.end]


def _take_over(row: LikenessPassage, noted: list[LikenessPassage]) -> None:
    """What the author said about this passage before: of the same words, or else of the same place."""
    same = [one for one in noted if one.note and _words(one) == _words(row)] or [
        one
        for one in noted
        if one.note
        and (one.other_id, one.own_part) == (row.other_id, row.own_part)
        and one.own_start < row.own_end
        and row.own_start < one.own_end
    ]
    if same:
        row.note, row.noted_at = same[0].note, same[0].noted_at


def _words(row: LikenessPassage) -> tuple[str, int, str]:
    return row.own_text, row.other_id, row.other_text
