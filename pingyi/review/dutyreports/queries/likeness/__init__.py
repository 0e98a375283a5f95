"""What was found alike, who may see it, and the texts that are compared."""

from pingyi.review.dutyreports.queries.likeness.corpus import Corpus, corpus_for, fingerprint_of_text
from pingyi.review.dutyreports.queries.likeness.found import (
    Found,
    FoundPassage,
    find_passage,
    found_for,
    found_in_cycle,
    is_own,
)

__all__ = [
    "Corpus",
    "Found",
    "FoundPassage",
    "corpus_for",
    "find_passage",
    "fingerprint_of_text",
    "found_for",
    "found_in_cycle",
    "is_own",
]
