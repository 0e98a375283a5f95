"""A passage as its page shows it: both texts side by side, the signs that differ marked, and whose the other one is."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from django.urls import reverse

from pingyi.core.words import Words

if TYPE_CHECKING:
    from pingyi.review.cycles.domain.settings import ReviewSettings
    from pingyi.review.dutyreports.models import DutyReport, LikenessPassage
    from pingyi.review.dutyreports.queries.likeness import Found, FoundPassage

# Beyond this the signs that differ are not marked: reading them would be slower than finding them.
LONGEST_MARKED = 2_000
# A number is the same or another one as a whole.
NUMBER_OR_SIGN = re.compile(r"\d+|.", re.DOTALL)


@dataclass(frozen=True)
class Bit:
    """A stretch of one text; `differs`: the other one has something else there."""

    text: str
    differs: bool


@dataclass(frozen=True)
class Line:
    """One passage. `whose` says where the other text stands; `href` leads there for those who may go."""

    row: "LikenessPassage"
    is_own: bool
    whose: str
    own: tuple[Bit, ...]
    other: tuple[Bit, ...]
    note: str
    their_note: str
    fault: str = ""
    href: str = ""

    @property
    def field(self) -> str:
        return f"note-{self.row.pk}"


def author_lines(
    found: "Found",
    settings: "ReviewSettings",
    now: datetime,
    typed: Mapping[int, str],
    faults: Mapping[str, str],
) -> list[Line]:
    """For the author: of another organisation's report nothing but the passage, and its name only after the meeting
    and only where the settings say so."""
    lines = []
    for one in found.passages:
        other, title = one.row.other, one.row.other_title
        if one.is_own:
            whose = Words("{own_name}，“{title}”", own_name=_own_name(found.report, other), title=title)
        elif settings.likeness_names_units and other.reporter.meeting.held_at <= now:
            whose = Words(
                "{organisation}{year}年度的报告",
                organisation=other.reporter.organisation.name,
                year=other.reporter.cycle.year,
            )
        else:
            whose = Words("另一个单位{year}年度的报告", year=other.reporter.cycle.year)
        note = typed.get(one.row.pk, one.row.note)
        lines.append(_line(one, whose, note, fault=faults.get(f"note-{one.row.pk}", "")))
    return lines


def examiner_lines(found: "Found", *, may_read_others: bool) -> list[Line]:
    """For who examines: with names, and with what both authors say."""
    lines = []
    for one in found.passages:
        other = one.row.other.reporter
        whose = Words(
            "{organisation}{year}年度的报告，“{other_title}”",
            organisation=other.organisation.name,
            year=other.cycle.year,
            other_title=one.row.other_title,
        )
        href = reverse("office:report-show", args=[one.row.other_id]) if may_read_others else ""
        lines.append(_line(one, whose, one.row.note, their_note=one.their_note, href=href))
    return lines


def bits_of(own: str, other: str) -> tuple[tuple[Bit, ...], tuple[Bit, ...]]:
    """Both texts in stretches, those that differ marked."""
    if max(len(own), len(other)) > LONGEST_MARKED:
        return (Bit(own, differs=False),), (Bit(other, differs=False),)
    one, two = NUMBER_OR_SIGN.findall(own), NUMBER_OR_SIGN.findall(other)
    steps = SequenceMatcher(None, one, two, autojunk=False).get_opcodes()
    return (
        _stretches(("".join(one[start:end]), tag) for tag, start, end, _, _ in steps),
        _stretches(("".join(two[start:end]), tag) for tag, _, _, start, end in steps),
    )


def _stretches(steps: Iterable[tuple[str, str]]) -> tuple[Bit, ...]:
    return tuple(Bit(text, differs=tag != "equal") for text, tag in steps if text)


def _line(
    one: "FoundPassage", whose: str, note: str, *, their_note: str = "", fault: str = "", href: str = ""
) -> Line:
    own, other = bits_of(one.row.own_text, one.row.other_text)
    return Line(one.row, one.is_own, whose, own, other, note, their_note, fault, href)


def _own_name(report: "DutyReport", other: "DutyReport") -> str:
    year = other.reporter.cycle.year
    if report.reporter.organisation_id == other.reporter.organisation_id:
        return Words("本单位{year}年度的报告", year=year)
    return Words(
        "您{year}年度在{organisation}的报告", year=year, organisation=other.reporter.organisation.name
    )
