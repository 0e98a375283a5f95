from django.db import models
from django.db.models import Q

from pingyi.organisations.models import InstitutionRow
from pingyi.review.cycles.models import Cycle


class SupervisionCircular(InstitutionRow):
    """A supervision circular (督查通报) as it went out: its figures, its page, its file. It does not change.

    `reader_ids` are the organisations that it went to: their secretaries may read it. `facts` are the figures it was
    made from, so that every number in it can be looked up.
    """

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="circulars")
    title = models.CharField(max_length=200)
    reader_ids = models.JSONField()
    facts = models.JSONField()
    as_of = models.DateField()
    document_number = models.OneToOneField(
        "documents.DocumentNumber", null=True, blank=True, on_delete=models.PROTECT, related_name="circular"
    )
    page = models.TextField()
    word = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, related_name="+")
    issued_on = models.DateField()
    issued_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    issued_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(title=""), name="circular_has_title")]

    def __str__(self) -> str:
        return self.title
