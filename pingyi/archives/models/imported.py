from django.db import models
from django.db.models import Q

from pingyi.organisations.models import InstitutionRow
from pingyi.review.cycles.models import Cycle
from pingyi.review.rectification.models import ProblemItem


class ImportedArchive(InstitutionRow):
    """A review that was held elsewhere, taken in from its package. Only to be looked at; it is never changed.

    `origin_root` is the first hash in the log of the institution it comes from: with the number that the review has
    there it names it. It is taken in once, from one package.
    """

    cycle = models.OneToOneField(Cycle, on_delete=models.PROTECT, related_name="imported_archive")
    file = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    origin_root = models.CharField(max_length=64)
    origin_cycle = models.PositiveBigIntegerField()
    manifest = models.JSONField()
    imported_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    imported_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["institution", "sha256"], name="imported_package_once"),
            models.UniqueConstraint(
                fields=["institution", "origin_root", "origin_cycle"], name="imported_cycle_once"
            ),
            models.CheckConstraint(condition=~Q(origin_root=""), name="imported_from_somewhere"),
        ]

    def __str__(self) -> str:
        return f"imported {self.origin_root} {self.origin_cycle}"


class ImportedProblem(InstitutionRow):
    """Which problem of ours an open problem of a package became: the same one is never taken in twice, even where the
    package of a later year holds it again.
    """

    archive = models.ForeignKey(ImportedArchive, on_delete=models.PROTECT, related_name="problems")
    origin_root = models.CharField(max_length=64)
    origin_problem = models.PositiveBigIntegerField()
    problem = models.OneToOneField(ProblemItem, on_delete=models.PROTECT, related_name="imported_from")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "origin_root", "origin_problem"], name="imported_problem_once"
            ),
        ]

    def __str__(self) -> str:
        return f"imported problem {self.origin_problem}"
