"""What the rules ask of a topic, read from its rows."""

from collections.abc import Collection, Iterable, Mapping

from pingyi.ledgers.decisions.domain.bodies import BodyKind
from pingyi.ledgers.decisions.domain.matters import Authority, Major, Proposer, Route, Subject, TopicKind
from pingyi.ledgers.decisions.domain.talks import Answer, Heard, TalkKind, sum_up
from pingyi.ledgers.decisions.domain.topic_facts import TopicFacts
from pingyi.ledgers.decisions.models import Talk, Topic


def facts_of(
    topic: Topic,
    talks: Iterable[Talk],
    leaders: Collection[int],
    ranks: Mapping[int, Proposer] | None = None,
    files: int = 0,
) -> TopicFacts:
    """The facts of one topic; no query. `leaders` are the main leaders of its unit, `ranks` its posts by person,
    `files` how many papers lie with the topic.
    """
    heard = [
        Heard(TalkKind(one.kind), one.person_id, one.happened_on, Answer(one.answer), one.pk) for one in talks
    ]
    before = sum_up(heard, frozenset(leaders))
    first = BodyKind(topic.studies_first) if topic.studies_first else None
    return TopicFacts(
        subject=Subject(topic.subject),
        major=Major(topic.major) if topic.major else None,
        amount=topic.amount,
        authority=Authority(topic.authority) if topic.authority else None,
        route=Route(BodyKind(topic.decides), first),
        leaders=frozenset(leaders),
        agreed=before.agreed,
        differs=before.differs,
        consulted=before.consulted,
        opinions=before.opinions,
        studied_at=first if topic.studied_on else None,
        filed_on=topic.filed_on,
        characters=topic.characters,
        urgent_on=topic.urgent_on,
        kind=TopicKind(topic.kind),
        proposer=(ranks or {}).get(topic.proposer_id, Proposer.OTHER) if topic.proposer_id else None,
        minutes=topic.minutes,
        signed_on=topic.signed_on,
        files=files,
    )
