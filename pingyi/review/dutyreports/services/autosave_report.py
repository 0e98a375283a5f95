"""What the page sends by itself while somebody writes: every text with the wording it was written upon."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.dutyreports.domain.kept import Kept, Reason
from pingyi.review.dutyreports.domain.length import clean_text
from pingyi.review.dutyreports.domain.merging import merge_texts
from pingyi.review.dutyreports.models import DutyReport, ReportVersion
from pingyi.review.dutyreports.queries.versions import as_it_stands, texts_of
from pingyi.review.dutyreports.rules import may_write_report
from pingyi.review.dutyreports.services.keep_version import keep_if_due, keep_version
from pingyi.review.dutyreports.services.report_lock import hold_report
from pingyi.review.dutyreports.services.save_report import (
    LONGEST_HEADING,
    changes_by_name,
    checked_text,
    refuse_unwritable,
    write_changes,
)

GONE = Words("这一处在别处撤下了，没有保存。请把文字复制到别的地方。")


class Fate(StrEnum):
    """What became of one text."""

    SAVED = "saved"
    # Somebody else had changed other paragraphs: what stands now holds both.
    MERGED = "merged"
    # Both changed the same paragraph: nothing was written over, a person decides.
    COLLIDED = "collided"
    REFUSED = "refused"


@dataclass(frozen=True)
class Draft:
    """A text as it is on the page, and the stored text that the writing began from."""

    base: str
    text: str


@dataclass(frozen=True)
class Outcome:
    """`text` is what stands there now; `both` has the two wordings where they collided; `words` say why not."""

    fate: Fate
    text: str = ""
    both: str = ""
    words: str = ""


@dataclass(frozen=True)
class Autosaved:
    """What became of each text, all texts as they stand now, and what stood there before: version, who, when."""

    report: DutyReport
    outcomes: Mapping[str, Outcome]
    texts: Mapping[str, str]
    version_before: int
    kept_aside: ReportVersion | None = None
    saved_before_by: str = ""
    saved_before_at: datetime | None = None


@dataclass
class _Sorted:
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    wanted: dict[str, str] = field(default_factory=dict)
    aside: dict[str, str] = field(default_factory=dict)


@transaction.atomic
def autosave_report(
    *, actor: Actor, now: datetime, report: DutyReport, drafts: Mapping[str, Draft]
) -> Autosaved:
    """Keep what is written, text by text: names are those of the form (text-N, heading-N, answer-ID).

    Where the stored text is no longer the one that the writing began from, both changes are brought together by
    paragraph. What collides is kept as a version and written over nothing. Sending the same again changes nothing.
    """
    row = hold_report(report.pk)
    if not may_write_report(actor, row.reporter):
        raise Forbidden(Words("述职报告由述职的书记本人写。"))
    before = as_it_stands(row)
    stored = texts_of(before)
    saved_by = row.saved_by.display_name if row.saved_by else ""
    saved_at, version = row.saved_at, row.version
    found = _sort(stored, drafts)
    aside = None
    if found.wanted or found.aside:
        refuse_unwritable(row)
        aside = _write(actor, now, row, before, found)
    return Autosaved(
        report=row,
        outcomes=found.outcomes,
        texts={**stored, **found.wanted},
        version_before=version,
        kept_aside=aside,
        saved_before_by=saved_by,
        saved_before_at=saved_at,
    )


def _sort(stored: Mapping[str, str], drafts: Mapping[str, Draft]) -> _Sorted:
    found = _Sorted()
    for name, draft in drafts.items():
        if name not in stored:
            found.outcomes[name] = Outcome(Fate.REFUSED, words=GONE)
            continue
        try:
            ours = _checked(name, draft.text)
        except Refused as refusal:
            found.outcomes[name] = Outcome(Fate.REFUSED, text=stored[name], words=refusal.message)
            continue
        merged = merge_texts(_cleaned(name, draft.base), stored[name], ours)
        if merged.collisions:
            found.aside[name] = ours
            found.outcomes[name] = Outcome(Fate.COLLIDED, text=stored[name], both=merged.text)
            continue
        fate = Fate.SAVED if merged.text == ours else Fate.MERGED
        found.outcomes[name] = Outcome(fate, text=merged.text)
        if merged.text != stored[name]:
            found.wanted[name] = merged.text
    return found


def _write(
    actor: Actor, now: datetime, row: DutyReport, before: Kept, found: _Sorted
) -> ReportVersion | None:
    if found.wanted:
        keep_if_due(now=now, report=row, before=before)
        changed = changes_by_name(row, found.wanted)
        if not changed.is_empty:
            write_changes(row, changed, actor, now)
    if not found.aside:
        return None
    return keep_version(
        actor_id=actor.account_id,
        now=now,
        report=row,
        reason=Reason.COLLIDED,
        kept=before.with_texts({**found.wanted, **found.aside}),
    )


def _checked(name: str, text: str) -> str:
    if not name.startswith("heading-"):
        return checked_text(text, name)
    heading = _cleaned(name, text)
    if not heading or len(heading) > LONGEST_HEADING:
        raise Refused(
            Words("小标题要写，{longest_heading}个字以内。", longest_heading=LONGEST_HEADING),
            code="report.heading",
            field=name,
        )
    return heading


def _cleaned(name: str, text: str) -> str:
    cleaned = clean_text(text)
    return " ".join(cleaned.split()) if name.startswith("heading-") else cleaned
