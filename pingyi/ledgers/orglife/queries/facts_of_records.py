"""What was written down, by whom it was held and when: meetings of the secretaries, classes, late entries."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from pingyi.core.words import Words
from pingyi.ledgers.kit.domain.lateness import is_late
from pingyi.ledgers.kit.domain.parameters import Rulebook
from pingyi.ledgers.kit.domain.states import COUNTED
from pingyi.ledgers.kit.queries.places import BRANCHES
from pingyi.ledgers.orglife import phrases
from pingyi.ledgers.orglife.domain.kinds import BRANCH_KINDS, Kind
from pingyi.ledgers.orglife.domain.measures import (
    LATE_ENTRIES,
    LATE_IN_ONE_DAY,
    LEAST_IN_ONE_DAY,
    RECORDS,
    SECRETARIES,
    SECRETARY_CLASS,
)
from pingyi.ledgers.orglife.models import Activity
from pingyi.organisations.domain.facts import Fact, Span
from pingyi.organisations.models import Organisation
from pingyi.organisations.queries import secretaries_in_post

Pairs = Sequence[tuple[Organisation, tuple[Organisation, ...]]]


@dataclass
class _Written:
    """The records of one organisation: how many of each kind, and how many were written late on which day."""

    kinds: Counter[str] = field(default_factory=Counter)
    late: Counter[date] = field(default_factory=Counter)


def facts_of_records(pairs: Pairs, rulebook: Rulebook, period: Span) -> Iterator[Fact]:
    """Of each organisation with its branches; of one without any record nothing is stated, not even noughts.
    Three queries.
    """
    wanted = {one.pk for asked, branches in pairs for one in (asked, *branches)}
    written = _written(wanted, rulebook, period)
    classes = _classes_of_secretaries([asked for asked, _ in pairs], period)
    for asked, branches in pairs:
        found = _Written()
        for key in {asked.pk, *(branch.pk for branch in branches)} & written.keys():
            found.kinds += written[key].kinds
            found.late += written[key].late
        if not found.kinds:
            continue
        if asked.kind not in BRANCHES:
            held = written[asked.pk].kinds[Kind.SECRETARIES] if asked.pk in written else 0
            yield Fact(period, asked.pk, SECRETARIES, held, _source(phrases.KINDS[Kind.SECRETARIES], period))
        if asked.pk in classes:
            source = _source(Words("书记讲党课"), period)
            yield Fact(period, asked.pk, SECRETARY_CLASS, classes[asked.pk], source)
        yield from _facts(asked.pk, found, period)


def _facts(organisation_id: int, found: _Written, period: Span) -> Iterator[Fact]:
    for kind in BRANCH_KINDS:
        code = f"orglife.{kind}.{RECORDS}"
        yield Fact(period, organisation_id, code, found.kinds[kind], _source(phrases.KINDS[kind], period))
    late, source = found.late.total(), _source(Words("事后补记"), period)
    yield Fact(period, organisation_id, LATE_ENTRIES, late, source, out_of=found.kinds.total())
    if late:
        # The first of the days on which most was written.
        day, most = min(found.late.items(), key=lambda pair: (-pair[1], pair[0]))
        if most >= LEAST_IN_ONE_DAY:
            source = Words("组织生活台账：{day}一天补记{count}条", day=day, count=most)
            yield Fact(Span(day, day), organisation_id, LATE_IN_ONE_DAY, most, source, out_of=late)


def _written(organisation_ids: set[int], rulebook: Rulebook, period: Span) -> dict[int, _Written]:
    """One query."""
    found: dict[int, _Written] = defaultdict(_Written)
    rows = Activity.objects.filter(
        organisation__in=organisation_ids,
        happened_on__range=(period.first, period.last),
        state__in=COUNTED,
    ).values_list("organisation_id", "kind", "happened_on", "recorded_on")
    allowed: dict[date, int] = {}
    for key, kind, happened_on, recorded_on in rows:
        found[key].kinds[kind] += 1
        if happened_on not in allowed:
            allowed[happened_on] = rulebook.number("late_after_days", happened_on)
        if is_late(happened_on, recorded_on, allowed[happened_on]):
            found[key].late[recorded_on] += 1
    return dict(found)


def _classes_of_secretaries(organisations: Sequence[Organisation], period: Span) -> dict[int, int]:
    """By organisation: how many classes its secretary gave, wherever it was. Two queries."""
    secretaries = {
        key: one.term.person_id for key, one in secretaries_in_post(organisations, period.last.year).items()
    }
    given: Counter[int | None] = Counter(
        Activity.objects.filter(
            kind=Kind.PARTY_CLASS,
            lecturer__in=set(secretaries.values()),
            happened_on__range=(period.first, period.last),
            state__in=COUNTED,
        ).values_list("lecturer_id", flat=True)
    )
    return {key: given[person_id] for key, person_id in secretaries.items()}


def _source(what: str, period: Span) -> str:
    return Words("组织生活台账：{kind}，{first}到{last}", kind=what, first=period.first, last=period.last)
