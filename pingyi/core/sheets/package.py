"""The look at an uploaded file before anything parses it: is it a workbook, and is it safe to unpack?

A .xlsx is a zip of XML parts. The directory of a zip may lie about sizes, so every part is unpacked in small
pieces and counted; XML that declares entities is refused, whatever parser would read it later.
"""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass, field

from pingyi.core.errors import Refused
from pingyi.core.sheets.limits import MEGABYTE, Limits

CHUNK = 256 * 1024
OVERLAP = 512
DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
DECLARED = re.compile(rb"""^\s*<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']""")
# Anchored and bounded on purpose: these run over bytes that may be made to slow them down.
ROW = re.compile(rb"""<(?:\w{1,20}:)?row\s{1,9}r\s{0,9}=\s{0,9}["'](\d{1,12})["']""")
ANY_ROW = re.compile(rb"<(?:\w{1,20}:)?row[\s>/]")
VALUE = re.compile(rb"<(?:\w{1,20}:)?(?:v|is|f)>")
MERGED = re.compile(
    rb"""<(?:\w{1,20}:)?mergeCell\s{1,9}ref\s{0,9}=\s{0,9}["']([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})["']"""
)
MERGED_KEPT = 1000
UNPACKING_ERRORS = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
SAVE_AS = "请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后再上传。"


@dataclass
class SheetMarks:
    """What the raw XML of one sheet gives away: its last row, how many rows and values it holds, merged ranges."""

    last_row: int = 0
    rows: int = 0
    values: int = 0
    merged: dict[str, None] = field(default_factory=dict)


@dataclass
class Package:
    """A zip that was found safe, with the marks of its sheets by part name."""

    content: bytes
    marks: dict[str, SheetMarks]


def inspect_package(content: bytes, limits: Limits) -> Package:
    """The package, if it is a workbook of ours to open; otherwise `Refused` with a sentence for the uploader."""
    if not content:
        raise Refused("这个文件是空的。请重新选择填好的表。", code="sheet.empty")
    if len(content) > limits.file_bytes:
        raise Refused(
            f"文件有 {_megabytes(len(content))}，上限是 {_megabytes(limits.file_bytes)}。"
            "请删掉图片和用不到的工作表，或分成几份导入。",
            code="sheet.too_large",
        )
    _refuse_other_kinds(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_directory(archive, limits)
            return Package(content, _unpack_all(archive, limits, len(content)))
    except UNPACKING_ERRORS as error:
        raise Refused(
            "这个文件打不开，可能没有下载或拷贝完整。请在 Excel 或 WPS 里打开确认后重新上传。",
            code="sheet.broken",
        ) from error


def _refuse_other_kinds(content: bytes) -> None:
    head = content[:8]
    if head == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise Refused("这个文件加了打开密码，读不了。请去掉密码，另存后再上传。", code="sheet.password")
        raise Refused(f"这是旧格式（.xls 或 .et）的表。{SAVE_AS}", code="sheet.old_format")
    if head[:4] == b"%PDF":
        raise Refused(f"这是 PDF，不是表格。{SAVE_AS}", code="sheet.not_workbook")
    if head[:2] != b"PK":
        raise Refused(
            f"这不是 .xlsx 工作簿（可能是 .csv 或网页改了扩展名）。{SAVE_AS}", code="sheet.not_workbook"
        )


def _check_directory(archive: zipfile.ZipFile, limits: Limits) -> None:
    entries = archive.infolist()
    names = {entry.filename for entry in entries}
    if len(entries) > limits.parts or len(names) != len(entries):
        raise Refused(
            "这个文件的内部结构不正常，没有打开。请另存一份干净的工作簿再上传。", code="sheet.suspicious"
        )
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise Refused("这个文件加了密码，读不了。请去掉密码，另存后再上传。", code="sheet.password")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise Refused(f"这个文件带宏，没有打开。{SAVE_AS}", code="sheet.macro")
    if any(name.startswith("word/") for name in names):
        raise Refused(f"这是 Word 文档，不是表格。{SAVE_AS}", code="sheet.not_workbook")
    if any(name.startswith("ppt/") for name in names):
        raise Refused(f"这是演示文稿，不是表格。{SAVE_AS}", code="sheet.not_workbook")
    if "xl/workbook.bin" in names:
        raise Refused(f"这是二进制工作簿（.xlsb）。{SAVE_AS}", code="sheet.old_format")
    if not any(name.startswith("xl/") for name in names):
        raise Refused(f"这不是 .xlsx 工作簿，只是一个压缩包。{SAVE_AS}", code="sheet.not_workbook")


def _unpack_all(archive: zipfile.ZipFile, limits: Limits, packed_bytes: int) -> dict[str, SheetMarks]:
    allowed = min(limits.unpacked_bytes, max(packed_bytes, 50_000) * limits.unpacked_ratio)
    marks: dict[str, SheetMarks] = {}
    for entry in archive.infolist():
        is_xml = entry.filename.lower().endswith((".xml", ".rels", ".vml"))
        is_sheet = entry.filename.startswith("xl/worksheets/") and is_xml
        mark = SheetMarks()
        with archive.open(entry) as part:
            tail = b""
            first = True
            while chunk := part.read(CHUNK):
                allowed -= len(chunk)
                if allowed < 0:
                    raise Refused(
                        "这个文件解压后大得不正常，没有打开。请新建一份工作簿，只把要导入的内容粘贴进去再上传。",
                        code="sheet.bomb",
                    )
                if is_xml:
                    if first:
                        _check_encoding(chunk)
                    _check_entities(tail + chunk)
                if is_sheet:
                    _mark_rows(mark, tail, chunk)
                tail, first = chunk[-OVERLAP:], False
        if is_sheet:
            marks[entry.filename] = mark
    return marks


def _check_encoding(start: bytes) -> None:
    declared = DECLARED.search(start.removeprefix(b"\xef\xbb\xbf")[:300])
    plain = declared is None or declared.group(1).lower() in (b"utf-8", b"utf8", b"us-ascii")
    if not plain or b"\0" in start[:200]:
        raise _suspicious()


def _check_entities(text: bytes) -> None:
    if DOCTYPE.search(text):
        raise _suspicious()


def _suspicious() -> Refused:
    return Refused(
        "这个文件的内部结构不正常，没有打开。请另存一份干净的工作簿再上传。", code="sheet.suspicious"
    )


def _mark_rows(mark: SheetMarks, tail: bytes, chunk: bytes) -> None:
    """The number of rows is an estimate (a tag may be cut in two); the last row and the ranges are not."""
    text = tail + chunk
    mark.rows += len(ANY_ROW.findall(chunk))
    mark.values += len(VALUE.findall(chunk))
    mark.last_row = max([mark.last_row, *(int(number) for number in ROW.findall(text))])
    for cells in MERGED.findall(text):
        if len(mark.merged) < MERGED_KEPT:
            mark.merged.setdefault(cells.decode())


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.0f} MB"
