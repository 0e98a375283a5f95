"""The sheet 组织: which row is which organisation, where it hangs, and what changes."""

from pingyi.core.sheets.table import Table
from pingyi.core.text import shorten
from pingyi.organisations.domain.imports.directory import Directory, Step
from pingyi.organisations.domain.imports.drafts import OrganisationDraft
from pingyi.organisations.domain.imports.file_rows import FileRow, FileRows, read_file_rows
from pingyi.organisations.domain.imports.wishes import apply_wishes
from pingyi.organisations.domain.names import match_key

MAX_CHAIN = 30


def settle_organisations(table: Table, directory: Directory, step: Step) -> list[OrganisationDraft]:
    """The drafts of the sheet, with parents and wishes. What is wrong is said at the rows.

    Rows with a known code are told first; the others need their parent to be told, which may be a row further
    down, so each waits for the one that it hangs from.
    """
    rows = directory.rows = read_file_rows(table)
    for entry in rows.sound():
        if entry.code and (draft := directory.with_code(entry.code)):
            _bind(entry, draft, directory)
    settling = Settling(rows, directory)
    for entry in rows.sound():
        if entry.draft is None:
            settling.place(entry, ())
        step()
    placed = [(entry, entry.draft) for entry in rows.sound() if entry.draft is not None]
    for entry, draft in placed:
        if entry.is_by_code and entry.parent_text:
            settling.move(entry, draft)
    for entry, draft in placed:
        if not entry.is_failed:
            apply_wishes(entry, draft)
    return [draft for entry, draft in placed if not entry.is_failed]


def _bind(entry: FileRow, draft: OrganisationDraft, directory: Directory) -> None:
    entry.draft, draft.row = draft, entry.row
    entry.is_by_code = bool(draft.code) and draft.code == entry.code
    for name in entry.names:
        directory.name_also(draft, name)


class Settling:
    """Tells for rows without a known code which organisation they are."""

    def __init__(self, rows: FileRows, directory: Directory) -> None:
        self.rows = rows
        self.directory = directory

    def place(self, entry: FileRow, chain: tuple[FileRow, ...]) -> None:
        """Binds the row to a known organisation or a new one. `chain` are the rows that wait for this one."""
        if len(chain) > MAX_CHAIN:
            entry.fail("parent", "上级套得太深", f"核对上级，层级不超过{MAX_CHAIN}层")
            return
        parent = self._parent(entry, (*chain, entry)) if entry.parent_text else None
        if entry.is_failed or entry.draft is not None:
            return
        found = [
            draft
            for draft in self.directory.named(entry.name)
            if (not entry.parent_text or draft.parent is parent) and not self._gives_name_away(draft, entry)
        ]
        if len(found) > 1 and not entry.parent_text:
            found = [draft for draft in found if draft.parent is None] or found
        if len(found) > 1:
            listed = self.directory.listed(found)
            entry.fail("name", f"“{shorten(entry.name)}”不止一个：{listed}", "填上代码，或填上级")
        elif found:
            self._bind_known(entry, found[0])
        else:
            draft = OrganisationDraft(entry.name, parent=parent, code=entry.code)
            self.directory.add(draft, entry.code)
            _bind(entry, draft, self.directory)

    def _gives_name_away(self, draft: OrganisationDraft, entry: FileRow) -> bool:
        """Whether another row, by its code, calls this organisation something else from now on."""
        taker = self.rows.by_code.get(draft.code) if draft.code else None
        if taker is None or taker.draft is not draft:
            return False
        name = match_key(entry.name)
        return name == match_key(draft.name) and name not in {match_key(other) for other in taker.names}

    def move(self, entry: FileRow, draft: OrganisationDraft) -> None:
        """Hangs an organisation that was told by its code from the parent that the row names."""
        found = [one for one in self.directory.called(entry.parent_text) if one is not draft]
        if len(found) == 1:
            draft.parent = found[0]
        elif draft in self.directory.called(entry.parent_text):
            entry.fail("parent", "上级是它自己", "核对上级")
        else:
            entry.fail("parent", *self.directory.why_not(entry.parent_text, found))

    def _bind_known(self, entry: FileRow, draft: OrganisationDraft) -> None:
        if draft.row is not None:
            entry.fail("name", f"和第{draft.row.number}行是同一个组织", "一个组织只占一行，删掉多余的")
        elif entry.code and draft.code:
            message = f"“{shorten(entry.name)}”在库里的代码是 {draft.code}，表里是 {entry.code}"
            entry.fail("code", message, "核对代码；确实要换代码，先在组织页里改")
        else:
            _bind(entry, draft, self.directory)

    def _parent(self, entry: FileRow, chain: tuple[FileRow, ...]) -> OrganisationDraft | None:
        for other in self.rows.called(entry.parent_text):
            if other in chain:
                names = [link.name for link in chain[chain.index(other) :]]
                entry.fail(
                    "parent", f"上级绕成了一圈：{' → '.join([*names, other.name])}", "核对这几行的上级"
                )
                return None
            if other.draft is None and not other.is_failed:
                self.place(other, chain)
        found = self.directory.called(entry.parent_text)
        if len(found) != 1:
            entry.fail("parent", *self.directory.why_not(entry.parent_text, found))
            return None
        return found[0]
