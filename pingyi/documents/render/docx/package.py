"""The OOXML package around the body: the parts that never change, and a zip that is the same for the same tree."""

from functools import cache
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pingyi.documents.domain.typed import printable
from pingyi.documents.render.docx.xml import Element, to_bytes

_PARTS = Path(__file__).parent / "parts"
_FIXED = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_relations.xml",
    "word/_rels/document.xml.rels": "document_relations.xml",
    "word/styles.xml": "styles.xml",
    "word/settings.xml": "settings.xml",
}
_EARLIEST = (1980, 1, 1, 0, 0, 0)


@cache
def _part(name: str) -> bytes:
    return (_PARTS / name).read_bytes()


def pack(*, title: str, body: Element, odd_footer: Element, even_footer: Element) -> bytes:
    """All parts in one file. Entries carry a fixed time, so equal trees give equal bytes."""
    parts = {name: _part(file) for name, file in _FIXED.items()}
    core = _part("core.xml").decode().replace("{title}", escape(printable(title)))
    parts["docProps/core.xml"] = core.encode()
    parts["word/document.xml"] = to_bytes(body)
    parts["word/footer-odd.xml"] = to_bytes(odd_footer)
    parts["word/footer-even.xml"] = to_bytes(even_footer)
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, content)
    return buffer.getvalue()
