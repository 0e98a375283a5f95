"""Finds the organisation that a text means: by code, by full path, or by a name or alias that only one has."""

from collections.abc import Callable

from pingyi.core.sheets.heading import nearest
from pingyi.core.sheets.table import Row
from pingyi.core.text import shorten
from pingyi.organisations.domain.imports.drafts import OrganisationDraft
from pingyi.organisations.domain.imports.file_rows import FileRows
from pingyi.organisations.domain.imports.known import KnownOrganisation
from pingyi.organisations.domain.names import SEPARATOR, join_path, match_key, path_key

# Looking for similar names is slow; a wrong column would make it happen on every row.
SUGGESTIONS = 30
LISTED = 4
SIMILAR = 0.7


class Directory:
    """All organisations, known and new, by what they may be called."""

    def __init__(self, known: list[KnownOrganisation]) -> None:
        self.by_id: dict[int, OrganisationDraft] = {}
        self.codes: dict[str, OrganisationDraft] = {}
        self.names: dict[str, list[OrganisationDraft]] = {}
        self.paths: dict[str, list[OrganisationDraft]] = {}
        self.suggested = 0
        # The rows of the sheet 组织, once they are read: what hangs on a row with a fault is told so.
        self.rows: FileRows | None = None
        for entry in known:
            self.by_id[entry.id] = draft = _draft_of(entry)
            self.add(draft, entry.code)
            self._path_also(draft, entry.path)
            for name in (*entry.dual_names, *entry.aliases):
                self.name_also(draft, name)
        for entry in known:
            if entry.parent_id is not None:
                draft = self.by_id[entry.id]
                draft.parent = draft.came_from = self.by_id[entry.parent_id]

    def add(self, draft: OrganisationDraft, code: str) -> None:
        if code:
            self.codes.setdefault(code, draft)
        self.name_also(draft, draft.name)

    def name_also(self, draft: OrganisationDraft, name: str) -> None:
        """From now on the organisation is found by this name too."""
        listed = self.names.setdefault(match_key(name), [])
        if draft not in listed:
            listed.append(draft)

    def with_code(self, code: str) -> OrganisationDraft | None:
        return self.codes.get(code)

    def named(self, name: str) -> list[OrganisationDraft]:
        return self.names.get(match_key(name), [])

    def called(self, text: str) -> list[OrganisationDraft]:
        """Those that the text may mean. One is an answer, none or several are for `why_not`."""
        if draft := self.codes.get(text):
            return [draft]
        if SEPARATOR in text:
            return self._at_path(path_key(text))
        found = self.named(text)
        standing = [draft for draft in found if draft.dissolved_on is None]
        return standing if len(standing) == 1 else found

    def _at_path(self, wanted: str) -> list[OrganisationDraft]:
        """By the path of old, else by the path that the rows so far give."""
        if found := self.paths.get(wanted):
            return found
        last = wanted.rsplit(SEPARATOR, 1)[-1]
        return [draft for draft in self.names.get(last, []) if wanted == path_key(path_now(draft))]

    def note_paths(self, drafts: list[OrganisationDraft]) -> None:
        """From now on these are found by their final paths as well."""
        for draft in drafts:
            self._path_also(draft, draft.path)

    def _path_also(self, draft: OrganisationDraft, path: str) -> None:
        listed = self.paths.setdefault(path_key(path), [])
        if draft not in listed:
            listed.append(draft)

    def find(self, row: Row, key: str) -> OrganisationDraft | None:
        """The organisation that a cell means; otherwise a fault at the cell and None. An empty cell means none."""
        text = row.text(key)
        if not text or key in row.faulted:
            return None
        found = self.called(text)
        if len(found) == 1:
            return found[0]
        row.fault(key, *self.why_not(text, found))
        return None

    def why_not(self, text: str, found: list[OrganisationDraft]) -> tuple[str, str]:
        """What is wrong with a text that means none or several, and the remedy."""
        if found:
            return f"“{shorten(text)}”不止一个：{self.listed(found)}", "改写代码，或写从最上级开始的完整路径"
        if broken := self._broken_row(text):
            return f"“{shorten(text)}”写在“组织”表第{broken}行，那一行还有错", f"先改好“组织”表第{broken}行"
        guess = self._similar(text)
        hint = f"是不是“{guess}”？" if guess else ""
        new = "新组织要写在“组织”表里" if self.rows else "新组织先在“单位”里建"
        return f"没有找到组织“{shorten(text)}”", f"{hint}核对名称或代码；{new}"

    def _broken_row(self, text: str) -> int:
        """The row of the sheet that brings this organisation but has a fault of its own; 0 if there is none."""
        called = self.rows.called(text) if self.rows else []
        return next((entry.row.number for entry in called if entry.is_failed), 0)

    def listed(self, found: list[OrganisationDraft]) -> str:
        """Candidates as people tell them apart."""
        words = [
            f"{path_now(draft)}（{draft.code}）" if draft.code else path_now(draft)
            for draft in found[:LISTED]
        ]
        return "、".join(words) + (f"等{len(found)}个" if len(found) > LISTED else "")

    def _similar(self, text: str) -> str | None:
        self.suggested += 1
        if self.suggested > SUGGESTIONS:
            return None
        return nearest(text, [listed[0].name for listed in self.names.values()], cutoff=SIMILAR)


def path_now(draft: OrganisationDraft, limit: int = 40) -> str:
    """The full path by the parents as they are at this point (a circle is cut)."""
    names = [draft.name]
    above = draft.parent
    while above is not None and len(names) < limit:
        names.append(above.name)
        above = above.parent
    path = ""
    for name in reversed(names):
        path = join_path(path, name)
    return path


def _draft_of(entry: KnownOrganisation) -> OrganisationDraft:
    return OrganisationDraft(
        entry.name,
        known=entry,
        code=entry.code,
        kind=entry.kind,
        unit_kind=entry.unit_kind,
        path=entry.path,
        order=entry.order,
        founded_on=entry.founded_on,
        dissolved_on=entry.dissolved_on,
        dual_names=entry.dual_names,
        aliases=entry.aliases,
    )


Step = Callable[[], None]
