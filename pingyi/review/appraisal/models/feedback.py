from django.db import models
from django.db.models import Q

from pingyi.organisations.models import InstitutionRow
from pingyi.review.appraisal.models.letter import FeedbackLetter
from pingyi.review.cycles.models import Reporter


class OpinionVerdict(InstitutionRow):
    """What a leader said to one version of an opinion: confirmed, or back to the clerk with the reason.

    Rows are only added (database triggers refuse the rest): a version that was looked at stays as it was looked at.
    """

    reporter = models.ForeignKey(Reporter, on_delete=models.PROTECT, related_name="opinion_verdicts")
    version = models.PositiveIntegerField()
    is_confirmed = models.BooleanField()
    note = models.CharField(max_length=400, blank=True)
    given_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reporter", "version"], name="opinion_version_judged_once"),
            models.CheckConstraint(
                condition=Q(is_confirmed=True) | ~Q(note=""), name="opinion_given_back_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"verdict on version {self.version} about {self.reporter_id}"


class LetterOpening(InstitutionRow):
    """The first time that the secretary opened a letter, signed in. There is one per letter, and it stays."""

    letter = models.OneToOneField(FeedbackLetter, on_delete=models.PROTECT, related_name="opening")
    opened_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"opening of {self.letter_id}"


class LetterStatement(InstitutionRow):
    """本人意见: what the person says to a letter, once: she agrees, or has remarks, which then stand here."""

    letter = models.OneToOneField(FeedbackLetter, on_delete=models.PROTECT, related_name="statement")
    agrees = models.BooleanField()
    text = models.TextField(blank=True)
    given_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(agrees=True) | ~Q(text=""), name="remarks_are_written")
        ]

    def __str__(self) -> str:
        return f"statement to {self.letter_id}"


class StatementAnswer(InstitutionRow):
    """What the committee answers to a statement, once."""

    statement = models.OneToOneField(LetterStatement, on_delete=models.PROTECT, related_name="answer")
    text = models.TextField()
    answered_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="statement_answer_is_written")]

    def __str__(self) -> str:
        return f"answer to {self.statement_id}"
