from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation
from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.rules import may_prepare
from pingyi.review.rectification.models import ProblemItem


@transaction.atomic
def raise_problem(
    *,
    actor: Actor,
    now: datetime,
    cycle: Cycle,
    organisation: Organisation,
    text: str,
    source: str,
    source_note: str = "",
    tags: Iterable[str] = (),
) -> ProblemItem:
    """Put a named problem of one organisation on the list, with the cycle's next number. It waits to be claimed."""
    if not may_prepare(actor, cycle):
        raise Forbidden(Words("问题由经办人列入清单。"))
    if not text.strip():
        raise Refused(Words("问题没有写内容。写清楚是什么问题。"), code="problem.text", field="text")
    return put_on_list(actor, now, cycle, organisation, text.strip(), source, source_note, known_tags(tags))


def put_on_list(
    actor: Actor,
    now: datetime,
    cycle: Cycle,
    organisation: Organisation,
    text: str,
    source: str,
    source_note: str = "",
    tags: Iterable[str] = (),
) -> ProblemItem:
    """The row with the next number of its cycle, and its event. The caller has settled who may, and the words."""
    # Numbers of one cycle are given one after the other.
    Cycle.objects.select_for_update(of=("self",)).get(pk=cycle.pk)
    last = ProblemItem.objects.filter(cycle=cycle).aggregate(last=Max("number"))["last"] or 0
    problem: ProblemItem = ProblemItem.objects.create(
        institution_id=cycle.institution_id,
        cycle=cycle,
        organisation=organisation,
        number=last + 1,
        text=text,
        source=source,
        source_note=source_note,
        tags=list(tags),
        raised_at=now,
    )
    record_event(
        institution_id=cycle.institution_id,
        verb="problem.raised",
        actor_id=actor.account_id,
        subject=problem,
        now=now,
        payload={
            "number": problem.number,
            "organisation": organisation.name,
            "source": source,
            "text": problem.text,
        },
    )
    return problem


def known_tags(tags: Iterable[str]) -> list[str]:
    """The tags in their own order, each once; an unknown one is refused."""
    wanted = set(tags)
    if not wanted <= set(ProblemItem.Tag.values):
        raise Refused(Words("标签只有重点问题、关键领域、薄弱环节三种。"), code="problem.tag", field="tags")
    return [tag for tag in ProblemItem.Tag.values if tag in wanted]
