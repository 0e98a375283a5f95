"""Reads for the collection, the briefs and the reading on phones."""

from pingyi.review.collection.queries.materials import materials_of
from pingyi.review.collection.queries.rooms import open_room, room_of

__all__ = ["materials_of", "open_room", "room_of"]
