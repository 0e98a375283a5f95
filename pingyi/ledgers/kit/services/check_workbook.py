"""How a ledger is imported, and the check of a workbook against it: all faults at once, or the plan. Writes nothing."""

import hashlib
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from pingyi.core.services.imports import ImportWay, Progress
from pingyi.core.sheets.columns import SheetForm
from pingyi.core.sheets.fault import FaultList
from pingyi.core.sheets.finding import find_sheets
from pingyi.core.sheets.opening import open_book
from pingyi.core.sheets.table import Row, read_table
from pingyi.ledgers.kit.domain.importing import Draft, Line, Plan, Stored, compare
from pingyi.organisations.actor import Actor

SHOWN_LINES = 300


@dataclass(frozen=True)
class SheetImport:
    """One sheet of a ledger: `read` makes a draft of a row or says at the row what is wrong; `stored` is what the
    ledger holds, by identity.
    """

    form: SheetForm
    read: Callable[[Row], Draft | None]
    stored: Mapping[Hashable, Stored]


@dataclass(frozen=True)
class Prepared:
    """What a ledger read for one import. `basis` is everything that its rows are read against; if it or what is
    stored is another when the writing begins, the check is done again.
    """

    sheets: Sequence[SheetImport]
    basis: Any

    def is_still(self, other: "Prepared") -> bool:
        pairs = zip(self.sheets, other.sheets, strict=True)
        return self.basis == other.basis and all(one.stored == two.stored for one, two in pairs)


@dataclass(frozen=True)
class LedgerImport:
    """How one ledger is imported: its forms, what it brings for one import by this actor at this moment, and how the
    lines of a plan are written inside the transaction.
    """

    code: str
    forms: tuple[SheetForm, ...]
    prepare: Callable[[Actor, datetime], Prepared]
    write: Callable[[Actor, datetime, Sequence[Line]], None]

    @property
    def way(self) -> ImportWay:
        return ImportWay(f"{self.code}.preview", f"{self.code}.apply")


@dataclass(frozen=True)
class Checked:
    """What came of reading and comparing. There are lines to write only if there are no faults."""

    plan: Plan
    faults: FaultList
    remarks: list[str]
    rows: int


def check_workbook(
    ledger: LedgerImport, prepared: Prepared, content: bytes, progress: Progress
) -> Checked:
    """All rows of the workbook against what was prepared."""
    book = open_book(content)
    faults, plan, rows = FaultList(), Plan(), 0
    # Each row is stepped over twice: when it is read and when it is checked.
    progress.expect(2 * book.estimated_rows)
    found = find_sheets(book, ledger.forms, faults)
    for sheet in prepared.sheets:
        if sheet.form.name not in found.by_form:
            continue
        table = read_table(found.by_form[sheet.form.name], sheet.form, faults, progress.step)
        rows += len(table.rows)
        compare(sheet.form.name, _drafts(sheet, table.rows, progress), sheet.stored, plan)
    if not rows and not faults:
        found.remarks.append("表里只有表头，没有内容。")
    return Checked(plan if not faults else Plan(), faults, found.remarks, rows)


def _drafts(sheet: SheetImport, rows: Sequence[Row], progress: Progress) -> list[Draft]:
    drafts = []
    for row in rows:
        progress.step()
        draft = None if row.is_faulty else sheet.read(row)
        if draft is not None and not row.is_faulty:
            drafts.append(draft)
    return drafts


def outcome_of(checked: Checked, ledger: LedgerImport, content: bytes) -> dict[str, Any]:
    """The outcome as plain values for pages; of long lists the first lines, of all the counts."""
    new = [line for line in checked.plan.lines if line.stored_id is None]
    changed = [line for line in checked.plan.lines if line.stored_id is not None]
    names = [form.name for form in ledger.forms]
    return {
        "rows": checked.rows,
        "sha256": hashlib.sha256(content).hexdigest(),
        "fingerprint": checked.plan.fingerprint,
        "tallies": [asdict(tally) for tally in checked.plan.tallies],
        "new": [line.as_json() for line in new[:SHOWN_LINES]],
        "new_total": len(new),
        "changed": [line.as_json() for line in changed[:SHOWN_LINES]],
        "changed_total": len(changed),
        "faults": [fault.as_json() | {"place": fault.place} for fault in checked.faults.in_order(names)],
        "faults_total": checked.faults.total,
        "remarks": checked.remarks,
    }
