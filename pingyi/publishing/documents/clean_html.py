"""A page without styles, scripts or classes: what a web editor takes in without a trace of where it came from."""

from html import escape

from pingyi.publishing.documents.article import Article


def clean_page(article: Article) -> str:
    """Heading, paragraphs, credit lines, nothing else."""
    title = escape(article.title)
    lines = [
        "<!DOCTYPE html>",
        '<html lang="zh-CN">',
        "<head>",
        '<meta charset="utf-8">',
        f"<title>{title}</title>",
        "</head>",
        "<body>",
        "<article>",
        f"<h1>{title}</h1>",
        *(f"<p>{escape(text)}</p>" for text in article.paragraphs),
        *(f"<p>{escape(line)}</p>" for line in article.credits),
        "</article>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"
