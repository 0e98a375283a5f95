"""The institution's own list of words that mean the same, or the one the program brings."""

from pingyi.review.genealogy.domain.features import FieldWords, groups_of
from pingyi.review.genealogy.domain.field_words import START_LIST
from pingyi.review.genealogy.models import FieldWordList


def field_word_list() -> FieldWordList | None:
    """The newest list that somebody wrote."""
    found: FieldWordList | None = FieldWordList.objects.select_related("written_by").order_by("-pk").first()
    return found


def field_words() -> FieldWords:
    """The groups that count now. One query."""
    own = FieldWordList.objects.order_by("-pk").values_list("text", flat=True).first()
    return groups_of(START_LIST if own is None else own)
