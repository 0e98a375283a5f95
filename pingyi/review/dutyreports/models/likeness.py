from django.db import models
from django.db.models import F, Q

from pingyi.organisations.models import InstitutionRow
from pingyi.review.dutyreports.models.report import DutyReport


class LikenessCheck(InstitutionRow):
    """What was found when the words of one report were last compared with those of others: where they are alike, and
    nothing about why. It is old as soon as `fingerprint`, of all texts and settings, is another.
    """

    report = models.OneToOneField(DutyReport, on_delete=models.CASCADE, related_name="likeness")
    fingerprint = models.CharField(max_length=64)
    # Of the words of this report alone: whether its author has seen what was found in these very words.
    own_fingerprint = models.CharField(max_length=64)
    compared = models.PositiveIntegerField()
    # Characters without blanks: all, those of set phrases, and of the rest those in passages.
    whole = models.PositiveIntegerField()
    common = models.PositiveIntegerField()
    alike = models.PositiveIntegerField()
    checked_at = models.DateTimeField()
    checked_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    # When the author saw these passages.
    looked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(whole__gte=F("common") + F("alike")), name="likeness_parts_within_whole"
            ),
        ]

    def __str__(self) -> str:
        return f"likeness of {self.report_id}"


class LikenessPassage(InstitutionRow):
    """Words that stand almost the same in two reports: their places, and the words as they stood then. `note` is what
    the author says about it."""

    check_row = models.ForeignKey(LikenessCheck, on_delete=models.CASCADE, related_name="passages")
    sequence = models.PositiveSmallIntegerField()
    own_part = models.CharField(max_length=32)
    own_title = models.CharField(max_length=120)
    own_start = models.PositiveIntegerField()
    own_end = models.PositiveIntegerField()
    own_text = models.TextField()
    other = models.ForeignKey(DutyReport, on_delete=models.CASCADE, related_name="+")
    other_part = models.CharField(max_length=32)
    other_title = models.CharField(max_length=120)
    other_start = models.PositiveIntegerField()
    other_end = models.PositiveIntegerField()
    other_text = models.TextField()
    same = models.PositiveIntegerField()
    note = models.TextField(blank=True)
    noted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["check_row", "sequence"], name="likeness_passage_sequence_once"),
            models.CheckConstraint(
                condition=Q(own_end__gt=F("own_start")) & Q(other_end__gt=F("other_start")),
                name="likeness_passage_not_empty",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.own_part} like {self.other_part} of {self.other_id}"
