"""Rows that an act is about, held until it is done; nothing goes on once the review is archived."""

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import Cycle, Reporter
from pingyi.review.daily.models import IndicatorSet, SelfAssessment
from pingyi.review.daily.queries.sets import GONE
from pingyi.review.daily.rules import may_check, may_keep_sets


def refuse_strangers_to_sets(actor: Actor) -> None:
    if not may_keep_sets(actor):
        raise Forbidden(Words("考核指标由经办人定，您的账号只能看。"))


def lock_set(actor: Actor, set_id: int) -> IndicatorSet:
    """The set for a clerk who works on it."""
    refuse_strangers_to_sets(actor)
    found: IndicatorSet | None = IndicatorSet.objects.select_for_update().filter(pk=set_id).first()
    if found is None:
        raise Missing(GONE, code="indicator_set.missing")
    return found


def lock_draft_set(actor: Actor, set_id: int) -> IndicatorSet:
    """The set while it may be changed."""
    found = lock_set(actor, set_id)
    if found.state != IndicatorSet.State.DRAFT:
        raise Refused(
            Words("这一版已经生效，不能改。要改就做一个新版本，原来的留着。"), code="indicator_set.in_force"
        )
    return found


def lock_review(cycle_id: int) -> Cycle:
    """The review: two acts about it at once come one after the other."""
    cycle: Cycle | None = Cycle.objects.select_for_update(of=("self",)).filter(pk=cycle_id).first()
    if cycle is None:
        raise Missing(Words("没有这一轮评议。请回到首页，从列表里打开。"), code="cycle.missing")
    refuse_archived(cycle)
    return cycle


def lock_reporter(reporter_id: int) -> Reporter:
    found: Reporter | None = (
        Reporter.objects.select_for_update(of=("self",))
        .select_related("cycle", "organisation", "person")
        .filter(pk=reporter_id)
        .first()
    )
    if found is None:
        raise Missing(Words("名册上没有这一位，可能已经撤下。请回到名册。"), code="reporter.missing")
    refuse_archived(found.cycle)
    return found


def lock_to_check(actor: Actor, assessment_id: int) -> SelfAssessment:
    """The self-assessment for a clerk who judges it, held by its reporter."""
    reporter_id = SelfAssessment.objects.filter(pk=assessment_id).values_list("reporter", flat=True).first()
    if reporter_id is None:
        raise Missing(Words("没有这份自评，可能已经撤掉。"), code="self_assessment.missing")
    reporter = lock_reporter(reporter_id)
    if not may_check(actor, reporter):
        raise Forbidden(Words("自评由经办人核对，本单位的要请别人核对。"))
    found: SelfAssessment = SelfAssessment.objects.select_related("indicator").get(pk=assessment_id)
    found.reporter = reporter
    return found


def refuse_archived(cycle: Cycle) -> None:
    if cycle.state == Cycle.State.ARCHIVED:
        raise Refused(Words("这一轮已经归档，日常考核不能再改。"), code="cycle.archived")
