"""Writing a topic down, and changing it while it is a draft."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db import transaction
from django.db.models import Max

from pingyi.core.errors import Refused
from pingyi.core.faults import Gathered
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.ledgers.decisions.domain.life import State
from pingyi.ledgers.decisions.domain.matters import Authority, Major, Subject, TopicKind, route_of
from pingyi.ledgers.decisions.domain.rulebook import RuleBook
from pingyi.ledgers.decisions.models import Topic
from pingyi.ledgers.decisions.queries.people import people_of
from pingyi.ledgers.decisions.queries.rules_in_force import book_of
from pingyi.ledgers.decisions.services.locked import happened, lock_topic, record, said
from pingyi.ledgers.kit.services.write_record import refuse_strangers
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation, Person

TITLE_LENGTH, SUMMARY_LENGTH = 120, 2000
_NO_PRESENTER = Words("从本单位的人里选分管负责人。没有的，请经办人在“人员”里登记。")
_NO_PROPOSER = Words("从本单位的人里选提出的人。")


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
    kind: str = TopicKind.DECISION.value
    proposer_id: int = 0


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
    """Everything that was typed, or all that is wrong with it at once."""
    people = {one.pk: one for one in people_of(topic.organisation)}
    found = Gathered()
    title = found.read(
        lambda: said(wish.title, limit=TITLE_LENGTH, field="title", missing=Words("写一句议题的名称。"))
    )
    kind = found.read(lambda: _chosen(TopicKind, wish.kind, "kind"))
    subject = found.read(lambda: _chosen(Subject, wish.subject, "subject"))
    major = found.read(lambda: _major(wish))
    authority = found.read(lambda: _chosen(Authority, wish.authority, "authority") if wish.authority else "")
    amount = found.read(lambda: _amount(wish))
    proposed_on = found.read(lambda: happened(wish.proposed_on, now, field="proposed_on"))
    presenter = found.read(lambda: _person(people, wish.presenter_id, "presenter", _NO_PRESENTER))
    proposer = found.read(
        lambda: _person(people, wish.proposer_id, "proposer", _NO_PROPOSER) if wish.proposer_id else None
    )
    found.refuse()
    topic.title, topic.summary = title, tidy(wish.summary)[:SUMMARY_LENGTH]
    topic.kind, topic.subject, topic.major, topic.authority = kind, subject, major, authority
    topic.amount, topic.proposed_on = amount, proposed_on
    topic.presenter, topic.proposer = presenter, proposer
    set_route(topic, book_of(topic.organisation, topic.proposed_on))


def set_route(topic: Topic, book: RuleBook) -> None:
    """Who decides the topic (not yet saved) follows from what it is about and the rules."""
    major = Major(topic.major) if topic.major else None
    route = route_of(
        topic.organisation.unit_kind, Subject(topic.subject), major, book.first_studied, TopicKind(topic.kind)
    )
    topic.decides, topic.studies_first = route.decides, route.studies_first or ""


def _major(wish: Wish) -> str:
    if wish.major and wish.kind != TopicKind.DECISION:
        raise Refused(
            Words("学习类、汇报类议题不表决，不标三重一大。要定的事，选决策类。"),
            code="topic.major_of_report",
            field="major",
        )
    return _chosen(Major, wish.major, "major") if wish.major else ""


def _amount(wish: Wish) -> int | None:
    if wish.amount is not None and wish.amount < 0:
        raise Refused(Words("金额不能小于0。"), code="topic.amount", field="amount")
    return wish.amount


def _person(people: dict[int, Person], number: int, field: str, missing: str) -> Person:
    if number not in people:
        raise Refused(missing, code=f"topic.{field}", field=field)
    return people[number]


def _chosen(kind: type[StrEnum], sent: str, field: str) -> str:
    if sent not in [one.value for one in kind]:
        raise Refused(Words("从列出的里面选一个。"), code=f"topic.{field}", field=field)
    return sent
