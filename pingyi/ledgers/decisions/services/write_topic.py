"""Writing a topic down, and changing it while it is a draft."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from pingyi.core.errors import Refused
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.ledgers.decisions.domain.life import State
from pingyi.ledgers.decisions.domain.matters import Authority, Major, Subject, route_of
from pingyi.ledgers.decisions.models import Topic
from pingyi.ledgers.decisions.queries.people import people_of
from pingyi.ledgers.decisions.queries.rules_in_force import book_of
from pingyi.ledgers.decisions.services.locked import happened, lock_topic, record, said
from pingyi.ledgers.kit.services.write_record import refuse_strangers
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation

TITLE_LENGTH, SUMMARY_LENGTH = 120, 2000


@dataclass(frozen=True)
class Wish:
    """What somebody wants to bring before a body, as typed. `amount` is in fen."""

    title: str
    subject: str
    presenter_id: int
    proposed_on: date | None
    summary: str = ""
    major: str = ""
    amount: int | None = None
    authority: str = ""


@transaction.atomic
def draft_topic(*, actor: Actor, now: datetime, organisation: Organisation, wish: Wish) -> Topic:
    """Write a topic down. Its number follows the last of the unit in that year; who decides it follows from the rules.

    Records `topic.drafted`.
    """
    refuse_strangers(actor, organisation)
    # Numbers of one unit are given one after the other.
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    topic = Topic(institution_id=organisation.institution_id, organisation=organisation)
    topic.recorded_at, topic.recorded_by_id = now, actor.account_id
    _fill(topic, wish, now)
    topic.year = topic.proposed_on.year
    last = Topic.objects.filter(organisation=organisation, year=topic.year).aggregate(last=Max("number"))[
        "last"
    ]
    topic.number = (last or 0) + 1
    topic.save(force_insert=True)
    record("topic.drafted", topic, actor, now, title=topic.title, organisation=organisation.pk)
    return topic


@transaction.atomic
def change_topic(*, actor: Actor, now: datetime, topic: Topic, wish: Wish) -> Topic:
    """Change a draft. Once it was filed a topic says what it said. Records `topic.changed`."""
    row = lock_topic(actor, topic.pk)
    if row.state != State.DRAFT:
        raise Refused(Words("议题已经报送，不能再改。要改的，另提一个议题。"), code="topic.filed")
    _fill(row, wish, now)
    row.save()
    record("topic.changed", row, actor, now, title=row.title)
    return row


def _fill(topic: Topic, wish: Wish, now: datetime) -> None:
    topic.title = said(wish.title, limit=TITLE_LENGTH, field="title", missing=Words("写一句议题的名称。"))
    topic.summary = tidy(wish.summary)[:SUMMARY_LENGTH]
    topic.subject = _chosen(Subject, wish.subject, "subject")
    topic.major = _chosen(Major, wish.major, "major") if wish.major else ""
    topic.authority = _chosen(Authority, wish.authority, "authority") if wish.authority else ""
    if wish.amount is not None and wish.amount < 0:
        raise Refused(Words("金额不能小于0。"), code="topic.amount", field="amount")
    topic.amount = wish.amount
    topic.proposed_on = happened(wish.proposed_on, now, field="proposed_on")
    presenter = next((one for one in people_of(topic.organisation) if one.pk == wish.presenter_id), None)
    if presenter is None:
        raise Refused(
            Words("从本单位的人里选分管负责人。没有的，请经办人在“人员”里登记。"),
            code="topic.presenter",
            field="presenter",
        )
    topic.presenter = presenter
    book = book_of(topic.organisation, topic.proposed_on)
    major = Major(topic.major) if topic.major else None
    route = route_of(topic.organisation.unit_kind, Subject(topic.subject), major, book.first_studied)
    topic.decides, topic.studies_first = route.decides, route.studies_first or ""


def _chosen(kind: type[Subject] | type[Major] | type[Authority], sent: str, field: str) -> str:
    if sent not in [one.value for one in kind]:
        raise Refused(Words("从列出的里面选一个。"), code=f"topic.{field}", field=field)
    return sent
