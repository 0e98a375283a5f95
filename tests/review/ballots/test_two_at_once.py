"""Two people press at the same moment, or on a page that is out of date: real threads, on both databases."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection
from django_scopes import scopes_disabled

from pingyi.core.errors import Refused
from pingyi.core.models import Event
from pingyi.review.ballots.models import Answer, Box, PaperForm, PaperTotal, Slip, Voting
from pingyi.review.ballots.services.close_voting import close_voting
from pingyi.review.ballots.services.count_boxes import count_boxes
from pingyi.review.ballots.services.open_voting import open_voting
from pingyi.review.ballots.services.paper_entry import enter_paper_form
from pingyi.review.ballots.services.set_up_voting import set_up_voting
from pingyi.review.ballots.services.void_slip import void_slip
from tests.factories.ballots import cast, hand_in_accounts, make_hall, open_hall, prepare_voting
from tests.factories.world import NOW

pytestmark = pytest.mark.django_db(transaction=True)
LATER = NOW + timedelta(hours=1)


@pytest.fixture(autouse=True)
def unscoped() -> Iterator[None]:
    with scopes_disabled():
        yield


def at_once(*acts: Callable[[], object]) -> list[str]:
    """Runs the acts in threads that start together; what each came to: done, the code of the refusal, or a crash."""
    start = Barrier(len(acts))
    ends: list[str] = []

    def act(one: Callable[[], object]) -> None:
        try:
            with scopes_disabled():
                start.wait()
                one()
            ends.append("done")
        except Refused as refusal:
            ends.append(refusal.code)
        except Exception as crash:  # noqa: BLE001 (a crash in a thread is what the test looks for)
            ends.append(repr(crash))
        finally:
            connection.close()

    threads = [Thread(target=act, args=(one,)) for one in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(ends)


def test_two_clerks_who_prepare_at_once_get_one_voting() -> None:
    hall = make_hall(classes={"甲": 6, "乙": 6})

    def prepare() -> None:
        set_up_voting(actor=hall.clerk, now=NOW, meeting=hall.meeting)

    assert at_once(prepare, prepare, prepare) == ["done"] * 3
    assert Voting.objects.count() == 1
    assert Box.objects.count() == 2


def test_a_voting_opens_once() -> None:
    hall = prepare_voting(make_hall())

    def open_it() -> None:
        open_voting(actor=hall.scrutineer, now=NOW, voting=hall.voting)

    assert at_once(open_it, open_it) == ["done", "voting.already_opened"]
    assert Event.objects.filter(verb="voting.opened").count() == 1


def test_a_voting_closes_once() -> None:
    hall = open_hall(make_hall())

    def close() -> None:
        close_voting(actor=hall.scrutineer, now=LATER, voting=hall.voting, accepts_small=True)

    assert at_once(close, close) == ["done", "voting.not_open"]
    assert Event.objects.filter(verb="voting.closed").count() == 1


def test_a_slip_is_not_made_void_on_a_page_from_before_the_closing() -> None:
    hall = open_hall(make_hall())
    out_of_date = hall.voting
    close_voting(actor=hall.scrutineer, now=LATER, voting=hall.voting, accepts_small=True)
    with pytest.raises(Refused) as refused:
        void_slip(actor=hall.scrutineer, now=LATER, voting=out_of_date, code=hall.codes["甲"][0])
    assert refused.value.code == "voting.closed"
    assert not Slip.objects.filter(state="void").exists()
    assert not Event.objects.filter(verb="slip.voided").exists()


def test_a_slip_that_is_cast_and_made_void_at_once_is_one_of_the_two() -> None:
    hall = open_hall(make_hall())
    code = hall.codes["甲"][0]
    ends = at_once(
        lambda: cast(hall, code, hall.ballot("good")),
        lambda: void_slip(actor=hall.scrutineer, now=NOW, voting=hall.voting, code=code),
    )
    assert ends in (["done", "slip.used"], ["done", "slip.void"])
    is_void = Slip.objects.filter(state="void").count() == 1
    assert Answer.objects.count() == (0 if is_void else 3)


def test_two_readings_of_a_form_typed_at_once_stand_beside_each_other() -> None:
    hall = open_hall(make_hall(mode="paper"))
    close_voting(actor=hall.scrutineer, now=LATER, voting=hall.voting)
    box, marks = hall.box("甲"), hall.ballot("good")
    ends = at_once(
        lambda: enter_paper_form(actor=hall.counter, now=LATER, box=box, number=1, marks=marks),
        lambda: enter_paper_form(actor=hall.second_counter, now=LATER, box=box, number=1, marks=marks),
    )
    assert ends == ["done", "done"]
    form = PaperForm.objects.get()
    assert {form.first_by_id, form.second_by_id} == {hall.counter.account_id, hall.second_counter.account_id}


def test_two_who_count_at_once_count_every_form_once() -> None:
    hall = open_hall(make_hall(mode="paper"))
    close_voting(actor=hall.scrutineer, now=LATER, voting=hall.voting)
    box, marks = hall.box("甲"), hall.ballot("good")
    for number in range(1, 6):
        for counter in (hall.counter, hall.second_counter):
            enter_paper_form(actor=counter, now=LATER, box=box, number=number, marks=marks)
    hand_in_accounts(hall, {"甲": 5}, left_over=15)

    def count() -> None:
        count_boxes(actor=hall.counter, now=LATER, voting=hall.voting)

    assert at_once(count, count) == ["done", "voting.counted"]
    assert Answer.objects.count() == 15
    assert PaperTotal.objects.get().forms == 5
