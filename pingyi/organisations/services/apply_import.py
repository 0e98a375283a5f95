"""Checks a workbook against the register, and writes it: all or nothing."""

import hashlib
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.services import record_event
from pingyi.core.services.imports import Progress
from pingyi.core.sheets.fault import FaultList
from pingyi.core.sheets.opening import open_book
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.domain.imports.check import CheckedImport, check_tables, read_tables
from pingyi.organisations.domain.imports.forms import REGISTER_FORMS
from pingyi.organisations.domain.imports.known import Known
from pingyi.organisations.domain.imports.plan import Line, Plan
from pingyi.organisations.queries.register import load_known
from pingyi.organisations.rules import may_keep_register
from pingyi.organisations.services.register_guard import begin_change
from pingyi.organisations.services.write_plan import PlanWriter

# How many lines a preview keeps to be shown; the counts are always of all.
SHOWN_LINES = 300
SHEET_NAMES = [form.name for form in REGISTER_FORMS]
RECORDED_LINES = 500
ATTEMPTS = 3


def preview_import(*, actor: Actor, content: bytes, progress: Progress) -> dict[str, Any]:
    """What importing this workbook would do now: counts, lines that change, all faults. Changes nothing."""
    if not may_keep_register(actor):
        raise Forbidden
    checked = _check(content, load_known(), progress)
    return {**summary_of(checked), "sha256": digest_of(content)}


def apply_import(
    *, actor: Actor, now: datetime, content: bytes, sha256: str, fingerprint: str, progress: Progress
) -> dict[str, Any]:
    """Writes exactly what the preview with this fingerprint showed, or nothing.

    Reading and checking happen before the transaction; inside it the register is read again, and if somebody
    changed it meanwhile the checks start over. Refused if the file is not the previewed one (`import.file_changed`)
    or the changes would not be the previewed ones (`import.changed_since`). Records `register.imported`.
    """
    if not may_keep_register(actor):
        raise Forbidden
    if digest_of(content) != sha256:
        raise Refused(
            Words("文件和预览时的不是同一份，没有导入。请重新上传、预览。"), code="import.file_changed"
        )
    for _ in range(ATTEMPTS):
        known = load_known()
        checked = _check(content, known, progress)
        _refuse_other_than_previewed(checked, fingerprint)
        progress.report(Words("正在写入，请稍候"))
        result = {**summary_of(checked), "sha256": sha256}
        if _write(actor, now, checked.plan, known, result, progress):
            return result
    raise Refused(Words("一直有人在改组织和人员，没有导入。请过一会儿再试。"), code="import.busy")


def digest_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def summary_of(checked: CheckedImport) -> dict[str, Any]:
    """The outcome as plain values for pages and the command line."""
    plan, faults = checked.plan, checked.faults
    changed = [line for line in plan.lines if not line.is_new]
    new = [line for line in plan.lines if line.is_new]
    return {
        "rows": checked.rows,
        "fingerprint": plan.fingerprint,
        "tallies": [asdict(tally) for tally in plan.tallies],
        "changed": _shown(changed),
        "changed_total": len(changed),
        "new": _shown(new),
        "new_total": len(new),
        "faults": [fault.as_json() | {"place": fault.place} for fault in faults.in_order(SHEET_NAMES)],
        "faults_total": faults.total,
        "remarks": checked.remarks,
    }


def _shown(lines: list[Line]) -> list[dict[str, Any]]:
    return [line.as_json() for line in lines[:SHOWN_LINES]]


def _check(content: bytes, known: Known, progress: Progress) -> CheckedImport:
    book = open_book(content)
    faults, remarks = FaultList(), list[str]()
    # Each row is stepped over twice: when it is read and when it is checked.
    progress.expect(2 * book.estimated_rows)
    tables = read_tables(book, faults, remarks, progress.step)
    return check_tables(tables, known, faults, remarks, progress.step)


def _refuse_other_than_previewed(checked: CheckedImport, fingerprint: str) -> None:
    if checked.faults:
        raise Refused(
            Words(
                "预览之后有人改过组织或人员，现在表里有 {total} 处对不上，没有导入。请重新预览。",
                total=checked.faults.total,
            ),
            code="import.changed_since",
        )
    if checked.plan.is_empty:
        raise Refused(Words("这份表的内容库里都已经有了，没有要改的。"), code="import.nothing_to_do")
    if checked.plan.fingerprint != fingerprint:
        raise Refused(
            Words("预览之后有人改过组织或人员，要写入的内容和您看到的不一样了，没有导入。请重新预览。"),
            code="import.changed_since",
        )


@transaction.atomic
def _write(
    actor: Actor, now: datetime, plan: Plan, known: Known, result: dict[str, Any], progress: Progress
) -> bool:
    """Writes the plan if the register is still the one it was made for; says whether it did."""
    begin_change(actor)
    if load_known() != known:
        return False
    PlanWriter(actor.institution).write(plan)
    record_event(
        institution_id=actor.institution_id,
        verb="register.imported",
        actor_id=actor.account_id,
        subject=actor.institution,
        now=now,
        payload={
            "sha256": result["sha256"],
            "tallies": result["tallies"],
            "changed": [line.as_json() for line in plan.lines if not line.is_new][:RECORDED_LINES],
        },
    )
    progress.finish(result)
    return True
