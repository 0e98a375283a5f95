"""The form of one report.

Fields: text-N and heading-N (N: place of the section), answer-ID (ID: number of the problem), version,
then=save|submit. What is not sent stays as it is.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.http import QueryDict

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.doors.office.dutyreports.words import numbered
from pingyi.doors.office.sent_fields import faults_of
from pingyi.review.cycles.domain.settings import Counting
from pingyi.review.dutyreports.domain.length import clean_text, count_characters
from pingyi.review.dutyreports.domain.outline import PlannedSection
from pingyi.review.dutyreports.services import ReportIncomplete

if TYPE_CHECKING:
    from pingyi.review.dutyreports.queries import AnswerLine, Reading

FIELD = re.compile(r"(text|heading|answer)-(\d{1,18})")
CHANGED = "report.changed_meanwhile"


@dataclass(frozen=True)
class Sent:
    """What came with a POST."""

    texts: dict[int, str] = field(default_factory=dict)
    headings: dict[int, str] = field(default_factory=dict)
    answers: dict[int, str] = field(default_factory=dict)
    # A form without its version is as good as an old one: it may not write over anything.
    version: int = -1
    is_final: bool = False


@dataclass(frozen=True)
class TextBox:
    """One text to write. `stored` is what stands there now, where somebody else changed it meanwhile."""

    name: str
    text: str
    fault: str = ""
    stored: str | None = None
    counting: Counting = Counting.SIGNS
    # What the outline says about the section, and the most characters that it allows.
    guidance: str = ""
    max_chars: int | None = None

    @property
    def length(self) -> int:
        return count_characters(self.text, self.counting)


@dataclass(frozen=True)
class SectionBox:
    sequence: int
    title: str
    heading: str
    heading_fault: str
    box: TextBox


@dataclass(frozen=True)
class AnswerBox:
    line: "AnswerLine"
    box: TextBox


@dataclass(frozen=True)
class ReportForm:
    answers: tuple[AnswerBox, ...]
    sections: tuple[SectionBox, ...]
    version: int


def sent_of(data: QueryDict) -> Sent:
    """The fields by their kind and number."""
    found: dict[str, dict[int, str]] = {"text": {}, "heading": {}, "answer": {}}
    for name, text in data.items():
        if match := FIELD.fullmatch(name):
            found[match[1]][int(match[2])] = str(text)
    version = data.get("version", "")
    is_number = version.isascii() and version.isdigit() and len(version) < 10
    return Sent(
        found["text"],
        found["heading"],
        found["answer"],
        int(version) if is_number else -1,
        is_final=data.get("then") == "submit",
    )


def form_of(reading: "Reading", sent: Sent, refusal: Refused | None = None) -> ReportForm:
    """The form as it stands, or as it was sent when it was refused: with the faults and what others wrote meanwhile."""
    faults = _faults(refusal)
    is_changed = refusal is not None and refusal.code == CHANGED
    first = 1 if reading.answers else 0
    counting = reading.settings.report_counting
    return ReportForm(
        answers=tuple(
            AnswerBox(
                line,
                _box(
                    f"answer-{line.problem.pk}",
                    line.text,
                    sent.answers,
                    faults,
                    is_changed,
                    counting=counting,
                ),
            )
            for line in reading.answers
        ),
        sections=tuple(
            SectionBox(
                section.sequence,
                numbered(place, section.heading),
                sent.headings.get(section.sequence, section.heading),
                faults.get(f"heading-{section.sequence}", ""),
                _box(
                    f"text-{section.sequence}",
                    section.text,
                    sent.texts,
                    faults,
                    is_changed,
                    counting=counting,
                    planned=reading.outline.get(section.code),
                ),
            )
            for place, section in enumerate(reading.sections, start=first)
        ),
        version=_version(reading, sent, refusal),
    )


def unsaved_words(reading: "Reading", sent: Sent, *, is_writing: bool) -> list[tuple[str, str]]:
    """What was sent, was not kept, and has no box on the page: answers to problems that are gone, and everything that
    differs once the report cannot be written any more. With a name each, to be copied."""
    lines = {line.problem.pk: line for line in reading.answers}
    lost: list[tuple[str, str]] = [
        (Words("清单上撤下的问题"), text)
        for pk, text in sent.answers.items()
        if pk not in lines and text.strip()
    ]
    if is_writing:
        return lost
    stored = {section.sequence: section for section in reading.sections}
    lost += [
        (lines[pk].name, text)
        for pk, text in sent.answers.items()
        if pk in lines and clean_text(text) != lines[pk].text
    ]
    return lost + [
        (stored[place].heading, text)
        for place, text in sent.texts.items()
        if place in stored and clean_text(text) != stored[place].text
    ]


def _box(
    name: str,
    stored: str,
    sent: Mapping[int, str],
    faults: Mapping[str, str],
    is_changed: bool,
    *,
    counting: Counting,
    planned: PlannedSection | None = None,
) -> TextBox:
    number = int(name.partition("-")[2])
    text = clean_text(sent[number]) if number in sent else stored
    return TextBox(
        name,
        text,
        faults.get(name, ""),
        stored if is_changed and text != stored else None,
        counting,
        planned.guidance if planned else "",
        planned.max_chars if planned else None,
    )


def _faults(refusal: Refused | None) -> dict[str, str]:
    return refusal.faults if isinstance(refusal, ReportIncomplete) else faults_of(refusal)


def _version(reading: "Reading", sent: Sent, refusal: Refused | None) -> int:
    """After a refusal that kept nothing the old version stays, so that a later change of others is still noticed; who
    has seen what others wrote, or whose words were kept, goes on from what stands there now."""
    has_seen = refusal is None or refusal.code == CHANGED or isinstance(refusal, ReportIncomplete)
    return reading.report.version if has_seen else sent.version
