from collections import Counter

import pytest

from pingyi.core.errors import Missing, Refused
from pingyi.core.models import Event
from pingyi.review.ballots.box import BallotState, Receipt, SlipProof
from pingyi.review.ballots.boxes import box_of
from pingyi.review.ballots.domain.receipt import CastId, cast_digest, receipt_word
from pingyi.review.ballots.models import Answer, Slip
from pingyi.review.ballots.services.cast_ballot import cast_ballot
from pingyi.review.ballots.services.void_slip import void_slip
from tests.factories.ballots import Hall, cast, make_hall, open_hall, prepare_voting
from tests.factories.world import NOW

pytestmark = pytest.mark.django_db

ID = "0123456789abcdef0123456789abcdef"
OTHER = "f" * 32


def nothing_changed(hall: Hall, answers: int = 0, used: int = 0) -> bool:
    return (Answer.objects.count(), Slip.objects.filter(state="used").count()) == (answers, used)


def refused(hall: Hall, code: str, marks: dict[int, str] | None = None, cast_id: str = ID) -> str:
    with pytest.raises(Refused) as caught:
        cast(hall, code, hall.ballot("good") if marks is None else marks, cast_id)
    return caught.value.code


def test_a_ballot_is_written_as_single_rows_and_the_slip_is_used() -> None:
    hall = open_hall(make_hall(reporters=4))
    word = cast(hall, hall.codes["甲"][0], hall.ballot("good", "fairly_good", "average", "poor"), ID)
    assert word == receipt_word(cast_digest(CastId(ID)))
    assert dict(Answer.objects.values_list("reporter", "grade")) == hall.ballot(
        "good", "fairly_good", "average", "poor"
    )
    assert Counter(Slip.objects.values_list("state", flat=True)) == {"used": 1, "unused": 10}


def test_casting_leaves_no_event() -> None:
    hall = open_hall(make_hall())
    before = Event.objects.count()
    cast(hall, hall.codes["甲"][0], hall.ballot("good"))
    assert Event.objects.count() == before


def test_keys_of_answers_are_random_and_large() -> None:
    hall = open_hall(make_hall(reporters=10))
    cast(hall, hall.codes["甲"][0], hall.ballot("good"))
    keys = list(Answer.objects.values_list("pk", flat=True))
    assert len(keys) == 10
    assert max(keys) > 2**48
    assert max(keys) - min(keys) > 2**40


def test_the_same_sending_again_gets_the_same_word_and_writes_nothing() -> None:
    hall = open_hall(make_hall())
    code = hall.codes["甲"][0]
    first = cast(hall, code, hall.ballot("good"), ID)
    assert cast(hall, code, hall.ballot("good"), ID) == first
    assert cast(hall, code, hall.ballot("poor"), ID) == first
    assert nothing_changed(hall, answers=3, used=1)
    assert set(Answer.objects.values_list("grade", flat=True)) == {"good"}


def test_a_second_device_is_told_already_used() -> None:
    hall = open_hall(make_hall())
    code = hall.codes["甲"][0]
    cast(hall, code, hall.ballot("good"), ID)
    assert refused(hall, code, hall.ballot("poor"), OTHER) == "slip.used"
    assert nothing_changed(hall, answers=3, used=1)


def test_a_code_is_read_as_people_type_it() -> None:
    hall = open_hall(make_hall())
    code = hall.codes["甲"][0]
    typed = f" {code[:4]}-{code[4:8]} {code[8:]} ".lower()
    assert cast(hall, typed, hall.ballot("good"), ID)


@pytest.mark.parametrize("code", ["", "0000000000", "不是码", "1" * 11])
def test_a_code_that_nobody_printed_is_unknown(code: str) -> None:
    hall = open_hall(make_hall())
    assert refused(hall, code) == "slip.unknown"
    assert nothing_changed(hall)


def test_a_void_slip_is_turned_away() -> None:
    hall = open_hall(make_hall())
    void_slip(actor=hall.scrutineer, now=NOW, voting=hall.voting, code=hall.codes["甲"][0])
    assert refused(hall, hall.codes["甲"][0]) == "slip.void"
    assert nothing_changed(hall)


def test_before_the_opening_nothing_is_taken() -> None:
    hall = prepare_voting(make_hall())
    assert refused(hall, hall.codes["甲"][0]) == "voting.not_open"
    assert nothing_changed(hall)


