"""Items of a college's meeting whose secret vote lies in a ballot box, for tests. The box is the review's."""

from dataclasses import dataclass, field

from django_scopes import scopes_disabled

from pingyi.doors.office.ballots.matters import about_item
from pingyi.doors.office.decisions.ballot_boxes import BOXES
from pingyi.ledgers.decisions.models import AgendaItem
from pingyi.ledgers.decisions.services import leave_to_box
from pingyi.organisations.actor import Actor
from pingyi.review.ballots.queries.votes import vote_about
from pingyi.review.ballots.services import close_voting, count_boxes, leave_unopened
from pingyi.review.cycles.models import Reporter, ReviewMeeting, VoterClass
from tests.factories.ballots import Hall, cast, hand_in_accounts, open_hall
from tests.factories.decisions import NOW, College, begun, placed, planned_meeting, ready_topic
from tests.factories.world import make_actor


@dataclass
class Table:
    """A college at its table with one item; `desk` are the people of the ballot box."""

    college: College
    item: AgendaItem
    desk: dict[str, Actor] = field(default_factory=dict)

    def reload(self) -> AgendaItem:
        self.item = AgendaItem.objects.select_related("topic", "meeting").get(pk=self.item.pk)
        return self.item


def sitting_table(college: College, *absent: str, begins: bool = True) -> Table:
    """The joint meeting sits, with one item on its agenda."""
    meeting = planned_meeting(college)
    item = placed(college, ready_topic(college), meeting)
    if begins:
        begun(college, meeting, *absent)
    desk = {role: make_actor(college.institution, role) for role in ("scrutineer", "counter", "leader")}
    return Table(college, item, desk)


def to_the_box(table: Table, mode: str = "code") -> AgendaItem:
    leave_to_box(actor=table.college.clerk, now=NOW, item=table.item, mode=mode, boxes=BOXES)
    return table.reload()


def hall_of(table: Table) -> Hall:
    """The prepared vote of the item as the ballot's tests know a hall. Its class is A."""
    standing = vote_about(about_item(table.item.pk))
    assert standing is not None
    with scopes_disabled():
        meeting = ReviewMeeting.objects.select_related("cycle").get(pk=standing.voting.meeting_id)
        return Hall(
            institution=table.college.institution,
            meeting=meeting,
            reporters=list(Reporter.objects.filter(meeting=meeting)),
            classes=list(VoterClass.objects.filter(meeting=meeting)),
            clerk=table.college.clerk,
            scrutineer=table.desk["scrutineer"],
            counter=table.desk["counter"],
            second_counter=table.desk["counter"],
            leader=table.desk["leader"],
        )


def voted(table: Table, *answers: str) -> Hall:
    """People answer by phone and the voting is closed. Needs a database outside of a transaction."""
    hall = open_hall(hall_of(table))
    for slip, answer in zip(hall.codes["A"], answers, strict=False):
        cast(hall, slip, hall.ballot(answer))
    close_voting(actor=hall.scrutineer, now=NOW, voting=hall.voting, accepts_small=True)
    hall.reload()
    return hall


def counted(table: Table, *answers: str) -> Hall:
    hall = voted(table, *answers)
    hand_in_accounts(hall, {"A": len(answers)})
    count_boxes(actor=hall.counter, now=NOW, voting=hall.reload())
    return hall


def left_unopened(table: Table, reason: str) -> Hall:
    """Two people voted, and the scrutineer leaves the box unopened."""
    hall = voted(table, "good", "good")
    leave_unopened(actor=hall.scrutineer, now=NOW, box=hall.box("A"), reason=reason)
    count_boxes(actor=hall.counter, now=NOW, voting=hall.reload())
    return hall
