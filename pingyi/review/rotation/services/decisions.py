"""What is kept of a decision about somebody's turn, wherever it is made, and when it needs a reason."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import Cycle, Reporter
from pingyi.review.rotation.models import TurnDecision
from pingyi.review.rotation.queries.board import TurnRow

LONGEST_REASON = 200


def proposed_mode(row: TurnRow) -> str:
    """How this reporter would report by the rules."""
    return Reporter.Mode.ON_SITE if row.line.is_proposed else Reporter.Mode.WRITTEN


def reason_fault(row: TurnRow, wanted: str, reason: str) -> str:
    """Why this cannot be decided so: otherwise than proposed without a reason, or with one that is too long."""
    name = row.reporter.organisation.name
    if wanted != proposed_mode(row) and not reason:
        return Words("{name}和建议不同，请写一句理由。", name=name)
    if len(reason) > LONGEST_REASON:
        return Words(
            "{name}的理由太长，请缩到{longest_reason}个字以内。", name=name, longest_reason=LONGEST_REASON
        )
    return ""


def write_decisions(
    actor: Actor,
    now: datetime,
    cycle: Cycle,
    rows: Iterable[TurnRow],
    wanted: Mapping[int, str],
    reasons: Mapping[int, str],
) -> None:
    """One row for each reporter beside what was proposed; a reason only where it is otherwise."""
    TurnDecision.objects.bulk_create(
        TurnDecision(
            institution_id=actor.institution_id,
            cycle=cycle,
            organisation_id=row.reporter.organisation_id,
            person_id=row.reporter.person_id,
            turn=row.line.standing.turn,
            why=row.line.why,
            proposed=proposed_mode(row),
            decided=wanted[row.reporter.pk],
            reason=reasons.get(row.reporter.pk, "") if wanted[row.reporter.pk] != proposed_mode(row) else "",
            decided_by_id=actor.account_id,
            decided_at=now,
        )
        for row in rows
    )
