"""Which files are taken as evidence."""

import pytest

from pingyi.core.errors import Refused
from pingyi.core.evidence_file import (
    FAULT_WORDS,
    KINDS,
    FileFault,
    ending_of,
    file_fault,
    media_type_of,
    refuse_unsound,
)

ZIP, OLE = b"PK\x03\x04rest", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest"


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("记录.pdf", b"%PDF-1.7", None),
        ("照片.JPG", b"\xff\xd8\xff\xe0", None),
        ("图.png", b"\x89PNG\r\n\x1a\nrest", None),
        ("记录.docx", ZIP, None),
        ("记录.doc", OLE, None),
        ("记录.wps", ZIP, None),
        ("记录.wps", OLE, None),
        ("页.html", b"<html>", FileFault.KIND),
        ("程序.pdf.exe", b"MZ", FileFault.KIND),
        ("没有扩展名", b"%PDF-", FileFault.KIND),
        (".pdf", b"%PDF-", FileFault.KIND),
        ("记录.pdf", b"", FileFault.EMPTY),
        ("记录.pdf", b"<script>", FileFault.CONTENT),
        ("记录.docx", OLE, FileFault.CONTENT),
    ],
)
def test_a_file_is_what_its_name_says(name: str, content: bytes, fault: FileFault | None) -> None:
    assert file_fault(name, content) == fault


def test_files_are_handed_out_as_nothing_that_a_browser_runs() -> None:
    assert media_type_of("记录.PDF") == "application/pdf"
    assert media_type_of("奇怪.html") == "application/octet-stream"
    assert not {kind.media_type for kind in KINDS.values()} & {"text/html", "image/svg+xml", "text/xml"}
    assert set(FAULT_WORDS) == set(FileFault)


@pytest.mark.parametrize(
    ("name", "ending"), [("a.PDF", "pdf"), ("a.tar.gz", "gz"), ("无", ""), (".x", ""), ("a.", "")]
)
def test_the_ending_of_a_name(name: str, ending: str) -> None:
    assert ending_of(name) == ending


def test_a_file_that_is_not_taken_is_refused_at_its_field() -> None:
    refuse_unsound("照片.jpg", b"\xff\xd8\xff\xe0")
    with pytest.raises(Refused) as refusal:
        refuse_unsound("照片.jpg", b"GIF89a")
    assert (refusal.value.code, refusal.value.field) == ("evidence.content", "file")
