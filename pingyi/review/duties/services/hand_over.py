from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.queries.incumbents import incumbents
from pingyi.review.duties.domain.entries import ReportState
from pingyi.review.duties.models import DutyItem, DutyList
from pingyi.review.duties.services.fingerprint import fingerprint_of_list
from pingyi.review.duties.services.locks import lock_kept_list
from pingyi.review.duties.services.record import record_about_list


@transaction.atomic
def hand_over_list(*, actor: Actor, now: datetime, duty_list: DutyList) -> DutyList:
    """The secretary has changed: the list goes to the one in post now, with the entries that were the earlier one's
    to do. What she had reported done stays under her name.
    """
    row = lock_kept_list(actor, duty_list.pk)
    found = incumbents([row.organisation], row.cycle.year).get(row.organisation_id)
    if row.body_id is not None or found is None or found.person.pk == row.person_id:
        raise Refused(
            Words("登记在任的书记没有变，不用交接。书记变了的，先在“单位”里登记任免。"),
            code="duty_list.same_secretary",
        )
    earlier = row.person
    DutyItem.objects.filter(
        duty_list=row, responsible=earlier, state=ReportState.OPEN, dropped_at__isnull=True
    ).update(responsible=found.person)
    row.person, row.version = found.person, row.version + 1
    if row.state == DutyList.State.ISSUED:
        row.fingerprint = fingerprint_of_list(row)
    row.save(update_fields=["person", "version", "fingerprint"])
    record_about_list(
        actor,
        now,
        row,
        "duty_list.handed_over",
        earlier=earlier.name if earlier else "",
        person=found.person.name,
        fingerprint=row.fingerprint,
    )
    return row
