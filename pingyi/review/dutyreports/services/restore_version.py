from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.dutyreports.domain.kept import Reason, kept_from
from pingyi.review.dutyreports.models import DutyReport
from pingyi.review.dutyreports.queries.versions import as_it_stands, find_version, texts_of
from pingyi.review.dutyreports.rules import may_write_report
from pingyi.review.dutyreports.services.keep_version import keep_version
from pingyi.review.dutyreports.services.record import record_act
from pingyi.review.dutyreports.services.report_lock import hold_report
from pingyi.review.dutyreports.services.save_report import (
    changes_by_name,
    refuse_unwritable,
    write_changes,
)


@transaction.atomic
def restore_version(
    *, actor: Actor, now: datetime, report: DutyReport, number: int, seen_version: int
) -> DutyReport:
    """Let the report read again as an earlier version did. What stood there is kept as a version first.

    Refused where the earlier version has words in a section that the report does not have any more.
    """
    row = hold_report(report.pk)
    if not may_write_report(actor, row.reporter):
        raise Forbidden(Words("述职报告由述职的书记本人写。"))
    refuse_unwritable(row)
    version = find_version(row, number, is_writer=True)
    standing = as_it_stands(row)
    wanted, stored = texts_of(kept_from(version.content)), texts_of(standing)
    homeless = [name for name, text in wanted.items() if name not in stored and text]
    if any(not name.startswith("heading-") for name in homeless):
        raise Refused(
            Words(
                "第{number}版里有的部分，现在的报告里没有，没有恢复。请打开那一版，把要的文字复制过来。",
                number=number,
            ),
            code="version.other_outline",
        )
    changed = changes_by_name(row, {name: text for name, text in wanted.items() if name in stored})
    if changed.is_empty:
        return row
    if seen_version != row.version:
        raise Refused(
            Words("您打开这一页以后，报告又改过，没有恢复。请看过和现在的差别再办。"),
            code="report.changed_meanwhile",
        )
    keep_version(actor_id=actor.account_id, now=now, report=row, reason=Reason.REPLACED, kept=standing)
    write_changes(row, changed, actor, now)
    keep_version(
        actor_id=actor.account_id,
        now=now,
        report=row,
        reason=Reason.RESTORED,
        note=Words("第{number}版", number=number),
    )
    record_act(actor=actor, now=now, report=row, verb="report.restored", payload={"version": number})
    return row
