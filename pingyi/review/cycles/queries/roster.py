"""The roster of a cycle as its page shows it: who, since when, in which order and at what time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from pingyi.organisations.models import Organisation
from pingyi.review.cycles.domain.settings import ReviewSettings
from pingyi.review.cycles.models import Cycle, Reporter, ReviewMeeting
from pingyi.review.cycles.queries.incumbents import Incumbent, incumbents, organisations_under_review
from pingyi.review.cycles.queries.settings import settings_of


@dataclass(frozen=True)
class RosterRow:
    """One reporter. `since` is None where no post of that person in the organisation is known."""

    reporter: Reporter
    since: date | None

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

    @property
    def seen(self) -> str:
        """The order as a page sends it back: whoever changes an older one is told."""
        return ",".join(str(turn.reporter.pk) for turn in self.turns)


@dataclass(frozen=True)
class Roster:
    """All reporters in the order of meeting and ballot, and organisations left out with who is in post there."""

    rows: tuple[RosterRow, ...]
    agendas: tuple[Agenda, ...]
    left_out: tuple[tuple[Organisation, Incumbent | None], ...]
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
    return Roster(
        rows=tuple(_row(one, in_post) for one in reporters),
        agendas=tuple(_agenda(meeting, reporters, settings) for meeting in meetings),
        left_out=tuple((one, in_post.get(one.pk)) for one in expected if one.pk not in listed),
        settings=settings,
    )


def _row(reporter: Reporter, in_post: dict[int, Incumbent]) -> RosterRow:
    holder = in_post.get(reporter.organisation_id)
    return RosterRow(reporter, holder.since if holder and holder.person == reporter.person else None)


def _agenda(meeting: ReviewMeeting, reporters: list[Reporter], settings: ReviewSettings) -> Agenda:
    each = timedelta(seconds=settings.speech_seconds + settings.comment_seconds)
    turns: list[SpeakingTurn] = []
    start = meeting.held_at
    for reporter in reporters:
        if reporter.meeting_id == meeting.pk and reporter.mode == Reporter.Mode.ON_SITE:
            turns.append(SpeakingTurn(reporter, start, start + each))
            start += each
    return Agenda(meeting, tuple(turns), start)
