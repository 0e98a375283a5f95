"""What a cell wishes for a field. An empty cell keeps what there is; 清空 empties it."""

from collections.abc import Mapping
from datetime import date

from pingyi.core.sheets.table import Row
from pingyi.core.text import tidy
from pingyi.organisations.domain.names import match_key, split_names

CLEAR = "清空"


def is_cleared(row: Row, key: str) -> bool:
    cell = row.cells.get(key)
    return cell is not None and isinstance(cell.value, str) and tidy(cell.value) == CLEAR


def wanted_text(row: Row, key: str, current: str, limit: int) -> str:
    if is_cleared(row, key):
        return ""
    return row.text(key, limit) if row.has(key) else current


def wanted_day(row: Row, key: str, current: date | None) -> date | None:
    """“至今” means that there is no end, so it empties the field like 清空 does."""
    if is_cleared(row, key):
        return None
    return row.day(key) if row.has(key) else current


def wanted_number(row: Row, key: str, current: int) -> int:
    if is_cleared(row, key):
        return 0
    found = row.whole_number(key) if row.has(key) else None
    return current if found is None else found


def wanted_choice(row: Row, key: str, words: Mapping[str, str], current: str) -> str:
    """`words` maps what may stand in the cell to values."""
    found = row.choice(key, dict(words)) if row.has(key) else None
    return found or current


def wanted_names(row: Row, key: str, current: tuple[str, ...], limit: int) -> tuple[str, ...]:
    """A list of names replaces the present one; the same names in another order or width change nothing."""
    if is_cleared(row, key):
        return ()
    if not row.has(key):
        return current
    names = split_names(row.text(key))
    for name in names:
        if len(name) > limit:
            row.fault(key, f"“{name[:20]}…”太长", f"每个名称不超过{limit}个字，多个用“、”隔开")
    if {match_key(name) for name in names} == {match_key(name) for name in current}:
        return current
    return tuple(names)


def by_word(words: Mapping[str, str]) -> dict[str, str]:
    """From the words of an enum to its values."""
    return {word: value for value, word in words.items()}
