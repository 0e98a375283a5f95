"""The OOXML package of a booklet: the parts of every document, its own styles, and a head for each section."""

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pingyi.documents.domain.typed import printable
from pingyi.documents.render.docx.xml import RELATIONS, Element, to_bytes

_PARTS = Path(__file__).parent / "parts"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_HEADER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"


@cache
def _part(name: str) -> str:
    return (_PARTS / name).read_text(encoding="utf-8")


def pack_booklet(
    *, title: str, body: Element, headers: Sequence[Element], odd_footer: Element, even_footer: Element
) -> bytes:
    """All parts in one file; header n is the running head of section n. Equal trees give equal bytes."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _with_lines("content_types.xml", "</Types>", _types(len(headers))),
        "_rels/.rels": _part("package_relations.xml"),
        "word/_rels/document.xml.rels": _with_lines(
            "document_relations.xml", "</Relationships>", _relations(len(headers))
        ),
        "word/styles.xml": _part("booklet_styles.xml"),
        "word/settings.xml": _part("settings.xml"),
        "docProps/core.xml": _part("core.xml").replace("{title}", escape(printable(title))),
        "word/document.xml": to_bytes(body),
        "word/footer-odd.xml": to_bytes(odd_footer),
        "word/footer-even.xml": to_bytes(even_footer),
        **{f"word/head{number}.xml": to_bytes(head) for number, head in enumerate(headers, start=1)},
    }
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, content)
    return buffer.getvalue()


def _with_lines(part: str, end: str, lines: str) -> str:
    return _part(part).replace(end, f"{lines}{end}")


def _types(headers: int) -> str:
    return "".join(
        f'<Override PartName="/word/head{number}.xml" ContentType="{_HEADER_TYPE}"/>'
        for number in range(1, headers + 1)
    )


def _relations(headers: int) -> str:
    return "".join(
        f'<Relationship Id="head{number}" Type="{RELATIONS}/header" Target="head{number}.xml"/>'
        for number in range(1, headers + 1)
    )
