"""Agendas in one line: `R1 C1` report and comment of reporter 1; + done, * running, - skipped. Numbered from 1."""

from collections.abc import Sequence

from pingyi.review.meetings.domain.agenda import ItemKind, ItemState, Line

KINDS = {
    "R": ItemKind.REPORT,
    "C": ItemKind.COMMENT,
    "open": ItemKind.OPENING,
    "speech": ItemKind.SPEECH,
    "ballot": ItemKind.BALLOT,
    "close": ItemKind.CLOSING,
    "other": ItemKind.OTHER,
}
STATES = {"+": ItemState.DONE, "*": ItemState.RUNNING, "-": ItemState.SKIPPED}


def lines_of(text: str) -> list[Line]:
    return [_line(number, word) for number, word in enumerate(text.split(), start=1)]


def words_of(lines: Sequence[Line]) -> str:
    names = {kind: name for name, kind in KINDS.items()}
    signs = {state: sign for sign, state in STATES.items()}
    return " ".join(
        f"{names[line.kind]}{line.reporter_id or ''}{signs.get(line.state, '')}" for line in lines
    )


def _line(number: int, word: str) -> Line:
    state = STATES.get(word[-1], ItemState.WAITING)
    name = word.rstrip("+*-")
    if name in KINDS:
        return Line(number, KINDS[name], state)
    return Line(number, KINDS[name[0]], state, int(name[1:]))
