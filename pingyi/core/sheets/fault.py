from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from pingyi.core.words import Words


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong in a workbook: where it stands, what is wrong and what to do about it.

    `row` is the row number that the spreadsheet program shows, 0 for the whole sheet; `letter` and `title` name
    the column, empty for the whole row.
    """

    sheet: str
    message: str
    remedy: str
    row: int = 0
    letter: str = ""
    title: str = ""

    @property
    def place(self) -> str:
        """The place in words: 人员 第5行 A列（工号）."""
        words = [self.sheet] if self.sheet else []
        if self.row:
            words.append(Words("第{row}行", row=self.row))
        if self.letter:
            words.append(
                Words("{letter}列（{title}）", letter=self.letter, title=self.title)
                if self.title
                else Words("{letter}列", letter=self.letter)
            )
        return " ".join(words)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass
class FaultList:
    """Collects faults. Keeps the first `limit` in full and counts the rest: a wrong column faults every row."""

    limit: int = 500
    kept: list[Fault] = field(default_factory=list)
    total: int = 0

    def add(self, fault: Fault) -> None:
        self.total += 1
        if len(self.kept) < self.limit:
            self.kept.append(fault)

    def extend(self, faults: list[Fault]) -> None:
        for fault in faults:
            self.add(fault)

    def in_order(self, sheets: Sequence[str]) -> list[Fault]:
        """What is kept, as somebody walks through the workbook: by sheet, row and column."""
        places = {name: place for place, name in enumerate(sheets)}
        return sorted(
            self.kept, key=lambda one: (places.get(one.sheet, -1), one.row, len(one.letter), one.letter)
        )

    def __bool__(self) -> bool:
        return self.total > 0
