"""Rows of a workbook against what the ledger holds: what is new, what changes, what stays. Pure."""

import hashlib
import json
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from pingyi.core.sheets.table import Row

EMPTY = "空"


@dataclass(frozen=True)
class Draft:
    """What one row wishes. `identity` tells which record it is; `values` are its fields by key of the column, as far
    as the row says anything; `owner` is the organisation's number. Two rows of one identity are a fault.
    """

    row: Row
    identity: Hashable
    name: str
    owner: int
    values: Mapping[str, Any]


@dataclass(frozen=True)
class Stored:
    """What the ledger holds under an identity. A fixed record (filed or confirmed) is not changed by a workbook."""

    id: int
    values: Mapping[str, Any]
    is_fixed: bool = False


@dataclass(frozen=True)
class Change:
    title: str
    before: str
    after: str


@dataclass(frozen=True)
class Line:
    """One record that is new (`stored_id` None) or changes."""

    draft: Draft
    stored_id: int | None
    changes: tuple[Change, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {
            "sheet": self.draft.row.form.name,
            "row": self.draft.row.number,
            "name": self.draft.name,
            "is_new": self.stored_id is None,
            "changes": [asdict(change) for change in self.changes],
        }


@dataclass
class Tally:
    """How many records of a sheet are new, change, and stay."""

    sort: str
    new: int = 0
    changed: int = 0
    same: int = 0


@dataclass
class Plan:
    lines: list[Line] = field(default_factory=list)
    tallies: list[Tally] = field(default_factory=list)

    @property
    def fingerprint(self) -> str:
        """The same for the same changes: what a person saw in the preview is what will be written."""
        digest = hashlib.sha256()
        for line in self.lines:
            said = [line.draft.name, line.stored_id, sorted(line.draft.values.items())]
            # People are told by their number, not only by the name that is shown.
            digest.update(json.dumps(said, ensure_ascii=False, default=repr).encode())
        return digest.hexdigest()


def compare(sheet: str, drafts: Sequence[Draft], stored: Mapping[Hashable, Stored], plan: Plan) -> None:
    """Adds the drafts of one sheet to the plan. Faults: two rows of one record, and changes of what is fixed."""
    tally, seen = Tally(sheet), dict[Hashable, Draft]()
    for draft in drafts:
        if draft.identity in seen:
            first = seen[draft.identity].row.number
            draft.row.fault("", f"和第{first}行是同一条", "同一条只占一行，删掉多余的")
            continue
        seen[draft.identity] = draft
        known = stored.get(draft.identity)
        changes = _changes(draft, known) if known else ()
        if known and not changes:
            tally.same += 1
            continue
        if known and known.is_fixed:
            draft.row.fault("", "这一条已经报了，不能再用表改", "照系统里现在的填，或删掉这一行")
            continue
        tally.new += known is None
        tally.changed += known is not None
        plan.lines.append(Line(draft, known.id if known else None, changes))
    if drafts:
        plan.tallies.append(tally)


def _changes(draft: Draft, known: Stored) -> tuple[Change, ...]:
    return tuple(
        Change(draft.row.form.column(key).title, _words(known.values.get(key)), _words(value))
        for key, value in draft.values.items()
        if value != known.values.get(key)
    )


def _words(value: Any) -> str:
    if isinstance(value, (tuple, list)):
        return "、".join(str(one) for one in value) or EMPTY
    return EMPTY if value in (None, "") else str(value)


def required(row: Row, given: Iterable[tuple[str, Any]]) -> bool:
    """Adds a fault for each of these columns that holds nothing; whether all are there."""
    for key, value in given:
        if value in (None, "") and key not in row.faulted:
            row.fault(key, f"没有写{row.form.column(key).title}", "填上，或删掉这一行")
    return not row.is_faulty
