"""Reads of the groups that are told."""

from dataclasses import dataclass

from django.db.models import Count, Q

from pingyi.notices.domain.hook_address import shown_address
from pingyi.notices.domain.hooks import CallState
from pingyi.notices.models import Webhook, WebhookCall

NEWEST = 50


@dataclass(frozen=True)
class HookLine:
    """A group as the clerk sees it: the host of its address only."""

    webhook: Webhook
    sent: int
    waiting: int
    failed: int

    @property
    def host(self) -> str:
        return shown_address(self.webhook.address)

    @property
    def total(self) -> int:
        return self.sent + self.waiting + self.failed


def webhook_lines() -> list[HookLine]:
    """The groups that are told now, with what went there. One query."""
    counts = {
        "sent": Count("calls", filter=Q(calls__state=CallState.SENT)),
        "waiting": Count("calls", filter=Q(calls__state__in=[CallState.WAITING, CallState.SENDING])),
        "failed": Count("calls", filter=Q(calls__state=CallState.FAILED)),
    }
    rows = Webhook.objects.filter(is_active=True).annotate(**counts).order_by("pk")
    return [HookLine(row, row.sent, row.waiting, row.failed) for row in rows]  # type: ignore[attr-defined]


def failed_calls() -> list[WebhookCall]:
    """The newest messages that did not arrive, with their groups. One query."""
    rows = WebhookCall.objects.filter(state=CallState.FAILED, webhook__is_active=True)
    return list(rows.select_related("webhook").order_by("-pk")[:NEWEST])
