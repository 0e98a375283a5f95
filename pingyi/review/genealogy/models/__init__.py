from pingyi.review.genealogy.models.field_word_list import FieldWordList
from pingyi.review.genealogy.models.kin_decision import KinDecision

__all__ = ["FieldWordList", "KinDecision"]
