"""The look at an uploaded Word file before anything parses it: is it a .docx, and is it safe to unpack?

Shared by everything that takes .docx. As with workbooks, no number of the file is believed: every part is unpacked in
small pieces and counted, and XML that declares entities is refused whatever parser would read it later.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from pingyi.core.errors import Refused

MEGABYTE = 1024 * 1024
_CHUNK = 256 * 1024
_OVERLAP = 512
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']""")
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UNPACKING_ERRORS = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
SAVE_AS = "请用 Word 或 WPS 打开，另存为“Word 文档（.docx）”后再上传。"


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
        raise Refused("这个文件是空的。请重新选择。", code="word.empty", field="file")
    if len(content) > limits.file_bytes:
        raise Refused(
            f"文件有 {len(content) / MEGABYTE:.0f} MB，上限是 {limits.file_bytes / MEGABYTE:.0f} MB。"
            "请压缩里面的图片再上传。",
            code="word.too_large",
            field="file",
        )
    _refuse_other_kinds(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_directory(archive, limits)
            return dict(_unpack_all(archive, limits, len(content)))
    except _UNPACKING_ERRORS as error:
        raise Refused(
            "这个文件打不开，可能没有下载或拷贝完整。请在 Word 或 WPS 里打开确认后重新上传。",
            code="word.broken",
            field="file",
        ) from error


def _refuse_other_kinds(content: bytes) -> None:
    if content[:8] == _COMPOUND_FILE:
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise Refused(
                "这个文件加了打开密码，读不了。请去掉密码，另存后再上传。", code="word.password", field="file"
            )
        raise Refused(f"这是旧格式（.doc 或 .wps）的文件。{SAVE_AS}", code="word.old_format", field="file")
    if content[:4] == b"%PDF":
        raise Refused(f"这是 PDF，不是 Word 文档。{SAVE_AS}", code="word.not_word", field="file")
    if content[:2] != b"PK":
        raise Refused(
            f"这不是 .docx 文档（可能是网页或文本改了扩展名）。{SAVE_AS}", code="word.not_word", field="file"
        )


def _check_directory(archive: zipfile.ZipFile, limits: WordLimits) -> None:
    entries = archive.infolist()
    names = {entry.filename for entry in entries}
    if len(entries) > limits.parts or len(names) != len(entries):
        raise _suspicious()
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise Refused(
            "这个文件加了密码，读不了。请去掉密码，另存后再上传。", code="word.password", field="file"
        )
    if any(name.lower().endswith(("vbaproject.bin", "vbadata.xml")) for name in names):
        raise Refused(f"这个文件带宏，没有打开。{SAVE_AS}", code="word.macro", field="file")
    for folder, kind in (("xl/", "表格"), ("ppt/", "演示文稿")):
        if any(name.startswith(folder) for name in names):
            raise Refused(f"这是{kind}，不是 Word 文档。{SAVE_AS}", code="word.not_word", field="file")
    if "word/document.xml" not in names or "[Content_Types].xml" not in names:
        raise Refused(f"这不是 .docx 文档，只是一个压缩包。{SAVE_AS}", code="word.not_word", field="file")


def _unpack_all(
    archive: zipfile.ZipFile, limits: WordLimits, packed_bytes: int
) -> Iterator[tuple[str, bytes]]:
    allowed = min(limits.unpacked_bytes, max(packed_bytes, 50_000) * limits.unpacked_ratio)
    for entry in archive.infolist():
        is_xml = entry.filename.lower().endswith((".xml", ".rels", ".vml"))
        kept = bytearray()
        with archive.open(entry) as part:
            while chunk := part.read(_CHUNK):
                allowed -= len(chunk)
                if allowed < 0 or (is_xml and len(kept) + len(chunk) > limits.xml_bytes):
                    raise Refused(
                        "这个文件解压后大得不正常，没有打开。请新建一份文档，只把内容粘贴进去再上传。",
                        code="word.bomb",
                        field="file",
                    )
                if is_xml:
                    if not kept:
                        _check_encoding(chunk)
                    if _DOCTYPE.search(bytes(kept[-_OVERLAP:]) + chunk):
                        raise _suspicious()
                    kept += chunk
        if is_xml:
            if entry.filename == "[Content_Types].xml" and b"macroEnabled" in kept:
                raise Refused(f"这个文件带宏，没有打开。{SAVE_AS}", code="word.macro", field="file")
            yield entry.filename, bytes(kept)


def _check_encoding(start: bytes) -> None:
    declared = _DECLARED.search(start.removeprefix(b"\xef\xbb\xbf")[:300])
    plain = declared is None or declared.group(1).lower() in (b"utf-8", b"utf8", b"us-ascii")
    if not plain or b"\0" in start[:200]:
        raise _suspicious()


def _suspicious() -> Refused:
    return Refused(
        "这个文件的内部结构不正常，没有打开。请另存一份干净的文档再上传。",
        code="word.suspicious",
        field="file",
    )
