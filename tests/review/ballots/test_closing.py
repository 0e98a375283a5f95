from datetime import timedelta

import pytest

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.models import Event
from pingyi.review.ballots.models import Answer, Slip
from pingyi.review.ballots.queries.counts import count_voting
from pingyi.review.ballots.queries.receipts import receipt_words
from pingyi.review.ballots.queries.turnout import ballots_by_box, total_in_steps
from pingyi.review.ballots.queries.votings import votings_not_cleaned
from pingyi.review.ballots.services.clean_up import clean_up
from pingyi.review.ballots.services.close_voting import close_voting
from tests.factories.ballots import Hall, cast, make_hall, open_hall, prepare_voting
from tests.factories.world import NOW

pytestmark = pytest.mark.django_db(transaction=True)

LATER = NOW + timedelta(minutes=20)


def close(hall: Hall, *, accepts_small: bool = True) -> None:
    close_voting(actor=hall.scrutineer, now=LATER, voting=hall.voting, accepts_small=accepts_small)
    hall.reload()


def refusal(hall: Hall, *, accepts_small: bool = False) -> Refused:
    with pytest.raises(Refused) as caught:
        close_voting(actor=hall.scrutineer, now=LATER, voting=hall.voting, accepts_small=accepts_small)
    return caught.value


def test_after_closing_nothing_goes_in_and_the_clean_up_is_done() -> None:
    hall = open_hall(make_hall())
    cast(hall, hall.codes["甲"][0], hall.ballot("good"))
    close(hall)
    with pytest.raises(Refused) as late:
        cast(hall, hall.codes["甲"][1], hall.ballot("good"))
    assert late.value.code == "voting.closed"
    assert (hall.voting.state, hall.voting.cleaned_at, Answer.objects.count()) == ("closed", LATER, 3)
    assert set(Event.objects.values_list("verb", flat=True)) >= {"voting.closed", "voting.cleaned"}


def test_a_phone_that_missed_the_answer_gets_it_after_closing_too() -> None:
    hall = open_hall(make_hall())
    word = cast(hall, hall.codes["甲"][0], hall.ballot("good"), "a" * 32)
    close(hall)
    assert cast(hall, hall.codes["甲"][0], hall.ballot("good"), "a" * 32) == word
    assert Answer.objects.count() == 3


def test_keys_after_closing_are_new_and_contents_the_same() -> None:
    hall = open_hall(make_hall())
    for code in hall.codes["甲"][:6]:
        cast(hall, code, hall.ballot("good", "average", "poor"))
    answers, slips = (
        set(Answer.objects.values_list("pk", flat=True)),
        set(Slip.objects.values_list("pk", flat=True)),
    )
    contents = sorted(Answer.objects.values_list("box", "reporter", "grade"))
    slip_contents = sorted(Slip.objects.values_list("box", "code_digest", "state", "cast_digest"))
    close(hall)
    assert sorted(Answer.objects.values_list("box", "reporter", "grade")) == contents
    assert sorted(Slip.objects.values_list("box", "code_digest", "state", "cast_digest")) == slip_contents
    assert not answers & set(Answer.objects.values_list("pk", flat=True))
    assert not slips & set(Slip.objects.values_list("pk", flat=True))


def test_a_class_with_too_few_ballots_makes_the_closing_ask() -> None:
    hall = open_hall(make_hall(classes={"甲": 6, "乙": 6}))
    for code in hall.codes["甲"][:5]:
        cast(hall, code, hall.ballot("good"))
    cast(hall, hall.codes["乙"][0], hall.ballot("good"))
    refused = refusal(hall)
    assert refused.code == "voting.small_box"
    assert "乙类" in refused.message
    assert "甲类" not in refused.message
    assert hall.reload().state == "open"
    close(hall)
    assert hall.voting.state == "closed"


