"""Adding, changing, ordering and removing the voter classes of a meeting."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any

from django.db import transaction
from django.db.models import F, Max, ProtectedError

from pingyi.core.errors import Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words, listed
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.domain.codes import CODE_PATTERN, next_code
from pingyi.review.cycles.domain.ordering import moved
from pingyi.review.cycles.domain.weights import WeightFaultError, read_weight
from pingyi.review.cycles.models import ReviewMeeting, VoterClass
from pingyi.review.cycles.services.plan_lock import lock_draft, still_there
from pingyi.review.cycles.services.settle_overlaps import settle_overlaps


@dataclass(frozen=True)
class ClassPlan:
    """What is planned of a class, as typed. An empty weight means: not set yet. An empty code: the next letter."""

    name: str
    weight: str = ""
    code: str = ""
    is_selected_part: bool = False
    selection_note: str = ""


@transaction.atomic
def add_class(*, actor: Actor, now: datetime, meeting: ReviewMeeting, plan: ClassPlan) -> VoterClass:
    """Add a class behind the others. Its list is empty and its weight is what was typed, never a default."""
    draft = lock_draft(actor, meeting.cycle_id)
    meeting = still_there(meeting)
    others = list(VoterClass.objects.filter(meeting=meeting))
    fields = checked_class(
        plan, others, code=plan.code.strip().upper() or next_code([one.code for one in others])
    )
    last = max((one.order for one in others), default=0)
    row: VoterClass = VoterClass.objects.create(
        institution_id=draft.institution_id, meeting=meeting, order=last + 1, **fields
    )
    record_class(actor, now, "class.added", row)
    return row


@transaction.atomic
def change_class(*, actor: Actor, now: datetime, voter_class: VoterClass, plan: ClassPlan) -> VoterClass:
    """Change code, name, weight or how a selected part was selected."""
    lock_draft(actor, voter_class.meeting.cycle_id)
    row = still_there(voter_class)
    others = list(VoterClass.objects.filter(meeting=row.meeting_id).exclude(pk=row.pk))
    fields = checked_class(plan, others, code=plan.code.strip().upper() or row.code)
    for name, value in fields.items():
        setattr(row, name, value)
    row.save(update_fields=list(fields))
    record_class(actor, now, "class.changed", row)
    return row


@transaction.atomic
def remove_class(*, actor: Actor, now: datetime, voter_class: VoterClass) -> None:
    """Take a class away with its list. Refused while other classes are merged into it."""
    lock_draft(actor, voter_class.meeting.cycle_id)
    row = still_there(voter_class)
    guests = listed(
        VoterClass.objects.filter(merged_into=row).order_by("order").values_list("code", flat=True)
    )
    if guests:
        raise Refused(
            Words("{guests}类并在{code}类里，没有撤掉。先撤销并入。", guests=guests, code=row.code),
            code="class.hosts_others",
        )
    people = list(row.listings.values_list("person_id", flat=True))
    record_class(actor, now, "class.removed", row)
    try:
        row.delete()
    except ProtectedError as use:
        raise Refused(
            Words("{code}类已经有签到或票箱，不能撤掉。", code=row.code), code="class.in_use"
        ) from use
    settle_overlaps(row.meeting_id, people)


@transaction.atomic
def move_class(*, actor: Actor, now: datetime, voter_class: VoterClass, step: int) -> None:
    """Move a class up or down. The order decides where people on several lists count, unless somebody decided."""
    lock_draft(actor, voter_class.meeting.cycle_id)
    row = still_there(voter_class)
    rows = {one.pk: one for one in VoterClass.objects.filter(meeting=row.meeting_id).order_by("order")}
    order = moved(list(rows), row.pk, step)
    if order == list(rows):
        return
    last = VoterClass.objects.filter(meeting=row.meeting_id).aggregate(last=Max("order"))["last"]
    VoterClass.objects.filter(meeting=row.meeting_id).update(order=F("order") + last)
    for place, pk in enumerate(order, start=1):
        rows[pk].order = place
    VoterClass.objects.bulk_update(rows.values(), ["order"])
    settle_overlaps(row.meeting_id)
    record_class(actor, now, "class.moved", rows[row.pk])


def checked_class(plan: ClassPlan, others: list[VoterClass], *, code: str) -> dict[str, Any]:
    """The fields of a class from what was typed; refused with the field at which something is wrong."""
    if not CODE_PATTERN.fullmatch(code):
        raise Refused(Words("代号用1到4个字母或数字，例如A。"), code="class.code", field="code")
    if any(one.code == code for one in others):
        raise Refused(
            Words("已经有{code}类。请换一个代号。", code=code), code="class.code_taken", field="code"
        )
    name, note = " ".join(plan.name.split()), plan.selection_note.strip()
    if not name:
        raise Refused(Words("写这一类是谁，例如“党委委员”。"), code="class.nameless", field="name")
    if len(name) > (VoterClass._meta.get_field("name").max_length or 0):
        raise Refused(Words("名称太长，请缩到120个字以内。"), code="class.name_long", field="name")
    if any(one.name == name for one in others):
        raise Refused(Words("已经有一类叫“{name}”，没有再加。", name=name), code="class.exists", field="name")
    if plan.is_selected_part and not note:
        raise Refused(
            Words("“部分”要写明怎么选出来的，例如“每个代表团推荐2名”。"),
            code="class.selection",
            field="selection_note",
        )
    return {
        "code": code,
        "name": name,
        "is_selected_part": plan.is_selected_part,
        "selection_note": note if plan.is_selected_part else "",
        **weight_fields(typed_weight(plan.weight)),
    }


def typed_weight(text: str, *, field: str = "weight") -> Fraction | None:
    """A weight as typed; refused at its field."""
    try:
        return read_weight(text)
    except WeightFaultError as fault:
        raise Refused(str(fault), code="class.weight", field=field) from fault


def weight_fields(weight: Fraction | None) -> dict[str, int | None]:
    """A weight as the row keeps it."""
    return {
        "weight_numerator": weight.numerator if weight is not None else None,
        "weight_denominator": weight.denominator if weight is not None else None,
    }


def record_class(actor: Actor, now: datetime, verb: str, row: VoterClass, **more: Any) -> None:
    """An event about a class, with what it is now."""
    weight = None if row.weight_numerator is None else f"{row.weight_numerator}/{row.weight_denominator}"
    record_event(
        institution_id=actor.institution_id,
        verb=verb,
        actor_id=actor.account_id,
        subject=row,
        now=now,
        payload={"code": row.code, "name": row.name, "order": row.order, "weight": weight, **more},
    )
