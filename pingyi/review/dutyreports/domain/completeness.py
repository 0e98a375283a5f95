"""What a report must have before it is handed in, and what its reader should look at.

Empty sections, unanswered problems and a text over its length are refused: the plan says so beforehand. The share of
problems and causes is only shown: whether three honest sentences are enough is judged by whoever reads it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil

from pingyi.review.dutyreports.domain.length import count_characters
from pingyi.review.dutyreports.domain.outline import SectionPart


@dataclass(frozen=True)
class WrittenSection:
    sequence: int
    heading: str
    part: str
    text: str

    @property
    def length(self) -> int:
        return count_characters(self.text)


@dataclass(frozen=True)
class WrittenAnswer:
    """The answer to one problem of earlier years. It is owed as long as the problem is open."""

    problem_id: int
    is_open: bool
    text: str

    @property
    def length(self) -> int:
        return count_characters(self.text)


@dataclass(frozen=True)
class Content:
    """A report as it stands."""

    sections: tuple[WrittenSection, ...]
    answers: tuple[WrittenAnswer, ...]

    @property
    def length(self) -> int:
        """Sections and answers; headings do not count."""
        sections = sum(section.length for section in self.sections)
        return sections + sum(answer.length for answer in self.answers)

    @property
    def problem_length(self) -> int:
        return sum(one.length for one in self.sections if one.part == SectionPart.PROBLEMS)

    @property
    def problem_share(self) -> Fraction | None:
        """The part of the text that is about problems and causes; None of an empty text."""
        return Fraction(self.problem_length, self.length) if self.length else None

    @property
    def asked(self) -> int:
        return sum(answer.is_open for answer in self.answers)

    @property
    def answered(self) -> int:
        return sum(answer.is_open and answer.length > 0 for answer in self.answers)

    @property
    def filled(self) -> int:
        return sum(section.length > 0 for section in self.sections)


@dataclass(frozen=True)
class Limits:
    max_chars: int
    min_problem_share: Fraction
    must_answer: bool


class FaultKind(StrEnum):
    UNANSWERED = "unanswered"
    EMPTY_SECTION = "empty_section"
    TOO_LONG = "too_long"


@dataclass(frozen=True)
class Fault:
    """Why the report cannot be handed in. `place` is the problem, the section, or the characters too many."""

    kind: FaultKind
    place: int


def faults_of(content: Content, limits: Limits) -> list[Fault]:
    """Everything that is missing, one by one, in the order of the page."""
    faults = []
    if limits.must_answer:
        faults += [Fault(FaultKind.UNANSWERED, problem_id) for problem_id in unanswered(content.answers)]
    faults += [
        Fault(FaultKind.EMPTY_SECTION, section.sequence) for section in content.sections if not section.length
    ]
    if content.length > limits.max_chars:
        faults.append(Fault(FaultKind.TOO_LONG, content.length - limits.max_chars))
    return faults


def unanswered(answers: Sequence[WrittenAnswer]) -> list[int]:
    """The problems that are open and have no answer."""
    return [answer.problem_id for answer in answers if answer.is_open and not answer.length]


def missing_for_share(content: Content, limits: Limits) -> int:
    """How many characters on problems are lacking in a text of this length; 0 if there are enough."""
    return max(0, ceil(limits.min_problem_share * content.length) - content.problem_length)
