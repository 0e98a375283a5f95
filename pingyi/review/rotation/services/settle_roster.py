from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from pingyi.core.text import tidy
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.services import RosterLine, SeveralFaults, save_roster
from pingyi.review.cycles.services.plan_lock import lock_draft
from pingyi.review.rotation.queries.board import TurnRow, turn_board
from pingyi.review.rotation.services.decisions import proposed_mode, reason_fault, write_decisions


@transaction.atomic
def settle_roster(
    *,
    actor: Actor,
    now: datetime,
    cycle: Cycle,
    lines: Mapping[int, RosterLine],
    reasons: Mapping[int, str],
) -> int:
    """Save the roster's table. Whoever is moved between on site and in writing against the proposal needs a reason, as
    where turns are decided; the reasons stand in the event and beside the proposal. Returns how many changed.
    """
    draft = lock_draft(actor, cycle.pk)
    said = {pk: tidy(text) for pk, text in reasons.items()}
    rows = [row for row in turn_board(draft).rows if _is_news(row, lines, said)]
    wanted = {row.reporter.pk: lines[row.reporter.pk].mode for row in rows}
    faults = {
        f"reason-{row.reporter.pk}": fault
        for row in rows
        if (fault := reason_fault(row, wanted[row.reporter.pk], said.get(row.reporter.pk, "")))
    }
    if faults:
        raise SeveralFaults(faults, code="roster.reason")
    given = {
        row.reporter.pk: said[row.reporter.pk]
        for row in rows
        if wanted[row.reporter.pk] != proposed_mode(row)
    }
    count = save_roster(actor=actor, now=now, cycle=draft, lines=lines, reasons=given)
    write_decisions(actor, now, draft, rows, wanted, given)
    return count


def _is_news(row: TurnRow, lines: Mapping[int, RosterLine], said: Mapping[int, str]) -> bool:
    """Whether the mode of this reporter changes, or the reason why it is otherwise than proposed."""
    line = lines.get(row.reporter.pk)
    if line is None:
        return False
    reason = said.get(row.reporter.pk, "")
    is_reworded = line.mode != proposed_mode(row) and bool(reason) and reason != row.reason
    return line.mode != row.reporter.mode or is_reworded
