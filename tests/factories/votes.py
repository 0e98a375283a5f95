"""Secret votes on single matters, for tests: begun by their own verb; nobody here knows what they are about."""

from dataclasses import replace
from typing import Any

from django_scopes import scope, scopes_disabled

from pingyi.review.ballots.services import close_voting, count_boxes, start_vote
from pingyi.review.cycles.models import Reporter, ReviewMeeting, VoterClass
from pingyi.review.cycles.services import Matter
from tests.factories.ballots import Hall, cast, hand_in_accounts, open_hall
from tests.factories.world import NOW, make_actor, make_institution, make_organisation, make_person

ABOUT = "test.matter:1"
TITLE = "推荐李某任副院长"


def make_matter(*, voters: int = 7, institution: Any = None, **changed: Any) -> Matter:
    """A matter of a college whose members are all there."""
    institution = institution or make_institution()
    organisation = changed.get("convenor") or make_organisation(institution, "材料学院党委")
    people = [make_person(institution, organisation=organisation) for _ in range(voters)]
    matter = Matter(
        about=ABOUT,
        title=TITLE,
        convenor=organisation,
        chair=people[0],
        held_at=NOW,
        place="三楼会议室",
        ballot_mode="code",
        voters=people,
    )
    return replace(matter, **changed)


def vote_hall(*, mode: str = "code", voters: int = 7) -> Hall:
    """The prepared vote as the ballot's tests know a hall, with everybody who works on it. Its class is A."""
    matter = make_matter(voters=voters, ballot_mode=mode)
    institution = matter.convenor.institution
    clerk = make_actor(institution, "clerk")
    with scope(institution=institution):
        voting = start_vote(actor=clerk, now=NOW, matter=matter)
    with scopes_disabled():
        meeting = ReviewMeeting.objects.select_related("cycle").get(pk=voting.meeting_id)
        return Hall(
            institution=institution,
            meeting=meeting,
            reporters=list(Reporter.objects.filter(meeting=meeting)),
            classes=list(VoterClass.objects.filter(meeting=meeting)),
            clerk=clerk,
            scrutineer=make_actor(institution, "scrutineer"),
            counter=make_actor(institution, "counter"),
            second_counter=make_actor(institution, "counter"),
            leader=make_actor(institution, "leader"),
        )


def vote_and_count(hall: Hall, *answers: str) -> Hall:
    """These people answer by phone, the others give their slips back; then it is counted.

    Needs a database outside of a transaction: the closing cleans up.
    """
    open_hall(hall)
    for slip, answer in zip(hall.codes["A"], answers, strict=False):
        cast(hall, slip, hall.ballot(answer))
    close_voting(actor=hall.scrutineer, now=NOW, voting=hall.voting, accepts_small=True)
    hand_in_accounts(hall, {"A": len(answers)})
    count_boxes(actor=hall.counter, now=NOW, voting=hall.reload())
    hall.reload()
    return hall
