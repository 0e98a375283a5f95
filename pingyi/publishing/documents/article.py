"""The news as a document tree."""

from dataclasses import dataclass

from pingyi.documents.domain.filenames import file_stem
from pingyi.documents.domain.title import break_title
from pingyi.documents.domain.tree import Document, Paragraph

TITLE_WIDTH = 20


@dataclass(frozen=True)
class Article:
    """`step` says how far a text is that was not given out ("" for one that was)."""

    title: str
    text: str
    credits: tuple[str, ...]
    step: str = ""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        return tuple(line.strip() for line in self.text.splitlines() if line.strip())


def news_document(article: Article) -> Document:
    """Title, paragraphs, credit lines. A text that was not given out says so in its first line and its name."""
    mark = (Paragraph(f"【{article.step}，未发布】", is_indented=False),) if article.step else ()
    return Document(
        file_stem=file_stem("新闻稿", article.step, article.title),
        title=break_title(article.title, TITLE_WIDTH),
        blocks=(
            *mark,
            *(Paragraph(text) for text in article.paragraphs),
            *(Paragraph(line, is_indented=False) for line in article.credits),
        ),
    )
