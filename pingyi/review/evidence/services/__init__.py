"""What may be done with the claims of a report: one verb, one function."""

from pingyi.review.evidence.services.claim_words import give_word, take_word_back

__all__ = ["give_word", "take_word_back"]
