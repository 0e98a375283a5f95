"""The rows of an indicator set as a form, with empty rows for more.

Fields of row N: heading-N and text-N (both empty: no row), computed-N, measure-N, rule-N, amount-N, claimed-N, place-N.
Fields of the set: kinds (several), source, no_record, not_checked, version.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.http import QueryDict

from pingyi.core.errors import Refused
from pingyi.core.text import tidy
from pingyi.doors.office.daily.reading import POINTS, sent_points
from pingyi.doors.office.sent_fields import number_in, rows_in
from pingyi.review.cycles.services import SeveralFaults
from pingyi.review.daily.domain.indicators import Gap, Indicator, Rule
from pingyi.review.daily.services import SetFields

SPARE_ROWS = 3
COLUMNS = ("heading", "text", "computed", "measure", "rule", "amount", "claimed")


@dataclass(frozen=True)
class FormRow:
    """One row as it is drawn, as text."""

    number: int
    heading: str = ""
    text: str = ""
    computed: str = ""
    measure: str = ""
    rule: str = Rule.SHARE
    amount: str = ""
    claimed: str = ""
    faults: Mapping[str, str] | None = None

    @property
    def fault(self) -> dict[str, str]:
        """What is wrong, by column."""
        found = self.faults or {}
        return {name: found[f"{name}-{self.number}"] for name in COLUMNS if f"{name}-{self.number}" in found}


def fields_sent(sent: QueryDict) -> SetFields:
    return SetFields(
        tuple(str(one) for one in sent.getlist("kinds")),
        sent.get("source", ""),
        _gap(sent.get("no_record", ""), Gap.LEAVE_OUT),
        _gap(sent.get("not_checked", ""), Gap.ZERO),
    )


def rows_sent(sent: Mapping[str, str]) -> list[Indicator]:
    """The rows in their order, those without words left out. Everything that cannot be read is refused at once."""
    numbers = sorted(
        rows_in(sent, "heading"), key=lambda one: (number_in(sent.get(f"place-{one}", "")) or one, one)
    )
    found: list[Indicator] = []
    faults: dict[str, str] = {}
    for number in numbers:
        heading, text = tidy(sent.get(f"heading-{number}", "")), tidy(sent.get(f"text-{number}", ""))
        if not heading and not text:
            continue
        values: dict[str, Fraction | None] = {}
        for column in ("computed", "claimed", "amount"):
            try:
                values[column] = _points(sent, f"{column}-{number}")
            except Refused as refusal:
                faults[f"{column}-{number}"] = refusal.message
        rule = sent.get(f"rule-{number}", "")
        found.append(
            Indicator(
                heading,
                text,
                values.get("computed") or Fraction(0),
                values.get("claimed") or Fraction(0),
                sent.get(f"measure-{number}", "").strip(),
                Rule(rule) if rule in set(Rule) else Rule.SHARE,
                values.get("amount"),
                number,
            )
        )
    if faults:
        raise SeveralFaults(faults, code="indicator_set.unreadable")
    return found


def drawn(rows: Iterable[Indicator]) -> list[FormRow]:
    """Stored rows as text, with spare rows behind."""
    ready = [
        FormRow(
            number,
            row.heading,
            row.text,
            POINTS.typed(row.computed) if row.computed else "",
            row.measure,
            row.rule,
            "" if row.amount is None else POINTS.typed(row.amount),
            POINTS.typed(row.claimed) if row.claimed else "",
        )
        for number, row in enumerate(rows, start=1)
    ]
    return with_spare_rows(ready)


def with_spare_rows(rows: Sequence[FormRow]) -> list[FormRow]:
    return [*rows, *(FormRow(len(rows) + more) for more in range(1, SPARE_ROWS + 1))]


def rows_typed(sent: Mapping[str, str], faults: Mapping[str, str]) -> list[FormRow]:
    """The rows as they were typed, with what was refused."""
    return [
        FormRow(number, faults=faults, **{column: sent.get(f"{column}-{number}", "") for column in COLUMNS})
        for number in sorted(rows_in(sent, "heading"))
    ]


def _points(sent: Mapping[str, str], field: str) -> Fraction | None:
    text = sent.get(field, "").strip()
    return sent_points(text, field) if text else None


def _gap(text: str, otherwise: Gap) -> Gap:
    return Gap(text) if text in set(Gap) else otherwise
