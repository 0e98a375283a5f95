from collections.abc import Mapping
from datetime import datetime
from fractions import Fraction

from django.db import transaction

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.appraisal.models import OutsideMark
from pingyi.review.appraisal.queries.marks import Marks, marks_of, needed_parts
from pingyi.review.appraisal.rules import may_enter_marks
from pingyi.review.cycles.models import Cycle, Reporter
from pingyi.review.cycles.queries import settings_of


@transaction.atomic
def enter_marks(*, actor: Actor, now: datetime, cycle: Cycle, marks: Mapping[int, Marks]) -> int:
    """Marks from outside the ballot (日常考核, 领导评价) by reporter; how many people's have changed.

    Refused where the rules of the review give them no weight. A calculation that was kept keeps its marks; the next
    one takes these. Records marks.entered.
    """
    if not may_enter_marks(actor, cycle):
        raise Forbidden(Words("测评以外的分数由计票人或领导录。"))
    Cycle.objects.select_for_update().get(pk=cycle.pk)
    if not needed_parts(settings_of(cycle)):
        raise Refused(Words("这一轮的得分只看测评，不用录别的分数。"), code="marks.not_needed")
    known = set(Reporter.objects.filter(cycle=cycle, is_voted_on=True).values_list("pk", flat=True))
    if not known.issuperset(marks):
        raise Missing(
            Words("名单里有人不在这一轮的测评范围里，没有保存。请刷新再录。"), code="reporter.missing"
        )
    present = marks_of(cycle)
    changed = {pk: mark for pk, mark in marks.items() if mark != present.get(pk, Marks())}
    for reporter_id, mark in changed.items():
        OutsideMark.objects.update_or_create(
            reporter_id=reporter_id,
            defaults={
                "institution_id": cycle.institution_id,
                **_halves("daily", mark.daily),
                **_halves("leader", mark.leader),
                "entered_by_id": actor.account_id,
                "entered_at": now,
            },
        )
    if changed:
        record_event(
            institution_id=cycle.institution_id,
            verb="marks.entered",
            actor_id=actor.account_id,
            subject=cycle,
            now=now,
            payload={"name": cycle.name, "reporters": sorted(changed)},
        )
    return len(changed)


def _halves(part: str, mark: Fraction | None) -> dict[str, int | None]:
    return {
        f"{part}_numerator": mark.numerator if mark is not None else None,
        f"{part}_denominator": mark.denominator if mark is not None else None,
    }
