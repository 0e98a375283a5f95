"""The rows of the sheet 组织, by what other rows may call them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pingyi.core.sheets.table import Row, Table
from pingyi.core.text import shorten
from pingyi.organisations.domain.imports.drafts import OrganisationDraft
from pingyi.organisations.domain.imports.reading import wanted_names
from pingyi.organisations.domain.names import SEPARATOR, holds_stroke, match_key

NAME_LENGTH = 120
CODE_LENGTH = 32


@dataclass(eq=False)
class FileRow:
    """One row on its way to a draft. `names` are the name and all other names that it gives."""

    row: Row
    code: str
    name: str
    parent_text: str
    names: tuple[str, ...]
    draft: OrganisationDraft | None = None
    is_by_code: bool = False
    is_failed: bool = False

    def fail(self, key: str, message: str, remedy: str) -> None:
        self.row.fault(key, message, remedy)
        self.is_failed = True


@dataclass
class FileRows:
    listed: list[FileRow] = field(default_factory=list)
    by_code: dict[str, FileRow] = field(default_factory=dict)
    by_name: dict[str, list[FileRow]] = field(default_factory=dict)

    def sound(self) -> Iterator[FileRow]:
        return (entry for entry in self.listed if not entry.is_failed)

    def called(self, text: str) -> list[FileRow]:
        """Rows that the text may mean."""
        if entry := self.by_code.get(text):
            return [entry]
        last = text.rstrip(SEPARATOR).rsplit(SEPARATOR, 1)[-1]
        return self.by_name.get(match_key(last), [])


def read_file_rows(table: Table) -> FileRows:
    """All rows with code, name and parent as they stand. A code that is written twice is a fault of the second row."""
    rows = FileRows()
    for row in table.rows:
        entry = _read(row)
        if entry.code and (earlier := rows.by_code.get(entry.code)):
            message = f"代码 {entry.code} 和第{earlier.row.number}行重复"
            entry.fail("code", message, "一个组织只占一行；不同的组织用不同的代码")
        rows.listed.append(entry)
        if entry.code:
            rows.by_code.setdefault(entry.code, entry)
        for key in {match_key(name) for name in entry.names}:
            rows.by_name.setdefault(key, []).append(entry)
    return rows


def _read(row: Row) -> FileRow:
    name = row.text("name", NAME_LENGTH)
    others = (
        *wanted_names(row, "dual_names", (), NAME_LENGTH),
        *wanted_names(row, "aliases", (), NAME_LENGTH),
    )
    entry = FileRow(row, row.text("code", CODE_LENGTH), name, row.text("parent"), (name, *others))
    if not name and "name" not in row.faulted:
        row.fault("name", "没有写名称", "填上组织名称")
    if holds_stroke(name):
        row.fault("name", f"名称“{shorten(name)}”里有“/”", "上级写在“上级”一列，名称里不要用“/”")
    entry.is_failed = row.is_faulty
    return entry
