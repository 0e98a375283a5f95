"""Reviews that were taken in from packages."""

from django.db.models import Count

from pingyi.archives.models import ImportedArchive
from pingyi.core.errors import Missing
from pingyi.core.words import Words


def taken_in() -> list[ImportedArchive]:
    """All of the institution in scope, the newest year first. One query."""
    rows = ImportedArchive.objects.select_related("cycle__convenor", "imported_by")
    return list(rows.annotate(problem_count=Count("problems")).order_by("-cycle__year", "pk"))


def find_taken_in(archive_id: int) -> ImportedArchive:
    """One of them; `Missing` for any other."""
    found: ImportedArchive | None = (
        ImportedArchive.objects.select_related("cycle__convenor", "imported_by", "file")
        .filter(pk=archive_id)
        .first()
    )
    if found is None:
        raise Missing(Words("没有这一轮导入的归档。请从“归档导入”的列表里打开。"), code="archive.missing")
    return found
