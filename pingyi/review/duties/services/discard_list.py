from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.duties.models import DutyList
from pingyi.review.duties.services.locks import lock_kept_list
from pingyi.review.duties.services.record import record_about_list


@transaction.atomic
def discard_list(*, actor: Actor, now: datetime, duty_list: DutyList) -> None:
    """Throw a draft away that was laid out by mistake. A list in force stays."""
    row = lock_kept_list(actor, duty_list.pk)
    if row.state == DutyList.State.ISSUED:
        raise Refused(
            Words("这张清单已经印发，不能撤掉。不用办的条目，到“改清单”里写明理由撤下。"),
            code="duty_list.issued",
        )
    record_about_list(actor, now, row, "duty_list.discarded")
    row.delete()
