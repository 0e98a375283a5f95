from django.db import models
from django.db.models import Q

from pingyi.organisations.models import InstitutionRow


class PaperTemplate(InstitutionRow):
    """One version of the school's own Word template for a kind of paper. The file of a version never changes.

    Only a version that was printed with example data may be in use, and one of a kind at a time; with none in use the
    built-in layout is taken. Papers that went out name their version, so rows are never removed.
    """

    kind = models.CharField(max_length=40)
    version = models.PositiveIntegerField()
    file = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, related_name="+")
    uploaded_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()
    tried_at = models.DateTimeField(null=True, blank=True)
    is_in_use = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["institution", "kind", "version"], name="template_version_once"),
            models.UniqueConstraint(
                fields=["institution", "kind"], condition=Q(is_in_use=True), name="template_one_in_use"
            ),
            models.CheckConstraint(
                condition=Q(is_in_use=False) | Q(tried_at__isnull=False), name="template_in_use_was_tried"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.version}"
