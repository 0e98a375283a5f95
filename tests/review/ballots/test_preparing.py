from datetime import timedelta

import pytest

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.models import Event, EventPayload
from pingyi.review.ballots.domain.codes import read_code
from pingyi.review.ballots.models import Box, Slip
from pingyi.review.ballots.services.print_slips import print_slips
from pingyi.review.ballots.services.record_printed_forms import record_printed_forms
from pingyi.review.ballots.services.set_up_voting import set_up_voting
from pingyi.review.ballots.slip_codes import code_digest
from pingyi.review.cycles.models import Cycle, VoterClass
from tests.factories.ballots import ADDRESS, make_hall, open_hall, prepare_voting
from tests.factories.world import NOW, make_voter_class

pytestmark = pytest.mark.django_db


def test_every_class_that_stands_gets_a_box() -> None:
    hall = make_hall(classes={"甲": 6, "乙": 8, "丙": 2})
    small, large = hall.classes[2], hall.classes[1]
    small.merged_into, small.merge_reason, small.merged_at = large, "不足5人", NOW
    small.merged_by_id = hall.clerk.account_id
    small.save()
    voting = set_up_voting(actor=hall.clerk, now=NOW, meeting=hall.meeting)
    assert sorted(Box.objects.filter(voting=voting).values_list("voter_class__code", flat=True)) == [
        "乙",
        "甲",
    ]
    assert (voting.mode, voting.state, len(voting.public_key)) == ("code", "prepared", 8)
    assert Event.objects.get(verb="voting.set_up").subject_id == str(voting.pk)


def test_setting_up_again_follows_the_classes_as_they_stand_now() -> None:
    hall = prepare_voting(make_hall(classes={"甲": 6, "乙": 6}))
    gone, stays = hall.classes[1], hall.classes[0]
    gone.merged_into, gone.merge_reason, gone.merged_at = stays, "人少", NOW
    gone.merged_by_id = hall.clerk.account_id
    gone.save()
    make_voter_class(hall.meeting, "丁", 6)
    again = set_up_voting(actor=hall.clerk, now=NOW, meeting=hall.meeting)
    assert again.pk == hall.voting.pk
    assert set(Box.objects.values_list("voter_class__code", flat=True)) == {"甲", "丁"}
    assert Slip.objects.exclude(box__voter_class__code="甲").count() == 0


def test_a_plan_that_is_not_frozen_cannot_be_voted_on() -> None:
    hall = make_hall()
    Cycle.objects.update(state="draft", fingerprint="", frozen_at=None, frozen_by=None)
    hall.meeting.cycle.refresh_from_db()
    with pytest.raises(Refused, match="先封存方案") as caught:
        set_up_voting(actor=hall.clerk, now=NOW, meeting=hall.meeting)
    assert caught.value.code == "voting.plan_not_frozen"


def test_a_meeting_without_classes_or_without_anybody_to_vote_on_is_refused() -> None:
    hall = make_hall()
    hall.meeting.reporters.update(is_voted_on=False)
    with pytest.raises(Refused) as nobody:
        set_up_voting(actor=hall.clerk, now=NOW, meeting=hall.meeting)
    hall.meeting.listings.all().delete()
    VoterClass.objects.all().delete()
    with pytest.raises(Refused) as no_class:
        set_up_voting(actor=hall.clerk, now=NOW, meeting=hall.meeting)
    assert (nobody.value.code, no_class.value.code) == ("voting.no_rows", "voting.no_classes")
    assert Box.objects.count() == 0


def test_slips_are_members_and_spares_with_codes_kept_as_digests_only() -> None:
    hall = prepare_voting(make_hall(classes={"甲": 30}))
    codes = hall.codes["甲"]
    assert len(codes) == len(set(codes)) == 36
    assert all(read_code(code) == code for code in codes)
    assert hall.box("甲").slips_printed == 36
    stored = set(Slip.objects.values_list("code_digest", flat=True))
    assert stored == {code_digest(code) for code in codes}
    texts = [str(value) for row in Slip.objects.values_list() for value in row]
    texts += [str(body) for body in EventPayload.objects.values_list("body", flat=True)]
    assert not [text for text in texts for code in codes if code in text]


