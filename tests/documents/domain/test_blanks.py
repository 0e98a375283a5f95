from pingyi.documents.domain.blanks import BLANK, Filling, Gap, blanks_in
from pingyi.documents.domain.tree import Document, Paragraph


def test_what_is_missing_is_a_blank_in_the_paper_and_named_once() -> None:
    filling = Filling()
    said = [
        filling.or_blank("报告厅", "会议地点"),
        filling.or_blank("", "主持人"),
        filling.or_blank("", "主持人"),
    ]
    assert said == ["报告厅", BLANK, BLANK]
    assert filling.gaps == (Gap("主持人"),)


def test_blanks_are_counted_wherever_they_stand() -> None:
    paper = Document("通知", "通知", (Paragraph(f"时间{BLANK}，地点{BLANK}。"),), addressee=BLANK)
    assert blanks_in(paper) == 3
