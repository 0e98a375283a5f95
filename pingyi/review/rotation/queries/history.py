"""Who reported on site in which year: earlier reviews in the system, and what was entered for years before it."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from pingyi.core.words import Words, listed
from pingyi.organisations.models import Organisation
from pingyi.organisations.queries import second_level_organisations
from pingyi.review.cycles.models import Cycle, Reporter
from pingyi.review.cycles.queries.reviews import reviews
from pingyi.review.rotation.models import EarlierTurns, TurnDecision


@dataclass
class History:
    """Of one organisation: who (by person) reported how in earlier reviews, and the years entered for the time before;
    `entered` is None where nothing was entered.
    """

    recorded: dict[int, tuple[int, bool]] = field(default_factory=dict)
    entered: frozenset[int] | None = None

    @property
    def is_entered(self) -> bool:
        return self.entered is not None


def histories_of(cycle: Cycle, organisations: Collection[int]) -> defaultdict[int, History]:
    """By organisation. Two queries."""
    found: defaultdict[int, History] = defaultdict(History)
    earlier = Reporter.objects.filter(
        cycle__in=reviews().filter(convenor=cycle.convenor_id, year__lt=cycle.year),
        organisation__in=organisations,
    ).values_list("organisation_id", "cycle__year", "person_id", "mode")
    for organisation_id, year, person_id, mode in earlier:
        found[organisation_id].recorded[year] = (person_id, mode == Reporter.Mode.ON_SITE)
    for row in newest_entries(organisations).values():
        if row.years is not None:
            found[row.organisation_id].entered = frozenset(year for year in row.years if year < cycle.year)
    return found


def newest_entries(organisations: Collection[int]) -> dict[int, EarlierTurns]:
    """The entry in force of each organisation that ever had one. One query."""
    rows = EarlierTurns.objects.filter(organisation__in=organisations).select_related("entered_by")
    return {row.organisation_id: row for row in rows.order_by("pk")}


def passed_over(cycle: Cycle, people: Iterable[int]) -> dict[tuple[int, int], str]:
    """By person and organisation: why somebody proposed the year before did not report on site then. One query."""
    rows = TurnDecision.objects.filter(
        cycle__convenor=cycle.convenor_id, cycle__year=cycle.year - 1, person__in=people
    ).order_by("pk")
    newest = {(row.person_id, row.organisation_id): row for row in rows}
    on_site, written = Reporter.Mode.ON_SITE, Reporter.Mode.WRITTEN
    return {
        key: row.reason for key, row in newest.items() if (row.proposed, row.decided) == (on_site, written)
    }


def newest_decisions(cycle: Cycle) -> dict[tuple[int, int], TurnDecision]:
    """The decision in force by person and organisation. One query."""
    rows = TurnDecision.objects.filter(cycle=cycle).select_related("decided_by").order_by("pk")
    return {(row.person_id, row.organisation_id): row for row in rows}


@dataclass(frozen=True)
class EntryRow:
    """An organisation with what was entered for it."""

    organisation: Organisation
    entry: EarlierTurns | None

    @property
    def typed(self) -> str:
        """The years as people type them; 无 for “there was none”, empty where nothing is entered."""
        if self.entry is None or self.entry.years is None:
            return ""
        return listed(str(year) for year in self.entry.years) or Words("无")


def entry_rows(cycle: Cycle) -> list[EntryRow]:
    """Every organisation under review with its entry, in order."""
    organisations = second_level_organisations(cycle.convenor, cycle.year)
    entries = newest_entries([one.pk for one in organisations])
    return [EntryRow(one, entries.get(one.pk)) for one in organisations]
