"""The collection of a meeting, the briefs and the notice of the reading, as document trees."""

from pingyi.review.collection.documents.briefs import brief_of, briefs
from pingyi.review.collection.documents.collection import collection
from pingyi.review.collection.documents.notice import ReadingNotice, reading_notice

__all__ = ["ReadingNotice", "brief_of", "briefs", "collection", "reading_notice"]
