"""A person says whether problems are the same fault again."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Institution
from pingyi.review.genealogy.domain.kinship import Kinship, Pair
from pingyi.review.genealogy.models import KinDecision
from pingyi.review.genealogy.queries.kinship import pairs_decided
from pingyi.review.genealogy.rules import may_decide_kin
from pingyi.review.genealogy.services.recurrence import record_recurrence
from pingyi.review.rectification.domain.problem import ProblemState
from pingyi.review.rectification.models import ProblemItem
from pingyi.review.rectification.queries.lookup import find_problem


@transaction.atomic
def decide_kin(
    *, actor: Actor, now: datetime, problem: ProblemItem, other_ids: Sequence[int], is_same: bool
) -> list[KinDecision]:
    """Keep what a person decided about a problem and one or more others; who and when stand with each pair.

    The others are of another year or another unit under the same convenor, and none of them was withdrawn. A pair
    that was decided the other way is decided anew; the same decision again changes nothing. Where the same fault of
    the same unit was struck off before, the record keeps that it has come again, with who had signed it off. The old
    problem stays struck off as it was; the new one carries the fault on.
    """
    if not may_decide_kin(actor, problem):
        raise Forbidden(Words("是不是同一个问题，由经办人定。"))
    if not other_ids:
        raise Refused(Words("没有选和哪一个问题比。选一个再定。"), code="kin.none", field="other")
    # Decisions of one institution come one after the other: lines are thought to their end over all of them.
    Institution.objects.select_for_update().get(pk=problem.institution_id)
    return [
        _decide(actor, now, problem, find_problem(other_id), is_same=is_same)
        for other_id in dict.fromkeys(other_ids)
    ]


def _decide(
    actor: Actor, now: datetime, problem: ProblemItem, other: ProblemItem, *, is_same: bool
) -> KinDecision:
    _refuse_what_does_not_fit(problem, other)
    pair = (min(problem.pk, other.pk), max(problem.pk, other.pk))
    row: KinDecision | None = KinDecision.objects.filter(first=pair[0], second=pair[1]).first()
    if row is not None and row.is_same == is_same:
        return row
    _refuse_against_others(pair, is_same=is_same)
    if row is None:
        row = KinDecision(institution_id=problem.institution_id, first_id=pair[0], second_id=pair[1])
    row.is_same, row.decided_by_id, row.decided_at = is_same, actor.account_id, now
    row.save()
    record_event(
        institution_id=actor.institution_id,
        verb="kin.confirmed" if is_same else "kin.rejected",
        actor_id=actor.account_id,
        subject=row,
        now=now,
        payload={"problems": [_named(problem), _named(other)]},
    )
    if is_same:
        record_recurrence(actor, now, problem, other)
    return row


def _named(problem: ProblemItem) -> str:
    return f"{problem.cycle.year}-{problem.number:03d} {problem.organisation.name}"


def _refuse_what_does_not_fit(problem: ProblemItem, other: ProblemItem) -> None:
    if problem.cycle.convenor_id != other.cycle.convenor_id:
        raise Missing(
            Words("这两个问题不是同一个党组织召开的评议提出的，不能放在一起比。"), code="kin.convenor"
        )
    if (problem.cycle_id, problem.organisation_id) == (other.cycle_id, other.organisation_id):
        raise Refused(
            Words("这两个问题是同一年度、同一单位的。重复列的，在问题清单上撤下一个。"), code="kin.same_place"
        )
    if ProblemState.WITHDRAWN in {problem.state, other.state}:
        raise Refused(Words("其中一个问题已经撤下，不用比了。"), code="kin.withdrawn")


def _refuse_against_others(pair: Pair, *, is_same: bool) -> None:
    """What follows from the other decisions cannot be decided against; the other decision comes first."""
    same, different = ([one for one in pairs if one != pair] for pairs in pairs_decided())
    kinship = Kinship(same, different)
    if is_same:
        against = kinship.apart_by(*pair)
        if against is not None:
            raise Refused(
                Words(
                    "和{problem}有关的判断相反：那两个定过不是同一个。先改那个判断。", problem=_said(against)
                ),
                code="kin.apart",
            )
    elif kinship.are_same(*pair):
        raise Refused(
            Words("这两个问题经过别的问题连在一起，定的是同一个。先改中间的判断。"), code="kin.one_line"
        )


def _said(pair: Pair) -> str:
    first, second = (find_problem(one) for one in pair)
    return Words("{first}和{second}", first=_named(first), second=_named(second))
