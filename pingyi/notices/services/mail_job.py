"""Mails go out by a job: at once after the commit of what they tell, and again by the errand while some wait."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django_scopes import scope, scopes_disabled

from pingyi.core.clock import now as clock_now
from pingyi.core.errands import register_errand
from pingyi.core.jobs import RunningJob, register
from pingyi.core.models import Job
from pingyi.core.services.jobs import ask_for_job
from pingyi.notices.domain.mailing import LOST_AFTER, MailState
from pingyi.notices.models import Mail
from pingyi.notices.services.deliver_mails import deliver_mails
from pingyi.organisations.models import Institution

KIND = "notices.mail"
# Nobody in person: jobs that the system asks for itself.
SYSTEM = 0


def register_mailing() -> None:
    register(KIND, _send)
    register_errand("mail", retry_mails)


def ask_for_mailing(*, institution_id: int, asked_by_id: int | None, now: datetime) -> None:
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


def retry_mails(now: datetime) -> None:
    """The errand: institutions with mails that are due again, or got lost, are served."""
    if not settings.MAIL_IS_SET_UP:
        return
    with scopes_disabled():
        due = Mail.objects.filter(state=MailState.WAITING, next_try_at__lte=now)
        lost = Mail.objects.filter(state=MailState.SENDING, taken_at__lt=now - LOST_AFTER)
        institutions = {*due.values_list("institution_id", flat=True)}
        institutions |= {*lost.values_list("institution_id", flat=True)}
    for institution_id in sorted(institutions):
        ask_for_mailing(institution_id=institution_id, asked_by_id=None, now=now)


def _send(job: RunningJob) -> dict[str, Any]:
    with scope(institution=Institution.objects.get(pk=job.institution_id)):
        job.expect(Mail.objects.filter(state=MailState.WAITING).count())
        return {**deliver_mails(now=clock_now(), step=job.step)}
