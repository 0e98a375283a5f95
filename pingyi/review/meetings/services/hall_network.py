from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.meetings.models import Sitting
from pingyi.review.meetings.services.record import record_act
from pingyi.review.meetings.services.sitting_lock import lock_sitting


@transaction.atomic
def set_hall_network(
    *, actor: Actor, now: datetime, sitting: Sitting, name: str, password: str = ""
) -> Sitting:
    """Write down the hall's wireless network; the screen shows it while people vote. Empty: there is none."""
    sitting = lock_sitting(actor, sitting.pk)
    name, password = name.strip(), password.strip()
    if len(name.encode()) > 32:
        raise Refused(
            Words("网络名太长。无线网络的名称最多32个字节，汉字不超过10个。"),
            code="network.name",
            field="network_name",
        )
    if password and not 8 <= len(password) <= 63:
        raise Refused(
            Words("密码不对。无线网络的密码是8到63位；没有密码就空着。"),
            code="network.password",
            field="network_password",
        )
    if password and not name:
        raise Refused(Words("写了密码，没有写网络名。"), code="network.name", field="network_name")
    sitting.network_name, sitting.network_password = name, password
    sitting.save(update_fields=["network_name", "network_password"])
    record_act(
        actor=actor,
        now=now,
        sitting=sitting,
        verb="hall_network.set",
        subject=sitting,
        payload={"name": name},
    )
    return sitting
