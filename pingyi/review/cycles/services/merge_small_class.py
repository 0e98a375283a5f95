from collections import Counter
from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.domain.merges import MergeFault, SizedClass, merge_fault
from pingyi.review.cycles.models import VoterClass, VoterListing
from pingyi.review.cycles.queries.settings import settings_of
from pingyi.review.cycles.services.plan_lock import lock_draft, still_there
from pingyi.review.cycles.services.voter_classes import record_class

WORDS = {
    MergeFault.SAME_CLASS: Words("不能并入自己。请选另一类。"),
    MergeFault.ALREADY_MERGED: Words("{code}类已经并入别的类。要改，先撤销并入。"),
    MergeFault.TARGET_MERGED: Words("{into}类自己也并入了别的类。请选单独投票的类。"),
    MergeFault.HOSTS_OTHERS: Words("别的类并在{code}类里。先撤销那些并入，再并{code}类。"),
    MergeFault.EMPTY: Words("{code}类没有投票人，不用并入。列名单，或撤掉这一类。"),
    MergeFault.LARGE_ENOUGH: Words("{code}类有{size}人，够{threshold}人，单独投票。只有人数不足的类才并入。"),
}


@transaction.atomic
def merge_small_class(
    *, actor: Actor, now: datetime, voter_class: VoterClass, into: VoterClass, reason: str
) -> VoterClass:
    """Let a class below the threshold vote in another one: same forms, same box; its weight adds to the other's.

    Decided from class sizes alone, before the vote, with a reason; author and time are kept.
    """
    draft = lock_draft(actor, voter_class.meeting.cycle_id)
    row, target = still_there(voter_class), still_there(into)
    if target.meeting_id != row.meeting_id:
        raise Refused(Words("只能并入同一场会议的类。"), code="merge.other_meeting", field="into")
    threshold = settings_of(draft).threshold
    classes = sized_classes(row.meeting_id)
    fault = merge_fault(classes, row.code, target.code, threshold)
    if fault is not None:
        size = next(one.size for one in classes if one.code == row.code)
        words = WORDS[fault].format(code=row.code, into=target.code, size=size, threshold=threshold)
        raise Refused(words, code=f"merge.{fault}", field="into")
    if not reason.strip():
        raise Refused(
            Words("写明为什么并入，例如“不足5人，免得猜出个人的票”。"), code="merge.reason", field="reason"
        )
    row.merged_into, row.merge_reason = target, reason.strip()
    row.merged_by_id, row.merged_at = actor.account_id, now
    row.save(update_fields=["merged_into", "merge_reason", "merged_by", "merged_at"])
    record_class(actor, now, "class.merged", row, into=target.code, reason=row.merge_reason)
    return row


@transaction.atomic
def unmerge_class(*, actor: Actor, now: datetime, voter_class: VoterClass) -> None:
    """Let a merged class vote on its own again. Doing it twice changes nothing."""
    lock_draft(actor, voter_class.meeting.cycle_id)
    row = still_there(voter_class)
    if row.merged_into_id is None:
        return
    row.merged_into, row.merge_reason, row.merged_by, row.merged_at = None, "", None, None
    row.save(update_fields=["merged_into", "merge_reason", "merged_by", "merged_at"])
    record_class(actor, now, "class.unmerged", row)


def sized_classes(meeting_id: int) -> list[SizedClass]:
    """The classes of a meeting with the number of people who count in each."""
    sizes = Counter(
        VoterListing.objects.filter(meeting=meeting_id, counts_here=True).values_list(
            "voter_class_id", flat=True
        )
    )
    rows = VoterClass.objects.filter(meeting=meeting_id).select_related("merged_into").order_by("order")
    return [
        SizedClass(row.code, row.order, sizes[row.pk], row.merged_into.code if row.merged_into else None)
        for row in rows
    ]
