"""The text of a .docx: paragraphs, lists, tables row by row, text boxes, notes; revisions as if they were accepted.

Nothing outside the file is ever fetched: links and pictures that lie elsewhere are only names here.
"""

import re
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from pingyi.core.errors import Refused
from pingyi.core.word_package import WordLimits, read_word_parts
from pingyi.core.words import Words
from pingyi.documents.reading.numbering import numbering_of
from pingyi.documents.reading.pieces import Kind, Piece, WordText
from pingyi.documents.reading.styles import Styles
from pingyi.documents.reading.walk import MOST_PIECES, TooManyPieces, Walk

MOST_CHARACTERS = 300_000
# A scan may carry a page number or a stamp as text.
FEWEST_CHARACTERS = 20
SIDES = re.compile(r"word/(?:header|footer)\d*\.xml")


def read_word(content: bytes, limits: WordLimits | None = None) -> WordText:
    """What the file says; `Refused` with what to do where it cannot be read or says nothing."""
    parts = read_word_parts(content, limits)
    try:
        found = _read(parts)
    except TooManyPieces as error:
        raise Refused(
            Words(
                "这个文件超过{most:,}段，不像一份述职报告，没有打开。请只留下要用的部分再上传。",
                most=MOST_PIECES,
            ),
            code="word.too_long",
            field="file",
        ) from error
    except (ParseError, DefusedXmlException, RecursionError, ValueError) as error:
        raise Refused(
            Words("这个文件的内容读不出来。请用 Word 或 WPS 打开，另存为“Word 文档（.docx）”后再上传。"),
            code="word.broken",
            field="file",
        ) from error
    length = sum(len("".join(piece.text.split())) for piece in found.pieces)
    if length < FEWEST_CHARACTERS and found.pictures:
        raise Refused(
            Words(
                "这个文件里只有图片，没有文字，像是扫描件。请上传原来的电子稿，或者先用 WPS、手机识别成文字。"
            ),
            code="word.scan",
            field="file",
        )
    if not length:
        raise Refused(
            Words("这个文件里没有文字。请看看是不是选错了文件。"), code="word.no_text", field="file"
        )
    if length > MOST_CHARACTERS:
        raise Refused(
            Words(
                "这个文件有{length:,}字，不像一份述职报告，没有打开。请只留下要用的部分再上传。",
                length=length,
            ),
            code="word.too_long",
            field="file",
        )
    return found


def _read(parts: dict[str, bytes]) -> WordText:
    root = _parsed(parts, "word/document.xml")
    body = (
        next((one for one in root if one.tag.rpartition("}")[2] == "body"), None)
        if root is not None
        else None
    )
    if body is None:
        raise ParseError("no body")
    styles, numbering = (
        Styles(_parsed(parts, "word/styles.xml")),
        numbering_of(_parsed(parts, "word/numbering.xml")),
    )
    walk = Walk(styles, numbering, _notes(parts, "footnote"), _notes(parts, "endnote"))
    walk.blocks(body)
    for name in sorted(parts):
        if SIDES.fullmatch(name):
            walk.beside(_parsed(parts, name), Kind.MARGIN)
    walk.beside(_parsed(parts, "word/comments.xml"), Kind.COMMENT)
    return WordText(tuple(_once(walk.pieces)), walk.pictures, walk.deletions)


def _once(pieces: list[Piece]) -> list[Piece]:
    """The same header on every kind of page is said once; a page number alone is not said."""
    seen: set[str] = set()
    kept = []
    for piece in pieces:
        if piece.kind == Kind.MARGIN:
            if piece.text in seen or not re.search(
                r"[^\W\d_]", piece.text.replace("第", "").replace("页", "")
            ):
                continue
            seen.add(piece.text)
        kept.append(piece)
    return kept


def _notes(parts: dict[str, bytes], kind: str) -> dict[str, Element]:
    root = _parsed(parts, f"word/{kind}s.xml")
    found: dict[str, Element] = {}
    for note in root if root is not None else ():
        number = next((text for name, text in note.attrib.items() if name.rpartition("}")[2] == "id"), "")
        found[number] = note
    return found


def _parsed(parts: dict[str, bytes], name: str) -> Element | None:
    root: Element | None = fromstring(parts[name], forbid_dtd=True) if name in parts else None
    return root
