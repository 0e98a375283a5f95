"""The rows of a template or a list as a form, with empty rows for more.

Fields of row N: text-N (empty: no row), part-N, strand-N, due-N, place-N (the order), and on a list responsible-N
and item-N.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pingyi.core.errors import Refused
from pingyi.core.text import tidy
from pingyi.doors.office.sent_fields import number_in, rows_in, sent_day, sent_number
from pingyi.review.cycles.queries.people import person_named
from pingyi.review.cycles.services import SeveralFaults
from pingyi.review.duties.domain.entries import Part, Strand
from pingyi.review.duties.domain.rows import Row

if TYPE_CHECKING:
    from pingyi.organisations.models import Person

SPARE_ROWS = 3
COLUMNS = ("text", "part", "strand", "due", "responsible")


@dataclass(frozen=True)
class FormRow:
    """One row as it is drawn. `is_settled`: what it says was reported and stays."""

    number: int
    text: str = ""
    part: str = Part.DUTY
    strand: str = Strand.PARTY_BUILDING
    due: str = ""
    responsible: str = ""
    item_id: int | None = None
    is_settled: bool = False
    faults: Mapping[str, str] | None = None

    @property
    def fault(self) -> dict[str, str]:
        """What is wrong, by column."""
        found = self.faults or {}
        return {name: found[f"{name}-{self.number}"] for name in COLUMNS if f"{name}-{self.number}" in found}


def rows_sent(sent: Mapping[str, str], *, has_people: bool) -> list[Row]:
    """The rows in their order, those without words left out. Everything that cannot be read is refused at once."""
    texts = {number: tidy(text) for number, text in rows_in(dict(sent.items()), "text").items()}
    order = sorted(texts, key=lambda one: (number_in(sent.get(f"place-{one}", "")) or one, one))
    known: dict[str, Person] = {}
    faults: dict[str, str] = {}
    found = []
    for number in order:
        if not texts[number]:
            continue
        due_on, person = None, None
        try:
            due_on = sent_day(sent, f"due-{number}")
            person = _person(sent.get(f"responsible-{number}", ""), number, known) if has_people else None
        except Refused as refusal:
            faults[refusal.field or f"text-{number}"] = refusal.message
        found.append(_row(sent, number, texts[number], due_on, person))
    if faults:
        raise SeveralFaults(faults, code="duty_rows.unreadable")
    return found


def _person(words: str, number: int, known: "dict[str, Person]") -> "Person | None":
    if not words.strip():
        return None
    if words not in known:
        known[words] = person_named(words, field=f"responsible-{number}")
    return known[words]


def _row(
    sent: Mapping[str, str], number: int, text: str, due_on: date | None, person: "Person | None"
) -> Row:
    part, strand = sent.get(f"part-{number}", ""), sent.get(f"strand-{number}", "")
    return Row(
        number,
        Part(part) if part in set(Part) else Part.DUTY,
        Strand(strand) if strand in set(Strand) else Strand.PARTY_BUILDING,
        text,
        due_on,
        person.pk if person else None,
        sent_number(sent, f"item-{number}") or None,
    )


def with_spare_rows(rows: Sequence[FormRow]) -> list[FormRow]:
    return [*rows, *(FormRow(len(rows) + more) for more in range(1, SPARE_ROWS + 1))]


def rows_typed(
    sent: Mapping[str, str], faults: Mapping[str, str], settled: frozenset[int] = frozenset()
) -> list[FormRow]:
    """The rows as they were typed, with what was refused. `settled` are the entries that stay."""
    numbers = sorted(rows_in(dict(sent.items()), "text"))
    return [
        FormRow(
            number,
            sent.get(f"text-{number}", ""),
            sent.get(f"part-{number}", ""),
            sent.get(f"strand-{number}", ""),
            sent.get(f"due-{number}", ""),
            sent.get(f"responsible-{number}", ""),
            sent_number(sent, f"item-{number}") or None,
            sent_number(sent, f"item-{number}") in settled,
            faults,
        )
        for number in numbers
    ]
