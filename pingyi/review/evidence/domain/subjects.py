"""What a number in a clause speaks of. Where that is not plain, of nothing that is stated."""

import re
from collections.abc import Sequence

from pingyi.review.evidence.domain.clauses import Clause, Sentence
from pingyi.review.evidence.domain.lexicon import (
    CARRIES,
    CHANGE,
    DECIDED,
    DONE,
    HERSELF,
    NAMED_PROBLEMS,
    OTHER_BODIES,
    OTHER_LECTURERS,
    SECRETARY_CLASS,
    UNITS,
    WHOLE_STOCK,
)
from pingyi.review.evidence.domain.numerals import Form, Numeral
from pingyi.review.evidence.domain.vocabulary import NOTHING_STATED, Mention, Subject

_NEXT_TO = 2
_NEAR = 8
_STOCK_GAP = re.compile(r"(?:人数|总数|总人数)?(?:共|共有|有|为|达)?")
_LIST = re.compile(r"[、和与及]|以及")


def subject_of(
    clause: Clause, sentence: Sentence, numeral: Numeral, unit: str, unit_end: int, carried: Subject
) -> Subject:
    """The subject of one number; `carried` is that of the clause before, for clauses that name nothing themselves."""
    found = _named(clause, numeral, unit_end)
    if found is None:
        # “支委会按月开，全年12次”, “按季召开，100%完成”: only a like unit carries over, and a share of the doing.
        found = carried if _carries(clause, numeral) else NOTHING_STATED
    if CHANGE.search(clause.text[: numeral.start]) or found.is_together:
        return NOTHING_STATED
    if numeral.form is Form.COUNT and not _is_alike(unit, found):
        return NOTHING_STATED
    return permitted(found, clause, sentence)


def permitted(subject: Subject, clause: Clause, sentence: Sentence) -> Subject:
    """The subject unless the clause speaks of a part, of somebody else, or of another time."""
    if clause.is_about_another:
        return NOTHING_STATED
    if subject.is_problem and not NAMED_PROBLEMS.search(sentence.text):
        return NOTHING_STATED
    if SECRETARY_CLASS in subject.codes and not _is_herself(_so_far(sentence, clause)):
        return NOTHING_STATED
    if DECIDED in subject.codes and OTHER_BODIES.search(clause.text):
        return NOTHING_STATED
    if subject.is_stock and not WHOLE_STOCK.search(clause.text):
        return NOTHING_STATED
    return subject


def _is_herself(words: str) -> bool:
    if OTHER_LECTURERS.search(words):
        return False
    return HERSELF.search(words) is not None or OTHER_BODIES.search(words) is None


def _carries(clause: Clause, numeral: Numeral) -> bool:
    is_alone = not clause.mentions and CARRIES.fullmatch(clause.text[: numeral.start].strip()) is not None
    return is_alone and (numeral.form is Form.COUNT or DONE.search(clause.text) is not None)


def _so_far(sentence: Sentence, clause: Clause) -> str:
    return sentence.text[: clause.start - sentence.start + len(clause.text)]


def _is_alike(unit: str, subject: Subject) -> bool:
    kind = UNITS.get(unit, "")
    return bool(kind) and kind == UNITS.get(subject.unit)


def _named(clause: Clause, numeral: Numeral, unit_end: int) -> Subject | None:
    """By the word right behind the number, else by the nearest before it, else by the next one soon after."""
    behind = [one for one in clause.mentions if one.start >= unit_end]
    if behind and _reaches(clause, unit_end, behind[0].start, _NEXT_TO):
        return behind[0].subject
    before = [one for one in clause.mentions if one.end <= numeral.start and _may_lead(clause, one, numeral)]
    if before:
        return NOTHING_STATED if _is_list(clause, before) else before[-1].subject
    if behind and _reaches(clause, unit_end, behind[0].start, _NEAR):
        return behind[0].subject
    return None


def _reaches(clause: Clause, start: int, end: int, longest: int) -> bool:
    between = clause.text[start:end]
    crossed = any(start <= one.start < end for one in clause.numerals)
    return len(between) <= longest and "、" not in between and not crossed


def _may_lead(clause: Clause, mention: Mention, numeral: Numeral) -> bool:
    """A state stands right before its number: 党员312名; 支部召开……12次 does not count branches."""
    if not mention.subject.is_stock:
        return True
    return _STOCK_GAP.fullmatch(clause.text[mention.end : numeral.start]) is not None


def _is_list(clause: Clause, before: Sequence[Mention]) -> bool:
    """Two things and one number: 支委会、党员大会共210次."""
    if len(before) < 2 or before[-2].subject == before[-1].subject:
        return False
    return _LIST.fullmatch(clause.text[before[-2].end : before[-1].start]) is not None
