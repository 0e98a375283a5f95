"""Filling a template with what a paper says. The same template and the same words give the same bytes."""

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docxtpl import DocxTemplate
from markupsafe import Markup

from pingyi.documents.domain.papers import Body, Line, Value, Values
from pingyi.documents.domain.typed import printable
from pingyi.documents.render.docx.body import fragment
from pingyi.documents.school.language import PaperLanguage

_EARLIEST = (1980, 1, 1, 0, 0, 0)
# docxtpl begins a new paragraph, formatted as the one around the placeholder, wherever it meets this sign.
_NEW_PARAGRAPH = "\a"


def fill(template: bytes, values: Values) -> bytes:
    """The .docx of one paper."""
    paper = DocxTemplate(BytesIO(template))
    paper.render({name: _shown(value) for name, value in values.items()}, PaperLanguage(), autoescape=True)
    written = BytesIO()
    paper.save(written)
    return _without_times(written.getvalue())


def _shown(value: Value) -> Any:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Body):
        return Markup(fragment(value.blocks, value.enclosed))  # noqa: S704 (our own renderer escapes)
    lines = [_line(one) for one in value]
    if any(isinstance(one, dict) for one in lines):
        return lines
    return _NEW_PARAGRAPH.join(str(one) for one in lines)


def _line(one: str | Line) -> str | dict[str, str]:
    if isinstance(one, str):
        return printable(one)
    return {name: printable(text) for name, text in one.items()}


def _without_times(content: bytes) -> bytes:
    target = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return target.getvalue()
