"""Uploaded Word files: what is let through, and what is said about the rest."""

import io
import zipfile

import pytest

from pingyi.core.errors import Refused
from pingyi.core.word_package import WordLimits, read_word_parts
from pingyi.documents.domain.tree import Document, Paragraph
from pingyi.documents.render.docx import render

GOOD = render(Document("文", "标题", (Paragraph("正文𠅤"),)))


def changed(replace: dict[str, bytes], drop: tuple[str, ...] = ()) -> bytes:
    """The good file with some parts put in or taken out."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in replace and name not in drop:
                new.writestr(name, old.read(name))
        for name, content in replace.items():
            new.writestr(name, content)
    return target.getvalue()


def test_a_good_file_gives_its_xml_parts() -> None:
    parts = read_word_parts(changed({"word/media/image1.png": b"\x89PNG"}))

    assert "正文𠅤" in parts["word/document.xml"].decode()
    assert "word/media/image1.png" not in parts


BOMB = b"<?xml version='1.0'?><a>" + b" " * 30_000_000 + b"</a>"
ENTITIES = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (b"", "word.empty", "空的"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "word.password", "密码"),
        (OLE + b"\0" * 600, "word.old_format", ".doc"),
        (b"%PDF-1.7", "word.not_word", "PDF"),
        (b"<html>", "word.not_word", "网页"),
        (GOOD[: len(GOOD) // 2], "word.broken", "没有下载或拷贝完整"),
        (changed({}, drop=("word/document.xml",)), "word.not_word", "压缩包"),
        (changed({"xl/workbook.xml": b"<a/>"}), "word.not_word", "表格"),
        (changed({"word/vbaProject.bin": b"x"}), "word.macro", "宏"),
        (changed({"[Content_Types].xml": b"<a>macroEnabled.main</a>"}), "word.macro", "宏"),
        (changed({"word/media/a.xml": BOMB}), "word.bomb", "大得不正常"),
        (changed({"word/styles.xml": ENTITIES}), "word.suspicious", "内部结构不正常"),
        (
            changed({"word/styles.xml": "<?xml version='1.0' encoding='utf-16'?><a/>".encode("utf-16")}),
            "word.suspicious",
            "内部结构不正常",
        ),
    ],
)
def test_a_bad_file_is_refused_with_what_to_do(content: bytes, code: str, words: str) -> None:
    with pytest.raises(Refused) as refused:
        read_word_parts(content)

    assert (refused.value.code, refused.value.field) == (code, "file")
    assert words in refused.value.message
    assert "请" in refused.value.message


def test_a_file_over_the_limit_is_refused_with_its_size() -> None:
    with pytest.raises(Refused) as refused:
        read_word_parts(b"PK" + b"\0" * 2_000_000, WordLimits(file_bytes=1_000_000))

    assert refused.value.code == "word.too_large"
    assert "2 MB" in refused.value.message
