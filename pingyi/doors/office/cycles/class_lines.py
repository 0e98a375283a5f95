"""The rows of the table of voter classes, with what was just typed where it was refused."""

from collections.abc import Mapping
from dataclasses import dataclass

from pingyi.core.words import Words
from pingyi.doors.office.sent_fields import Sent
from pingyi.review.cycles.domain.decimals import share_text
from pingyi.review.cycles.queries.class_board import ClassBoard, ClassLine

USUAL_REASON = Words("不足{threshold}人，单独计票容易猜出个人的票")


@dataclass(frozen=True)
class ClassTableLine:
    """One class as it is drawn."""

    line: ClassLine
    weight: str
    weight_text: str
    fault: str
    into: str
    reason: str
    merge_fault: str


def class_lines(
    board: ClassBoard, sent: Sent, faults: Mapping[str, str], failed: str
) -> list[ClassTableLine]:
    """In the order of the classes."""
    return [_line(line, board.threshold, sent, faults, failed) for line in board.lines]


def _line(
    line: ClassLine, threshold: int, sent: Sent, faults: Mapping[str, str], failed: str
) -> ClassTableLine:
    pk = line.row.pk
    stored = share_text(line.weight) if line.weight is not None else ""
    merging = failed == f"merge{pk}"
    return ClassTableLine(
        line=line,
        weight=sent.get(f"weight-{pk}", stored),
        weight_text=stored,
        fault=faults.get(f"weight-{pk}", ""),
        into=sent.get("into", "") if merging else str(line.proposal.pk if line.proposal else ""),
        reason=sent.get("reason", "") if merging else USUAL_REASON.format(threshold=threshold),
        merge_fault=(faults.get("into") or faults.get("reason") or "") if merging else "",
    )