def test_a_class_with_another_merged_into_it_gets_slips_for_both() -> None:
    hall = make_hall(classes={"甲": 30, "乙": 3})
    small = hall.classes[1]
    small.merged_into, small.merge_reason, small.merged_at = hall.classes[0], "不足5人", NOW
    small.merged_by_id = hall.clerk.account_id
    small.save()
    hall.classes.pop()
    assert len(prepare_voting(hall).codes["甲"]) == 33 + 7


def test_the_plan_sets_the_spares() -> None:
    hall = prepare_voting(make_hall(classes={"甲": 10}, settings={"spare_minimum": 1, "spare_share": "1/2"}))
    assert len(hall.codes["甲"]) == 15


def test_printing_again_replaces_the_former_batch_and_says_so() -> None:
    hall = prepare_voting(make_hall())
    printed = print_slips(actor=hall.clerk, now=NOW, box=hall.box("甲"), address="https://tp.example.edu.cn/")
    assert printed.replaced == len(hall.codes["甲"]) == 11
    assert printed.address == hall.reload().address == "https://tp.example.edu.cn"
    assert not set(printed.codes) & set(hall.codes["甲"])
    assert Slip.objects.count() == 11


def test_after_the_opening_slips_cannot_be_printed_again() -> None:
    hall = open_hall(make_hall())
    with pytest.raises(Refused, match="改发纸质测评表") as caught:
        print_slips(actor=hall.clerk, now=NOW, box=hall.box("甲"), address=ADDRESS)
    assert caught.value.code == "voting.already_opened"
    assert Slip.objects.count() == 11


def test_a_wrong_address_prints_nothing() -> None:
    hall = make_hall()
    hall.voting = set_up_voting(actor=hall.clerk, now=NOW, meeting=hall.meeting)
    with pytest.raises(Refused) as caught:
        print_slips(actor=hall.clerk, now=NOW, box=hall.box("甲"), address="不知道")
    assert caught.value.code == "voting.address"
    assert (Slip.objects.count(), hall.box("甲").slips_printed) == (0, 0)


def test_a_paper_meeting_has_no_slips() -> None:
    hall = prepare_voting(make_hall(mode="paper"))
    with pytest.raises(Refused) as caught:
        print_slips(actor=hall.clerk, now=NOW, box=hall.box("甲"), address=ADDRESS)
    assert caught.value.code == "voting.paper_only"


def test_the_number_of_printed_forms_is_set_not_added() -> None:
    hall = prepare_voting(make_hall(mode="paper"))
    for copies in (15, 12):
        record_printed_forms(
            actor=hall.clerk, now=NOW + timedelta(minutes=5), box=hall.box("甲"), copies=copies
        )
    assert hall.box("甲").forms_printed == 12
    with pytest.raises(Refused) as caught:
        record_printed_forms(actor=hall.clerk, now=NOW, box=hall.box("甲"), copies=5001)
    assert (caught.value.field, hall.box("甲").forms_printed) == ("copies", 12)


def test_only_the_clerk_prepares() -> None:
    hall = prepare_voting(make_hall())
    for actor in (hall.scrutineer, hall.counter, hall.leader):
        with pytest.raises(Forbidden):
            set_up_voting(actor=actor, now=NOW, meeting=hall.meeting)
        with pytest.raises(Forbidden):
            print_slips(actor=actor, now=NOW, box=hall.box("甲"), address=ADDRESS)
        with pytest.raises(Forbidden):
            record_printed_forms(actor=actor, now=NOW, box=hall.box("甲"), copies=3)
    stranger = make_hall().clerk
    with pytest.raises(Forbidden):
        print_slips(actor=stranger, now=NOW, box=hall.box("甲"), address=ADDRESS)
