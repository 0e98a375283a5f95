"""Versions of the school's own templates, and filling the one that a paper names."""

from pingyi.core.errors import Missing
from pingyi.core.files import read_file
from pingyi.core.words import Words
from pingyi.documents.domain.papers import PaperKind, Values
from pingyi.documents.models import PaperTemplate
from pingyi.documents.render.files import WORD_KIND, RenderedFile
from pingyi.documents.school.filling import fill


def versions_of(kind: PaperKind) -> list[PaperTemplate]:
    """All versions of a kind, the newest first. One query."""
    return list(
        PaperTemplate.objects.filter(kind=kind.code)
        .select_related("file", "uploaded_by")
        .order_by("-version")
    )


def templates_in_use() -> dict[str, PaperTemplate]:
    """The version in use of each kind that has one. One query."""
    rows = PaperTemplate.objects.filter(is_in_use=True).select_related("file")
    return {row.kind: row for row in rows}


def template_in_use(kind: PaperKind) -> PaperTemplate | None:
    """The version from which papers of this kind come now; None for the built-in layout."""
    return templates_in_use().get(kind.code)


def find_template(kind: PaperKind, version: int) -> PaperTemplate:
    """One version of a kind of this institution."""
    found = PaperTemplate.objects.filter(kind=kind.code, version=version).select_related("file").first()
    if found is None:
        raise Missing(Words("没有找到这一版模板。请回到文书模板页。"), code="template.missing")
    return found


def from_template(template: PaperTemplate, values: Values, file_stem: str) -> RenderedFile:
    """The Word file of a paper in the school's own layout."""
    return RenderedFile(f"{file_stem}.docx", WORD_KIND, fill(read_file(template.file), values))
