"""What a report claims: its numbers with a unit, what it says of all, of none, of each month, and what it says was
done. Days, document numbers, formulas and promises claim nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pingyi.organisations.domain.facts import Fact
from pingyi.review.evidence.domain.claim import Claim, Shape
from pingyi.review.evidence.domain.clauses import Clause, Sentence, sentences_of
from pingyi.review.evidence.domain.lexicon import DID, NOT_DONE, NOT_SOLVED, RULED, SAID_SOLVED
from pingyi.review.evidence.domain.said import said_in
from pingyi.review.evidence.domain.subjects import permitted
from pingyi.review.evidence.domain.vocabulary import NOTHING_STATED, Subject, Vocabulary


@dataclass(frozen=True)
class Passage:
    """One section of a report, by a key that the page knows again. `own` is what an answer to a problem speaks of:
    that problem.
    """

    key: str
    text: str
    own: Subject = NOTHING_STATED


@dataclass(frozen=True)
class ReportText:
    """A report as far as it claims something of its year: without what it plans."""

    organisation_id: int
    year: int
    passages: tuple[Passage, ...]
    # What is known of the problems that it answers.
    facts: tuple[Fact, ...] = ()


def claims_of(report: ReportText, vocabulary: Vocabulary) -> list[Claim]:
    """All claims, in the order of the text."""
    found: list[Claim] = []
    for passage in report.passages:
        for sentence in sentences_of(passage.text, vocabulary, report.year):
            said = list(_of_sentence(passage, sentence))
            found += sorted(said, key=lambda claim: claim.start)
    return found


def _of_sentence(passage: Passage, sentence: Sentence) -> Iterator[Claim]:
    carried, is_silent = NOTHING_STATED, True
    for clause in sentence.clauses:
        solved = _said_solved(passage, sentence, clause)
        for claim in solved or said_in(passage.key, sentence, clause, carried):
            is_silent = False
            yield claim
        named = [one.subject for one in clause.mentions if one.subject.codes and not one.subject.is_stock]
        if clause.mentions:
            carried = named[-1] if named else NOTHING_STATED
    if is_silent:
        yield from _said_done(passage.key, sentence)


def _said_solved(passage: Passage, sentence: Sentence, clause: Clause) -> list[Claim]:
    """In the answer to a problem: that it is solved. Then nothing else of the clause counts."""
    found = SAID_SOLVED.search(clause.text) if passage.own.codes else None
    if found is None or NOT_SOLVED.search(clause.text):
        return []
    return [
        Claim(
            passage.key,
            clause.start + found.start(),
            clause.start + found.end(),
            found.group(),
            sentence.text.strip(),
            Shape.WHOLE,
            passage.own,
        )
    ]


def _said_done(key: str, sentence: Sentence) -> list[Claim]:
    """The first clause that says what was done, rather one that names a measure; shortfalls claim nothing."""
    found = []
    for clause in sentence.clauses:
        verb = DID.search(clause.text)
        if verb is not None and not NOT_DONE.search(clause.text):
            text = clause.text.rstrip("。；！？;!?")
            found.append(
                Claim(
                    key,
                    clause.start + verb.start(),
                    clause.start + len(text),
                    text[verb.start() :],
                    sentence.text.strip(),
                    Shape.DID,
                    NOTHING_STATED if RULED.match(verb.group()) else _deed(clause, sentence),
                )
            )
    return sorted(found, key=lambda claim: not claim.subject.codes)[:1]


def _deed(clause: Clause, sentence: Sentence) -> Subject:
    """What is said to have been done, as far as something counts it."""
    for one in clause.mentions:
        kept = one.subject
        if kept.codes and not (kept.is_stock or kept.is_together or kept.is_less or kept.is_problem):
            return permitted(kept, clause, sentence)
    return NOTHING_STATED
