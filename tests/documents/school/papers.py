"""A small kind of paper and Word files for it, as clerks and others may make them."""

import io
import zipfile

import docx

from pingyi.documents.domain.papers import PaperKind, Placeholder
from pingyi.documents.domain.tree import Document, Paragraph
from pingyi.documents.render.docx import render

KIND = PaperKind(
    "notice",
    "通知",
    (
        Placeholder("标题", "通知的标题", "关于述职的\n通知", is_compulsory=True),
        Placeholder("主送单位", "发给谁", "各党委"),
        Placeholder("要求", "几段要求", ("第一条<甲>&乙", "第二条"), may_be_empty=True),
        Placeholder("期限", "报送期限", "2027年1月31日", may_be_empty=True),
        Placeholder(
            "日程",
            "会议日程",
            ({"时间": "8:30", "内容": "签到"}, {"时间": "9:00", "内容": "述职"}),
            columns=(("时间", "几点"), ("内容", "做什么")),
        ),
    ),
    lambda: Document("通知", "{{ 标题 }}", (Paragraph("{{ 要求 }}"),)),
)


def word(*paragraphs: str, title: str = "{{ 标题 }}") -> bytes:
    """A file as Word writes it, one paragraph for each text."""
    made = docx.Document()
    for text in (title, *paragraphs):
        made.add_paragraph(text)
    return saved(made)


def saved(made: "docx.document.Document") -> bytes:
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def runs(*texts: str) -> bytes:
    """One paragraph whose text Word has cut into runs, with a spelling mark between them."""
    made = docx.Document()
    made.add_paragraph("{{ 标题 }}")
    paragraph = made.add_paragraph()
    for number, text in enumerate(texts):
        paragraph.add_run(text).bold = number % 2 == 0
    return saved(made)


def with_parts(content: bytes, parts: dict[str, bytes]) -> bytes:
    """The file with some parts replaced or added."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, part in parts.items():
            new.writestr(name, part)
    return target.getvalue()


def part_of(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode()


def texts_of(content: bytes) -> list[str]:
    """The paragraphs and cells of a file as another reader reads them."""
    read = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in read.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in read.paragraphs] + cells


STARTER = render(KIND.starter())
