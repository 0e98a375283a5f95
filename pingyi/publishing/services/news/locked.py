"""What several of these verbs do first or last."""

from datetime import datetime
from typing import Any

from pingyi.core.services import record_event
from pingyi.organisations.actor import Actor
from pingyi.publishing.models import NewsItem, NewsVersion


def locked(item: NewsItem) -> NewsItem:
    """The row as it stands now; nobody else changes it until this transaction ends."""
    row: NewsItem = (
        NewsItem.objects.select_for_update(of=("self",))
        .select_related("meeting__cycle__convenor", "meeting__chair", "meeting__commentator", "writer")
        .get(pk=item.pk)
    )
    return row


def newest(item: NewsItem) -> NewsVersion:
    """The kept text that the item shows."""
    row: NewsVersion = NewsVersion.objects.get(item=item, number=item.version)
    return row


def keep_version(item: NewsItem, actor: Actor, now: datetime) -> NewsVersion:
    """Keeps the text as it stands under the item's number."""
    row: NewsVersion = NewsVersion.objects.create(
        institution_id=item.institution_id,
        item=item,
        number=item.version,
        title=item.title,
        text=item.text,
        written_by_id=actor.account_id,
        written_at=now,
    )
    return row


def record(verb: str, item: NewsItem, actor: Actor, now: datetime, **payload: Any) -> None:
    record_event(
        institution_id=item.institution_id,
        verb=verb,
        actor_id=actor.account_id,
        subject=item,
        now=now,
        payload={"meeting": item.meeting_id, "version": item.version, **payload},
    )
