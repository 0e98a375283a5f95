"""The form of the speech: its full text, and a row for each numbered requirement.

Fields: text; level-N and text-N for requirement N (level none: not a requirement); version; act=split|save.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.http import QueryDict

from pingyi.review.meetings.domain.numbered import split_requirements, suggest_level
from pingyi.review.meetings.services import Spoken

if TYPE_CHECKING:
    from pingyi.review.meetings.models import Speech
    from pingyi.review.rectification.models import Requirement

NONE = "none"
ROW = re.compile(r"text-(\d{1,3})")


@dataclass
class SpeechRow:
    """One requirement as typed; `asked` and `answered` count organisations once it is recorded."""

    number: int
    level: str
    text: str
    asked: int | None = None
    answered: int = 0


@dataclass
class SpeechForm:
    text: str = ""
    rows: list[SpeechRow] = field(default_factory=list)
    version: int | None = 0
    is_preview: bool = False
    lead: str = ""

    @property
    def requirements(self) -> list[Spoken]:
        """The rows that are requirements: with words, and addressed to somebody."""
        return [
            Spoken(row.number, row.level, row.text)
            for row in self.rows
            if row.level != NONE and row.text.strip()
        ]

    @property
    def free_number(self) -> int:
        return max((row.number for row in self.rows), default=0) + 1


def form_of_speech(speech: Speech | None, requirements: Sequence[Requirement]) -> SpeechForm:
    """The form as the speech stands."""
    return SpeechForm(
        text=speech.text if speech else "",
        rows=[
            SpeechRow(row.number, row.level, row.text, row.asked, row.answered)  # type: ignore[attr-defined]
            for row in requirements
        ],
        version=speech.version if speech else 0,
    )


def form_of_post(data: QueryDict) -> SpeechForm:
    """The form as it was sent."""
    numbers = sorted(int(match[1]) for name in data if (match := ROW.fullmatch(name)))
    version = data.get("version", "")
    return SpeechForm(
        text=data.get("text", ""),
        rows=[SpeechRow(n, data.get(f"level-{n}", ""), data.get(f"text-{n}", "")) for n in numbers],
        version=int(version) if version.isascii() and version.isdigit() else None,
    )


def cut_at_numbers(form: SpeechForm) -> SpeechForm:
    """The form with its rows made anew from the full text. Nothing is saved; what follows the last number is a row
    of its own, at first addressed to nobody."""
    parts = split_requirements(form.text)
    rows = [
        SpeechRow(number, suggest_level(text), text)
        for number, text in enumerate(parts.requirements, start=1)
    ]
    if parts.rest:
        rows.append(SpeechRow(len(rows) + 1, NONE, parts.rest))
    return SpeechForm(text=form.text, rows=rows, version=form.version, is_preview=True, lead=parts.lead)
