"""All cards of a review at once, in a fixed number of queries."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from pingyi.organisations.domain.facts import Fact, Measure, Span
from pingyi.organisations.domain.reckoning import Reckoning
from pingyi.review.cards.domain.card import Card
from pingyi.review.cards.domain.case import Case, ClaimCount, DutyCount, common_days
from pingyi.review.cards.domain.head import Head
from pingyi.review.cards.domain.peers import PeerGroup, peer_groups
from pingyi.review.cards.domain.questions import questions_of
from pingyi.review.cards.domain.table import Figures, figures_of, rows_of, shown_rows
from pingyi.review.cards.phrases import peer_words
from pingyi.review.cards.queries.claims import claims_of_reports
from pingyi.review.cards.queries.heads import heads_of, in_speaking_order
from pingyi.review.cards.queries.past_problems import past_problems
from pingyi.review.cards.queries.reports import reports_of
from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.queries import settings_of
from pingyi.review.duties.domain.standing import Tally
from pingyi.review.duties.queries import tallies_of


@dataclass(frozen=True)
class Stated:
    """What all sources state about the units of a review, this year and in the same days of the year before."""

    span: Span
    measures: tuple[Measure, ...]
    now: tuple[Fact, ...]
    before: tuple[Fact, ...]


@dataclass(frozen=True)
class _Year:
    """The figures of all units."""

    measures: tuple[Measure, ...]
    now: Mapping[int, Figures]
    before: Mapping[int, Figures]


def span_of_year(year: int, day: date) -> tuple[Span, Span]:
    """The year under review as far as it is over, and the same days of the year before: like is compared with like."""
    last = min(date(year, 12, 31), max(day, date(year, 1, 1)))
    leap_day = (last.month, last.day) == (2, 29)
    before = date(year - 1, last.month, 28 if leap_day else last.day)
    return Span(date(year, 1, 1), last), Span(date(year - 1, 1, 1), before)


def cards_of(cycle: Cycle, stated: Stated, at: Reckoning, now: datetime) -> list[Card]:
    """In the order of speaking, those who report in writing after those on site. Twenty-one queries at most."""
    reporters = in_speaking_order(cycle)
    ids = [row.organisation_id for row in reporters]
    settings = settings_of(cycle)
    year = _Year(stated.measures, figures_of(stated.now), figures_of(stated.before))
    heads = heads_of(cycle, reporters, year.now)
    problems = past_problems(cycle, ids, settings.list_due_days, at)
    reports = reports_of(cycle, reporters, settings, now)
    claims = claims_of_reports(reports, stated.now, stated.measures)
    duties = tallies_of(cycle, at, ids)
    groups = peer_groups({row.organisation_id: row.organisation.unit_kind for row in reporters})
    shared = common_days(stated.now, len(ids))
    return [
        _card(
            heads[row.pk],
            year,
            groups[row.organisation_id],
            Case(
                stated.span,
                common_days=shared,
                noted=tuple(fact for fact in stated.now if fact.organisation_id == row.organisation_id),
                problems=problems.get(row.organisation_id, ()),
                report=reports[row.organisation_id].facts,
                claims=claims.get(row.organisation_id, ClaimCount()),
                duties=_duties(duties.get(row.organisation_id)),
            ),
        )
        for row in reporters
    ]


def _duties(tally: Tally | None) -> DutyCount | None:
    return DutyCount(tally.total, tally.done, tally.late) if tally else None


def _card(head: Head, year: _Year, group: PeerGroup, case: Case) -> Card:
    own = head.organisation_id
    rows = rows_of(
        year.measures,
        year.now.get(own, {}),
        year.before.get(own, {}),
        [year.now.get(one, {}) for one in group.members],
    )
    case = replace(case, rows=rows)
    return Card(head, case, shown_rows(rows), group, peer_words(group), questions_of(case))
