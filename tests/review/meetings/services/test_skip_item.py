import pytest
from django_scopes import scope

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.models import Event
from pingyi.review.meetings.services import restore_item, skip_item, start_item
from tests.factories.sittings import make_hall
from tests.factories.world import NOW, make_actor

pytestmark = pytest.mark.django_db


def test_an_absent_reporter_is_skipped_with_the_comment_and_the_reason() -> None:
    hall = make_hall()
    with scope(institution=hall.institution):
        skip_item(actor=hall.clerk, now=NOW, item=hall.item("report"), reason=" 因公出差，改为书面述职 ")
    assert hall.order() == "opening R1- C1- R2 C2 speech ballot closing"
    assert hall.item("comment").skip_reason == "因公出差，改为书面述职"


def test_skipping_twice_keeps_the_first_reason() -> None:
    hall = make_hall()
    with scope(institution=hall.institution):
        skip_item(actor=hall.clerk, now=NOW, item=hall.item("report"), reason="生病")
        skip_item(actor=hall.clerk, now=NOW, item=hall.item("report"), reason="出差")
    assert hall.item("report").skip_reason == "生病"
    assert Event.objects.filter(verb="agenda_item.skipped").count() == 1


@pytest.mark.parametrize("reason", ["", "  ", "长" * 201])
def test_nobody_is_skipped_without_a_reason(reason: str) -> None:
    hall = make_hall()
    with scope(institution=hall.institution), pytest.raises(Refused) as refusal:
        skip_item(actor=hall.clerk, now=NOW, item=hall.item("report"), reason=reason)
    assert (refusal.value.code, refusal.value.field) == ("agenda.reason", "reason")
    assert hall.order() == "opening R1 C1 R2 C2 speech ballot closing"


def test_who_speaks_already_cannot_be_skipped() -> None:
    hall = make_hall()
    with scope(institution=hall.institution):
        start_item(actor=hall.clerk, now=NOW, item=hall.item("report"))
        with pytest.raises(Refused) as refusal:
            skip_item(actor=hall.clerk, now=NOW, item=hall.item("report"), reason="生病")
    assert refusal.value.code == "agenda.item_begun"


def test_a_reporter_who_comes_late_is_next_in_turn() -> None:
    hall = make_hall()
    with scope(institution=hall.institution):
        skip_item(actor=hall.clerk, now=NOW, item=hall.item("report", 0), reason="路上堵车")
        start_item(actor=hall.clerk, now=NOW, item=hall.item("report", 1))
        restore_item(actor=hall.clerk, now=NOW, item=hall.item("report", 0))
        restore_item(actor=hall.clerk, now=NOW, item=next(i for i in hall.agenda() if i.state == "waiting"))
    assert hall.order() == "opening R2* R1 C1 C2 speech ballot closing"


def test_after_the_ballot_began_nobody_reports_any_more() -> None:
    hall = make_hall(on_site=1)
    with scope(institution=hall.institution):
        skip_item(actor=hall.clerk, now=NOW, item=hall.item("report"), reason="路上堵车")
        start_item(actor=hall.clerk, now=NOW, item=hall.item("ballot"))
        with pytest.raises(Refused) as refusal:
            restore_item(actor=hall.clerk, now=NOW, item=hall.item("report"))
    assert refusal.value.code == "agenda.ballot_before_report"
    assert hall.order() == "opening R1- C1- speech ballot* closing"


@pytest.mark.parametrize("role", ["leader", "counter", "scrutineer"])
def test_only_the_clerk_skips_and_restores(role: str) -> None:
    hall = make_hall()
    actor = make_actor(hall.institution, role)
    with scope(institution=hall.institution):
        with pytest.raises(Forbidden):
            skip_item(actor=actor, now=NOW, item=hall.item("report"), reason="生病")
        with pytest.raises(Forbidden):
            restore_item(actor=actor, now=NOW, item=hall.item("report"))
