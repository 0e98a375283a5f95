from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.queries import settings_of
from pingyi.review.dutyreports.domain.likeness import find_likeness
from pingyi.review.dutyreports.models import DutyReport, LikenessCheck
from pingyi.review.dutyreports.queries import named_anywhere
from pingyi.review.dutyreports.queries.likeness import corpus_for, found_for
from pingyi.review.dutyreports.rules import may_see_likeness, may_write_report
from pingyi.review.dutyreports.services.likeness.keep import keep_found
from pingyi.review.dutyreports.services.record import record_act
from pingyi.review.dutyreports.services.report_lock import hold_report


def compare_report(*, actor: Actor, now: datetime, report: DutyReport) -> LikenessCheck:
    """Compare one report as it stands with the others and keep what was found. The author may at any time; who
    examines when she has handed it in, and, where that is the rule, has seen the passages. The same texts again change
    nothing, except that the author has now seen what there is.
    """
    is_author = may_write_report(actor, report.reporter)
    if not is_author and not may_see_likeness(actor, report, named_anywhere(report)):
        raise Forbidden(Words("相近段落先给写报告的书记看，交上来以后审的人才看。"))
    earlier = found_for(report)
    if not is_author and not earlier.is_open(settings_of(report.reporter.cycle)):
        raise Forbidden(Words("这一轮定了书记自己先看相近段落，她还没有看。"))
    corpus = corpus_for(report.reporter.cycle, also=[report.pk])
    check = earlier.check
    is_fresh = check is not None and check.fingerprint == corpus.fingerprint
    if check is not None and is_fresh and (check.looked_at or not is_author):
        return check
    found = find_likeness(corpus.texts, corpus.rules, asked=[report.pk], known=corpus.known)
    with transaction.atomic():
        row = hold_report(report.pk)
        check = keep_found(
            institution_id=row.institution_id,
            account_id=actor.account_id,
            now=now,
            corpus=corpus,
            found=found,
            report_id=row.pk,
            is_author=is_author,
        )
        record_act(actor=actor, now=now, report=row, verb="likeness.compared")
    return check
