"""The rows of the roster's table, with what was just typed where saving was refused."""

from collections.abc import Mapping
from dataclasses import dataclass

from pingyi.doors.office.rotation.turn_lines import TurnLine
from pingyi.doors.office.sent_fields import Sent
from pingyi.review.cycles.queries.roster import Roster, RosterRow


@dataclass(frozen=True)
class RosterTableLine:
    """One row as it is drawn. `order` is empty for those in writing."""

    row: RosterRow
    mode: str
    is_voted_on: bool
    order: str
    meeting_id: int
    turn: TurnLine
    fault: str
    # Why it is otherwise than proposed.
    reason: str
    reason_fault: str

    @property
    def proposed(self) -> str:
        return "on_site" if self.turn.row.line.is_proposed else "written"


def roster_lines(
    roster: Roster, turns: Mapping[int, TurnLine], sent: Sent, faults: Mapping[str, str]
) -> list[RosterTableLine]:
    """In the order of the roster; those on site carry their speaking number, everybody whose turn it is."""
    return [_line(row, turns[row.reporter.pk], sent, faults) for row in roster.rows]


def _line(row: RosterRow, turn: TurnLine, sent: Sent, faults: Mapping[str, str]) -> RosterTableLine:
    reporter = row.reporter
    pk = reporter.pk
    was_sent = f"mode-{pk}" in sent
    mode = sent.get(f"mode-{pk}", reporter.mode)
    stored_order = str(reporter.order) if row.is_on_site else ""
    return RosterTableLine(
        row=row,
        mode=mode,
        is_voted_on=f"voted-{pk}" in sent if was_sent else reporter.is_voted_on,
        order=sent.get(f"order-{pk}", stored_order) if was_sent else stored_order,
        meeting_id=reporter.meeting_id,
        turn=turn,
        fault=next(
            (faults[name] for name in (f"order-{pk}", f"mode-{pk}", f"meeting-{pk}") if name in faults), ""
        ),
        reason=sent.get(f"reason-{pk}", turn.row.reason),
        reason_fault=faults.get(f"reason-{pk}", ""),
    )
