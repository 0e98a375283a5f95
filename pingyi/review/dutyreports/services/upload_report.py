"""A Word file in two steps: handed in and looked at, then placed. Nothing of the report changes before the second."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.files import store_file
from pingyi.core.words import Words
from pingyi.documents.reading.word import read_word
from pingyi.organisations.actor import Actor
from pingyi.review.dutyreports.domain.kept import Reason
from pingyi.review.dutyreports.domain.placing import Placed, place_lines
from pingyi.review.dutyreports.models import DutyReport, ReportUpload
from pingyi.review.dutyreports.queries.uploads import cut_up, find_upload
from pingyi.review.dutyreports.rules import may_write_report
from pingyi.review.dutyreports.services.keep_version import keep_version
from pingyi.review.dutyreports.services.record import record_act
from pingyi.review.dutyreports.services.report_lock import hold_report
from pingyi.review.dutyreports.services.save_report import changes_by_name, refuse_unwritable, write_changes

LONGEST_NOTE = 80


class Unplaced(Refused):
    """Lines of the file that nobody has decided on; `lines` are their places."""

    def __init__(self, lines: tuple[int, ...]) -> None:
        super().__init__(
            Words(
                "还有{lines}段没有说放到哪里，什么都没有换。给下面标着的几段选一节，或者选“不放进报告”。",
                lines=len(lines),
            ),
            code="upload.unplaced",
        )
        self.lines = lines


def upload_report(
    *, actor: Actor, now: datetime, report: DutyReport, name: str, content: bytes
) -> ReportUpload:
    """Keep a Word file that can be read. A file that cannot is refused with what to do and is not kept."""
    read_word(content)
    with transaction.atomic():
        row = _hold(actor, report)
        stored = store_file(
            institution_id=row.institution_id,
            name=name,
            content=content,
            stored_by_id=actor.account_id,
            now=now,
        )
        upload: ReportUpload = ReportUpload.objects.create(
            institution_id=row.institution_id,
            report=row,
            file=stored,
            uploaded_at=now,
            uploaded_by_id=actor.account_id,
        )
    return upload


@transaction.atomic
def place_upload(
    *,
    actor: Actor,
    now: datetime,
    report: DutyReport,
    upload_id: int,
    seen_version: int,
    choices: Mapping[int, str],
) -> Placed:
    """Put the text of the file into the sections: what stood there is kept as a version and gives way.

    `choices` by place of the line: a field of the report or `none`. Refused while any line is undecided.
    """
    row = _hold(actor, report)
    upload = find_upload(row, upload_id)
    found = cut_up(row, upload)
    placed = place_lines(found.lines, found.groups, choices)
    if placed.missing:
        raise Unplaced(placed.missing)
    if strange := placed.texts.keys() - found.targets.keys():
        raise Refused(
            Words("选的地方有{strange}处报告里没有，什么都没有换。请重新选。", strange=len(strange)),
            code="upload.no_such_place",
        )
    if not any(placed.texts.values()):
        raise Refused(Words("没有一段要放进报告，什么都没有换。给要用的几段选一节。"), code="upload.nothing")
    if seen_version != row.version:
        raise Refused(
            Words("您打开这一页以后，报告在别处改过，什么都没有换。请看过下面现在的字数再换。"),
            code="report.changed_meanwhile",
        )
    changed = changes_by_name(row, {field: text for field, text in placed.texts.items() if text})
    keep_version(actor_id=actor.account_id, now=now, report=row, reason=Reason.REPLACED, kept=found.standing)
    if not changed.is_empty:
        write_changes(row, changed, actor, now)
    note = str(upload.file.name)[-LONGEST_NOTE:]
    keep_version(actor_id=actor.account_id, now=now, report=row, reason=Reason.UPLOADED, note=note)
    upload.placed_at = now
    upload.save(update_fields=["placed_at"])
    payload = {"file": upload.file.name, "sha256": upload.file.sha256, "left_out": len(placed.left)}
    record_act(actor=actor, now=now, report=row, verb="report.uploaded", payload=payload)
    return placed


def _hold(actor: Actor, report: DutyReport) -> DutyReport:
    row = hold_report(report.pk)
    if not may_write_report(actor, row.reporter):
        raise Forbidden(Words("述职报告由述职的书记本人写。"))
    refuse_unwritable(row)
    return row
