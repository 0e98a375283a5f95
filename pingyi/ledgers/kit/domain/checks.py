"""What a rule says about facts. Rules only say; people decide."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Level(StrEnum):
    """How far a rule reaches: a national text, usual in many places, seen at one place, without a source that we know,
    or laid down here.
    """

    NAT = "NAT"
    COMMON = "COMMON"
    ONE = "ONE"
    GK = "GK"
    HOUSE = "HOUSE"


class Verdict(StrEnum):
    PASS = "pass"  # noqa: S105 (no password)
    WARN = "warn"
    FAIL = "fail"
    # The facts that the rule asks for are not in the ledger.
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of one rule: what was found, and what to do about it if it is no pass. `code` is stable."""

    code: str
    verdict: Verdict
    message: str
    remedy: str = ""
    level: Level = Level.HOUSE

    @property
    def is_good(self) -> bool:
        return self.verdict is Verdict.PASS

    def as_json(self) -> dict[str, Any]:
        """For the log of what was checked."""
        return {"code": self.code, "verdict": str(self.verdict), "message": str(self.message)}
