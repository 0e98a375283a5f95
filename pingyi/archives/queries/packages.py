"""Packages that were made of a review."""

from pingyi.archives.models import ArchivePackage
from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.review.cycles.models import Cycle


def packages_of(cycle: Cycle) -> list[ArchivePackage]:
    """All of them, the newest first. One query."""
    rows = ArchivePackage.objects.filter(cycle=cycle).select_related("file", "made_by")
    return list(rows.order_by("-sequence"))


def find_package(cycle: Cycle, sequence: int) -> ArchivePackage:
    """One package of this review."""
    found: ArchivePackage | None = (
        ArchivePackage.objects.filter(cycle=cycle, sequence=sequence).select_related("file").first()
    )
    if found is None:
        raise Missing(Words("没有这一份归档包。请回到“归档”页再选。"), code="archive.missing")
    return found
