"""What may be done with the reading on phones: opening it for a time, closing it."""

from pingyi.review.collection.services.close_reading import close_reading
from pingyi.review.collection.services.open_reading import open_reading

__all__ = ["close_reading", "open_reading"]
