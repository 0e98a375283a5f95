"""The news as files: a Word document and a clean page for a web site."""

from pingyi.publishing.documents.article import STEPS, Article, news_document
from pingyi.publishing.documents.clean_html import clean_page

__all__ = ["STEPS", "Article", "clean_page", "news_document"]
