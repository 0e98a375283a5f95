"""What every act of an examiner asks first: may she, and did she see the draft that is there now."""

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.dutyreports.domain.levels import Stage
from pingyi.review.dutyreports.domain.states import ReportState
from pingyi.review.dutyreports.models import DutyReport
from pingyi.review.dutyreports.rules import may_decide
from pingyi.review.dutyreports.services.report_lock import refuse_archived


def allow_deciding(actor: Actor, row: DutyReport, stage: Stage) -> None:
    """Refuses whoever may neither return the report nor let it pass, and everybody once the review is archived."""
    if not may_decide(actor, row, stage):
        is_own = row.reporter.organisation_id in actor.organisation_ids
        who = (
            Words("经办人")
            if row.state != ReportState.SUBMITTED or stage.is_for_clerks
            else Words("“{stage}”这一级指定的人", stage=stage.name)
        )
        raise Forbidden(
            Words("您是这个单位的书记，报告要由另一位审的人审。")
            if is_own
            else Words("述职报告现在由{who}审。", who=who)
        )
    refuse_archived(row)


def refuse_stale(row: DutyReport, seen_version: int | None) -> None:
    """Refuses who looked at an earlier draft; None for callers that saw none."""
    if seen_version is not None and seen_version != row.version:
        raise Refused(
            Words("您打开这一页以后，书记又交了新的一稿，没有办。请看过现在这一稿再办。"),
            code="report.changed_meanwhile",
        )
