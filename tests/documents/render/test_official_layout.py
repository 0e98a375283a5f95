"""A whole official document on paper: what the standard measures, measured in the PDF of both routes.

Tolerances: 1 mm for lines, page number and margins; 1.5 mm for the upper edge of the red mark, which depends on how
a typeface fills its square; a character (5.6 mm) for the date, whose digits are as wide as the machine's typeface.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pingyi.documents.domain.mark import mark_size
from pingyi.documents.domain.official import HeadForm, Imprint, Masthead
from pingyi.documents.domain.tree import Attachment, Document, Heading, Paragraph, Signature
from pingyi.documents.render import pdf
from tests.documents.render.laying_out import SOFFICE, laid_out
from tests.documents.render.measuring import first, pages_of, rules_on, words_on
from tests.documents.render.reading import pdf_pages, squeezed

TOP, LEFT, RIGHT, BOTTOM = 37.0, 28.0, 184.0, 262.0
CHARACTER = 5.56
MARK = "中共示例大学委员会文件"
PLAIN = Paragraph("国家公文" * 7 * 44, is_indented=False)
DOCUMENT = Document(
    file_stem="通知",
    title="关于开展述职评议考核工作的通知",
    addressee="各二级党组织",
    blocks=(Heading("总体要求"), Paragraph("国家公文" * 20)),
    signature=Signature("中共示例大学委员会", "2026年1月20日"),
    note="此件公开发布",
    masthead=Masthead(MARK, "示大党〔2026〕3号", copy_number="000001", secrecy="机密★1年", urgency="特急"),
    enclosed=(Attachment("日程安排", (PLAIN,)), Attachment("分工", (Paragraph("内容"),))),
    copy_to=("校纪委", "党委办公室"),
    imprint=Imprint("中共示例大学委员会办公室", "2026年1月20日"),
)


@pytest.fixture(scope="module")
def _by_typst() -> bytes:
    return pdf.render(DOCUMENT)


@pytest.fixture(scope="module")
def _by_libreoffice(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    if SOFFICE is None:
        pytest.skip("LibreOffice is not on this machine")
    return laid_out(DOCUMENT, Path(tmp_path_factory.mktemp("laid_out")))


@pytest.fixture(params=["_by_typst", pytest.param("_by_libreoffice", marks=pytest.mark.libreoffice)])
def printed(request: pytest.FixtureRequest) -> bytes:
    content: bytes = request.getfixturevalue(request.param)
    return content


def full_page(pages: list[str]) -> str:
    """The page that holds nothing but text."""
    return max(pages, key=lambda page: page.count("国家"))


def test_full_pages_have_22_lines_of_28_characters(printed: bytes) -> None:
    page = full_page(pdf_pages(printed))

    lines = [squeezed(line) for line in page.splitlines() if "公文" in line]
    assert [len(line) for line in lines] == [28] * 22


def test_the_lines_of_a_full_page_fill_the_type_area(printed: bytes) -> None:
    full = pdf_pages(printed).index(full_page(pdf_pages(printed)))
    lines = [one for one in words_on(pages_of(printed)[full]) if "公文" in one.text]

    baselines = [one.baseline for one in lines]
    pitch = (max(baselines) - min(baselines)) / 21
    assert pitch == pytest.approx(225 / 22, abs=0.05)
    assert min(one.left for one in lines) == pytest.approx(LEFT, abs=0.5)
    # The first line's characters begin at the upper edge, the last one's end at the lower.
    assert TOP < min(baselines) < TOP + 225 / 22
    assert BOTTOM - 6 < max(baselines) < BOTTOM


def test_the_red_mark_stands_35_mm_below_the_upper_edge(printed: bytes) -> None:
    size = mark_size(MARK).points * 25.4 / 72
    baseline = first(words_on(pages_of(printed)[0]), MARK[:4]).baseline

    assert baseline - 0.86 * size == pytest.approx(TOP + 35, abs=1.5)


def test_the_red_line_spans_the_type_area_4_mm_below_the_number(printed: bytes) -> None:
    page = pages_of(printed)[0]
    line = next(rule for rule in rules_on(page) if rule.is_red)
    number = first(words_on(page), "示大党〔")

    assert (line.left, line.right) == (pytest.approx(LEFT, abs=0.5), pytest.approx(RIGHT, abs=0.5))
    foot_of_number = number.baseline + 0.12 * CHARACTER
    assert line.top - foot_of_number == pytest.approx(4, abs=1)


def test_number_title_and_addressee_keep_their_empty_lines(printed: bytes) -> None:
    page = pages_of(printed)[0]
    words = words_on(page)
    pitch = 225 / 22
    line = next(rule for rule in rules_on(page) if rule.is_red)
    mark, number = first(words, MARK[:4]), first(words, "示大党〔")
    title, addressee = first(words, "关于开展"), first(words, "各二级")

    assert number.baseline - mark.baseline == pytest.approx(3 * pitch, abs=2.5)
    assert title.baseline - line.top == pytest.approx(3 * pitch, abs=3)
    assert addressee.baseline - title.baseline == pytest.approx(2 * pitch, abs=1)


def test_page_numbers_stand_7_mm_below_the_type_area_outside(printed: bytes) -> None:
    pages = [[one for one in words_on(page) if "—" in one.text] for page in pages_of(printed)]
    feet = [one for words in pages for one in words]

    assert {round(one.baseline) for one in feet} <= {270, 271, 272}
    assert min(one.left for one in pages[0]) > 150
    assert min(one.left for one in pages[1]) == pytest.approx(LEFT + 4.94, abs=1)


def test_the_issuer_is_centred_over_a_date_four_characters_in(printed: bytes) -> None:
    page = next(page for page in pages_of(printed) if "公开发布" in page.extract_text())
    words = words_on(page)
    issuer = first(words, "中共示例大学委员会")
    dated = next(one for one in words if one.baseline > issuer.baseline)

    assert dated.baseline - issuer.baseline == pytest.approx(225 / 22, abs=0.5)
    width = 9 * CHARACTER
    assert RIGHT - (issuer.left + width) == pytest.approx(2.5 * CHARACTER, abs=CHARACTER)
    assert dated.left >= issuer.left


def test_issuer_and_date_never_stand_on_a_page_without_text(printed: bytes) -> None:
    pages = [squeezed(page) for page in pdf_pages(printed)]

    signed = next(page for page in pages if "公开发布" in page)
    assert (
        signed.index("国家公文") < signed.index("附件：1.日程安排") < signed.index("中共示例大学委员会2026")
    )


def test_attachments_begin_on_pages_of_their_own(printed: bytes) -> None:
    pages = [squeezed(page) for page in pdf_pages(printed)]

    assert sum(page.startswith("附件1日程安排") for page in pages) == 1
    assert pages[-1].startswith("附件2分工")


def test_the_foot_lies_on_the_last_lines_of_the_last_page(printed: bytes) -> None:
    page = pages_of(printed)[-1]
    black = sorted(rule.top for rule in rules_on(page) if not rule.is_red)
    words = words_on(page)
    copied, printer = first(words, "抄送："), first(words, "中共示例大学委员会办公室")

    assert len({round(top) for top in black}) == 3
    assert black[-1] == pytest.approx(BOTTOM, abs=1)
    assert black[0] < copied.baseline < printer.baseline < black[-1]
    assert printer.left == pytest.approx(LEFT + 4.94, abs=0.5)


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], bytes]:
    letter = replace(
        DOCUMENT,
        masthead=Masthead("中共示例大学委员会", "示大党〔2026〕3号", HeadForm.LETTER),
        blocks=(Paragraph("国家公文" * 150),),
        enclosed=(),
        imprint=None,
    )
    folder = Path(tmp_path_factory.mktemp("letter"))
    return lambda route: pdf.render(letter) if route == "typst" else laid_out(letter, folder)


@pytest.mark.parametrize(
    "route",
    [
        "typst",
        pytest.param(
            "libreoffice",
            marks=[pytest.mark.libreoffice, pytest.mark.skipif(SOFFICE is None, reason="no LibreOffice")],
        ),
    ],
)
def test_a_letter_stands_between_double_lines_and_numbers_from_the_second_page(
    letters: Callable[[str], bytes], route: str
) -> None:
    """Within 2 mm for the upper line, of whose frame word processors have different notions; 1 mm otherwise."""
    content = letters(route)
    page = pages_of(content)[0]
    words = words_on(page)
    lines = sorted((rule for rule in rules_on(page) if rule.is_red), key=lambda rule: rule.top)
    size = mark_size("中共示例大学委员会").points * 25.4 / 72
    top = first(words, "中共示例").baseline - 0.86 * size

    assert top == pytest.approx(30, abs=1.5)
    assert lines[0].top == pytest.approx(30 + size + 4, abs=2)
    assert lines[-1].top == pytest.approx(277, abs=1.5)
    assert all(rule.right - rule.left == pytest.approx(170, abs=1) for rule in lines)
    assert not any("—" in one.text for one in words)
    assert "—2—" in squeezed(pdf_pages(content)[1])
