"""A text as sentences and clauses, each with its numbers and the words it knows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pingyi.review.evidence.domain.lexicon import NAMED_BRANCH, NO_CLAIM, PART, PROMISE, PROMISED_FROM_HERE
from pingyi.review.evidence.domain.numerals import Numeral, numerals_in
from pingyi.review.evidence.domain.vocabulary import Mention, Vocabulary

# Nobody writes such a sentence; looking for what its numbers speak of would take its length squared.
LONGEST = 1_000
_SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]?")
_CLAUSE = re.compile(r"(?:[^，,：:]|(?<=\d),(?=\d{3})|(?<=\d)[:：](?=\d{2}))+")
_YEAR = re.compile(r"(\d{4})\s*年")


@dataclass(frozen=True)
class Clause:
    """`start` is its place in the whole text."""

    start: int
    text: str
    mentions: tuple[Mention, ...]
    year: int

    @cached_property
    def numerals(self) -> tuple[Numeral, ...]:
        """The numbers that may claim something."""
        masked = [found.span() for found in NO_CLAIM.finditer(self.text)]
        return tuple(
            one
            for one in numerals_in(self.text)
            if not any(start < one.end and one.start < end for start, end in masked)
        )

    @property
    def is_promise(self) -> bool:
        return PROMISE.search(self.text) is not None

    @cached_property
    def is_about_another(self) -> bool:
        """A part, another time, one branch by name: not what a fact of the whole year states."""
        years = {int(found) for found in _YEAR.findall(self.text)}
        return bool(
            PART.search(self.text) or NAMED_BRANCH.search(self.text) or (years and self.year not in years)
        )


@dataclass(frozen=True)
class Sentence:
    start: int
    text: str
    clauses: tuple[Clause, ...]


def whole_sentences(text: str) -> set[str]:
    """Every sentence as claims quote it, whatever it says."""
    return {found.group().strip() for found in _SENTENCE.finditer(text)} - {""}


def sentences_of(text: str, vocabulary: Vocabulary, year: int) -> Iterator[Sentence]:
    """In order; sentences that promise or do not end are left out, and so are the clauses that do."""
    for found in _SENTENCE.finditer(text):
        if len(found.group()) > LONGEST or PROMISED_FROM_HERE.search(found.group()):
            continue
        clauses = []
        for part in _CLAUSE.finditer(found.group()):
            words = part.group()
            clause = Clause(found.start() + part.start(), words, tuple(vocabulary.mentions(words)), year)
            if not clause.is_promise:
                clauses.append(clause)
        yield Sentence(found.start(), found.group(), tuple(clauses))
