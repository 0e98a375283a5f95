from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from pingyi.core.clock import today
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.services import record_event
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation
from pingyi.publishing.domain.digest import facts_digest, sha256_of, text_digest
from pingyi.publishing.domain.reading.news import read
from pingyi.publishing.domain.typed_facts import changed_keys
from pingyi.publishing.models import PastReview
from pingyi.publishing.queries import past_review_of_text
from pingyi.publishing.rules import may_record_past
from pingyi.review.cycles.services import record_past_cycle
from pingyi.review.rotation.services import add_earlier_year


@dataclass(frozen=True)
class OldText:
    """The text as it was handed in, and as the person settled it."""

    name: str
    source: str
    cleaned: str


@transaction.atomic
def record_past_review(
    *,
    actor: Actor,
    now: datetime,
    convenor: Organisation,
    text: OldText,
    facts: dict[str, Any],
    turns: Sequence[tuple[str, int | None]],
) -> PastReview:
    """Make a past cycle of the facts that a person confirmed, keep the text, and note who reported on site.

    `facts` are those of `typed_facts.read_typed`, `turns` each organisation as named with the registered one, if any.
    The sentences are read from the text again: nobody can send others.
    """
    if not may_record_past(actor):
        raise Forbidden(Words("往年的评议由经办人录入。"))
    refuse_again(text.cleaned)
    confirmed = _confirmed(text.cleaned, facts, turns)
    known = _registered(turns)
    cycle = record_past_cycle(
        actor=actor, now=now, convenor=convenor, year=facts["year"], fingerprint=facts_digest(confirmed)
    )
    past = _create(actor, now, cycle.pk, text, confirmed, turns)
    add_earlier_year(actor=actor, now=now, past=cycle, organisations=known)
    record_event(
        institution_id=actor.institution_id,
        verb="past_review.recorded",
        actor_id=actor.account_id,
        subject=past,
        now=now,
        payload={
            "year": cycle.year,
            "name": past.source_name,
            "sha256": past.source_sha256,
            "turns": list(known),
        },
    )
    return past


def refuse_again(cleaned: str) -> None:
    """The same text is recorded once; who comes with it again is told where it is."""
    before = past_review_of_text(cleaned)
    if before is not None:
        day = today(before.recorded_at)
        raise Refused(
            Words(
                "这篇稿子{year}年{month}月{day}日录过了，是“{cycle}”，没有再录。请在“往年评议”里打开它。",
                year=day.year,
                month=day.month,
                day=day.day,
                cycle=before.cycle.name,
            ),
            code="past.again",
        )


def _confirmed(
    cleaned: str, facts: dict[str, Any], turns: Sequence[tuple[str, int | None]]
) -> dict[str, Any]:
    found = read(cleaned).as_document()
    evidence = found.pop("evidence")
    confirmed = {**facts, "organisations_on_site": [name for name, _ in turns] or None}
    return {**confirmed, "evidence": evidence, "changed": changed_keys(found, confirmed)}


def _registered(turns: Sequence[tuple[str, int | None]]) -> list[int]:
    """The organisations that the person chose; each once, and only those of this institution."""
    chosen = [number for _, number in turns if number is not None]
    known = set(Organisation.objects.filter(pk__in=chosen).values_list("pk", flat=True))
    if len(set(chosen)) != len(chosen) or not known.issuperset(chosen):
        raise Refused(
            Words("有两行选了同一个单位，或者选的单位已经不在。请把“现场述职单位”核对一遍。"),
            code="past.turns",
            field="turns",
        )
    return sorted(known)


def _create(
    actor: Actor,
    now: datetime,
    cycle_id: int,
    text: OldText,
    confirmed: dict[str, Any],
    turns: Sequence[tuple[str, int | None]],
) -> PastReview:
    try:
        with transaction.atomic():
            past: PastReview = PastReview.objects.create(
                institution_id=actor.institution_id,
                cycle_id=cycle_id,
                source_name=tidy(text.name)[:200],
                source_text=text.source,
                source_sha256=sha256_of(text.source),
                cleaned_text=text.cleaned,
                text_digest=text_digest(text.cleaned),
                facts=confirmed,
                turns=[{"name": name, "organisation": number} for name, number in turns],
                recorded_by_id=actor.account_id,
                recorded_at=now,
            )
    except IntegrityError as clash:
        raise Refused(
            Words("这篇稿子刚刚被录过了，没有再录。请在“往年评议”里打开它。"), code="past.again"
        ) from clash
    return past
