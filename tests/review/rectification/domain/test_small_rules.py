"""Measures as typed, files as handed in, problems as counted."""

import pytest

from pingyi.review.rectification.domain.evidence_file import (
    KINDS,
    FileFault,
    ending_of,
    file_fault,
    media_type_of,
)
from pingyi.review.rectification.domain.measures import measures_in
from pingyi.review.rectification.domain.tally import Standing, tally
from pingyi.review.rectification.phrases import FILE_FAULTS

ZIP, OLE = b"PK\x03\x04rest", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest"


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("", ()),
        ("修订制度。", ("修订制度。",)),
        ("1. 修订制度。\n\n2、每月支委会。\n（3）到点检查", ("修订制度。", "每月支委会。", "到点检查")),
        ("①换届\n②补选", ("换届", "补选")),
        ("一、换届\n十二、补选", ("换届", "补选")),
        ("1.5倍于去年的课时\n2025年底前换届", ("1.5倍于去年的课时", "2025年底前换届")),
        ("一个支部一策", ("一个支部一策",)),
    ],
)
def test_one_line_is_one_measure_without_its_number(text: str, measures: tuple[str, ...]) -> None:
    assert measures_in(text) == measures


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
    assert set(FILE_FAULTS) == set(FileFault)


@pytest.mark.parametrize(
    ("name", "ending"), [("a.PDF", "pdf"), ("a.tar.gz", "gz"), ("无", ""), (".x", ""), ("a.", "")]
)
def test_the_ending_of_a_name(name: str, ending: str) -> None:
    assert ending_of(name) == ending


def test_counts_have_their_denominator_and_leave_withdrawn_ones_out() -> None:
    counts = tally(
        [
            Standing("raised", is_late=True),
            Standing("contested"),
            Standing("claimed"),
            Standing("in_progress", is_late=True, waits_for_check=True),
            Standing("in_progress"),
            Standing("closed"),
            Standing("withdrawn"),
        ]
    )
    assert (counts.total, counts.closed, counts.withdrawn) == (6, 1, 1)
    assert (counts.raised, counts.answered, counts.contested, counts.claimed) == (1, 5, 1, 4)
    assert (counts.unplanned, counts.in_progress, counts.late, counts.to_check) == (1, 2, 2, 1)
    assert tally([]).total == 0
