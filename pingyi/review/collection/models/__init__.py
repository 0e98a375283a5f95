from pingyi.review.collection.models.reading_room import ReadingRoom

__all__ = ["ReadingRoom"]
