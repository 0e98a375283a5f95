from datetime import timedelta

import pytest

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.models import EventPayload
from pingyi.review.ballots.domain.balance import HandFigures
from pingyi.review.ballots.domain.double_entry import FormDifference, RowDifference
from pingyi.review.ballots.models import HandCount, PaperForm
from pingyi.review.ballots.queries.differences import compare_entries
from pingyi.review.ballots.services.hand_count import check_hand_count, record_hand_count
from pingyi.review.ballots.services.paper_entry import correct_entry, enter_paper_form, withdraw_entry
from tests.factories.ballots import Hall, make_hall, open_hall
from tests.factories.world import NOW, make_actor

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(minutes=30)


@pytest.fixture
def hall() -> Hall:
    """A paper meeting, closed; three secretaries, class 甲."""
    return closed(make_hall(mode="paper"))


def closed(hall: Hall) -> Hall:
    """Closed by hand: the clean-up needs a database outside a transaction and has its own tests."""
    open_hall(hall)
    hall.voting.state, hall.voting.closed_at, hall.voting.cleaned_at = "closed", LATER, LATER
    hall.voting.closed_by_id = hall.scrutineer.account_id
    hall.voting.save()
    return hall


def enter(hall: Hall, who: object, number: int, *grades: str | None) -> PaperForm:
    marks = {r.pk: grade for r, grade in zip(hall.reporters, grades, strict=True) if grade}
    return enter_paper_form(actor=who, now=LATER, box=hall.box("甲"), number=number, marks=marks)  # type: ignore[arg-type]


def test_two_people_read_a_form_each_for_herself(hall: Hall) -> None:
    enter(hall, hall.counter, 1, "good", "good", None)
    form = enter(hall, hall.second_counter, 1, "good", "poor", None)
    first, second, third = (str(reporter.pk) for reporter in hall.reporters)
    assert form.first_marks == {first: "good", second: "good"}
    assert form.second_marks == {first: "good", second: "poor"}
    assert (form.first_by_id, form.second_by_id) == (hall.counter.account_id, hall.second_counter.account_id)
    assert third not in form.first_marks


def test_differences_are_listed_by_form_and_row(hall: Hall) -> None:
    for number in (2, 1, 3):
        enter(hall, hall.counter, number, "good", "good", "poor")
    enter(hall, hall.second_counter, 1, "good", "good", "poor")
    enter(hall, hall.second_counter, 2, "good", "average", None)
    (comparison,) = compare_entries(hall.voting)
    _, second, third = hall.reporters
    assert comparison.differences == (
        FormDifference(
            2, (RowDifference(second.pk, "good", "average"), RowDifference(third.pk, "poor", None))
        ),
        FormDifference(3, is_entered_once=True),
    )
    assert (comparison.forms, comparison.agreeing) == (3, 1)


def test_the_author_corrects_her_own_reading_until_both_agree(hall: Hall) -> None:
    enter(hall, hall.counter, 1, "good", "good", "poor")
    enter(hall, hall.second_counter, 1, "good", "average", None)
    _, second, third = (reporter.pk for reporter in hall.reporters)
    box = hall.box("甲")
    correct_entry(actor=hall.counter, now=LATER, box=box, number=1, row=second, grade="average")
    correct_entry(actor=hall.counter, now=LATER, box=box, number=1, row=third, grade=None)
    assert compare_entries(hall.voting)[0].differences == ()
    correct_entry(actor=hall.second_counter, now=LATER, box=box, number=1, row=third, grade="good")
    assert compare_entries(hall.voting)[0].differences == (
        FormDifference(1, (RowDifference(third, None, "good"),)),
    )


def test_nobody_corrects_what_another_has_read(hall: Hall) -> None:
    enter(hall, hall.counter, 1, "good", "good", "poor")
    row = hall.reporters[0].pk
    with pytest.raises(Missing, match="只能改自己录的"):
        correct_entry(
            actor=hall.second_counter, now=LATER, box=hall.box("甲"), number=1, row=row, grade="poor"
        )
    with pytest.raises(Missing):
        withdraw_entry(actor=hall.second_counter, now=LATER, box=hall.box("甲"), number=1)
    with pytest.raises(Missing):
        withdraw_entry(actor=hall.counter, now=LATER, box=hall.box("甲"), number=77)


