"""Giving a list out: from then on it is in force."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import Cycle
from pingyi.review.duties.domain.rows import gap_of
from pingyi.review.duties.models import DutyItem, DutyList
from pingyi.review.duties.phrases import GAPS
from pingyi.review.duties.queries.lookup import items_in_force
from pingyi.review.duties.services.fingerprint import fingerprint_of_list
from pingyi.review.duties.services.locks import lock_kept_list, lock_year
from pingyi.review.duties.services.record import record_about_list


@transaction.atomic
def issue_list(*, actor: Actor, now: datetime, duty_list: DutyList) -> DutyList:
    """Put the list in force: every entry has a deadline and a responsible person. Issuing twice changes nothing."""
    row = lock_kept_list(actor, duty_list.pk)
    if row.state == DutyList.State.ISSUED:
        return row
    _refuse_gaps(row)
    row.state, row.issued_by_id, row.issued_at = DutyList.State.ISSUED, actor.account_id, now
    row.fingerprint = fingerprint_of_list(row)
    row.save(update_fields=["state", "issued_by", "issued_at", "fingerprint"])
    record_about_list(actor, now, row, "duty_list.issued", fingerprint=row.fingerprint)
    return row


@transaction.atomic
def issue_ready_lists(*, actor: Actor, now: datetime, cycle: Cycle) -> int:
    """Put every list in force that lacks nothing; says how many. The others stay drafts."""
    year = lock_year(actor, cycle.pk)
    drafts = DutyList.objects.filter(cycle=year, state=DutyList.State.DRAFT)
    lacking = DutyItem.objects.filter(
        Q(due_on__isnull=True) | Q(responsible__isnull=True), duty_list__in=drafts
    )
    ready = drafts.filter(items__isnull=False).exclude(pk__in=lacking.values("duty_list")).distinct()
    found = list(ready.order_by("pk"))
    for one in found:
        issue_list(actor=actor, now=now, duty_list=one)
    return len(found)


def _refuse_gaps(duty_list: DutyList) -> None:
    items = items_in_force(duty_list)
    if not items:
        raise Refused(Words("清单上一条也没有，没有印发。先去写。"), code="duty_list.empty")
    for place, item in enumerate(items, start=1):
        gap = gap_of(item.due_on, item.responsible_id)
        if gap is not None:
            raise Refused(
                Words("第{place}条{gap}，没有印发。到“改清单”里补上。", place=place, gap=GAPS[gap]),
                code=f"duty_list.no_{gap}",
            )
