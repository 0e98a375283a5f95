"""The proposal of who reports on site as its page shows it, with the facts behind every line."""

from dataclasses import dataclass
from datetime import date

from pingyi.organisations.domain.secretaries import SecretaryOfYear
from pingyi.organisations.models import Post
from pingyi.organisations.queries import secretaries_in_post
from pingyi.review.cycles.domain.fingerprint import fingerprint_of
from pingyi.review.cycles.domain.settings import OnSiteTurns, ReviewSettings
from pingyi.review.cycles.models import Cycle, Reporter
from pingyi.review.cycles.queries.settings import settings_of
from pingyi.review.rotation.domain.candidate import Candidate, OnSiteRule, RotationRules
from pingyi.review.rotation.domain.rotation import Line, Rotation, plan_rotation
from pingyi.review.rotation.models import TurnDecision
from pingyi.review.rotation.queries.history import History, histories_of, newest_decisions, passed_over

LOOK_BACK_YEARS = 5


@dataclass(frozen=True)
class PastYear:
    """How a year was spent: on site, in writing, or unknown (None); `is_other` where it was somebody else's turn."""

    year: int
    is_on_site: bool | None
    is_other: bool = False


@dataclass(frozen=True)
class TurnRow:
    """One reporter: where she stands and why, the last years, and what was decided."""

    reporter: Reporter
    line: Line
    past: tuple[PastYear, ...]
    decision: TurnDecision | None

    @property
    def is_on_site(self) -> bool:
        return bool(self.reporter.mode == Reporter.Mode.ON_SITE)

    @property
    def is_otherwise(self) -> bool:
        """Whether the roster has it otherwise than proposed."""
        return self.is_on_site != self.line.is_proposed

    @property
    def reason(self) -> str:
        """Why it is otherwise, if somebody wrote it for the way it is now."""
        if self.decision is None or self.decision.decided != self.reporter.mode:
            return ""
        return self.decision.reason


@dataclass(frozen=True)
class TurnBoard:
    """`seen` changes with every fact behind the proposal: whoever decides upon an older page is told."""

    cycle: Cycle
    rotation: Rotation
    rows: tuple[TurnRow, ...]
    seen: str

    @property
    def on_site(self) -> int:
        return sum(row.is_on_site for row in self.rows)

    @property
    def otherwise(self) -> int:
        return sum(row.is_otherwise for row in self.rows)

    @property
    def without_reason(self) -> int:
        return sum(row.is_otherwise and not row.reason for row in self.rows)

    @property
    def unknown(self) -> int:
        """Those of whom past years are missing."""
        return sum(not row.line.candidate.is_known for row in self.rows)

    @property
    def is_decided(self) -> bool:
        """Whether somebody has decided about everybody on the roster."""
        return bool(self.rows) and all(row.decision is not None for row in self.rows)


def rules_of(settings: ReviewSettings) -> RotationRules:
    """The rules of turns that the settings set."""
    if settings.on_site_turns == OnSiteTurns.ALL:
        rule = OnSiteRule.ALL
    else:
        rule = OnSiteRule.TERM if settings.on_site_every_years is None else OnSiteRule.YEARS
    return RotationRules(
        rule=rule,
        every_years=settings.on_site_every_years,
        exempt_months=settings.on_site_new_months,
        places=settings.on_site_places,
        is_balanced=settings.on_site_balance,
    )


def turn_board(cycle: Cycle) -> TurnBoard:
    """The whole board in a fixed number of queries."""
    reporters = list(
        Reporter.objects.filter(cycle=cycle)
        .select_related("organisation", "person", "meeting")
        .order_by("organisation__order", "organisation_id")
    )
    histories = histories_of(cycle, [one.organisation_id for one in reporters])
    candidates = _candidates(cycle, reporters, histories)
    rotation = plan_rotation(candidates, rules_of(settings_of(cycle)), cycle.year)
    decisions = newest_decisions(cycle)
    years = range(cycle.year - LOOK_BACK_YEARS, cycle.year)
    rows = tuple(
        TurnRow(
            reporter,
            line,
            tuple(
                _past(histories[reporter.organisation_id], line.candidate, reporter, year) for year in years
            ),
            decisions.get((reporter.person_id, reporter.organisation_id)),
        )
        for reporter, line in zip(reporters, rotation.lines, strict=True)
    )
    return TurnBoard(cycle, rotation, rows, _seen(rows))


def _candidates(cycle: Cycle, reporters: list[Reporter], histories: dict[int, History]) -> list[Candidate]:
    in_post = secretaries_in_post([one.organisation for one in reporters], cycle.year)
    ends = dict(
        Post.objects.filter(pk__in=[one.term.post_id for one in in_post.values()]).values_list(
            "pk", "term_ends_on"
        )
    )
    postponed = passed_over(cycle, [one.person_id for one in reporters])
    return [
        _candidate(
            cycle,
            one,
            in_post.get(one.organisation_id),
            ends,
            histories[one.organisation_id],
            order,
            postponed,
        )
        for order, one in enumerate(reporters)
    ]


def _candidate(
    cycle: Cycle,
    reporter: Reporter,
    holder: SecretaryOfYear | None,
    ends: dict[int, date | None],
    history: History,
    order: int,
    postponed: dict[tuple[int, int], str],
) -> Candidate:
    term = holder.term if holder and holder.term.person_id == reporter.person_id else None
    since = term.started_on if term else None
    entered = (history.entered or frozenset()) - history.recorded.keys()
    own = {year for year, (who, spoke) in history.recorded.items() if spoke and who == reporter.person_id}
    others = {year for year, (who, spoke) in history.recorded.items() if spoke and who != reporter.person_id}
    first = since.year if since else 0
    unknown = _unknown_years(cycle, since, history)
    return Candidate(
        id=reporter.pk,
        name=reporter.organisation.name,
        unit_kind=reporter.organisation.unit_kind,
        order=order,
        founded_on=reporter.organisation.founded_on,
        since=since,
        term_ends_on=ends.get(term.post_id) if term and term.post_id else None,
        is_acting=reporter.is_acting,
        on_site=frozenset(own | {year for year in entered if year >= first}),
        by_others=frozenset(others),
        before=frozenset(year for year in entered if year < first),
        unknown=unknown,
        is_known=not unknown and (since is not None or history.is_entered or bool(own)),
        postponed=postponed.get((reporter.person_id, reporter.organisation_id), ""),
    )


def _unknown_years(cycle: Cycle, since: date | None, history: History) -> tuple[int, ...]:
    if since is None or history.is_entered:
        return ()
    return tuple(year for year in range(since.year, cycle.year) if year not in history.recorded)


def _past(history: History, one: Candidate, reporter: Reporter, year: int) -> PastYear:
    if year in history.recorded:
        who, spoke = history.recorded[year]
        return PastYear(year, spoke, who != reporter.person_id)
    if year in one.on_site or year in one.before:
        return PastYear(year, is_on_site=True, is_other=year in one.before)
    was_in_post = one.since is None or year >= one.since.year
    return PastYear(year, is_on_site=False if history.is_entered and was_in_post else None)


def _seen(rows: tuple[TurnRow, ...]) -> str:
    facts = [
        [row.reporter.pk, row.reporter.person_id, row.line.why, row.line.is_proposed, row.reporter.mode]
        for row in rows
    ]
    return fingerprint_of({"rows": facts})
