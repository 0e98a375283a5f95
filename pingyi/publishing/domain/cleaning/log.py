"""What the cleaner did to a text, so that a person can check it: nothing changes without a line here."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from re import Match, Pattern


class Kind(StrEnum):
    """Why something was changed, or only pointed at (AMBIGUOUS, NAME)."""

    MARKUP = "markup"
    INVISIBLE = "invisible"
    PINYIN = "pinyin"
    WIDTH = "width"
    SPACE = "space"
    DOUBLED = "doubled"
    PUNCTUATION = "punctuation"
    TRADITIONAL = "traditional"
    AMBIGUOUS = "ambiguous"
    NAME = "name"
    DAMAGED = "damaged"


WORDS = {
    Kind.MARKUP: "去掉网页标记",
    Kind.INVISIBLE: "去掉看不见的字符",
    Kind.PINYIN: "去掉括号里的拼音",
    Kind.WIDTH: "全角数字字母改半角",
    Kind.SPACE: "去掉多余的空格空行",
    Kind.DOUBLED: "重复标点留一个",
    Kind.PUNCTUATION: "半角标点改全角",
    Kind.TRADITIONAL: "繁体改简体",
    Kind.AMBIGUOUS: "一繁对多简，请核对",
    Kind.NAME: "姓名里有繁体，请核对",
    Kind.DAMAGED: "缺损的地方作了标记",
}


@dataclass(frozen=True)
class Change:
    """The same replacement, however often: `line` is where it was met first, counted when it was made."""

    kind: Kind
    before: str
    after: str
    count: int
    line: int
    note: str = ""


class LineCounter:
    """The line of one place after the other; the places must come in order."""

    def __init__(self, text: str) -> None:
        self._text, self._place, self._line = text, 0, 1

    def at(self, place: int) -> int:
        self._line += self._text.count("\n", self._place, place)
        self._place = place
        return self._line


@dataclass
class Log:
    """Counts replacements while the cleaner works."""

    counts: dict[tuple[Kind, str, str, str], list[int]] = field(default_factory=dict)

    def note(self, kind: Kind, before: str, after: str, *, line: int, note: str = "") -> None:
        """One replacement more."""
        self.counts.setdefault((kind, before, after, note), [0, line])[0] += 1

    def replace(
        self, kind: Kind, pattern: Pattern[str], replacement: str | Callable[[Match[str]], str], text: str
    ) -> str:
        """Replaces every match and notes those that changed something."""

        lines = LineCounter(text)

        def once(match: Match[str]) -> str:
            after = match.expand(replacement) if isinstance(replacement, str) else replacement(match)
            if after != match.group():
                self.note(kind, match.group(), after, line=lines.at(match.start()))
            return after

        return pattern.sub(once, text)

    def changes(self) -> tuple[Change, ...]:
        """Everything, in the order of the kinds, then of first appearance."""
        order = list(Kind)
        listed = [
            Change(kind, before, after, count, line, note)
            for (kind, before, after, note), (count, line) in self.counts.items()
        ]
        return tuple(sorted(listed, key=lambda change: order.index(change.kind)))
