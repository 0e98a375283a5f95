"""The lines in which the sources of numbers are named."""

from dataclasses import dataclass

from pingyi.doors.office.sent_fields import Sent, number_in
from pingyi.review.lots.domain.announcement import Source, SourceKind

LINES = 5
USUAL_WITNESSES = 3
USUAL_DIGITS = "4"


@dataclass(frozen=True)
class SourceLine:
    """One line as it is drawn."""

    number: int
    kind: str
    label: str
    digits: str


def source_lines(sent: Sent | None) -> list[SourceLine]:
    """Empty lines for three people and two more, or what was just typed."""
    if sent is None:
        return [
            SourceLine(n, SourceKind.WITNESS, "", USUAL_DIGITS if n <= USUAL_WITNESSES else "")
            for n in range(1, LINES + 1)
        ]
    return [
        SourceLine(n, sent.get(f"kind-{n}", ""), sent.get(f"label-{n}", ""), sent.get(f"digits-{n}", ""))
        for n in range(1, LINES + 1)
    ]


def sent_sources(sent: Sent) -> list[Source]:
    """The filled lines, in order. A kind that does not exist counts as a witness: more is asked of those."""
    return [
        Source(
            SourceKind.PUBLIC if line.kind == SourceKind.PUBLIC else SourceKind.WITNESS,
            line.label,
            number_in(line.digits.strip()),
        )
        for line in source_lines(sent)
        if line.label.strip()
    ]
