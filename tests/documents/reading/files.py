"""Word files for tests: made with python-docx, with parts put in or exchanged afterwards."""

import io
import zipfile
from collections.abc import Callable

from docx import Document
from docx.document import Document as WordFile

DRAWN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def made(write: Callable[[WordFile], object]) -> bytes:
    """A .docx as python-docx saves it."""
    document = Document()
    write(document)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def with_body(xml: str, **parts: str) -> bytes:
    """A .docx whose body is this XML (w: is declared); other parts by name, `__` for the slash, `_xml` at the end."""
    found = {name.replace("__", "/").replace("_xml", ".xml"): text for name, text in parts.items()}
    body = f'<w:document xmlns:w="{DRAWN}"><w:body>{xml}</w:body></w:document>'
    return changed(made(lambda _: None), {"word/document.xml": body, **found})


def changed(content: bytes, parts: dict[str, str | bytes | None]) -> bytes:
    """The same package with these parts put in, exchanged or (None) left out."""
    result = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            if entry.filename not in parts:
                new.writestr(entry.filename, old.read(entry))
        for name, text in parts.items():
            if text is not None:
                new.writestr(name, text)
    return result.getvalue()


def paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"
