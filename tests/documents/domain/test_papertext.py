"""The text that a clerk edits becomes the same document again, and nothing that she types is lost."""

from pingyi.documents.domain.papertext import read_text, tables_of, text_of, unknown_tables
from pingyi.documents.domain.tree import Attachment, Column, Document, Heading, Paragraph, Table, text_row

TABLE = Table((Column("时间"), Column("工作")), (text_row("1月", "述职"),), "日程安排")
DOCUMENT = Document(
    "方案",
    "方案",
    (
        Heading("总体安排"),
        Paragraph("全校34个党组织的书记述职。"),
        Heading("时间", 2),
        TABLE,
        Heading("细则", 3),
        Heading("再细", 4),
        Heading("要求"),
        Paragraph("1.按时到会；"),
    ),
    enclosed=(Attachment("名册", (Paragraph("内容"),)),),
)
TEXT = """一、总体安排
全校34个党组织的书记述职。
（一）时间
〔表　日程安排〕
1.细则
（1）再细
二、要求
1.按时到会；
〔附件　名册〕
内容"""


def test_the_text_shows_numbers_tables_and_attachments() -> None:
    assert text_of(DOCUMENT) == TEXT


def test_a_text_that_nobody_changed_is_the_same_document() -> None:
    assert read_text(TEXT, tables_of(DOCUMENT)) == (DOCUMENT.blocks, DOCUMENT.enclosed)


def test_numbers_typed_wrong_are_counted_again() -> None:
    blocks, _ = read_text("三、甲\n\n三、乙", {})

    assert blocks == (Heading("甲"), Heading("乙"))


def test_a_sentence_that_begins_with_a_number_stays_a_sentence() -> None:
    sentence = "一、会议要求全体参会人员按时到会，会上不使用手机，" + "会后按类别投票" * 5
    blocks, _ = read_text(f"1.按时到会；\n（一）\n{sentence}", {})

    assert [type(block) for block in blocks] == [Paragraph] * 3


def test_a_table_that_does_not_exist_is_named_and_stays_as_text() -> None:
    text = "〔表　分工〕\n〔表 日程安排〕"

    assert unknown_tables(text, tables_of(DOCUMENT)) == ["分工"]
    assert read_text(text, tables_of(DOCUMENT))[0] == (Paragraph("〔表　分工〕"), TABLE)