def test_the_same_person_cannot_read_a_form_twice(hall: Hall) -> None:
    enter(hall, hall.counter, 1, "good", "good", "poor")
    with pytest.raises(Refused) as caught:
        enter(hall, hall.counter, 1, "good", "good", "good")
    assert caught.value.code == "paper.same_person"
    form = PaperForm.objects.get()
    assert form.second_marks is None


def test_sending_the_same_reading_twice_changes_nothing(hall: Hall) -> None:
    enter(hall, hall.counter, 1, "good", "good", "poor")
    events = EventPayload.objects.count()
    enter(hall, hall.counter, 1, "good", "good", "poor")
    assert (PaperForm.objects.count(), EventPayload.objects.count()) == (1, events)


def test_a_third_reading_is_refused(hall: Hall) -> None:
    enter(hall, hall.counter, 1, "good", "good", "poor")
    enter(hall, hall.second_counter, 1, "good", "good", "poor")
    with pytest.raises(Refused) as caught:
        enter(hall, make_actor(hall.institution, "counter"), 1, "good", "good", "poor")
    assert caught.value.code == "paper.entered_twice"


def test_a_wrongly_numbered_reading_is_taken_back(hall: Hall) -> None:
    enter(hall, hall.counter, 12, "good", "good", "poor")
    enter(hall, hall.second_counter, 12, "good", "good", "poor")
    withdraw_entry(actor=hall.counter, now=LATER, box=hall.box("甲"), number=12)
    assert compare_entries(hall.voting)[0].differences == (FormDifference(12, is_entered_once=True),)
    withdraw_entry(actor=hall.second_counter, now=LATER, box=hall.box("甲"), number=12)
    assert not PaperForm.objects.exists()


def test_the_event_of_an_entry_holds_no_mark(hall: Hall) -> None:
    enter(hall, hall.counter, 1, "good", "good", "poor")
    body = EventPayload.objects.get(event__verb="paper.entered").body
    assert body == {"number": 1}


@pytest.mark.parametrize("number", [0, -1, 10_000])
def test_a_number_that_no_form_has_is_refused(hall: Hall, number: int) -> None:
    with pytest.raises(Refused) as caught:
        enter(hall, hall.counter, number, "good", "good", "poor")
    assert caught.value.field == "number"


def test_a_grade_that_is_not_on_the_form_is_refused(hall: Hall) -> None:
    with pytest.raises(Refused) as caught:
        enter(hall, hall.counter, 1, "good", "unknown", "poor")
    assert caught.value.code == "ballot.wrong_grade"
    assert not PaperForm.objects.exists()


def test_forms_that_a_rule_makes_invalid_are_named(hall: Hall) -> None:
    for counter in (hall.counter, hall.second_counter):
        enter(hall, counter, 1, "good", "good", None)
        enter(hall, counter, 2, "good", "good", "poor")
    (comparison,) = compare_entries(hall.voting)
    assert (comparison.differences, comparison.invalid_numbers) == ((), (1,))


def test_a_later_entry_asks_for_the_account_to_be_confirmed_again(hall: Hall) -> None:
    box = hall.box("甲")
    record_hand_count(actor=hall.counter, now=LATER, box=box, figures=HandFigures(handed_out=6, left_over=14))
    check_hand_count(actor=hall.scrutineer, now=LATER, box=box, difference_note="漏签")
    enter(hall, hall.counter, 1, "good", "good", "poor")
    assert HandCount.objects.get().checked_by_id is None


def test_before_closing_no_paper_is_entered() -> None:
    hall = open_hall(make_hall(mode="paper"))
    with pytest.raises(Refused) as caught:
        enter(hall, hall.counter, 1, "good", "good", "poor")
    assert caught.value.code == "voting.not_closed"


def test_paper_of_single_voters_is_entered_in_a_code_meeting_too() -> None:
    hall = closed(make_hall(mode="code"))
    enter(hall, hall.counter, 1, "good", "good", "poor")
    assert compare_entries(hall.voting)[0].forms == 1


def test_only_counters_enter(hall: Hall) -> None:
    for actor in (hall.clerk, hall.scrutineer, hall.leader):
        with pytest.raises(Forbidden):
            enter(hall, actor, 1, "good", "good", "poor")
        with pytest.raises(Forbidden):
            withdraw_entry(actor=actor, now=LATER, box=hall.box("甲"), number=1)
