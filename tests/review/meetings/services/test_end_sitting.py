from datetime import timedelta

import pytest
from django_scopes import scope

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.models import Event
from pingyi.review.cycles.models import VoterListing
from pingyi.review.meetings.domain.comment_edit import Part, Wanted
from pingyi.review.meetings.models import Sitting
from pingyi.review.meetings.services import (
    end_sitting,
    move_item,
    record_arrival,
    reopen_sitting,
    skip_item,
    start_item,
    write_comment,
)
from tests.factories.sittings import Hall, make_hall
from tests.factories.world import NOW, make_actor

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=2)
PRAISE = Wanted(Part.STRENGTH, "换届按期完成。")


def play(hall: Hall, *steps: tuple[str, int]) -> None:
    with scope(institution=hall.institution):
        for kind, place in steps:
            start_item(actor=hall.clerk, now=NOW, item=hall.item(kind, place))


def comment(hall: Hall, place: int, *, is_final: bool = True) -> None:
    with scope(institution=hall.institution):
        write_comment(
            actor=hall.clerk, now=NOW, reporter=hall.reporters[place], sentences=[PRAISE], is_final=is_final
        )


def end(hall: Hall) -> Sitting:
    with scope(institution=hall.institution):
        return end_sitting(actor=hall.clerk, now=LATER, sitting=hall.open)


def state(hall: Hall) -> str:
    with scope(institution=hall.institution):
        return str(Sitting.objects.get().state)


def test_a_meeting_that_heard_commented_and_voted_may_end() -> None:
    hall = make_hall(on_site=1)
    play(hall, ("opening", 0), ("report", 0), ("comment", 0), ("ballot", 0))
    comment(hall, 0)
    with scope(institution=hall.institution):
        voter = VoterListing.objects.filter(voter_class=hall.classes[0])[0]
        record_arrival(actor=hall.clerk, now=NOW, sitting=hall.open, person=voter.person)
    assert end(hall).ended_at == LATER
    assert hall.order() == "opening+ R1+ C1+ speech- ballot+ closing-"
    assert hall.item("ballot").ended_at == LATER
    assert hall.item("speech").skip_reason == "会议结束时没有进行"
    ended = Event.objects.get(verb="sitting.ended")
    assert ended.payload.body == {"attendance": {"甲": 1, "乙": 0}}


def test_a_meeting_does_not_end_while_somebody_is_not_heard_or_not_commented() -> None:
    hall = make_hall(on_site=3)
    play(hall, ("report", 0), ("comment", 0), ("report", 1))
    comment(hall, 0)
    comment(hall, 1, is_final=False)
    with pytest.raises(Refused) as refusal:
        end(hall)
    assert refusal.value.message == (
        "会议没有结束。还有1位没有述职：信息工程学院党委。请他们述职，缺席的写明原因跳过。"
        "还有1位述了职、点评没有定稿：后勤保障部党总支。到“逐一点评”写完。"
        "还没有测评。开始测评，或写明原因跳过。"
    )
    assert state(hall) == "running"
    assert hall.order() == "opening R1+ C1+ R2* C2 R3 C3 speech ballot closing"


def test_of_many_who_wait_three_are_named() -> None:
    hall = make_hall(on_site=4)
    with pytest.raises(Refused) as refusal:
        end(hall)
    assert "还有4位没有述职：护理学院党委、后勤保障部党总支、信息工程学院党委等。" in refusal.value.message


def test_ending_twice_changes_nothing() -> None:
    hall = make_hall(on_site=0)
    play(hall, ("ballot", 0))
    end(hall)
    with scope(institution=hall.institution):
        again = end_sitting(actor=hall.clerk, now=LATER + timedelta(hours=1), sitting=hall.open)
    assert again.ended_at == LATER
    assert Event.objects.filter(verb="sitting.ended").count() == 1


def test_after_the_end_nothing_moves_until_the_meeting_is_reopened() -> None:
    hall = make_hall(on_site=0)
    play(hall, ("ballot", 0))
    end(hall)
    with scope(institution=hall.institution):
        for verb, fields in (
            (start_item, {"item": hall.item("closing")}),
            (move_item, {"item": hall.item("closing"), "places": 1}),
            (skip_item, {"item": hall.item("closing"), "reason": "晚了"}),
        ):
            with pytest.raises(Refused) as refusal:
                verb(actor=hall.clerk, now=LATER, **fields)
            assert refusal.value.code == "sitting.ended"
        reopen_sitting(actor=hall.clerk, now=LATER, sitting=hall.open)
        reopen_sitting(actor=hall.clerk, now=LATER, sitting=hall.open)
    assert state(hall) == "running"
    assert Event.objects.filter(verb="sitting.reopened").count() == 1


def test_a_meeting_that_was_called_off_goes_back_to_check_in() -> None:
    hall = make_hall(on_site=0)
    with scope(institution=hall.institution):
        skip_item(actor=hall.clerk, now=NOW, item=hall.item("ballot"), reason="改期")
    end(hall)
    with scope(institution=hall.institution):
        reopen_sitting(actor=hall.clerk, now=LATER, sitting=hall.open)
    assert state(hall) == "check_in"


@pytest.mark.parametrize("role", ["leader", "counter", "scrutineer"])
def test_only_the_clerk_ends_and_reopens(role: str) -> None:
    hall = make_hall(on_site=0)
    actor = make_actor(hall.institution, role)
    for verb in (end_sitting, reopen_sitting):
        with scope(institution=hall.institution), pytest.raises(Forbidden):
            verb(actor=actor, now=NOW, sitting=hall.open)
    assert state(hall) == "check_in"
