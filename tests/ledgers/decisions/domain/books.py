"""Rule books for tests: as the settings come, with what a test lays down."""

from dataclasses import replace
from datetime import date
from typing import Any

from pingyi.ledgers.decisions.domain.bodies import BodyKind
from pingyi.ledgers.decisions.domain.matters import Major, Proposer, Route, Subject
from pingyi.ledgers.decisions.domain.parameters import PARAMETERS, book_on
from pingyi.ledgers.decisions.domain.rulebook import RuleBook
from pingyi.ledgers.decisions.domain.topic_facts import TopicFacts
from pingyi.ledgers.kit.domain.parameters import Entry, Rulebook

DAY = date(2025, 12, 18)
JOINT, PARTY = BodyKind.JOINT_MEETING, BodyKind.PARTY_MEETING


def book_with(unit_kind: str = "college", **laid_down: Any) -> RuleBook:
    """The rules of a unit with some settings of its own; keys with a dot have two underscores here."""
    entries = [
        Entry(key.replace("__", "."), value, date(2025, 1, 1), number)
        for number, (key, value) in enumerate(laid_down.items())
    ]
    return book_on(Rulebook(PARAMETERS, entries), unit_kind, DAY)


def topic_with(**changes: Any) -> TopicFacts:
    """A project of a college that is ready for the joint meeting of `DAY`."""
    ready = TopicFacts(
        subject=Subject.OTHER,
        major=Major.PROJECT,
        amount=None,
        authority=None,
        route=Route(JOINT),
        leaders=frozenset({1, 2}),
        agreed=frozenset({1, 2}),
        consulted=3,
        opinions=frozenset({"experts"}),  # type: ignore[arg-type]
        filed_on=date(2025, 12, 12),
        characters=1640,
        proposer=Proposer.SECRETARY,
        minutes=10,
        signed_on=date(2025, 12, 11),
        files=1,
    )
    return replace(ready, **changes)
