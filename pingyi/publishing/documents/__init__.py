"""The news as files: a Word document and a clean page for a web site."""

from pingyi.publishing.documents.article import Article, news_document
from pingyi.publishing.documents.clean_html import clean_page

__all__ = ["Article", "clean_page", "news_document"]
