"""Who the cards are about: posts, turns, places in the order of speaking."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from pingyi.organisations.queries import secretaries_in_post
from pingyi.review.cards.domain.figures import Figure
from pingyi.review.cards.domain.head import Head
from pingyi.review.cycles.models import Cycle, Reporter
from pingyi.review.meetings.domain.agenda import ItemKind
from pingyi.review.meetings.models import AgendaItem
from pingyi.review.rotation.queries.history import History, histories_of


def in_speaking_order(cycle: Cycle) -> list[Reporter]:
    """All reporters, meeting by meeting: those on site by the agenda of the hall where it is open, else by the plan,
    then the written ones. Two queries."""
    reporters = list(
        Reporter.objects.filter(cycle=cycle).select_related("organisation", "person", "meeting__sitting")
    )
    spoken = dict(
        AgendaItem.objects.filter(sitting__meeting__cycle=cycle, kind=ItemKind.REPORT).values_list(
            "reporter_id", "sequence"
        )
    )
    late = len(reporters) + max(spoken.values(), default=0)
    return sorted(
        reporters,
        key=lambda row: (
            row.meeting.sequence,
            row.mode != Reporter.Mode.ON_SITE,
            spoken.get(row.pk, late),
            row.order,
        ),
    )


def heads_of(
    cycle: Cycle, reporters: Sequence[Reporter], figures: Mapping[int, Mapping[str, Figure]]
) -> dict[int, Head]:
    """By reporter. Three queries."""
    terms = secretaries_in_post([row.organisation for row in reporters], cycle.year)
    histories = histories_of(cycle, [row.organisation_id for row in reporters])
    places: defaultdict[int, int] = defaultdict(int)
    heads = {}
    for row in reporters:
        is_on_site = row.mode == Reporter.Mode.ON_SITE
        places[row.meeting_id] += is_on_site
        holder = terms.get(row.organisation_id)
        since = holder.term.started_on if holder and holder.term.person_id == row.person_id else None
        own = figures.get(row.organisation_id, {})
        heads[row.pk] = Head(
            reporter_id=row.pk,
            organisation_id=row.organisation_id,
            organisation=row.organisation.name,
            person=row.person.name,
            title=row.title_text,
            year=cycle.year,
            place=places[row.meeting_id] if is_on_site else 0,
            since=since,
            last_on_site=_last_on_site(histories[row.organisation_id], row, since.year if since else None),
            members=_count(own, "orglife.members"),
            branches=_count(own, "orglife.branches"),
        )
    return heads


def _last_on_site(history: History, row: Reporter, since: int | None) -> int | None:
    """The last year in which this very person spoke; of years before the system only those since she took office."""
    own = [year for year, (who, spoke) in history.recorded.items() if spoke and who == row.person_id]
    if since is not None:
        own += [year for year in history.entered or () if year >= since and year not in history.recorded]
    return max(own, default=None)


def _count(figures: Mapping[str, Figure], code: str) -> int | None:
    return figures[code].value if code in figures else None
