"""The news as files. A clean page exists only of what was given out; Word says how far the text is."""

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from pingyi.core.errors import Missing, Refused
from pingyi.core.words import Words
from pingyi.documents.render.files import word_file
from pingyi.doors.office.ballots.reading import file_answer
from pingyi.doors.office.news.reading import readable
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.publishing.documents import clean_page, news_document
from pingyi.publishing.queries.news import article_of

WORD, PAGE = "docx", "html"


@office_page
@require_GET
def file_of_news(request: OfficeRequest, news_id: int, news_file: str) -> HttpResponse:
    """`news_file` is docx or html."""
    item, parts = readable(request, news_id)
    article = article_of(item, parts)
    if news_file == WORD:
        file = word_file(news_document(article))
        return file_answer(file.content, file.name.removesuffix(".docx"), WORD, file.media_type)
    if news_file != PAGE:
        raise Missing(Words("没有这种文件。请回到新闻稿再下载。"), code="file.missing")
    if article.step:
        raise Refused(
            Words("这篇稿子还没有发布，没有网页可以下载。走完三审三校、记为已发布以后再来。"),
            code="news.unreviewed",
        )
    stem = news_document(article).file_stem
    return file_answer(clean_page(article).encode(), stem, PAGE, "text/html; charset=utf-8")
