"""The look at an uploaded file before anything parses it: is it a workbook, and is it safe to unpack?

A .xlsx is a zip of XML parts: the guard is that of every package (`core/packages.py`). While it unpacks, the rows of
the sheets are counted.
"""

import re
import zipfile
from dataclasses import dataclass, field

from pingyi.core.errors import Refused
from pingyi.core.packages import (
    COMPOUND_FILE,
    ENCRYPTED,
    Allowance,
    PackageTrouble,
    Trouble,
    has_macros,
    is_xml,
    names_in,
    opened,
    pieces_of,
)
from pingyi.core.sheets.limits import MEGABYTE, Limits
from pingyi.core.words import Words

# Anchored and bounded on purpose: these run over bytes that may be made to slow them down.
ROW = re.compile(rb"""<(?:\w{1,20}:)?row\s{1,9}r\s{0,9}=\s{0,9}["'](\d{1,12})["']""")
ANY_ROW = re.compile(rb"<(?:\w{1,20}:)?row[\s>/]")
VALUE = re.compile(rb"<(?:\w{1,20}:)?(?:v|is|f)>")
MERGED = re.compile(
    rb"""<(?:\w{1,20}:)?mergeCell\s{1,9}ref\s{0,9}=\s{0,9}["']([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})["']"""
)
MERGED_KEPT = 1000
SAVE_AS = Words("请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后再上传。")
WORDS = {
    Trouble.SUSPICIOUS: Words("这个文件的内部结构不正常，没有打开。请另存一份干净的工作簿再上传。"),
    Trouble.PASSWORD: Words("这个文件加了密码，读不了。请去掉密码，另存后再上传。"),
    Trouble.BOMB: Words(
        "这个文件解压后大得不正常，没有打开。请新建一份工作簿，只把要导入的内容粘贴进去再上传。"
    ),
    Trouble.BROKEN: Words("这个文件打不开，可能没有下载或拷贝完整。请在 Excel 或 WPS 里打开确认后重新上传。"),
}


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
        raise Refused(Words("这个文件是空的。请重新选择填好的表。"), code="sheet.empty")
    if len(content) > limits.file_bytes:
        raise Refused(
            Words(
                "文件有 {megabytes}，上限是 {megabytes_2}。请删掉图片和用不到的工作表，或分成几份导入。",
                megabytes=_megabytes(len(content)),
                megabytes_2=_megabytes(limits.file_bytes),
            ),
            code="sheet.too_large",
        )
    _refuse_other_kinds(content)
    try:
        with opened(content) as archive:
            _check_kind(names_in(archive, most=limits.parts))
            return Package(content, _unpack_all(archive, limits, len(content)))
    except PackageTrouble as trouble:
        raise Refused(WORDS[trouble.kind], code=f"sheet.{trouble.kind}") from trouble


def _refuse_other_kinds(content: bytes) -> None:
    head = content[:8]
    if head == COMPOUND_FILE:
        if ENCRYPTED in content:
            raise Refused(
                Words("这个文件加了打开密码，读不了。请去掉密码，另存后再上传。"), code="sheet.password"
            )
        raise Refused(
            Words("这是旧格式（.xls 或 .et）的表。{save_as}", save_as=SAVE_AS), code="sheet.old_format"
        )
    if head[:4] == b"%PDF":
        raise Refused(Words("这是 PDF，不是表格。{save_as}", save_as=SAVE_AS), code="sheet.not_workbook")
    if head[:2] != b"PK":
        raise Refused(
            Words("这不是 .xlsx 工作簿（可能是 .csv 或网页改了扩展名）。{save_as}", save_as=SAVE_AS),
            code="sheet.not_workbook",
        )


def _check_kind(names: set[str]) -> None:
    if has_macros(names):
        raise Refused(Words("这个文件带宏，没有打开。{save_as}", save_as=SAVE_AS), code="sheet.macro")
    if any(name.startswith("word/") for name in names):
        raise Refused(
            Words("这是 Word 文档，不是表格。{save_as}", save_as=SAVE_AS), code="sheet.not_workbook"
        )
    if any(name.startswith("ppt/") for name in names):
        raise Refused(Words("这是演示文稿，不是表格。{save_as}", save_as=SAVE_AS), code="sheet.not_workbook")
    if "xl/workbook.bin" in names:
        raise Refused(Words("这是二进制工作簿（.xlsb）。{save_as}", save_as=SAVE_AS), code="sheet.old_format")
    if not any(name.startswith("xl/") for name in names):
        raise Refused(
            Words("这不是 .xlsx 工作簿，只是一个压缩包。{save_as}", save_as=SAVE_AS),
            code="sheet.not_workbook",
        )


def _unpack_all(archive: zipfile.ZipFile, limits: Limits, packed_bytes: int) -> dict[str, SheetMarks]:
    allowance = Allowance.of(packed_bytes, unpacked_bytes=limits.unpacked_bytes, ratio=limits.unpacked_ratio)
    marks: dict[str, SheetMarks] = {}
    for entry in archive.infolist():
        mark = SheetMarks()
        is_sheet = entry.filename.startswith("xl/worksheets/") and is_xml(entry.filename)
        for tail, chunk in pieces_of(archive, entry, allowance):
            if is_sheet:
                _mark_rows(mark, tail, chunk)
        if is_sheet:
            marks[entry.filename] = mark
    return marks


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
