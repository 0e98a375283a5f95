"""The words of the pages of decisions."""

from pingyi.core.words import Words
from pingyi.ledgers.decisions.domain.alarms import Alarm
from pingyi.ledgers.decisions.domain.life import Move
from pingyi.ledgers.kit.domain.checks import Finding, Verdict

MOVES: dict[Move, str] = {
    Move.FILE: Words("报送"),
    Move.COORDINATE: Words("会前协调"),
    Move.STUDY: Words("党组织会议先行研究"),
    Move.PLACE: Words("列入议程"),
    Move.DECIDE: Words("会上表决"),
    Move.EXECUTE: Words("定谁办、何时办完"),
    Move.FINISH: Words("办完、评估"),
}
ALARMS: dict[Alarm, str] = {
    Alarm.UNDECIDED: Words("几次会没有定"),
    Alarm.UNDONE: Words("定了没有办完"),
}
# Class of the line and icon of a finding.
_LOOKS = {
    Verdict.PASS: ("ok", "circle-check"),
    Verdict.WARN: ("soon", "alert-triangle"),
    Verdict.FAIL: ("wait", "circle-dashed"),
    Verdict.UNKNOWN: ("wait", "circle-dashed"),
}


def finding_lines(findings: "list[Finding] | tuple[Finding, ...]") -> list[dict[str, object]]:
    """Findings as lines of a page."""
    return [
        {"finding": one, "look": _LOOKS[one.verdict][0], "icon": _LOOKS[one.verdict][1]} for one in findings
    ]
