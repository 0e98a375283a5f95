"""What is let in: workbooks, and nothing that only looks like one or would eat the machine."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from pingyi.core.errors import Refused
from pingyi.core.sheets.limits import Limits
from pingyi.core.sheets.opening import open_book
from tests.factories.workbooks import make_workbook, part_of, with_part

GOOD = make_workbook({"人员": [["工号", "姓名"], ["0012", "林晓"]]})
SHEET = "xl/worksheets/sheet1.xml"
SMALL = Limits(unpacked_bytes=1_000_000)


def zipped(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name.replace("__", "/"), part)
    return buffer.getvalue()


def encrypted_zip() -> bytes:
    """A package whose entries say that they are encrypted."""
    content = bytearray(zipped(**{"xl/workbook.xml": b"<a/>"}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500
FILES: dict[str, tuple[bytes, str, str]] = {
    "empty": (b"", "sheet.empty", "空的"),
    "csv": ("工号,姓名\n0012,林晓\n".encode(), "sheet.not_workbook", "另存为"),
    "html called xls": (b"<html><table></table></html>", "sheet.not_workbook", "另存为"),
    "pdf": (b"%PDF-1.7 ...", "sheet.not_workbook", "PDF"),
    "old xls": (OLD_OFFICE + "Workbook".encode("utf-16-le"), "sheet.old_format", "另存为"),
    "with a password": (OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"), "sheet.password", "密码"),
    "encrypted zip": (encrypted_zip(), "sheet.password", "密码"),
    "with macros": (with_part(GOOD, "xl/vbaProject.bin", b"macro"), "sheet.macro", "宏"),
    "word": (zipped(**{"word/document.xml": b"<a/>"}), "sheet.not_workbook", "Word"),
    "slides": (zipped(**{"ppt/presentation.xml": b"<a/>"}), "sheet.not_workbook", "演示文稿"),
    "binary workbook": (zipped(**{"xl/workbook.bin": b"x"}), "sheet.old_format", "xlsb"),
    "some zip": (zipped(**{"readme.txt": b"hello"}), "sheet.not_workbook", "压缩包"),
    "cut off": (GOOD[: len(GOOD) // 2], "sheet.broken", "重新上传"),
    "no workbook part": (zipped(**{"xl/x.xml": b"<a/>"}), "sheet.broken", "另存为"),
}


@pytest.mark.parametrize(("content", "code", "word"), FILES.values(), ids=FILES.keys())
def test_other_files_are_named_with_the_way_out(content: bytes, code: str, word: str) -> None:
    with pytest.raises(Refused) as refusal:
        open_book(content)
    assert (refusal.value.code, word in refusal.value.message) == (code, True)


def test_a_sound_workbook_gives_its_sheets_and_an_estimate_of_its_rows() -> None:
    book = open_book(GOOD)
    assert [(sheet.name, sheet.is_hidden) for sheet in book.sheets] == [("人员", False)]
    assert book.estimated_rows == 2


def test_formatted_but_empty_rows_are_not_estimated() -> None:
    def format_many(book: Workbook) -> None:
        for row in range(3, 900):
            book["人员"].cell(row=row, column=1).number_format = "@"

    assert (
        open_book(make_workbook({"人员": [["工号", "姓名"], ["1", "林晓"]]}, format_many)).estimated_rows == 4
    )


def test_a_file_above_the_limit_is_refused_with_both_sizes() -> None:
    with pytest.raises(Refused, match=r"文件有 0 MB，上限是 0 MB") as refusal:
        open_book(GOOD, Limits(file_bytes=100))
    assert refusal.value.code == "sheet.too_large"


def test_a_zip_bomb_is_stopped_while_unpacking() -> None:
    bomb = with_part(GOOD, "xl/media/image1.png", b"\0" * 20_000_000)
    assert len(bomb) < 100_000
    with pytest.raises(Refused) as refusal:
        open_book(bomb)
    assert refusal.value.code == "sheet.bomb"


def test_sizes_are_counted_not_believed() -> None:
    """The directory of the package claims a few bytes; the bytes themselves say otherwise."""
    bomb = bytearray(with_part(GOOD, "xl/media/image1.png", b"\0" * 20_000_000))
    place = bomb.rindex(b"xl/media/image1.png") - 46
    bomb[place + 24 : place + 28] = (10).to_bytes(4, "little")
    with pytest.raises(Refused) as refusal:
        open_book(bytes(bomb))
    assert refusal.value.code in {"sheet.bomb", "sheet.broken"}


ENTITIES = (
    b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>"""
)


@pytest.mark.parametrize(
    "part", [SHEET, "xl/sharedStrings.xml", "docProps/app.xml", "xl/_rels/workbook.xml.rels"]
)
def test_xml_that_declares_entities_is_refused_in_every_part(part: str) -> None:
    with pytest.raises(Refused) as refusal:
        open_book(with_part(GOOD, part, ENTITIES))
    assert refusal.value.code == "sheet.suspicious"


def test_a_declaration_cut_in_two_pieces_is_still_seen() -> None:
    padding = b"<a>" + b" " * (256 * 1024 - 8)
    with pytest.raises(Refused) as refusal:
        open_book(with_part(GOOD, SHEET, padding + b"<!DOCTYPE x>"))
    assert refusal.value.code == "sheet.suspicious"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-7"])
def test_xml_in_other_encodings_cannot_hide_from_the_look(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><a/>'
    with pytest.raises(Refused) as refusal:
        open_book(with_part(GOOD, SHEET, text.encode(encoding if encoding == "utf-16" else "ascii")))
    assert refusal.value.code == "sheet.suspicious"


def test_too_many_parts_are_refused() -> None:
    parts = {f"xl/media/{number}.png": b"x" for number in range(30)}
    with pytest.raises(Refused) as refusal:
        open_book(zipped(**parts), Limits(parts=20))
    assert refusal.value.code == "sheet.suspicious"


def test_too_many_sheets_are_refused_with_the_numbers() -> None:
    content = make_workbook({f"表{number}": [["a"]] for number in range(4)})
    with pytest.raises(Refused, match="4 张工作表，上限是 3 张"):
        open_book(content, Limits(sheets=3))


def test_a_sheet_with_broken_xml_is_named_when_it_is_read() -> None:
    spoilt = part_of(GOOD, SHEET).replace(b"</sheetData>", b"")
    with pytest.raises(Refused) as refusal:
        list(open_book(with_part(GOOD, SHEET, spoilt)).sheets[0].rows())
    assert refusal.value.code == "sheet.broken"


@pytest.mark.parametrize("seed", range(40))
def test_damaged_bytes_give_a_sentence_and_never_another_error(seed: int) -> None:
    import random

    chance = random.Random(seed)
    content = bytearray(GOOD)
    for _ in range(chance.randint(1, 30)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    said = ""
    try:
        said = "\n".join(
            sheet.name for sheet in open_book(bytes(content), SMALL).sheets for _ in sheet.rows()
        )
    except Refused as refusal:
        said = refusal.message
    assert said
