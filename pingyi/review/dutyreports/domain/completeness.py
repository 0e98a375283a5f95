"""What a report must have before it is handed in, and what its reader should look at.

Empty sections and unanswered problems are refused. What breaks a limit (length of the whole or of a section, share of
problems and causes) is refused or only shown, as the cycle has it: whether three honest sentences are enough may be
left to whoever reads them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil

from pingyi.review.cycles.domain.settings import Counting
from pingyi.review.dutyreports.domain.length import count_characters
from pingyi.review.dutyreports.domain.outline import SectionPart


@dataclass(frozen=True)
class WrittenSection:
    sequence: int
    heading: str
    part: str
    text: str
    counting: Counting = Counting.SIGNS
    max_chars: int | None = None

    @property
    def length(self) -> int:
        return count_characters(self.text, self.counting)

    @property
    def excess(self) -> int:
        """Characters above the limit of the section; 0 without one."""
        return 0 if self.max_chars is None else max(0, self.length - self.max_chars)


@dataclass(frozen=True)
class WrittenAnswer:
    """The answer to one problem of earlier years. It is owed as long as the problem is open."""

    problem_id: int
    is_open: bool
    text: str
    counting: Counting = Counting.SIGNS

    @property
    def length(self) -> int:
        return count_characters(self.text, self.counting)


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
    refuses_length: bool = True
    refuses_share: bool = False


class FaultKind(StrEnum):
    UNANSWERED = "unanswered"
    EMPTY_SECTION = "empty_section"
    SECTION_TOO_LONG = "section_too_long"
    TOO_LONG = "too_long"
    LOW_SHARE = "low_share"


@dataclass(frozen=True)
class Fault:
    """Why the report cannot be handed in. `place` is the problem, the section, or the characters too many or too few;
    `excess` what a section has too much."""

    kind: FaultKind
    place: int
    excess: int = 0


def faults_of(content: Content, limits: Limits) -> list[Fault]:
    """Everything that is missing, one by one, in the order of the page."""
    faults = []
    if limits.must_answer:
        faults += [Fault(FaultKind.UNANSWERED, problem_id) for problem_id in unanswered(content.answers)]
    faults += [
        Fault(FaultKind.EMPTY_SECTION, section.sequence) for section in content.sections if not section.length
    ]
    return [*faults, *_breaches(content, limits)]


def _breaches(content: Content, limits: Limits) -> Iterator[Fault]:
    if limits.refuses_length:
        for section in content.sections:
            if section.excess:
                yield Fault(FaultKind.SECTION_TOO_LONG, section.sequence, section.excess)
        if content.length > limits.max_chars:
            yield Fault(FaultKind.TOO_LONG, content.length - limits.max_chars)
    if limits.refuses_share and (lacking := missing_for_share(content, limits)):
        yield Fault(FaultKind.LOW_SHARE, lacking)


def unanswered(answers: Sequence[WrittenAnswer]) -> list[int]:
    """The problems that are open and have no answer."""
    return [answer.problem_id for answer in answers if answer.is_open and not answer.length]


def missing_for_share(content: Content, limits: Limits) -> int:
    """How many characters on problems are lacking in a text of this length; 0 if there are enough."""
    return max(0, ceil(limits.min_problem_share * content.length) - content.problem_length)
