from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import IntegrityError, connection, transaction
from django_scopes import scope

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.models import Event
from pingyi.review.meetings.models import AgendaItem, Sitting
from pingyi.review.meetings.services import end_item, skip_item, start_item
from tests.factories.sittings import Hall, make_hall
from tests.factories.world import NOW, make_actor

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(minutes=9)


def start(hall: Hall, kind: str, place: int = 0, **fields: object) -> AgendaItem:
    with scope(institution=hall.institution):
        return start_item(actor=hall.clerk, now=fields.get("now", NOW), item=hall.item(kind, place))  # type: ignore[arg-type]


def test_the_first_item_begins_the_meeting() -> None:
    hall = make_hall()
    start(hall, "opening")
    with scope(institution=hall.institution):
        sitting = Sitting.objects.get()
    assert (sitting.state, sitting.started_at) == (Sitting.State.RUNNING, NOW)


def test_starting_the_next_ends_the_one_that_runs() -> None:
    hall = make_hall()
    start(hall, "report")
    start(hall, "comment", now=LATER)
    assert hall.order() == "opening R1+ C1* R2 C2 speech ballot closing"
    report = hall.item("report")
    assert (report.started_at, report.ended_at) == (NOW, LATER)


def test_a_second_click_changes_nothing() -> None:
    hall = make_hall()
    start(hall, "report")
    again = start(hall, "report", now=LATER)
    assert again.started_at == NOW
    assert hall.order() == "opening R1* C1 R2 C2 speech ballot closing"
    assert Event.objects.filter(verb="agenda_item.started").count() == 1


def test_an_operator_with_an_old_page_cannot_start_what_is_over() -> None:
    hall = make_hall()
    start(hall, "report")
    start(hall, "comment")
    with pytest.raises(Refused) as refusal:
        start(hall, "report")
    assert refusal.value.code == "agenda.item_not_waiting"
    assert hall.order() == "opening R1+ C1* R2 C2 speech ballot closing"


def test_a_comment_waits_for_its_report_and_the_ballot_for_all() -> None:
    hall = make_hall()
    for kind, code in [
        ("comment", "agenda.comment_before_report"),
        ("ballot", "agenda.ballot_before_report"),
    ]:
        with pytest.raises(Refused) as refusal:
            start(hall, kind)
        assert refusal.value.code == code
    assert hall.order() == "opening R1 C1 R2 C2 speech ballot closing"


def test_two_operators_at_once_leave_one_item_running() -> None:
    """Both pages show another next item; whoever comes second ends the first one's."""
    hall = make_hall()
    first, second = hall.item("report", 0), hall.item("report", 1)
    colleague = make_actor(hall.institution, "clerk")
    with scope(institution=hall.institution):
        start_item(actor=hall.clerk, now=NOW, item=first)
        start_item(actor=colleague, now=NOW, item=second)
    assert hall.order() == "opening R1+ C1 R2* C2 speech ballot closing"


def test_the_database_refuses_two_running_items() -> None:
    hall = make_hall()
    start(hall, "report")
    with scope(institution=hall.institution), pytest.raises(IntegrityError), transaction.atomic():
        AgendaItem.objects.filter(kind="opening").update(state="running", started_at=NOW)
    assert hall.order() == "opening R1* C1 R2 C2 speech ballot closing"


@pytest.mark.django_db(transaction=True)
def test_two_operators_in_the_same_instant_leave_one_item_running() -> None:
    hall = make_hall(on_site=2)
    gate = Barrier(2)

    def press(item: AgendaItem) -> None:
        gate.wait()
        try:
            with scope(institution=hall.institution):
                start_item(actor=hall.clerk, now=NOW, item=item)
        finally:
            connection.close()

    operators = [Thread(target=press, args=(hall.item("report", place),)) for place in (0, 1)]
    for operator in operators:
        operator.start()
    for operator in operators:
        operator.join()
    assert sorted(item.state for item in hall.agenda() if item.kind == "report") == ["done", "running"]


def test_a_crash_in_between_leaves_the_meeting_where_it_was() -> None:
    hall = make_hall()
    start(hall, "report")

    def begin_and_crash() -> None:
        with transaction.atomic():
            start(hall, "comment", now=LATER)
            raise RuntimeError("power cut")

    with pytest.raises(RuntimeError, match="power cut"):
        begin_and_crash()
    assert hall.order() == "opening R1* C1 R2 C2 speech ballot closing"
    assert hall.item("report").ended_at is None
    assert Event.objects.filter(verb="agenda_item.started").count() == 1


def test_the_screens_hear_of_it_once_it_is_kept(django_capture_on_commit_callbacks: object) -> None:
    from pingyi.core import live

    heard: list[str] = []

    class Ear:
        def carry(self, topic: str) -> None:
            heard.append(topic)

    hall = make_hall()
    former, live.carrier = live.carrier, Ear()
    try:
        with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
            start(hall, "report")
    finally:
        live.carrier = former
    assert heard == [f"meeting:{hall.meeting.pk}"]


def test_ending_an_item_leaves_nobody_running_and_can_be_repeated() -> None:
    hall = make_hall()
    start(hall, "report")
    with scope(institution=hall.institution):
        end_item(actor=hall.clerk, now=LATER, item=hall.item("report"))
        end_item(actor=hall.clerk, now=LATER + timedelta(minutes=5), item=hall.item("report"))
    assert hall.item("report").ended_at == LATER
    assert hall.order() == "opening R1+ C1 R2 C2 speech ballot closing"


def test_what_has_not_begun_cannot_be_ended() -> None:
    hall = make_hall()
    with scope(institution=hall.institution), pytest.raises(Refused) as refusal:
        end_item(actor=hall.clerk, now=NOW, item=hall.item("report"))
    assert refusal.value.code == "agenda.item_not_running"


def test_a_skipped_item_must_be_restored_before_it_starts() -> None:
    hall = make_hall()
    with scope(institution=hall.institution):
        skip_item(actor=hall.clerk, now=NOW, item=hall.item("report"), reason="因公出差")
    with pytest.raises(Refused) as refusal:
        start(hall, "report")
    assert refusal.value.code == "agenda.item_not_waiting"


@pytest.mark.parametrize("role", ["leader", "counter", "scrutineer"])
def test_only_the_clerk_calls_the_next_one(role: str) -> None:
    hall = make_hall()
    actor = make_actor(hall.institution, role)
    with scope(institution=hall.institution):
        for verb in (start_item, end_item):
            with pytest.raises(Forbidden):
                verb(actor=actor, now=NOW, item=hall.item("report"))
    assert hall.order() == "opening R1 C1 R2 C2 speech ballot closing"
