"""A project of the year's plan goes on by one stage, or one back."""

from datetime import date, datetime

from django.db import transaction

from pingyi.core.clock import today
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.queries.calendar import reckoning_on
from pingyi.review.duties.domain.entries import Part
from pingyi.review.duties.domain.stages import LAST, stage_after, stage_to_undo
from pingyi.review.duties.models import DutyItem, StageMove
from pingyi.review.duties.phrases import STAGES
from pingyi.review.duties.queries.readings import entry_of
from pingyi.review.duties.rules import may_link, may_report
from pingyi.review.duties.services.held_by_tasks import refuse_held
from pingyi.review.duties.services.locks import lock_item
from pingyi.review.duties.services.record import record_about_item
from pingyi.review.duties.services.words import asked_words, day_done


@transaction.atomic
def finish_stage(
    *, actor: Actor, now: datetime, item: DutyItem, stage: int, text: str, done_on: date | None = None
) -> StageMove:
    """Say that the project has finished this stage, which must be its next: who, on which day, with what.

    Not earlier than the stage before. The last one only when no task that hangs on the project is open.
    """
    row = lock_item(item.pk)
    if not may_report(actor, row.duty_list):
        raise Forbidden(Words("项目走到哪一步由所在单位的书记报。"))
    _refuse_duty(row)
    reached = entry_of(row, reckoning_on(today(now), row.institution_id)).stage
    upcoming = stage_after(reached)
    if upcoming is None or stage != upcoming:
        raise Refused(_order_words(reached), code="duty_project.order")
    if upcoming is LAST:
        refuse_held(row, now)
    words = asked_words(text, Words("写明这一步做成了什么。"), field="stage_text")
    day = day_done(done_on, now)
    before = _finished_on(row, reached)
    if before is not None and day < before:
        raise Refused(
            Words("上一步是{day}做成的，这一步不会更早。核对日子。", day=before.isoformat()),
            code="duty_project.earlier_day",
            field="done_on",
        )
    move = _move(actor, now, row, (reached, upcoming), words, day)
    record_about_item(
        actor, now, row, "duty_project.stage_finished", stage=STAGES[upcoming], happened_on=day.isoformat()
    )
    return move


@transaction.atomic
def take_back_stage(*, actor: Actor, now: datetime, item: DutyItem, reason: str) -> StageMove:
    """Take the stage back that was finished last, with a reason. By the organisation or the one who confirms."""
    row = lock_item(item.pk)
    if not may_link(actor, row.duty_list):
        raise Forbidden(Words("撤回一步由所在单位的书记或经办人办。"))
    _refuse_duty(row)
    words = asked_words(reason, Words("写明为什么撤回这一步。"), field="back_reason")
    reached = entry_of(row, reckoning_on(today(now), row.institution_id)).stage
    undone = stage_to_undo(reached)
    if undone is None:
        raise Refused(Words("还没有走完哪一步，没有可撤回的。"), code="duty_project.nothing_to_take_back")
    move = _move(actor, now, row, (reached, reached - 1), words)
    record_about_item(actor, now, row, "duty_project.stage_taken_back", stage=STAGES[undone], reason=words)
    return move


def _refuse_duty(item: DutyItem) -> None:
    if item.part != Part.PROJECT:
        raise Refused(Words("只有年度项目分四步走。"), code="duty_item.not_a_project")


def _order_words(reached: int) -> str:
    upcoming = stage_after(reached)
    if upcoming is None:
        return Words("四步都走完了，不用再报。")
    return Words("先谋划、再规划、再计划、再实施，一步也不能跳。现在轮到{stage}。", stage=STAGES[upcoming])


def _finished_on(item: DutyItem, stage: int) -> date | None:
    """The day on which this stage was finished last; nothing where it was finished on the list of an earlier year."""
    moves = StageMove.objects.filter(item=item, to_stage=stage, happened_on__isnull=False)
    return moves.order_by("-number").values_list("happened_on", flat=True).first()


def _move(
    actor: Actor,
    now: datetime,
    item: DutyItem,
    stages: tuple[int, int],
    text: str,
    happened_on: date | None = None,
) -> StageMove:
    from_stage, to_stage = stages
    move: StageMove = StageMove.objects.create(
        institution_id=item.institution_id,
        item=item,
        number=StageMove.objects.filter(item=item).count() + 1,
        from_stage=from_stage,
        to_stage=to_stage,
        happened_on=happened_on,
        text=text,
        moved_by_id=actor.account_id,
        moved_at=now,
    )
    return move
