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
from pingyi.core.sheets.table import Row, Table, read_table
from pingyi.ledgers.kit.domain.importing import Draft, Line, Plan, Stored, compare
from pingyi.organisations.actor import Actor

SHOWN_LINES = 300
Tables = Mapping[str, Table]


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
    """How one ledger is imported: its forms, what it brings for one import by this actor at this moment (knowing the
    rows that were sent), and how the lines of a plan are written inside the transaction.
    """

    code: str
    forms: tuple[SheetForm, ...]
    prepare: Callable[[Actor, datetime, Tables], Prepared]
    write: Callable[[Actor, datetime, Sequence[Line]], None]

    @property
    def way(self) -> ImportWay:
        return ImportWay(f"{self.code}.preview", f"{self.code}.apply")


@dataclass(frozen=True)
class Sent:
    """The sheets of a workbook that belong to the ledger, row by row, and what is wrong with them as such."""

    tables: Tables
    faults: FaultList
    remarks: list[str]

    @property
    def rows(self) -> int:
        return sum(len(table.rows) for table in self.tables.values())


@dataclass(frozen=True)
class Checked:
    """What came of comparing. There are lines to write only if there are no faults."""

    plan: Plan
    sent: Sent


def read_workbook(ledger: LedgerImport, content: bytes, progress: Progress) -> Sent:
    """The rows of all sheets that are ours."""
    book = open_book(content)
    faults = FaultList()
    # Each row is stepped over twice: when it is read and when it is checked.
    progress.expect(2 * book.estimated_rows)
    found = find_sheets(book, ledger.forms, faults)
    forms = [form for form in ledger.forms if form.name in found.by_form]
    tables = {form.name: read_table(found.by_form[form.name], form, faults, progress.step) for form in forms}
    return Sent(tables, faults, found.remarks)


def check_rows(prepared: Prepared, sent: Sent, progress: Progress) -> Checked:
    """All rows against what was prepared; what is wrong is added to the faults of what was sent."""
    plan = Plan()
    for sheet in prepared.sheets:
        table = sent.tables.get(sheet.form.name)
        if table is not None:
            compare(sheet.form.name, _drafts(sheet, table.rows, progress), sheet.stored, plan)
    if not sent.rows and not sent.faults:
        sent.remarks.append("表里只有表头，没有内容。")
    return Checked(plan if not sent.faults else Plan(), sent)


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
        "rows": checked.sent.rows,
        "sha256": hashlib.sha256(content).hexdigest(),
        "fingerprint": checked.plan.fingerprint,
        "tallies": [asdict(tally) for tally in checked.plan.tallies],
        "new": [line.as_json() for line in new[:SHOWN_LINES]],
        "new_total": len(new),
        "changed": [line.as_json() for line in changed[:SHOWN_LINES]],
        "changed_total": len(changed),
        "faults": [fault.as_json() | {"place": fault.place} for fault in checked.sent.faults.in_order(names)],
        "faults_total": checked.sent.faults.total,
        "remarks": checked.sent.remarks,
    }
