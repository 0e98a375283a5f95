"""The preview: the same tree, safe whatever people type."""

from pingyi.documents.domain.official import Imprint, Masthead
from pingyi.documents.domain.tree import (
    Attachment,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Signature,
    Table,
    text_row,
)
from pingyi.documents.render import html

TABLE = Table(
    (Column("序号"), Column("问题")),
    ((Cell("1", 2), Cell("丙")), (None, Cell("丁"))),
)
DOCUMENT = Document(
    "通知",
    "关于评议的\n通知",
    (Heading("时间"), Paragraph("甲 & <b>乙</b>"), TABLE),
    addressee="各单位",
    signature=Signature("中共示例大学委员会", "2026年1月5日"),
    copy_to=("校纪委",),
    masthead=Masthead("中共示例大学委员会文件", "示大党〔2026〕3号", signatory="沈璟玥"),
    enclosed=(Attachment("名册", (Table((Column("姓名"),), (text_row("林"),)),)),),
    note="此件公开",
    imprint=Imprint("办公室", "2026年1月5日"),
)


def test_the_preview_shows_every_part_in_order() -> None:
    page = html.render(DOCUMENT)

    parts: tuple[str, ...] = (
        "委员会文件",
        "示大党〔2026〕3号",
        "签发人",
        "关于评议的<br>通知",
        "各单位：",
        "一、时间",
        "附件：",
        "2026年1月5日",
    )
    parts += ("（此件公开）", "名册", "抄送：校纪委。", "2026年1月5日印发")
    places = [page.index(part) for part in parts[:7]]
    assert places == sorted(places)
    assert all(part in page for part in parts)
    assert 'rowspan="2"' in page


def test_what_people_type_is_never_markup() -> None:
    page = html.render(DOCUMENT)

    assert "甲 &amp; &lt;b&gt;乙&lt;/b&gt;" in page
    assert "<b>" not in page
    assert "style=" not in page
