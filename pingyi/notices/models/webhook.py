from django.db import models
from django.db.models import Q

from pingyi.notices.domain.hooks import CallState, HookKind
from pingyi.organisations.models import InstitutionRow


class Webhook(InstitutionRow):
    """A group chat that is told when something is overdue. Address and secret are keys: no page shows them again."""

    name = models.CharField(max_length=40)
    kind = models.CharField(max_length=12, choices=[(kind.value, kind.value) for kind in HookKind])
    address = models.CharField(max_length=500)
    secret = models.CharField(max_length=200, blank=True)
    topics = models.JSONField(default=list)
    is_active = models.BooleanField(default=True)
    set_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "name"], condition=Q(is_active=True), name="webhook_name_once"
            ),
            models.CheckConstraint(condition=~Q(address="") & ~Q(name=""), name="webhook_is_named"),
        ]

    def __str__(self) -> str:
        return self.name


class WebhookCall(InstitutionRow):
    """One message on its way to one group. The same is told once: the database holds that."""

    State = CallState

    webhook = models.ForeignKey(Webhook, on_delete=models.PROTECT, related_name="calls")
    topic = models.CharField(max_length=16)
    about = models.CharField(max_length=64)
    title = models.CharField(max_length=120)
    text = models.CharField(max_length=1000, blank=True)
    path = models.CharField(max_length=200, blank=True)
    state = models.CharField(
        max_length=8,
        choices=[(state.value, state.value) for state in CallState],
        default=CallState.WAITING.value,
    )
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    said = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["webhook", "topic", "about"], name="webhook_call_once"),
            models.CheckConstraint(
                condition=~Q(state="sent") | Q(sent_at__isnull=False), name="webhook_call_sent_with_time"
            ),
            models.CheckConstraint(
                condition=~Q(state="failed") | ~Q(said=""), name="webhook_call_failed_with_words"
            ),
        ]

    def __str__(self) -> str:
        return f"call {self.state}"
