from django.db import models
from django.db.models import Q

from pingyi.organisations.models import InstitutionRow
from pingyi.review.cycles.models import Cycle


class ArchivePackage(InstitutionRow):
    """A package that was made of a review. It does not change; a later one is another row (database triggers).

    Its bytes lie among the files under their SHA-256, so that a backup takes them along.
    """

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="archive_packages")
    sequence = models.PositiveSmallIntegerField()
    file = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, related_name="+")
    has_counts = models.BooleanField()
    members = models.PositiveIntegerField()
    # The hash of the last line of the log that the package holds.
    log_head = models.CharField(max_length=64)
    # What the disk no longer had when the package was made; named in it as well.
    lost = models.JSONField(default=list)
    made_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cycle", "sequence"], name="archive_package_sequence_once"),
            models.CheckConstraint(condition=Q(sequence__gte=1), name="archive_package_from_one"),
        ]

    def __str__(self) -> str:
        return f"package {self.sequence} of {self.cycle_id}"
