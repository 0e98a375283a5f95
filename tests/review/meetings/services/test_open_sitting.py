import pytest
from django_scopes import scope

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.models import Event
from pingyi.review.meetings.models import AgendaItem, Sitting
from pingyi.review.meetings.services import open_sitting
from tests.factories.sittings import make_hall
from tests.factories.world import NOW, make_actor

pytestmark = pytest.mark.django_db


def test_opening_makes_the_agenda_of_the_plan() -> None:
    hall = make_hall(on_site=2, written=1)
    assert hall.order() == "opening R1 C1 R2 C2 speech ballot closing"
    assert hall.open.state == Sitting.State.CHECK_IN
    report, comment = hall.item("report"), hall.item("comment")
    assert (report.title, report.planned_seconds) == ("护理学院党委", 480)
    assert (comment.title, comment.planned_seconds) == ("护理学院党委", 240)
    assert hall.item("speech").planned_seconds == 0


def test_comments_may_all_come_after_the_last_report() -> None:
    hall = make_hall(
        on_site=2, settings={"comment_timing": "after_all", "speech_seconds": 300, "comment_seconds": 90}
    )
    assert hall.order() == "opening R1 R2 C1 C2 speech ballot closing"
    assert [item.planned_seconds for item in hall.agenda()] == [0, 300, 300, 90, 90, 0, 0, 0]


def test_a_meeting_with_written_reports_only_opens_too() -> None:
    assert make_hall(on_site=0, written=3).order() == "opening speech ballot closing"


def test_opening_twice_gives_the_same_hall() -> None:
    hall = make_hall()
    with scope(institution=hall.institution):
        again = open_sitting(actor=hall.clerk, now=NOW, meeting=hall.meeting)
        assert again == hall.sitting
        assert again.hall_key == hall.open.hall_key
        assert AgendaItem.objects.count() == 8
    assert Event.objects.filter(verb="sitting.opened").count() == 1


def test_a_plan_that_is_not_frozen_opens_no_hall() -> None:
    hall = make_hall(is_open=False)
    with scope(institution=hall.institution):
        type(hall.cycle).objects.update(state="draft", frozen_at=None, frozen_by=None, fingerprint="")
        with pytest.raises(Refused) as refusal:
            open_sitting(actor=hall.clerk, now=NOW, meeting=hall.meeting)
        assert refusal.value.code == "sitting.plan_not_frozen"
        assert Sitting.objects.count() == 0


@pytest.mark.parametrize("role", ["leader", "counter", "scrutineer"])
def test_only_the_clerk_opens_the_hall(role: str) -> None:
    hall = make_hall(is_open=False)
    with scope(institution=hall.institution):
        with pytest.raises(Forbidden):
            open_sitting(actor=make_actor(hall.institution, role), now=NOW, meeting=hall.meeting)
        assert Sitting.objects.count() == 0
