"""The agenda of one meeting with everything that its rules ask for: read once, in a fixed number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass

from pingyi.core.clock import today
from pingyi.ledgers.decisions.domain.bodies import BodyKind
from pingyi.ledgers.decisions.domain.checks.before import Place, check_before
from pingyi.ledgers.decisions.domain.checks.held import Held, check_held
from pingyi.ledgers.decisions.domain.proof import Agenda, Proof, prove
from pingyi.ledgers.decisions.domain.room import Item, Member, Room
from pingyi.ledgers.decisions.domain.rulebook import RuleBook
from pingyi.ledgers.decisions.domain.topic_facts import TopicFacts
from pingyi.ledgers.decisions.domain.votes import Tally, VoteForm
from pingyi.ledgers.decisions.models import AgendaItem, DecisionMeeting, Recusal, Seat, Statement
from pingyi.ledgers.decisions.queries.facts import facts_of
from pingyi.ledgers.decisions.queries.people import Team, team_of
from pingyi.ledgers.decisions.queries.rules_in_force import book_of
from pingyi.ledgers.kit.domain.checks import Finding, Verdict


@dataclass(frozen=True)
class ItemSheet:
    """One item: its rows, what the rules say before the meeting, and how it stands in the proof."""

    row: AgendaItem
    facts: TopicFacts
    item: Item
    before: tuple[Finding, ...]
    recusals: tuple[Recusal, ...]
    statements: tuple[Statement, ...]
    presenter: Seat | None

    @property
    def unmet(self) -> tuple[Finding, ...]:
        return tuple(one for one in self.before if one.verdict is Verdict.FAIL)


@dataclass(frozen=True)
class MeetingSheet:
    """A meeting: seats in their order, items in theirs."""

    meeting: DecisionMeeting
    book: RuleBook
    seats: tuple[Seat, ...]
    items: tuple[ItemSheet, ...]
    agenda: Agenda

    @property
    def voters(self) -> tuple[Seat, ...]:
        return tuple(one for one in self.seats if one.is_voting)

    @property
    def observers(self) -> tuple[Seat, ...]:
        return tuple(one for one in self.seats if not one.is_voting)

    def proof(self) -> Proof:
        return prove(self.agenda)

    def room(self, item: ItemSheet) -> Room:
        return self.agenda.room(item.item, self.agenda.coming)

    def of(self, item_id: int) -> ItemSheet:
        """The sheet of one item that is on this agenda."""
        return next(one for one in self.items if one.row.pk == item_id)

    def held(
        self,
        sheet: ItemSheet,
        form: VoteForm | None,
        tally: Tally | None,
        tellers: int,
        *,
        is_boxed: bool = False,
    ) -> list[Finding]:
        """What the rules say of an item as it is being closed."""
        leaders = frozenset(one.pk for one in self.voters if one.is_leader and one.attended)
        held = Held(
            room=self.room(sheet),
            base=self.book.bodies[BodyKind(self.meeting.body)].base,
            form=form,
            tally=tally,
            spoke=tuple(one.seat_id for one in sheet.statements),
            leaders=leaders - sheet.item.recused,
            recused=len(sheet.item.recused),
            has_presenter=sheet.presenter is not None and bool(sheet.presenter.attended),
            tellers=tellers,
            is_boxed=is_boxed,
            is_cadre=sheet.facts.authority is not None,
            is_voted=sheet.facts.is_voted,
        )
        return check_held(held, self.book)


def meeting_sheet(meeting: DecisionMeeting) -> MeetingSheet:
    """Everything of one meeting."""
    day = today(meeting.held_at)
    book = book_of(meeting.organisation, day)
    seats = tuple(meeting.seats.select_related("person").order_by("order", "pk"))
    team = team_of(meeting.organisation, day)
    rows = (
        meeting.items.select_related(
            "topic__presenter", "topic__organisation", "first_teller", "second_teller"
        )
        .prefetch_related(
            "topic__talks", "topic__evidence", "recusals__seat__person", "statements__seat__person"
        )
        .order_by("number", "pk")
    )
    items = tuple(_sheet(row, meeting, seats, team, book) for row in rows)
    agenda = Agenda(
        BodyKind(meeting.body),
        book,
        tuple(_member(one, meeting) for one in seats if one.is_voting),
        tuple(one.item for one in items),
    )
    return MeetingSheet(meeting, book, seats, items, agenda)


def _member(seat: Seat, meeting: DecisionMeeting) -> Member:
    if meeting.begun_at:
        return Member(seat.pk, comes=bool(seat.attended), writes=bool(seat.opinion), is_excused=True)
    return Member(
        seat.pk,
        comes=seat.plan == Seat.Plan.COMES,
        writes=bool(seat.opinion),
        is_excused=seat.plan == Seat.Plan.LEAVE,
    )


def _sheet(
    row: AgendaItem, meeting: DecisionMeeting, seats: Iterable[Seat], team: Team, book: RuleBook
) -> ItemSheet:
    leaders = [one.pk for one in team.leaders]
    files = len(row.topic.evidence.all())
    facts = facts_of(row.topic, row.topic.talks.all(), leaders, team.ranks, files)
    place = Place(
        BodyKind(meeting.body),
        today(meeting.held_at),
        meeting.notified_on,
        is_study=row.purpose == AgendaItem.Purpose.STUDY,
        has_begun=meeting.begun_at is not None,
    )
    before = tuple(check_before(facts, place, book))
    recusals = tuple(row.recusals.all())
    presenter = next((one for one in seats if one.person_id == row.topic.presenter_id), None)
    is_unready = any(one.verdict is Verdict.FAIL for one in before)
    needs: frozenset[int] = frozenset()
    if book.presenter_attends:
        if presenter is None or (not presenter.is_voting and not _comes(presenter, meeting)):
            is_unready = True
        elif presenter.is_voting:
            needs = frozenset({presenter.pk})
    item = Item(
        row.pk,
        is_major=facts.is_weighty,
        recused=frozenset(one.seat_id for one in recusals),
        needs=needs,
        is_unready=is_unready,
    )
    statements = tuple(sorted(row.statements.all(), key=lambda one: one.number))
    return ItemSheet(row, facts, item, before, recusals, statements, presenter)


def _comes(seat: Seat, meeting: DecisionMeeting) -> bool:
    return bool(seat.attended) if meeting.begun_at else seat.plan == Seat.Plan.COMES
