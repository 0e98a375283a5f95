import pytest
from docx.document import Document as WordFile

from pingyi.core.errors import Refused
from pingyi.documents.reading.pieces import Kind
from pingyi.documents.reading.word import read_word
from tests.documents.reading.files import DRAWN, changed, made, paragraph, with_body


def lines(content: bytes) -> list[tuple[str, str]]:
    return [(piece.kind.value, piece.text) for piece in read_word(content).pieces]


def refused(content: bytes) -> Refused:
    with pytest.raises(Refused) as refusal:
        read_word(content)
    return refusal.value


def report(document: WordFile) -> None:
    document.add_heading("一、政治把关作用", 1)
    document.add_paragraph("全年把关12次。")
    document.add_paragraph("第一条", style="List Number")
    document.add_paragraph("第二条", style="List Number")
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip((cell for row in table.rows for cell in row.cells), "甲乙丙丁", strict=True):
        cell.text = words
    document.sections[0].header.paragraphs[0].text = "示例学院党委"
    document.sections[0].footer.paragraphs[0].text = "第 1 页"


def test_headings_lists_and_tables_come_as_lines_of_text() -> None:
    assert lines(made(report)) == [
        ("heading", "一、政治把关作用"),
        ("paragraph", "全年把关12次。"),
        ("list_item", "1.第一条"),
        ("list_item", "2.第二条"),
        ("table_row", "甲｜乙"),
        ("table_row", "丙｜丁"),
        ("margin", "示例学院党委"),
    ]


def test_revisions_are_read_as_accepted_and_deletions_counted() -> None:
    found = read_word(
        with_body(
            "<w:p><w:r><w:t>党委会开了</w:t></w:r><w:del><w:r><w:delText>十次</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t>十一次</w:t></w:r></w:ins></w:p>"
        )
    )
    assert [piece.text for piece in found.pieces] == ["党委会开了十一次"]
    assert found.deletions == 1


def test_text_boxes_notes_and_soft_breaks_are_not_lost() -> None:
    box = f"<w:pict><w:txbxContent>{paragraph('框里的话')}</w:txbxContent></w:pict>"
    note = f'<w:footnotes xmlns:w="{DRAWN}"><w:footnote w:id="2">{paragraph("据台账")}</w:footnote></w:footnotes>'
    body = (
        f'<w:p><w:r><w:t>正文</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r>{box}</w:r>'
        "<w:r><w:br/><w:t>下一行</w:t></w:r></w:p>"
        f"<w:sdt><w:sdtContent>{paragraph('控件里的话')}</w:sdtContent></w:sdt>"
    )
    assert lines(with_body(body, word__footnotes_xml=note)) == [
        ("paragraph", "正文（注：据台账）"),
        ("paragraph", "下一行"),
        ("text_box", "框里的话"),
        ("paragraph", "控件里的话"),
    ]


def test_a_choice_of_drawings_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('框里的话')}</w:txbxContent>"
    body = (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert lines(with_body(body)) == [("text_box", "框里的话")]


def test_numbers_that_word_sets_are_written_out() -> None:
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="9"/><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="（%1）"/></w:lvl>'
    )
    numbering = (
        f'<w:numbering xmlns:w="{DRAWN}"><w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    item = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        "<w:r><w:t>{}</w:t></w:r></w:p>"
    )
    content = with_body("".join(item.format(words) for words in "甲乙丙"), word__numbering_xml=numbering)
    assert [text for _, text in lines(content)] == ["（九）甲", "（十）乙", "（十一）丙"]


def test_a_table_of_contents_stands_beside_the_text() -> None:
    styles = (
        f'<w:styles xmlns:w="{DRAWN}"><w:style w:styleId="T1"><w:name w:val="toc 1"/></w:style></w:styles>'
    )
    entry = '<w:p><w:pPr><w:pStyle w:val="T1"/></w:pPr><w:r><w:t>一、政治把关作用</w:t></w:r></w:p>'
    found = read_word(with_body(entry + paragraph("正文"), word__styles_xml=styles))
    assert [piece.kind for piece in found.pieces] == [Kind.CONTENTS, Kind.PARAGRAPH]


def test_a_scan_and_an_empty_file_are_told_apart() -> None:
    scan = with_body("<w:p><w:r><w:drawing><w:blip/></w:drawing></w:r></w:p>")
    assert refused(scan).code == "word.scan"
    assert "识别成文字" in refused(scan).message
    assert refused(made(lambda _: None)).code == "word.no_text"


def test_far_too_many_paragraphs_are_not_walked_to_the_end() -> None:
    one = "<w:p><w:r><w:t>一段</w:t></w:r></w:p>"
    assert refused(with_body(one * 6_000)).message.startswith("这个文件超过5,000段")


@pytest.mark.parametrize(
    "body",
    [
        "<w:p><w:r>",
        "<w:p>&nobody;</w:p>",
        "<w:p>" * 4_000 + "</w:p>" * 4_000,
    ],
)
def test_broken_or_monstrous_xml_is_refused_in_words(body: str) -> None:
    assert refused(with_body(body)).code in {"word.broken", "word.no_text"}


def test_entities_macros_and_other_kinds_are_refused_by_the_guard() -> None:
    plain = made(report)
    entity = '<!DOCTYPE d [<!ENTITY a "b">]><w:document xmlns:w="x"><w:body/></w:document>'
    assert refused(changed(plain, {"word/document.xml": entity})).code == "word.suspicious"
    assert refused(changed(plain, {"word/vbaProject.bin": b"x"})).code == "word.macro"
    assert refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600).code == "word.old_format"
    assert refused(b"").code == "word.empty"
    assert refused(changed(plain, {"word/media/a.bin": b"\0" * 30_000_000})).code == "word.bomb"


def test_a_file_far_longer_than_a_report_is_not_opened() -> None:
    assert refused(with_body(paragraph("字" * 300_001))).code == "word.too_long"


def test_links_to_elsewhere_are_only_names() -> None:
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        'Target="http://192.0.2.1/x.dotm" TargetMode="External"/></Relationships>'
    )
    content = changed(made(report), {"word/_rels/settings.xml.rels": rels})
    assert lines(content) == lines(made(report))
