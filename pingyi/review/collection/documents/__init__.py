"""The collection of a meeting and the briefs, as document trees."""

from pingyi.review.collection.documents.briefs import briefs
from pingyi.review.collection.documents.collection import collection

__all__ = ["briefs", "collection"]
