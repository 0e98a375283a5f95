"""Who may do what with the duty reports."""

from collections.abc import Collection

from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import Cycle, Reporter
from pingyi.review.cycles.rules import is_at_home, may_prepare
from pingyi.review.dutyreports.domain.levels import Stage
from pingyi.review.dutyreports.domain.states import ReportState, is_handed_in
from pingyi.review.dutyreports.models import DutyReport


def may_write_report(actor: Actor, reporter: Reporter) -> bool:
    """Beginning, writing, handing in: the secretary who reports, for the own organisation only.

    An account that is tied to a person writes only that person's report; one that is tied to nobody is trusted with
    the organisation it was given.
    """
    is_own_person = actor.person_id is None or actor.person_id == reporter.person_id
    return _is_secretary_of(actor, reporter) and is_own_person


def may_review_report(actor: Actor, reporter: Reporter) -> bool:
    """The last level, and returning what was accepted: the clerk, but nobody passes the own report."""
    return actor.has_role("clerk") and is_at_home(actor, reporter) and not _is_own(actor, reporter)


def may_examine(actor: Actor, report: DutyReport, stage: Stage) -> bool:
    """Passing or returning at the level that has the report: whoever is named for it; the clerk at the last level and
    where nobody is named. Nobody examines her own report, nor a draft that she saved or handed in herself."""
    reporter = report.reporter
    wrote = {report.saved_by_id, report.submitted_by_id}
    if _is_own(actor, reporter) or actor.account_id in wrote or not is_at_home(actor, reporter):
        return False
    return actor.has_role("clerk") if stage.is_for_clerks else actor.account_id in stage.named


def may_decide(actor: Actor, report: DutyReport, stage: Stage) -> bool:
    """Returning a report or letting it pass as it stands: a submitted one is the affair of the level that has it, any
    other that of the clerks."""
    if report.state == ReportState.SUBMITTED:
        return may_examine(actor, report, stage)
    return may_review_report(actor, report.reporter)


def may_read_report(actor: Actor, reporter: Reporter, examiners: Collection[int] = ()) -> bool:
    """The clerk and the leaders read all, a secretary the reports of the own organisation, an examiner those that she
    is named for (`examiners`: the accounts named for this report, `queries.named_anywhere`)."""
    is_reader = actor.has_role("clerk", "leader") and is_at_home(actor, reporter)
    is_examiner = actor.account_id in examiners and is_at_home(actor, reporter)
    return is_reader or is_examiner or _is_secretary_of(actor, reporter)


def may_set_reports(actor: Actor, cycle: Cycle) -> bool:
    """Outlines, examiners, reminders: the clerk's work."""
    return may_prepare(actor, cycle)


def may_list_reports(actor: Actor, cycle: Cycle) -> bool:
    """Who has handed in and who has not: whoever prepares or leads."""
    return actor.has_role("clerk", "leader") and is_at_home(actor, cycle)


def _is_own(actor: Actor, reporter: Reporter) -> bool:
    is_same_person = actor.person_id is not None and actor.person_id == reporter.person_id
    return is_same_person or reporter.organisation_id in actor.organisation_ids


def _is_secretary_of(actor: Actor, reporter: Reporter) -> bool:
    is_own = reporter.organisation_id in actor.organisation_ids
    return actor.has_role("secretary") and is_at_home(actor, reporter) and is_own


def may_see_likeness(actor: Actor, report: DutyReport, examiners: Collection[int] = ()) -> bool:
    """Which words are alike, with the author's explanation: whoever examines, after it was handed in. The author sees
    it before (`may_write_report`); nobody else does, also not leaders: it is no part of the judgement."""
    reporter = report.reporter
    is_examiner = actor.has_role("clerk") or actor.account_id in examiners
    is_stranger = is_at_home(actor, reporter) and not _is_own(actor, reporter)
    return is_examiner and is_stranger and is_handed_in(report.state)


def may_compare_reports(actor: Actor, cycle: Cycle) -> bool:
    """Comparing all reports of a cycle, and the list of what was found."""
    return may_prepare(actor, cycle)
