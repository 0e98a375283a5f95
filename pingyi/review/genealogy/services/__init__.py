from pingyi.review.genealogy.services.decide_kin import decide_kin
from pingyi.review.genealogy.services.write_field_words import write_field_words

__all__ = ["decide_kin", "write_field_words"]
