"""The form of an outline: one row per section, and empty rows for more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.doors.office.sent_fields import number_in, rows_in
from pingyi.review.cycles.services import SeveralFaults
from pingyi.review.dutyreports.domain.outline import PlannedSection, SectionPart

PART_WORDS = {
    SectionPart.DUTIES: Words("履职情况"),
    SectionPart.PROBLEMS: Words("问题和原因"),
    SectionPart.PLANS: Words("打算和措施"),
}
SPARE_ROWS = 2
MOST_CHARS = 50_000


@dataclass(frozen=True)
class SectionRow:
    """One row as it is drawn; `number` is the N of its fields."""

    number: int
    code: str
    heading: str
    part: str
    guidance: str
    most: str
    heading_fault: str = ""
    guidance_fault: str = ""
    most_fault: str = ""


def sections_in(data: Mapping[str, str]) -> list[PlannedSection]:
    """The sections that were sent, in the order of `place-N`, those without a heading left out."""
    sent = dict(data.items())
    headings = {number: " ".join(text.split()) for number, text in rows_in(sent, "heading").items()}
    faults: dict[str, str] = {}
    found = []
    for number in sorted(headings, key=lambda one: (number_in(sent.get(f"place-{one}", "")) or one, one)):
        if not headings[number]:
            continue
        try:
            most = _most(sent.get(f"max-{number}", ""), f"max-{number}")
        except Refused as refusal:
            faults[f"max-{number}"] = refusal.message
            continue
        part = sent.get(f"part-{number}", "")
        found.append(
            PlannedSection(
                heading=headings[number],
                part=SectionPart(part) if part in set(SectionPart) else SectionPart.DUTIES,
                guidance=" ".join(sent.get(f"guidance-{number}", "").split()),
                max_chars=most,
                code=sent.get(f"code-{number}", ""),
            )
        )
    if faults:
        raise SeveralFaults(faults, code="outline.max")
    return found


def rows_of(
    sections: Sequence[PlannedSection], typed: Mapping[str, str] | None, faults: Mapping[str, str]
) -> list[SectionRow]:
    """The rows as they are stored, or as they were typed when they were refused; always some to spare."""
    if typed is None:
        rows = [
            SectionRow(
                place,
                one.code,
                one.heading,
                one.part,
                one.guidance,
                str(one.max_chars) if one.max_chars else "",
            )
            for place, one in enumerate(sections, start=1)
        ]
        return rows + [
            SectionRow(len(rows) + more, "", "", SectionPart.DUTIES, "", "")
            for more in range(1, SPARE_ROWS + 1)
        ]
    numbers = sorted(rows_in(typed, "heading"))
    return [
        SectionRow(
            number,
            typed.get(f"code-{number}", ""),
            typed.get(f"heading-{number}", ""),
            typed.get(f"part-{number}", ""),
            typed.get(f"guidance-{number}", ""),
            typed.get(f"max-{number}", ""),
            faults.get(f"heading-{number}", ""),
            faults.get(f"guidance-{number}", ""),
            faults.get(f"max-{number}", ""),
        )
        for number in numbers
    ]


def _most(text: str, field: str) -> int | None:
    if not text.strip():
        return None
    number = number_in(text.strip())
    if not 0 < number <= MOST_CHARS:
        raise Refused(
            Words("写1到{most_chars:,}之间的整数，不限就空着。", most_chars=MOST_CHARS),
            code="outline.max",
            field=field,
        )
    return number
