"""Names of the register against the fonts: who is named, how fast, and that rare characters survive every file."""

import io
import time
from pathlib import Path

import docx as python_docx
import openpyxl
import pytest
from django_scopes import scope, scopes_disabled
from pypdf import PdfReader
from pytest_django import Settings

from pingyi.documents.domain.glyph_check import Trouble
from pingyi.documents.domain.sheets import Kind, Sheet, SheetColumn, Workbook
from pingyi.documents.domain.tree import Document, Paragraph
from pingyi.documents.health import name_checks
from pingyi.documents.queries.names import check_names, check_register
from pingyi.documents.render import docx, pdf, xlsx
from pingyi.organisations.models import Person
from tests.documents.licensed_fonts import licensed_font
from tests.factories.world import make_institution, make_organisation

RARE = "𬭎䶮㛃𠅤"


@pytest.mark.django_db
def test_people_and_organisations_with_characters_without_glyph_are_named() -> None:
    institution, other = make_institution(), make_institution()
    make_organisation(institution, "𰻝学院党委")
    with scopes_disabled():
        Person.objects.bulk_create(
            Person(institution=mine, name=name)
            for mine, name in ((institution, "周明远"), (institution, "张\ue863"), (other, "李𰻝"))
        )
    with scope(institution=institution):
        check = check_register()

    assert [(one.name, one.lack.trouble) for one in check.findings] == [
        ("𰻝学院党委", Trouble.BOX),
        ("张\ue863", Trouble.PRIVATE),
    ]
    assert (check.names, check.findings[0].person_id) == (3, None)
    assert sorted(one.message.partition("：")[0] for one in name_checks()) == sorted(
        ["𰻝学院党委", "张\ue863", "李𰻝"]
    )


@pytest.mark.django_db
def test_a_font_that_has_the_character_settles_it_at_once(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path
    assert [one.lack.trouble for one in check_names(["张\U00030000"])] == [Trouble.BOX]

    (tmp_path / "fonts").mkdir()
    licensed_font(tmp_path / "fonts" / "b.ttf", "SimSun-ExtB", extra=0x30000)

    (found,) = check_names(["张\U00030000"])
    assert found.lack.trouble is Trouble.STAND_IN
    assert "\U00030000" in text_of(pdf.render(Document("文", "题", (Paragraph("张\U00030000"),))))


@pytest.mark.django_db
def test_five_thousand_names_are_looked_at_within_a_second() -> None:
    institution = make_institution()
    with scopes_disabled():
        Person.objects.bulk_create(
            Person(institution=institution, name=f"{chr(0x4E00 + n)}明远") for n in range(5_000)
        )
    with scope(institution=institution):
        check_register()  # reads the fonts
        begun = time.process_time()
        assert check_register().names == 5_000
        assert time.process_time() - begun < 1


def text_of(content: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def test_characters_beyond_the_basic_plane_survive_word_pdf_and_excel() -> None:
    name = f"张{RARE}"
    paper = Document("文", f"关于{name}的通知", (Paragraph(f"{name}同志，葛\U000e0100。"),))

    words = [one.text for one in python_docx.Document(io.BytesIO(docx.render(paper))).paragraphs]
    assert words[0] == paper.title
    assert words[2] == f"{name}同志，葛\U000e0100。"
    assert name in text_of(pdf.render(paper)).replace("\n", "")
    sheet = Sheet("表", name, (SheetColumn("姓名", 10, Kind.WORD),), ((name,),))
    book = openpyxl.load_workbook(io.BytesIO(xlsx.render(Workbook("册", name, (sheet,)))))
    values = [cell.value for row in book.worksheets[0].iter_rows() for cell in row]
    assert values.count(name) == 2
