"""What the text of a cell's value means: its type says it, and for numbers its format."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from openpyxl.utils.datetime import from_excel, from_ISO8601

from pingyi.core.sheets.stream import INLINE, RawCell

# 2025-03-01 and the like: openpyxl's own reading, which says nothing of its types.
DAY_IN_WORDS: Callable[[str], Any] = from_ISO8601


@dataclass(frozen=True)
class Formats:
    """Which styles of a workbook show numbers as dates or as spans of time, and the day from which it counts."""

    dates: Collection[int]
    spans: Collection[int]
    epoch: datetime


class Meanings:
    """Reads raw cells of one workbook. `texts` gives its shared texts; it is asked only if a cell names one."""

    def __init__(self, formats: Formats, texts: Callable[[], Sequence[str]]) -> None:
        self.formats = formats
        self.texts = texts
        self.shared: Sequence[str] | None = None

    def of(self, raw: RawCell) -> tuple[Any, str]:
        """The value and openpyxl's letter for its type (`Cell.kind`)."""
        _, text, kind, style = raw
        if kind == "n":
            return self._number(text, style)
        if kind == "s":
            if self.shared is None:
                self.shared = self.texts()
            return self.shared[int(text)], "s"
        if kind in (INLINE, "str"):
            return text, "s"
        if kind == "b":
            return bool(int(text)), "b"
        if kind == "d":
            return DAY_IN_WORDS(text), "d"
        return text, kind

    def _number(self, text: str, style: int) -> tuple[Any, str]:
        number = float(text) if "." in text or "E" in text or "e" in text else int(text)
        if style not in self.formats.dates:
            return number, "n"
        try:
            return from_excel(number, self.formats.epoch, timedelta=style in self.formats.spans), "d"
        except (OverflowError, ValueError):
            return "#VALUE!", "e"