def test_a_voting_closes_once_and_not_before_it_was_open() -> None:
    hall = prepare_voting(make_hall())
    assert refusal(hall).code == "voting.not_open"
    other = open_hall(make_hall())
    close(other)
    assert refusal(other, accepts_small=True).code == "voting.not_open"


def test_only_a_scrutineer_closes() -> None:
    hall = open_hall(make_hall())
    for actor in (hall.clerk, hall.counter, hall.leader):
        with pytest.raises(Forbidden):
            close_voting(actor=actor, now=LATER, voting=hall.voting, accepts_small=True)


def test_before_closing_there_is_one_figure_and_it_moves_in_tens() -> None:
    hall = open_hall(make_hall(classes={"甲": 20}, reporters=1))
    for code in hall.codes["甲"][:19]:
        cast(hall, code, hall.ballot("good"))
    assert total_in_steps(hall.voting) == 10
    with pytest.raises(Refused) as per_class:
        ballots_by_box(hall.voting)
    with pytest.raises(Refused) as receipts:
        receipt_words(hall.voting)
    with pytest.raises(Refused) as counts:
        count_voting(hall.voting)
    assert [one.value.code for one in (per_class, receipts, counts)] == [
        "voting.turnout_before_closing",
        "voting.not_closed",
        "voting.not_counted",
    ]
    close(hall)
    assert ballots_by_box(hall.voting) == {hall.box("甲").pk: 19}
    with pytest.raises(Refused):
        count_voting(hall.voting)


def test_every_receipt_word_is_on_the_list_of_its_box_in_the_order_of_the_alphabet() -> None:
    hall = open_hall(make_hall(classes={"甲": 6, "乙": 6}))
    words = [cast(hall, code, hall.ballot("good")) for code in hall.codes["甲"][:5]]
    close(hall)
    assert [(box.voter_class.code, listed) for box, listed in receipt_words(hall.voting)] == [
        ("甲", sorted(words)),
        ("乙", []),
    ]


def test_the_clean_up_may_run_again_and_not_before_closing() -> None:
    hall = open_hall(make_hall())
    cast(hall, hall.codes["甲"][0], hall.ballot("good"))
    with pytest.raises(Refused) as early:
        clean_up(actor=hall.scrutineer, now=LATER, voting=hall.voting)
    assert early.value.code == "voting.not_closed"
    close(hall)
    contents = sorted(Answer.objects.values_list("box", "reporter", "grade"))
    clean_up(actor=hall.counter, now=LATER, voting=hall.voting)
    assert sorted(Answer.objects.values_list("box", "reporter", "grade")) == contents
    with pytest.raises(Forbidden):
        clean_up(actor=hall.clerk, now=LATER, voting=hall.voting)


def test_a_crash_between_closing_and_clean_up_is_healed_by_running_it_again() -> None:
    hall = open_hall(make_hall())
    word = cast(hall, hall.codes["甲"][0], hall.ballot("good"))
    before = set(Answer.objects.values_list("pk", flat=True))
    # What the database holds when the process dies right after the closing transaction.
    hall.voting.state, hall.voting.closed_at = "closed", LATER
    hall.voting.closed_by_id = hall.scrutineer.account_id
    hall.voting.save()
    clean_up(actor=hall.scrutineer, now=LATER, voting=hall.voting)
    assert hall.reload().cleaned_at == LATER
    assert not before & set(Answer.objects.values_list("pk", flat=True))
    assert Answer.objects.count() == 3
    assert receipt_words(hall.voting)[0][1] == [word]


def test_until_the_clean_up_has_ended_no_copy_of_the_database_should_be_made() -> None:
    hall, other = open_hall(make_hall()), prepare_voting(make_hall())
    assert [voting.pk for voting in votings_not_cleaned()] == [hall.voting.pk]
    close(hall)
    assert votings_not_cleaned() == []
    hall.voting.cleaned_at = None
    hall.voting.save()
    assert [voting.pk for voting in votings_not_cleaned()] == [hall.voting.pk]
    assert other.reload().state == "prepared"
