from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.services import record_event
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.domain.settings import BallotScope
from pingyi.review.cycles.models import Cycle, Reporter
from pingyi.review.cycles.queries.settings import settings_of
from pingyi.review.cycles.services import RosterLine, SeveralFaults, save_roster
from pingyi.review.cycles.services.plan_lock import lock_draft
from pingyi.review.rotation.queries.board import TurnBoard, turn_board
from pingyi.review.rotation.services.decisions import proposed_mode, reason_fault, write_decisions


@transaction.atomic
def decide_turns(
    *,
    actor: Actor,
    now: datetime,
    cycle: Cycle,
    seen: str,
    modes: Mapping[int, str],
    reasons: Mapping[int, str],
) -> TurnBoard:
    """Decide who reports on site, all at once: as proposed, or otherwise with a reason for each.

    `modes` and `reasons` are by reporter; whoever is not in `modes` is taken as proposed. `seen` is the board's mark:
    when a fact behind the proposal changed in the meantime nothing is saved. The roster follows at once.
    """
    draft = lock_draft(actor, cycle.pk)
    board = turn_board(draft)
    if not board.rows:
        raise Refused(Words("名册还是空的，没有人可以定。先在“名册和先后”页提出名册。"), code="turns.empty")
    if board.seen != seen:
        raise Refused(
            Words("名册、任期或以往记录刚刚有人改过，建议可能变了，没有保存。请看过新的建议再定。"),
            code="turns.stale",
        )
    wanted = {row.reporter.pk: modes.get(row.reporter.pk, proposed_mode(row)) for row in board.rows}
    tidied = {pk: tidy(text) for pk, text in reasons.items()}
    _refuse_without_reason(board, wanted, tidied)
    write_decisions(actor, now, board.cycle, board.rows, wanted, tidied)
    _follow(actor, now, board, wanted)
    record_event(
        institution_id=actor.institution_id,
        verb="turns.decided",
        actor_id=actor.account_id,
        subject=draft,
        now=now,
        payload={
            "on_site": [
                row.reporter.organisation_id for row in board.rows if wanted[row.reporter.pk] == "on_site"
            ],
            "otherwise": [
                {"organisation": row.reporter.organisation_id, "reason": tidied[row.reporter.pk]}
                for row in board.rows
                if wanted[row.reporter.pk] != proposed_mode(row)
            ],
        },
    )
    return turn_board(draft)


def _refuse_without_reason(board: TurnBoard, wanted: Mapping[int, str], reasons: Mapping[int, str]) -> None:
    faults: dict[str, str] = {}
    for row in board.rows:
        pk = row.reporter.pk
        if wanted[pk] not in Reporter.Mode.values:
            faults[f"mode-{pk}"] = Words("{name}：请选现场或书面。", name=row.reporter.organisation.name)
        elif fault := reason_fault(row, wanted[pk], reasons.get(pk, "")):
            faults[f"reason-{pk}"] = fault
    if faults:
        raise SeveralFaults(faults, code="turns.reason")


def _follow(actor: Actor, now: datetime, board: TurnBoard, wanted: Mapping[int, str]) -> None:
    """Brings the roster in line. Where only those on site are voted on, the ballot follows too."""
    is_by_mode = settings_of(board.cycle).ballot_scope == BallotScope.ON_SITE
    lines = {
        row.reporter.pk: RosterLine(
            mode=wanted[row.reporter.pk],
            is_voted_on=wanted[row.reporter.pk] == Reporter.Mode.ON_SITE
            if is_by_mode
            else row.reporter.is_voted_on,
        )
        for row in board.rows
        if wanted[row.reporter.pk] != row.reporter.mode
    }
    if lines:
        save_roster(actor=actor, now=now, cycle=board.cycle, lines=lines)