def test_a_slip_of_another_meeting_is_turned_away() -> None:
    hall, other = open_hall(make_hall()), open_hall(make_hall())
    assert (
        refused(hall, other.codes["甲"][0]) == "slip.unknown"
    )  # another institution's: we know nothing of it
    Slip.objects.filter(box__voting=other.voting).update(institution=hall.institution)
    assert refused(hall, other.codes["甲"][0]) == "slip.elsewhere"
    assert nothing_changed(hall)


def test_an_unknown_address_is_missing() -> None:
    with pytest.raises(Missing, match="扫票条"):
        cast_ballot(public_key="NOSUCHKEY", code="0" * 10, cast_id=CastId(ID), marks={})


def test_a_ballot_with_gaps_is_sent_back_whole() -> None:
    hall = open_hall(make_hall())
    marks = hall.ballot("good")
    marks.popitem()
    assert refused(hall, hall.codes["甲"][0], marks) == "ballot.incomplete"
    assert nothing_changed(hall)


def test_all_the_same_follows_the_plan() -> None:
    hall = open_hall(make_hall(settings={"invalid_all_same": True}))
    assert refused(hall, hall.codes["甲"][0], hall.ballot("good")) == "ballot.all_same"
    assert cast(hall, hall.codes["甲"][0], hall.ballot("good", "good", "poor"))


def test_unknown_follows_the_plan() -> None:
    plain, wide = open_hall(make_hall()), open_hall(make_hall(settings={"has_unknown_option": True}))
    assert refused(plain, plain.codes["甲"][0], plain.ballot("unknown")) == "ballot.wrong_grade"
    assert cast(wide, wide.codes["甲"][0], wide.ballot("unknown"))


def test_a_reporter_of_the_class_leaves_her_own_row_and_no_row_is_stored_for_it() -> None:
    hall = open_hall(make_hall(classes={"甲": 6, "乙": 3}, reporters_vote_in="乙"))
    marks = hall.ballot("good")
    del marks[hall.reporters[1].pk]
    cast(hall, hall.codes["乙"][0], marks)
    assert set(Answer.objects.values_list("reporter", flat=True)) == {
        hall.reporters[0].pk,
        hall.reporters[2].pk,
    }
    assert refused(hall, hall.codes["甲"][0], marks) == "ballot.incomplete"


def test_where_reporters_may_vote_on_themselves_no_row_may_be_missing() -> None:
    hall = open_hall(make_hall(reporters_vote_in="甲", settings={"self_vote": "allow"}))
    marks = hall.ballot("good")
    del marks[hall.reporters[0].pk]
    assert refused(hall, hall.codes["甲"][0], marks) == "ballot.incomplete"


def test_nobody_votes_on_a_reporter_who_is_not_on_the_ballot() -> None:
    hall = make_hall()
    hall.reporters[2].is_voted_on = False
    hall.reporters[2].save()
    open_hall(hall)
    assert refused(hall, hall.codes["甲"][0], hall.ballot("good")) == "ballot.wrong_row"


def test_a_paper_meeting_takes_nothing_by_phone() -> None:
    hall = open_hall(make_hall(mode="paper"))
    assert refused(hall, "0" * 10) == "voting.paper_only"


def test_this_mode_knows_no_second_vote() -> None:
    hall = open_hall(make_hall())
    proof = SlipProof(hall.codes["甲"][0], CastId(ID))
    with pytest.raises(Refused) as caught:
        box_of(hall.voting).cast(proof, hall.ballot("good"), replaces=Receipt("X"))
    assert caught.value.code == "ballot.no_revote"
    assert nothing_changed(hall)


def test_the_box_knows_the_receipts_of_its_ballots() -> None:
    hall = open_hall(make_hall())
    word = cast(hall, hall.codes["甲"][0], hall.ballot("good"), ID)
    box = box_of(hall.voting)
    assert box.state(Receipt(word)) is BallotState.IN_BOX
    assert box.state(Receipt("0" * 10)) is BallotState.NOT_IN_BOX
    paper = box_of(open_hall(make_hall(mode="paper")).voting)
    assert paper.state(Receipt(word)) is BallotState.NOT_IN_BOX
