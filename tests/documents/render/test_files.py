"""Rendered trees as files with a name and a kind."""

from pingyi.documents.domain.cards import CardSheet
from pingyi.documents.domain.sheets import Workbook
from pingyi.documents.domain.tree import Document
from pingyi.documents.render.files import excel_file, pdf_file, word_file


def test_every_file_has_its_name_its_kind_and_the_mark_of_its_format() -> None:
    made = [
        word_file(Document("反馈意见_甲", "题", ())),
        pdf_file(CardSheet("票条_甲", "题", ())),
        excel_file(Workbook("汇总表", "题", ())),
    ]

    assert [file.name for file in made] == ["反馈意见_甲.docx", "票条_甲.pdf", "汇总表.xlsx"]
    assert [file.media_type.split(".")[-1] for file in made] == ["document", "application/pdf", "sheet"]
    assert [file.content[:4] for file in made] == [b"PK\x03\x04", b"%PDF", b"PK\x03\x04"]
