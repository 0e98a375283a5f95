from django.db import models
from django.db.models import F, Q

from pingyi.organisations.models import InstitutionRow
from pingyi.review.cycles.models import ReviewMeeting


class ReadingRoom(InstitutionRow):
    """Where the reports of a meeting may be read without an account, for a stated time and no longer (会前阅读).

    Closed unless a clerk opened it. Nothing is kept about who reads: there is no row, column or count for it.
    """

    meeting = models.OneToOneField(ReviewMeeting, on_delete=models.CASCADE, related_name="reading_room")
    # The address. It has nothing to do with the keys of the hall screen, of the ballot page or of any slip.
    key = models.CharField(max_length=32, unique=True)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    open_until = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(open_until__gt=F("opened_at")), name="reading_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, closed_by__isnull=True)
                | Q(closed_at__isnull=False, closed_by__isnull=False),
                name="reading_closed_with_author_and_time",
            ),
        ]

    def __str__(self) -> str:
        return f"reading of {self.meeting_id}"
