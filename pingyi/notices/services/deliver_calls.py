"""Send the messages to groups that wait. Each is taken by one worker only, and each outcome is written down."""

import logging
from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.db.models import QuerySet

from pingyi.notices.domain.hook_answer import CALL_FAULTS, Outcome
from pingyi.notices.domain.hook_message import Message, body_of, headers_of, signed_address
from pingyi.notices.domain.hooks import (
    CALL_LOST_AFTER,
    CALL_LOST_WORDS,
    MOST_CALLS,
    MOST_IN_A_ROUND,
    CallState,
    HookKind,
    pause_after_call,
)
from pingyi.notices.models import WebhookCall
from pingyi.notices.services.post_message import post_message

logger = logging.getLogger(__name__)


def deliver_calls(*, now: datetime, step: Callable[[], None] = lambda: None) -> dict[str, int]:
    """All that are due in the institution in scope, a few for each group: sent, to be tried again, failed."""
    lost = WebhookCall.objects.filter(state=CallState.SENDING, taken_at__lt=now - CALL_LOST_AFTER)
    lost.update(state=CallState.FAILED, said=CALL_LOST_WORDS)
    told = {"sent": 0, "later": 0, "failed": 0}
    rounds: dict[int, int] = {}
    for call_id, webhook_id in list(due_calls(now).order_by("pk").values_list("pk", "webhook_id")):
        rounds[webhook_id] = rounds.get(webhook_id, 0) + 1
        if rounds[webhook_id] > MOST_IN_A_ROUND:
            continue
        step()
        if due_calls(now).filter(pk=call_id).update(state=CallState.SENDING, taken_at=now):
            told[_deliver(WebhookCall.objects.select_related("webhook").get(pk=call_id), now)] += 1
    return told


def due_calls(now: datetime) -> QuerySet[WebhookCall]:
    found: QuerySet[WebhookCall] = WebhookCall.objects.filter(
        state=CallState.WAITING, next_try_at__lte=now, webhook__is_active=True
    )
    return found


def _deliver(call: WebhookCall, now: datetime) -> str:
    hook = call.webhook
    kind, stamp = HookKind(hook.kind), int(now.timestamp() * 1000)
    where = f"{settings.SITE_ADDRESS}{call.path}" if settings.SITE_ADDRESS and call.path else ""
    body = body_of(kind, Message(call.pk, call.topic, call.title, call.text, where))
    outcome = post_message(
        kind=kind,
        address=signed_address(kind, hook.address, hook.secret, stamp),
        headers=headers_of(kind, body, hook.secret, stamp),
        body=body,
        may_be_private=settings.WEBHOOKS_MAY_BE_PRIVATE,
    )
    call.attempts += 1
    if outcome is None:
        call.state, call.sent_at, call.said = CallState.SENT, now, ""
        call.save(update_fields=["state", "sent_at", "said", "attempts"])
        return "sent"
    return _put_off(call, outcome, now)


def _put_off(call: WebhookCall, outcome: Outcome, now: datetime) -> str:
    # Only the kind of fault is logged: address, secret and answer hold keys.
    logger.warning("webhook call %s was not taken: %s", call.pk, outcome.fault)
    is_over = outcome.is_hopeless or call.attempts >= MOST_CALLS
    call.state = CallState.FAILED if is_over else CallState.WAITING
    call.said, call.next_try_at = CALL_FAULTS[outcome.fault], now + pause_after_call(call.attempts)
    call.save(update_fields=["state", "said", "next_try_at", "attempts"])
    return "failed" if is_over else "later"
