from django.db import models
from django.db.models import Q

from pingyi.organisations.models import InstitutionRow
from pingyi.review.cycles.models import Cycle, ReviewMeeting
from pingyi.review.papers.domain.kinds import Kind

_KINDS = [(kind.value, kind.value) for kind in Kind]


class PaperDraft(InstitutionRow):
    """What a clerk wrote over the built text of one paper; without a row the paper reads as it is built.

    `basis` is the digest of what the rows said when the words were last taken from them; `version` grows with every
    writing: who writes over somebody else's words is told so first.
    """

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="paper_drafts")
    meeting = models.ForeignKey(
        ReviewMeeting, null=True, blank=True, on_delete=models.CASCADE, related_name="paper_drafts"
    )
    kind = models.CharField(max_length=12, choices=_KINDS)
    title = models.CharField(max_length=200)
    addressee = models.CharField(max_length=600, blank=True)
    body = models.TextField(blank=True)
    copy_to = models.CharField(max_length=600, blank=True)
    note = models.CharField(max_length=200, blank=True)
    secrecy = models.CharField(max_length=20, blank=True)
    urgency = models.CharField(max_length=10, blank=True)
    basis = models.CharField(max_length=64)
    version = models.PositiveIntegerField(default=1)
    saved_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["cycle", "kind"], condition=Q(meeting__isnull=True), name="paper_draft_once"
            ),
            models.UniqueConstraint(
                fields=["meeting", "kind"],
                condition=Q(meeting__isnull=False),
                name="paper_draft_once_per_meeting",
            ),
        ]

    def __str__(self) -> str:
        return f"draft {self.kind} of {self.cycle_id}"


class IssuedPaper(InstitutionRow):
    """A paper as it went out: its files with their hashes, its number, the page as it was read. It does not change.

    Where copies are counted, `copy_number` is the one that its files carry and `tree` the paper as data, from which the
    other copies are set; otherwise both are empty.
    """

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="papers")
    meeting = models.ForeignKey(
        ReviewMeeting, null=True, blank=True, on_delete=models.PROTECT, related_name="papers"
    )
    kind = models.CharField(max_length=12, choices=_KINDS)
    title = models.CharField(max_length=200)
    document_number = models.OneToOneField(
        "documents.DocumentNumber", null=True, blank=True, on_delete=models.PROTECT, related_name="paper"
    )
    copy_number = models.CharField(max_length=6, blank=True)
    tree = models.JSONField(default=dict, blank=True)
    page = models.TextField()
    blanks = models.PositiveSmallIntegerField(default=0)
    word = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, related_name="+")
    pdf = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, related_name="+")
    issued_on = models.DateField()
    issued_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    issued_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.title


class EditedWord(InstitutionRow):
    """A Word file that somebody edited by hand, in place of the issued one that was made, which stays. Rows are only
    added: the newest counts.
    """

    paper = models.ForeignKey(IssuedPaper, on_delete=models.PROTECT, related_name="edited_words")
    file = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, related_name="+")
    uploaded_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"edited: {self.paper_id}"


class PaperVoiding(InstitutionRow):
    """Why an issued paper is void. The paper and its number stay."""

    paper = models.OneToOneField(IssuedPaper, on_delete=models.PROTECT, related_name="voiding")
    reason = models.CharField(max_length=200)
    voided_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    voided_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="paper_voiding_says_why")]

    def __str__(self) -> str:
        return f"void: {self.paper_id}"
