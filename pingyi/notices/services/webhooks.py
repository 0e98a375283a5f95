"""The groups that are told: adding one, trying it, letting it go, sending again what did not arrive."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.db import transaction

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.services import record_event
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.notices.domain.hook_address import AddressFault, address_fault, shown_address
from pingyi.notices.domain.hooks import CallState, HookKind, HookTopic
from pingyi.notices.models import Webhook, WebhookCall
from pingyi.notices.services.tell_groups import GroupWord, ask_for_calls, queue_call
from pingyi.organisations.actor import Actor

ADDRESS_FAULTS: dict[AddressFault, str] = {
    AddressFault.SHAPE: Words("这不是机器人的地址。从群机器人的设置里整段复制，以 https:// 开头。"),
    AddressFault.NOT_ENCRYPTED: Words("地址要以 https:// 开头，不加密的不发。"),
    AddressFault.PRIVATE: Words(
        "这是内网地址，不能用。确实要发到内网，请管系统的人设置 PINGYI_WEBHOOK_PRIVATE。"
    ),
}


@transaction.atomic
def add_webhook(
    *, actor: Actor, now: datetime, name: str, kind: str, address: str, secret: str, topics: Sequence[str]
) -> Webhook:
    """Let a group be told from now on. Records webhook.added, without address and secret."""
    _allow(actor)
    name, address, secret = tidy(name)[:40], address.strip(), secret.strip()
    if not name:
        raise Refused(Words("给这个群起个名字，例如“书记工作群”。"), code="webhook.name", field="name")
    if kind not in list(HookKind):
        raise Refused(Words("选一种机器人。"), code="webhook.kind", field="kind")
    fault = address_fault(address, may_be_private=settings.WEBHOOKS_MAY_BE_PRIVATE)
    if fault is not None:
        raise Refused(ADDRESS_FAULTS[fault], code=f"webhook.{fault}", field="address")
    if kind != HookKind.WECOM and not secret:
        raise Refused(
            Words("没有填密钥。钉钉的在机器人设置的“加签”里，以 SEC 开头；自建的两边约定一个。"),
            code="webhook.secret",
            field="secret",
        )
    if len(secret) > 200:
        raise Refused(Words("密钥最多200个字符。"), code="webhook.secret", field="secret")
    wanted = [topic.value for topic in HookTopic if topic in topics and topic is not HookTopic.TRIAL]
    if not wanted:
        raise Refused(Words("没有选发什么。至少选一样。"), code="webhook.topics", field="topics")
    if Webhook.objects.filter(name=name, is_active=True).exists():
        raise Refused(
            Words("已经有叫“{name}”的群了。换个名字。", name=name), code="webhook.exists", field="name"
        )
    hook: Webhook = Webhook.objects.create(
        institution_id=actor.institution_id,
        name=name,
        kind=kind,
        address=address,
        secret=secret,
        topics=wanted,
        set_by_id=actor.account_id,
        set_at=now,
    )
    _record(actor, now, "webhook.added", hook)
    return hook


@transaction.atomic
def try_webhook(*, actor: Actor, now: datetime, webhook_id: int) -> None:
    """Send a word by which people in the group see that it works."""
    _allow(actor)
    hook = _find(webhook_id)
    word = GroupWord(
        HookTopic.TRIAL,
        now.isoformat(),
        Words("评议系统：这是一条试发的消息"),
        Words("看到它，说明这个群收得到提醒。"),
    )
    queue_call(hook, word, now)
    ask_for_calls(institution_id=actor.institution_id, asked_by_id=actor.account_id, now=now)


@transaction.atomic
def remove_webhook(*, actor: Actor, now: datetime, webhook_id: int) -> None:
    """Tell this group nothing more; its address and secret are forgotten. Records webhook.removed."""
    _allow(actor)
    hook = _find(webhook_id)
    hook.is_active, hook.secret, hook.address = False, "", shown_address(hook.address)
    hook.save(update_fields=["is_active", "secret", "address"])
    _record(actor, now, "webhook.removed", hook)


@transaction.atomic
def call_again(*, actor: Actor, now: datetime) -> int:
    """Try everything that did not arrive once more; how much there is. Records webhook.sent_again."""
    _allow(actor)
    failed = WebhookCall.objects.filter(state=CallState.FAILED, webhook__is_active=True)
    count = failed.update(state=CallState.WAITING, attempts=0, next_try_at=now, said="")
    if count:
        ask_for_calls(institution_id=actor.institution_id, asked_by_id=actor.account_id, now=now)
        record_event(
            institution_id=actor.institution_id,
            verb="webhook.sent_again",
            actor_id=actor.account_id,
            subject=actor.institution,
            now=now,
            payload={"count": count},
        )
    return count


def _allow(actor: Actor) -> None:
    if not actor.has_role("clerk"):
        raise Forbidden(Words("群提醒由经办人设。"))


def _find(webhook_id: int) -> Webhook:
    hook: Webhook | None = Webhook.objects.filter(pk=webhook_id, is_active=True).first()
    if hook is None:
        raise Missing(Words("没有这个群，可能已经停了。请回到“群提醒”。"), code="webhook.missing")
    return hook


def _record(actor: Actor, now: datetime, verb: str, hook: Webhook) -> None:
    record_event(
        institution_id=actor.institution_id,
        verb=verb,
        actor_id=actor.account_id,
        subject=hook,
        now=now,
        payload={"name": hook.name},
    )
