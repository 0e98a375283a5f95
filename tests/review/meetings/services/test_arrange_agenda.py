import pytest
from django_scopes import scope

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.review.meetings.services import insert_item, insert_reporter, move_item, start_item
from tests.factories.sittings import Hall, make_hall
from tests.factories.world import NOW, make_actor, make_reporter

pytestmark = pytest.mark.django_db
UNCHANGED = "opening R1 C1 R2 C2 speech ballot closing"


def refused_code(hall: Hall, verb: object, **fields: object) -> str:
    with scope(institution=hall.institution), pytest.raises(Refused) as refusal:
        verb(actor=hall.clerk, now=NOW, **fields)  # type: ignore[operator]
    return refusal.value.code


def test_a_report_changes_places_with_the_next_one() -> None:
    hall = make_hall()
    with scope(institution=hall.institution):
        move_item(actor=hall.clerk, now=NOW, item=hall.item("report", 1), places=-1)
    assert hall.order() == "opening R2 C2 R1 C1 speech ballot closing"
    assert [item.sequence for item in hall.agenda()] == [1, 2, 3, 4, 5, 6, 7, 8]


def test_a_move_that_makes_no_sense_is_refused() -> None:
    hall = make_hall()
    codes = [
        refused_code(hall, move_item, item=hall.item("ballot"), places=1),
        refused_code(hall, move_item, item=hall.item("opening"), places=-1),
        refused_code(hall, move_item, item=hall.item("comment"), places=-1),
    ]
    assert codes == ["agenda.closing_not_last", "agenda.no_place_there", "agenda.comment_before_report"]
    assert hall.order() == UNCHANGED


def test_what_runs_keeps_its_place() -> None:
    hall = make_hall()
    with scope(institution=hall.institution):
        start_item(actor=hall.clerk, now=NOW, item=hall.item("report"))
    assert refused_code(hall, move_item, item=hall.item("report"), places=1) == "agenda.no_place_there"


def test_an_item_of_ones_own_goes_before_the_closing_or_where_it_is_wanted() -> None:
    hall = make_hall(on_site=1)
    with scope(institution=hall.institution):
        insert_item(actor=hall.clerk, now=NOW, sitting=hall.open, title="休息", minutes=10)
        study = insert_item(
            actor=hall.clerk, now=NOW, sitting=hall.open, title=" 学习  文件 ", before=hall.item("report").pk
        )
    assert hall.order() == "opening other R1 C1 speech ballot other closing"
    assert (study.title, study.planned_seconds) == ("学习 文件", 0)
    assert hall.item("other", 1).planned_seconds == 600


def test_an_item_needs_a_name_a_sensible_time_and_a_place() -> None:
    hall = make_hall()
    codes = [
        refused_code(hall, insert_item, sitting=hall.open, title="  "),
        refused_code(hall, insert_item, sitting=hall.open, title="学" * 161),
        refused_code(hall, insert_item, sitting=hall.open, title="休息", minutes=241),
        refused_code(hall, insert_item, sitting=hall.open, title="休息", before=987654321),
    ]
    assert codes == ["agenda.title", "agenda.title", "agenda.minutes", "agenda.item_missing"]
    assert hall.order() == UNCHANGED


def test_nothing_is_put_before_what_has_begun() -> None:
    hall = make_hall()
    with scope(institution=hall.institution):
        start_item(actor=hall.clerk, now=NOW, item=hall.item("opening"))
    code = refused_code(hall, insert_item, sitting=hall.open, title="学习", before=hall.item("opening").pk)
    assert code == "agenda.no_place_there"
    assert hall.order() == "opening* R1 C1 R2 C2 speech ballot closing"


def test_a_reporter_added_to_the_plan_later_comes_onto_the_agenda_once() -> None:
    hall = make_hall()
    late = make_reporter(hall.meeting, order=9)
    hall.reporters.append(late)
    with scope(institution=hall.institution):
        insert_reporter(actor=hall.clerk, now=NOW, sitting=hall.open, reporter=late)
        insert_reporter(actor=hall.clerk, now=NOW, sitting=hall.open, reporter=late)
    assert hall.order() == "opening R1 C1 R2 C2 R3 C3 speech ballot closing"


def test_a_reporter_is_added_to_a_meeting_that_had_only_written_ones() -> None:
    hall = make_hall(on_site=0)
    hall.reporters.append(make_reporter(hall.meeting, order=9))
    with scope(institution=hall.institution):
        insert_reporter(actor=hall.clerk, now=NOW, sitting=hall.open, reporter=hall.reporters[0])
    assert hall.order() == "opening R1 C1 speech ballot closing"


def test_a_written_reporter_does_not_come_onto_the_agenda() -> None:
    hall = make_hall()
    assert (
        refused_code(hall, insert_reporter, sitting=hall.open, reporter=hall.written[0])
        == "agenda.not_on_site"
    )
    assert hall.order() == UNCHANGED


@pytest.mark.parametrize("role", ["leader", "counter", "scrutineer"])
def test_only_the_clerk_arranges_the_agenda(role: str) -> None:
    hall = make_hall()
    actor = make_actor(hall.institution, role)
    with scope(institution=hall.institution):
        with pytest.raises(Forbidden):
            move_item(actor=actor, now=NOW, item=hall.item("report"), places=1)
        with pytest.raises(Forbidden):
            insert_item(actor=actor, now=NOW, sitting=hall.open, title="休息")
        with pytest.raises(Forbidden):
            insert_reporter(actor=actor, now=NOW, sitting=hall.open, reporter=hall.reporters[0])
    assert hall.order() == UNCHANGED


def test_the_agenda_of_another_institution_is_not_there() -> None:
    hall, other = make_hall(), make_hall()
    with scope(institution=other.institution), pytest.raises(Missing):
        move_item(actor=other.clerk, now=NOW, item=hall.item("report"), places=1)
    assert hall.order() == UNCHANGED
