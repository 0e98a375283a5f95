"""The roster of a cycle as its page shows it: who, since when, how in past years, and whose turn it is."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from pingyi.organisations.models import Organisation
from pingyi.review.cycles.domain.settings import ReviewSettings
from pingyi.review.cycles.domain.turns import Turn, turn_of
from pingyi.review.cycles.models import Cycle, Reporter, ReviewMeeting
from pingyi.review.cycles.queries.incumbents import Incumbent, incumbents, organisations_under_review
from pingyi.review.cycles.queries.settings import settings_of

LOOK_BACK_YEARS = 5


@dataclass(frozen=True)
class RosterRow:
    """One reporter. `since` is None where no post of that person in the organisation is known."""

    reporter: Reporter
    since: date | None
    past: tuple[tuple[int, bool | None], ...]
    turn: Turn

    @property
    def is_on_site(self) -> bool:
        return bool(self.reporter.mode == Reporter.Mode.ON_SITE)


@dataclass(frozen=True)
class SpeakingTurn:
    """A place in the order of speaking with its planned time."""

    reporter: Reporter
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class Agenda:
    """The order of speaking of one meeting, as long as the settings say."""

    meeting: ReviewMeeting
    turns: tuple[SpeakingTurn, ...]
    ends_at: datetime


@dataclass(frozen=True)
class Roster:
    """All reporters in the order of meeting and ballot, and organisations left out with who is in post there."""

    rows: tuple[RosterRow, ...]
    agendas: tuple[Agenda, ...]
    left_out: tuple[tuple[Organisation, Incumbent | None], ...]
    years: tuple[int, ...]
    settings: ReviewSettings

    @property
    def on_site(self) -> int:
        return sum(row.is_on_site for row in self.rows)

    @property
    def written(self) -> int:
        return len(self.rows) - self.on_site

    @property
    def voted_on(self) -> int:
        return sum(row.reporter.is_voted_on for row in self.rows)

    @property
    def due(self) -> int:
        return sum(row.turn.is_due for row in self.rows)


def roster_of(cycle: Cycle, meetings: Sequence[ReviewMeeting]) -> Roster:
    """The roster in a fixed number of queries."""
    settings = settings_of(cycle)
    reporters = list(
        Reporter.objects.filter(cycle=cycle)
        .select_related("organisation", "person", "meeting")
        .order_by("meeting__sequence", "order")
    )
    expected = organisations_under_review(cycle.convenor, cycle.year)
    in_post = incumbents([*expected, *(one.organisation for one in reporters)], cycle.year)
    listed = {one.organisation_id for one in reporters}
    past = _past(cycle, reporters)
    years = tuple(range(cycle.year - LOOK_BACK_YEARS, cycle.year))
    return Roster(
        rows=tuple(
            _row(cycle, one, in_post, past[one.person_id, one.organisation_id], years, settings)
            for one in reporters
        ),
        agendas=tuple(_agenda(meeting, reporters, settings) for meeting in meetings),
        left_out=tuple((one, in_post.get(one.pk)) for one in expected if one.pk not in listed),
        years=years,
        settings=settings,
    )


def _row(
    cycle: Cycle,
    reporter: Reporter,
    in_post: dict[int, Incumbent],
    past: dict[int, bool],
    years: tuple[int, ...],
    settings: ReviewSettings,
) -> RosterRow:
    holder = in_post.get(reporter.organisation_id)
    since = holder.since if holder and holder.person == reporter.person else None
    turn = turn_of(cycle.year, since, past, settings.on_site_every_years)
    return RosterRow(reporter, since, tuple((year, past.get(year)) for year in years), turn)


def _past(cycle: Cycle, reporters: list[Reporter]) -> defaultdict[tuple[int, int], dict[int, bool]]:
    """By person and organisation: on site or not, in earlier cycles of the same convenor."""
    found: defaultdict[tuple[int, int], dict[int, bool]] = defaultdict(dict)
    earlier = Reporter.objects.filter(
        cycle__convenor=cycle.convenor_id,
        cycle__year__lt=cycle.year,
        organisation__in=[one.organisation_id for one in reporters],
    ).values_list("person_id", "organisation_id", "cycle__year", "mode")
    for person_id, organisation_id, year, mode in earlier:
        found[person_id, organisation_id][year] = mode == Reporter.Mode.ON_SITE
    return found


def _agenda(meeting: ReviewMeeting, reporters: list[Reporter], settings: ReviewSettings) -> Agenda:
    each = timedelta(seconds=settings.speech_seconds + settings.comment_seconds)
    turns: list[SpeakingTurn] = []
    start = meeting.held_at
    for reporter in reporters:
        if reporter.meeting_id == meeting.pk and reporter.mode == Reporter.Mode.ON_SITE:
            turns.append(SpeakingTurn(reporter, start, start + each))
            start += each
    return Agenda(meeting, tuple(turns), start)
