from django.conf import settings
from django.db import models
from django.db.models import Q

from pingyi.organisations.models import InstitutionRow
from pingyi.review.dutyreports.models import DutyReport
from pingyi.review.evidence.domain.finding import LONGEST_NOTE, Finding


class ClaimWord(InstitutionRow):
    """An examiner's own word on one sentence of a report: she saw the material for it, or the material says otherwise.
    The verdict of the rule stays as it is, beside it.

    It is about the sentence letter by letter, in that part of the report. A later draft that says the same sentence
    there keeps the word, which names the draft of which it was said; where the sentence was changed, moved or left out
    it is shown no more, for nobody says any longer what was looked into. Rows are only added and ended, when the word
    is taken back or another takes its place.
    """

    report = models.ForeignKey(DutyReport, on_delete=models.CASCADE, related_name="claim_words")
    # `Passage.key`, and the sentence with its SHA-256: long text cannot be unique in every database.
    section = models.CharField(max_length=32)
    sentence = models.TextField()
    digest = models.CharField(max_length=64)
    finding = models.CharField(max_length=16, choices=[(one.value, one.value) for one in Finding])
    note = models.CharField(max_length=LONGEST_NOTE)
    # Which draft (第几稿) the examiner had before her.
    round = models.PositiveSmallIntegerField()
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["report", "section", "digest"],
                condition=Q(ended_at__isnull=True),
                name="claim_word_one_standing",
            ),
            models.CheckConstraint(condition=~Q(note=""), name="claim_word_has_note"),
            models.CheckConstraint(
                condition=Q(finding__in=[one.value for one in Finding]), name="claim_word_finding"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="claim_word_ended_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.finding}: {self.sentence[:20]}"

    @property
    def is_verified(self) -> bool:
        return self.finding == Finding.VERIFIED
