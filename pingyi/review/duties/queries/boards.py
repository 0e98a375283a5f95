"""All lists of a year: who has one, how far each is, who has none yet."""

from dataclasses import dataclass

from pingyi.organisations.domain.reckoning import Reckoning
from pingyi.organisations.models import Organisation
from pingyi.organisations.queries import all_bodies
from pingyi.organisations.queries.bodies import BodyRow
from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.queries.incumbents import Incumbent, incumbents, organisations_under_review
from pingyi.review.duties.domain.rows import gap_of
from pingyi.review.duties.models import DutyList
from pingyi.review.duties.queries.lookup import lists
from pingyi.review.duties.queries.readings import ListReading, read_lists


@dataclass(frozen=True)
class BoardRow:
    """`gaps` counts the entries that lack a deadline or a responsible person. `successor` is in post now where the
    list is somebody else's."""

    reading: ListReading
    gaps: int
    successor: Incumbent | None = None

    @property
    def duty_list(self) -> DutyList:
        return self.reading.duty_list

    @property
    def is_issued(self) -> bool:
        return self.duty_list.state == DutyList.State.ISSUED

    @property
    def is_ready(self) -> bool:
        return not self.is_issued and not self.gaps and bool(self.reading.entries)


@dataclass(frozen=True)
class ListBoard:
    """`waiting` organisations have a secretary and no list, `vacant` ones have no secretary. `bodies`, of theirs and of
    the convenor, have no list."""

    rows: tuple[BoardRow, ...]
    waiting: tuple[Organisation, ...]
    vacant: tuple[Organisation, ...]
    bodies: tuple[BodyRow, ...]

    @property
    def issued(self) -> int:
        return sum(row.is_issued for row in self.rows)

    @property
    def ready(self) -> int:
        return sum(row.is_ready for row in self.rows)

    @property
    def drafts(self) -> int:
        return len(self.rows) - self.issued

    @property
    def to_confirm(self) -> int:
        return sum(row.reading.tally.waiting for row in self.rows if row.is_issued)


def list_board(cycle: Cycle, at: Reckoning) -> ListBoard:
    """Eight queries, however many lists."""
    organisations = organisations_under_review(cycle.convenor, cycle.year)
    in_post = incumbents(organisations, cycle.year)
    readings = read_lists(lists().filter(cycle=cycle), at)
    of_secretaries = {one.duty_list.organisation_id for one in readings if one.duty_list.body_id is None}
    of_bodies = {one.duty_list.body_id for one in readings}
    reviewed = [one.pk for one in organisations]
    without = [one for one in organisations if one.pk not in of_secretaries]
    return ListBoard(
        rows=tuple(board_row(one, in_post) for one in readings),
        waiting=tuple(one for one in without if one.pk in in_post),
        vacant=tuple(one for one in without if one.pk not in in_post),
        bodies=tuple(
            one
            for one in all_bodies()
            if one.body.pk not in of_bodies and one.body.organisation_id in {cycle.convenor_id, *reviewed}
        ),
    )


def board_row(reading: ListReading, in_post: dict[int, Incumbent]) -> BoardRow:
    """The list with who is in post now, of those that are given."""
    duty_list = reading.duty_list
    gaps = sum(gap_of(one.item.due_on, one.item.responsible_id) is not None for one in reading.standing)
    found = None if duty_list.body_id else in_post.get(duty_list.organisation_id)
    is_same = found is None or found.person.pk == duty_list.person_id
    return BoardRow(reading, gaps, None if is_same else found)
