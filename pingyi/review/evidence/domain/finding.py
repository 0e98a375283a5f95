"""What an examiner finds of one sentence of a report, from material that no ledger has."""

from collections.abc import Iterable
from enum import StrEnum

from pingyi.review.evidence.domain.claim import Claim
from pingyi.review.evidence.domain.claims import Passage
from pingyi.review.evidence.domain.clauses import whole_sentences

# One line: which material, or what is otherwise in it.
LONGEST_NOTE = 120
# The passage and the sentence in it, letter by letter.
Place = tuple[str, str]


class Finding(StrEnum):
    """The material was seen and bears the sentence out, or it says otherwise."""

    VERIFIED = "verified"
    DISPUTED = "disputed"


def place_of(claim: Claim) -> Place:
    """Where the word on a claim would stand: by its whole sentence."""
    return claim.section, claim.sentence


def finding_in(text: str) -> Finding | None:
    """What a form sent; None for anything else."""
    return next((one for one in Finding if one.value == text), None)


def stands_in(passages: Iterable[Passage], place: Place) -> bool:
    """Whether the report says just this sentence in just this passage."""
    key, sentence = place
    return any(passage.key == key and sentence in whole_sentences(passage.text) for passage in passages)
