"""Tell the institution's groups something, by a job after the commit; and the job itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django_scopes import scope, scopes_disabled

from pingyi.core.clock import now as clock_now
from pingyi.core.errands import register_errand
from pingyi.core.jobs import RunningJob, register
from pingyi.core.models import Job
from pingyi.core.services.jobs import ask_for_job
from pingyi.notices.domain.hooks import CALL_LOST_AFTER, CallState, HookTopic
from pingyi.notices.models import Webhook, WebhookCall
from pingyi.notices.services.deliver_calls import deliver_calls, due_calls
from pingyi.organisations.models import Institution

KIND = "notices.webhook"
# Nobody in person: jobs that the system asks for itself.
SYSTEM = 0


@dataclass(frozen=True)
class GroupWord:
    """What to tell the groups. No name of a person, no text of a problem: groups have more readers than an office."""

    topic: HookTopic
    about: str
    title: str
    text: str = ""
    path: str = ""


def register_webhooks() -> None:
    register(KIND, _send)
    register_errand("webhooks", retry_calls)


@transaction.atomic
def tell_groups(*, institution_id: int, now: datetime, words: Iterable[GroupWord]) -> int:
    """Queue each for every group that wants its topic; how many are new. What was told before is not told again."""
    wanted = list(words)
    hooks = list(Webhook.objects.filter(is_active=True).order_by("pk")) if wanted else []
    fresh = 0
    for word in wanted:
        for hook in hooks:
            if word.topic in hook.topics:
                fresh += queue_call(hook, word, now)
    if fresh:
        ask_for_calls(institution_id=institution_id, asked_by_id=None, now=now)
    return fresh


def queue_call(hook: Webhook, word: GroupWord, now: datetime) -> bool:
    _, is_new = WebhookCall.objects.get_or_create(
        webhook=hook,
        topic=word.topic,
        about=word.about,
        defaults={
            "institution_id": hook.institution_id,
            "title": word.title[:120],
            "text": word.text[:1000],
            "path": word.path,
            "next_try_at": now,
        },
    )
    return bool(is_new)


def ask_for_calls(*, institution_id: int, asked_by_id: int | None, now: datetime) -> None:
    """One job for all that wait; one that has not begun yet takes the new ones along."""
    waiting = Job.objects.filter(institution_id=institution_id, kind=KIND, state=Job.State.WAITING)
    if not waiting.exists():
        ask_for_job(
            institution_id=institution_id,
            kind=KIND,
            arguments={},
            asked_by_id=asked_by_id or SYSTEM,
            now=now,
        )


def retry_calls(now: datetime) -> None:
    """The errand: institutions with messages that are due again, or got lost, are served."""
    with scopes_disabled():
        lost = WebhookCall.objects.filter(state=CallState.SENDING, taken_at__lt=now - CALL_LOST_AFTER)
        institutions = {*due_calls(now).values_list("institution_id", flat=True)}
        institutions |= {*lost.values_list("institution_id", flat=True)}
    for institution_id in sorted(institutions):
        ask_for_calls(institution_id=institution_id, asked_by_id=None, now=now)


def _send(job: RunningJob) -> dict[str, Any]:
    with scope(institution=Institution.objects.get(pk=job.institution_id)):
        moment = clock_now()
        job.expect(due_calls(moment).count())
        return {**deliver_calls(now=moment, step=job.step)}
