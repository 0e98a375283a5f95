from datetime import datetime

from django.db import transaction
from django.db.models import Max

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.services import record_event
from pingyi.core.text import tidy
from pingyi.core.words import Words, listed
from pingyi.organisations.actor import Actor
from pingyi.publishing.domain.drafting.credits import CreditScheme
from pingyi.publishing.domain.proofing.formulas import default_text, faults
from pingyi.publishing.domain.reviewing.steps import People
from pingyi.publishing.models import HouseRules
from pingyi.publishing.rules import may_set_house_rules

LONGEST_SOURCE = 60


@transaction.atomic
def set_house_rules(
    *, actor: Actor, now: datetime, people: str, credit_scheme: str, source: str, formulas: str
) -> HouseRules:
    """How the institution does its news from now on. An empty list of formulas, or the one that comes with the
    program, means that one, as it may grow.
    """
    if not may_set_house_rules(actor):
        raise Forbidden(Words("新闻的规矩由经办人定。"))
    text = "\n".join(line.rstrip() for line in formulas.replace("\r\n", "\n").strip().split("\n"))
    _check(people, credit_scheme, source, text)
    last = HouseRules.objects.aggregate(last=Max("number"))["last"] or 0
    row: HouseRules = HouseRules.objects.create(
        institution_id=actor.institution_id,
        number=last + 1,
        people=people,
        credit_scheme=credit_scheme,
        source=tidy(source),
        formulas="" if text == default_text().strip() else text,
        set_by_id=actor.account_id,
        set_at=now,
    )
    record_event(
        institution_id=actor.institution_id,
        verb="house_rules.set",
        actor_id=actor.account_id,
        subject=row,
        now=now,
        payload={"people": people, "credit_scheme": credit_scheme, "source": row.source},
    )
    return row


def _check(people: str, credit_scheme: str, source: str, formulas: str) -> None:
    if people not in list(People) or credit_scheme not in list(CreditScheme):
        raise Refused(Words("请从列出的几种里选。"), code="house_rules.choice", field="people")
    if len(tidy(source)) > LONGEST_SOURCE:
        raise Refused(
            Words("太长了，请缩到{limit}个字以内。", limit=LONGEST_SOURCE),
            code="house_rules.long",
            field="source",
        )
    wrong = faults(formulas)
    if wrong:
        raise Refused(listed(wrong, "\n"), code="house_rules.formulas", field="formulas")
