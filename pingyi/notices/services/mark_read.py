from datetime import datetime

from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.notices.models import Notice
from pingyi.organisations.actor import Actor


def mark_read(*, actor: Actor, now: datetime, notice_id: int) -> Notice:
    """The actor has read a notice of her own. Reading twice keeps the first time."""
    row: Notice | None = Notice.objects.filter(pk=notice_id, account=actor.account_id).first()
    if row is None:
        raise Missing(Words("没有这条通知。请回到首页。"), code="notice.missing")
    if row.read_at is None:
        row.read_at = now
        row.save(update_fields=["read_at"])
    return row


def mark_all_read(*, actor: Actor, now: datetime) -> int:
    """The actor has read all of hers; how many were new."""
    return int(Notice.objects.filter(account=actor.account_id, read_at__isnull=True).update(read_at=now))
