"""How a unit decides: its bodies, who decides what, how many sit in its committee, how often it meets."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from pingyi.ledgers.decisions.domain.bodies import BodyKind, Pair, pair_of
from pingyi.ledgers.decisions.domain.checks.unit import (
    Committee,
    check_committee,
    check_meetings,
    check_posts,
    committee_kind,
)
from pingyi.ledgers.decisions.domain.matters import Major, Route, Subject, route_of
from pingyi.ledgers.decisions.domain.parameters import book_on
from pingyi.ledgers.decisions.domain.rulebook import RuleBook
from pingyi.ledgers.decisions.queries.meeting_times import year_of_bodies
from pingyi.ledgers.decisions.queries.people import in_post
from pingyi.ledgers.decisions.queries.rules_in_force import numbers_in_force
from pingyi.ledgers.kit.domain.checks import Finding
from pingyi.organisations.models import Body, Organisation, Post


@dataclass(frozen=True)
class System:
    """One unit. `subjects` and `majors` say where each goes; `findings` what the rules say of the unit as such."""

    pair: Pair
    book: RuleBook
    subjects: tuple[tuple[Subject, Route], ...]
    majors: tuple[tuple[Major, Route], ...]
    findings: tuple[Finding, ...]


def system_of(organisation: Organisation, day: date) -> System:
    """The unit as it stands on a day. A fixed number of queries."""
    numbers = numbers_in_force()
    book = book_on(numbers, organisation.unit_kind, day)
    kind = organisation.unit_kind
    found = check_committee(_committee(organisation), numbers, day)
    posts = check_posts(kind, _is_same_person(organisation, day), numbers, day)
    meetings = [
        check_meetings(BodyKind(one.body), one.due, one.missed)
        for one in year_of_bodies([organisation], day.year, day)
    ]
    return System(
        pair_of(kind),
        book,
        subjects=tuple((one, route_of(kind, one, None, book.first_studied)) for one in Subject),
        majors=tuple((one, route_of(kind, Subject.OTHER, one, book.first_studied)) for one in Major),
        findings=tuple(one for one in (*found, posts, *meetings) if one is not None),
    )


def _committee(organisation: Organisation) -> Committee:
    kinds = (Body.Kind.PARTY_COMMITTEE, Body.Kind.STANDING_COMMITTEE)
    rows = Body.objects.filter(organisation=organisation, kind__in=kinds).annotate(count=Count("members"))
    counts = dict(rows.values_list("kind", "count"))
    return Committee(
        committee_kind(organisation.unit_kind, organisation.kind),
        counts.get(Body.Kind.PARTY_COMMITTEE),
        counts.get(Body.Kind.STANDING_COMMITTEE),
    )


def _is_same_person(organisation: Organisation, day: date) -> bool:
    """Whether somebody is secretary and head at once."""
    titles = (Post.Title.SECRETARY, Post.Title.PRINCIPAL)
    rows = in_post(organisation, day).filter(title__in=titles).values_list("title", "person_id")
    holders = {title: {person for one, person in rows if one == title} for title in titles}
    return not holders[titles[0]].isdisjoint(holders[titles[1]])
