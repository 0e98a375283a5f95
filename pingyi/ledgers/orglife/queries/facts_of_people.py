"""How many members there are and how many of them reached their hours."""

from collections.abc import Iterator, Sequence
from datetime import date

from pingyi.core.words import Words
from pingyi.ledgers.kit.queries.places import BRANCHES as BRANCH_PLACES
from pingyi.ledgers.orglife.domain.measures import BRANCHES, HOURS, MEMBERS
from pingyi.ledgers.orglife.queries.basis import Basis
from pingyi.ledgers.orglife.queries.hours import hours_of
from pingyi.organisations.domain.facts import Fact, Span
from pingyi.organisations.models import Organisation

Pairs = Sequence[tuple[Organisation, tuple[Organisation, ...]]]


def facts_of_people(pairs: Pairs, basis: Basis, period: Span) -> Iterator[Fact]:
    """Branches, members and hours. Members only where each branch has its roster, since a part says nothing of the
    whole; hours of the year in which the span ends. Two queries.
    """
    year, last = period.last.year, period.last
    whole = [(asked, branches) for asked, branches in pairs if _has_rosters(branches, basis)]
    chosen = {branch.pk: branch for _, branches in whole for branch in branches}
    rows = hours_of(list(chosen.values()), year, basis)
    of_year = Span(max(period.first, date(year, 1, 1)), last)
    for asked, branches in pairs:
        if asked.kind not in BRANCH_PLACES:
            source = Words("组织机构：{last}的党支部", last=last)
            yield Fact(Span(last, last), asked.pk, BRANCHES, len(branches), source)
    for asked, branches in whole:
        keys = {branch.pk for branch in branches}
        count = sum(one.is_member(last) for key in keys for one in basis.rosters[key].members)
        yield Fact(Span(last, last), asked.pk, MEMBERS, count, Words("党员名册：{last}", last=last))
        own = [row for row in rows if row.member.branch_id in keys]
        if own:
            source = Words("组织生活台账：{year}年学时", year=year)
            reached = sum(row.year.is_enough for row in own)
            yield Fact(of_year, asked.pk, HOURS, reached, source, out_of=len(own))


def _has_rosters(branches: Sequence[Organisation], basis: Basis) -> bool:
    return bool(branches) and all(branch.pk in basis.rosters for branch in branches)
