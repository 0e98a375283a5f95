"""What a recorded decision must say."""

from dataclasses import dataclass

GRADES = ("good", "fairly_good", "average", "poor")


@dataclass(frozen=True)
class Choice:
    """The grade that the meeting chose for one person, and why when it is not the proposed one."""

    grade: str
    reason: str = ""

    def tidy(self) -> "Choice":
        return Choice(self.grade, " ".join(self.reason.split()))


def is_grade(grade: str) -> bool:
    return grade in GRADES


def needs_reason(choice: Choice, proposed: str | None) -> bool:
    """Another grade than the proposed one, or one where none was proposed, says why."""
    return choice.grade != proposed and not choice.reason
