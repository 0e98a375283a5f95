from dataclasses import replace

from pingyi.documents.domain.blanks import Built
from pingyi.documents.domain.tree import Cell, Column, Document, Heading, Paragraph, Table
from pingyi.review.papers.domain.draft import digest_of, document_of, draft_of

DAYS = Table(
    (Column("日期"), Column("事项")),
    ((Cell("1月9日", rows_down=2), Cell("交报告")), (None, Cell("开会"))),
    caption="日程安排",
)
BUILT = Built(
    Document(
        "通知",
        "关于召开\n述职评议会的通知",
        (Heading("总体安排"), Paragraph("9名书记现场述职。"), DAYS),
        addressee="各二级党组织",
        copy_to=("党委办公室", "纪委办公室"),
    )
)


def test_a_draft_that_nobody_changed_gives_the_built_paper() -> None:
    assert document_of(BUILT, draft_of(BUILT)).blocks == BUILT.document.blocks
    assert document_of(BUILT, draft_of(BUILT)).copy_to == BUILT.document.copy_to


def test_words_are_the_clerks_and_the_cells_of_tables_those_of_the_rows() -> None:
    draft = replace(
        draft_of(BUILT), addressee="各学院党委：", copy_to="党委办公室、； 宣传部。", note="（内部）"
    )
    paper = document_of(BUILT, replace(draft, body="会议在报告厅开。\n〔表　日程安排〕"))
    assert paper.blocks == (Paragraph("会议在报告厅开。"), DAYS)
    assert (paper.addressee, paper.note) == ("各学院党委", "内部")
    assert paper.copy_to == ("党委办公室", "宣传部")


def test_a_draft_is_out_of_date_as_soon_as_a_cell_says_something_else() -> None:
    moved = replace(DAYS, rows=((Cell("1月9日", rows_down=2), Cell("交报告")), (None, Cell("评议"))))
    changed = Built(replace(BUILT.document, blocks=(*BUILT.document.blocks[:2], moved)))
    assert digest_of(changed) != digest_of(BUILT)
    assert digest_of(Built(replace(BUILT.document, file_stem="别名"))) == digest_of(BUILT)
