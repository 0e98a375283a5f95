"""The facts of the results summary: the kept calculation with the words to its codes."""

from pingyi.core.clock import PEOPLE_ZONE
from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.review.appraisal.documents import ResultsSummary, ReviewedPerson, SummaryClass
from pingyi.review.appraisal.models import AppraisalSnapshot
from pingyi.review.appraisal.phrases import GRADE_WORDS, MODE_WORDS
from pingyi.review.appraisal.queries.results import ResultRow, results_of
from pingyi.review.ballots.models import HandCount, Voting
from pingyi.review.cycles.queries import settings_of


def summary_of(snapshot: AppraisalSnapshot) -> ResultsSummary:
    """Everything that the workbook shows. Refused where the rules of the review give no score."""
    results = results_of(snapshot)
    if results.appraisal is None:
        raise Refused(Words("这次计算按规则没有得分，没有汇总表可下载。"), code="summary.no_score")
    meeting = snapshot.meeting
    counters, scrutineers = _counting_desk(snapshot)
    return ResultsSummary(
        convenor=meeting.cycle.convenor.name,
        review=meeting.cycle.name,
        meeting=meeting.name,
        rules=results.rules,
        fingerprint=snapshot.rules_fingerprint,
        snapshot=snapshot.sequence,
        made_at=snapshot.made_at.astimezone(PEOPLE_ZONE),
        classes=tuple(SummaryClass(one.code, one.name, one.unopened_reason) for one in results.classes),
        people=tuple(person for row in results.rows if (person := _person(row))),
        appraisal=results.appraisal,
        grade_words=GRADE_WORDS,
        counters=counters,
        scrutineers=scrutineers,
        deciding_meeting=settings_of(meeting.cycle).decision_body,
    )


def _person(row: ResultRow) -> ReviewedPerson | None:
    """The line of one person; who was not voted on has none."""
    if row.given is None or row.result is None:
        return None
    decision = row.decision
    return ReviewedPerson(
        organisation=row.reporter.organisation.name,
        secretary=row.reporter.person.name,
        mode=MODE_WORDS[row.reporter.mode],
        counts=row.given.ballots,
        result=row.result,
        daily=row.given.daily,
        leader=row.given.leader,
        decided_grade=GRADE_WORDS[decision.decided_grade] if decision else None,
        reason=decision.reason if decision and row.is_changed else "",
    )


def _counting_desk(snapshot: AppraisalSnapshot) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who counted by hand, and who opened and closed the voting; each name once."""
    hands = HandCount.objects.filter(box__voting__meeting=snapshot.meeting_id).select_related("counted_by")
    voting = Voting.objects.select_related("opened_by", "closed_by").get(meeting=snapshot.meeting_id)
    counters = dict.fromkeys(hand.counted_by.display_name for hand in hands.order_by("pk"))
    watchers = (account.display_name for account in (voting.opened_by, voting.closed_by) if account)
    return tuple(counters), tuple(dict.fromkeys(watchers))
