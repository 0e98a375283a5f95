from django.conf import settings
from django.db import models
from django.db.models import Q

from pingyi.notices.domain.mailing import MailState
from pingyi.organisations.models import InstitutionRow


class Notice(InstitutionRow):
    """A few words for one person, shown on her home page until she has read them.

    The same kind of notice about the same thing is given once a day: the database holds that.
    """

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=32)
    about = models.CharField(max_length=64)
    day = models.DateField()
    title = models.CharField(max_length=120)
    text = models.CharField(max_length=400, blank=True)
    path = models.CharField(max_length=200, blank=True)
    given_at = models.DateTimeField()
    # None: the system gave it by itself.
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "account", "kind", "about", "day"], name="notice_once_a_day"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Mail(InstitutionRow):
    """The same notice on its way by mail. `said` is why it did not arrive, in words for people."""

    State = MailState

    notice = models.OneToOneField(Notice, on_delete=models.CASCADE, related_name="mail")
    address = models.EmailField()
    state = models.CharField(
        max_length=16,
        choices=[(state.value, state.value) for state in MailState],
        default=MailState.WAITING.value,
    )
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    said = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="sent") | Q(sent_at__isnull=False), name="mail_sent_with_time"
            ),
            models.CheckConstraint(condition=~Q(state="failed") | ~Q(said=""), name="mail_failed_with_words"),
        ]

    def __str__(self) -> str:
        return f"mail {self.state}"
