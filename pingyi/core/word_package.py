"""The look at an uploaded Word file before anything parses it: is it a .docx, and is it safe to unpack?

Shared by everything that takes .docx; the guard itself is that of every package (`core/packages.py`).
"""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from pingyi.core.errors import Refused
from pingyi.core.packages import (
    COMPOUND_FILE,
    ENCRYPTED,
    MEGABYTE,
    Allowance,
    PackageTrouble,
    Trouble,
    has_macros,
    is_xml,
    names_in,
    opened,
    pieces_of,
)
from pingyi.core.words import Words

__all__ = ["MEGABYTE", "SAVE_AS", "WordLimits", "read_word_parts"]

SAVE_AS = Words("请用 Word 或 WPS 打开，另存为“Word 文档（.docx）”后再上传。")
WORDS = {
    Trouble.SUSPICIOUS: Words("这个文件的内部结构不正常，没有打开。请另存一份干净的文档再上传。"),
    Trouble.PASSWORD: Words("这个文件加了密码，读不了。请去掉密码，另存后再上传。"),
    Trouble.BOMB: Words("这个文件解压后大得不正常，没有打开。请新建一份文档，只把内容粘贴进去再上传。"),
    Trouble.BROKEN: Words("这个文件打不开，可能没有下载或拷贝完整。请在 Word 或 WPS 里打开确认后重新上传。"),
}


@dataclass(frozen=True)
class WordLimits:
    """How large a Word file may be. Reports with pictures stay far below."""

    file_bytes: int = 20 * MEGABYTE
    unpacked_bytes: int = 100 * MEGABYTE
    unpacked_ratio: int = 200
    xml_bytes: int = 20 * MEGABYTE
    parts: int = 2000


def read_word_parts(content: bytes, limits: WordLimits | None = None) -> dict[str, bytes]:
    """The XML parts of a .docx by name, once the file was found safe; otherwise `Refused` with what to do.

    Pictures and other parts that are no XML are unpacked and counted, not kept.
    """
    limits = limits or WordLimits()
    if not content:
        raise Refused(Words("这个文件是空的。请重新选择。"), code="word.empty", field="file")
    if len(content) > limits.file_bytes:
        raise Refused(
            Words(
                "文件有 {content:.0f} MB，上限是 {file_bytes:.0f} MB。请压缩里面的图片再上传。",
                content=len(content) / MEGABYTE,
                file_bytes=limits.file_bytes / MEGABYTE,
            ),
            code="word.too_large",
            field="file",
        )
    _refuse_other_kinds(content)
    try:
        with opened(content) as archive:
            _check_kind(names_in(archive, most=limits.parts))
            return dict(_unpack_all(archive, limits, len(content)))
    except PackageTrouble as trouble:
        raise Refused(WORDS[trouble.kind], code=f"word.{trouble.kind}", field="file") from trouble


def _refuse_other_kinds(content: bytes) -> None:
    if content[:8] == COMPOUND_FILE:
        if ENCRYPTED in content:
            raise Refused(
                Words("这个文件加了打开密码，读不了。请去掉密码，另存后再上传。"),
                code="word.password",
                field="file",
            )
        raise Refused(
            Words("这是旧格式（.doc 或 .wps）的文件。{save_as}", save_as=SAVE_AS),
            code="word.old_format",
            field="file",
        )
    if content[:4] == b"%PDF":
        raise Refused(
            Words("这是 PDF，不是 Word 文档。{save_as}", save_as=SAVE_AS), code="word.not_word", field="file"
        )
    if content[:2] != b"PK":
        raise Refused(
            Words("这不是 .docx 文档（可能是网页或文本改了扩展名）。{save_as}", save_as=SAVE_AS),
            code="word.not_word",
            field="file",
        )


def _check_kind(names: set[str]) -> None:
    if has_macros(names):
        raise Refused(
            Words("这个文件带宏，没有打开。{save_as}", save_as=SAVE_AS), code="word.macro", field="file"
        )
    for folder, kind in (("xl/", Words("表格")), ("ppt/", Words("演示文稿"))):
        if any(name.startswith(folder) for name in names):
            raise Refused(
                Words("这是{kind}，不是 Word 文档。{save_as}", kind=kind, save_as=SAVE_AS),
                code="word.not_word",
                field="file",
            )
    if "word/document.xml" not in names or "[Content_Types].xml" not in names:
        raise Refused(
            Words("这不是 .docx 文档，只是一个压缩包。{save_as}", save_as=SAVE_AS),
            code="word.not_word",
            field="file",
        )


def _unpack_all(
    archive: zipfile.ZipFile, limits: WordLimits, packed_bytes: int
) -> Iterator[tuple[str, bytes]]:
    allowance = Allowance.of(packed_bytes, unpacked_bytes=limits.unpacked_bytes, ratio=limits.unpacked_ratio)
    for entry in archive.infolist():
        kept = bytearray()
        for _, chunk in pieces_of(archive, entry, allowance):
            if is_xml(entry.filename):
                kept += chunk
            if len(kept) > limits.xml_bytes:
                raise PackageTrouble(Trouble.BOMB)
        if is_xml(entry.filename):
            if entry.filename == "[Content_Types].xml" and b"macroEnabled" in kept:
                raise Refused(
                    Words("这个文件带宏，没有打开。{save_as}", save_as=SAVE_AS),
                    code="word.macro",
                    field="file",
                )
            yield entry.filename, bytes(kept)
