"""A meeting that is over, and its news on any step of the way; three people review and read proofs."""

from collections.abc import Mapping
from dataclasses import dataclass

from django_scopes import scope, scopes_disabled

from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Body, BodyMember
from pingyi.publishing.domain.reviewing.steps import STEPS, Step
from pingyi.publishing.models import NewsItem
from pingyi.publishing.services.news import Added, draft_news, hand_in_news, name_readers, sign_news
from pingyi.review.meetings.models import LeaderComment, Sitting, Speech
from pingyi.review.rectification.models import Requirement
from tests.factories.ballots import make_counted_voting
from tests.factories.sittings import Hall, make_hall
from tests.factories.world import NOW, make_actor, make_person


@dataclass
class Desk:
    """`signers` hold the three levels."""

    hall: Hall
    signers: tuple[Actor, Actor, Actor]
    leader: Actor

    @property
    def clerk(self) -> Actor:
        return self.hall.clerk

    @property
    def names(self) -> dict[Step, int]:
        return {step: self.signers[step.level - 1].account_id for step in STEPS}

    def draft(self, added: Added | None = None) -> NewsItem:
        with scope(institution=self.hall.institution):
            return draft_news(actor=self.clerk, now=NOW, meeting=self.hall.meeting, added=added)

    def handed_in(self, names: Mapping[Step, int] | None = None) -> NewsItem:
        item = self.draft()
        with scope(institution=self.hall.institution):
            name_readers(actor=self.clerk, now=NOW, item=item, names=names or self.names)
            return hand_in_news(actor=self.clerk, now=NOW, item=item)

    def sign(self, item: NewsItem, *levels: int) -> NewsItem:
        with scope(institution=self.hall.institution):
            for level in levels:
                signer = self.signers[level - 1]
                item = sign_news(actor=signer, now=NOW, item=item, seen_version=item.version)
        return item


def make_desk(*, is_over: bool = True, reporters: int = 2) -> Desk:
    """The records of a meeting: roles, comments, a speech with three requirements, a ballot that was counted."""
    hall = make_hall(on_site=reporters)
    meeting, institution = hall.meeting, hall.institution
    with scopes_disabled():
        meeting.chair = make_person(institution, "江远树")
        meeting.commentator = make_person(institution, "林晓棠")
        meeting.chair_title, meeting.commentator_title = "党委副书记、校长", "党委书记"
        meeting.save()
        body = Body.objects.create(
            institution=institution,
            organisation=meeting.cycle.convenor,
            kind=Body.Kind.PARTY_COMMITTEE,
            name="党委",
        )
        for order, person in enumerate((meeting.commentator, meeting.chair), start=1):
            BodyMember.objects.create(institution=institution, body=body, person=person, order=order)
        _say(hall)
        Sitting.objects.filter(meeting=meeting).update(
            **({"state": "ended", "started_at": NOW, "ended_at": NOW} if is_over else {})
        )
        make_counted_voting(meeting, {}, actor=hall.clerk)
    signers = (
        make_actor(institution, "counter"),
        make_actor(institution, "scrutineer"),
        make_actor(institution, "leader"),
    )
    return Desk(hall, signers, signers[2])


def _say(hall: Hall) -> None:
    common = {"institution": hall.institution, "recorded_at": NOW, "recorded_by_id": hall.clerk.account_id}
    for reporter in hall.reporters:
        LeaderComment.objects.create(reporter=reporter, is_finished=True, **common)
    demands = ("一是提高站位，把抓好党建作为最大政绩。", "二是提升本领，落实“七个有力”。")
    Speech.objects.create(sitting=hall.open, text="各党组织书记履职尽责。\n" + "\n".join(demands), **common)
    for number, text in enumerate(demands, start=1):
        Requirement.objects.create(
            institution=hall.institution,
            cycle=hall.cycle,
            meeting=hall.meeting,
            number=number,
            level="all",
            text=text,
            recorded_at=NOW,
        )
