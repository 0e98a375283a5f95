"""A satisfaction poll from its plan to its result, and that the year's review never notices it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django_scopes import scopes_disabled

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.models import Event
from pingyi.organisations.queries.calendar import reckoning_on
from pingyi.review.appraisal.models import AppraisalSnapshot, SatisfactionResult
from pingyi.review.appraisal.queries.own import own_work
from pingyi.review.appraisal.queries.places import cycle_places
from pingyi.review.appraisal.queries.polls import lines_of, poll_of, polls_of
from pingyi.review.appraisal.queries.progress import progress_of
from pingyi.review.appraisal.services import replan_poll, start_poll, take_satisfaction, take_snapshot
from pingyi.review.ballots.models import PaperForm
from pingyi.review.ballots.queries.papers import paper_of
from pingyi.review.ballots.services.close_voting import close_voting
from pingyi.review.ballots.services.count_boxes import count_boxes
from pingyi.review.ballots.services.paper_entry import enter_paper_form
from pingyi.review.ballots.services.set_up_voting import set_up_voting
from pingyi.review.cycles.models import Cycle, CycleSetting, Reporter, VoterClass, VoterListing
from pingyi.review.cycles.queries import reporters_of
from pingyi.review.cycles.queries.document import fingerprint_now
from pingyi.review.cycles.services import drop_poll, merge_small_class
from pingyi.review.genealogy.queries.common import common_faults_of
from pingyi.review.meetings.models import AgendaItem
from pingyi.review.meetings.services import open_sitting
from pingyi.review.rotation.queries.history import histories_of
from tests.factories.ballots import hand_in_accounts, open_hall
from tests.factories.polls import (
    NAME,
    POLL_DAY,
    make_mended_office,
    make_poll,
    poll_hall,
    poll_plan,
    vote_and_count,
)
from tests.factories.rectification import Office, make_office
from tests.factories.world import NOW, make_actor, make_voter_class

PLAYED = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def unscoped() -> Iterator[None]:
    with scopes_disabled():
        yield


@pytest.mark.django_db
class TestThePlan:
    def test_classes_lists_and_rules_of_the_ballot_come_from_the_review_without_weights(self) -> None:
        office = make_mended_office(settings={"threshold": 4, "has_unknown_option": True, "kin_shown": 3})
        poll = make_poll(office)
        assert (poll.polled, poll.name, poll.state) == (office.cycle, NAME, "draft")
        classes = VoterClass.objects.filter(meeting__cycle=poll).order_by("order")
        assert [(row.code, row.weight_numerator, row.listings.count()) for row in classes] == [
            ("甲", None, 6),
            ("乙", None, 6),
        ]
        rules = dict(CycleSetting.objects.filter(cycle=poll).values_list("key", "value"))
        assert rules == {"threshold": 4, "has_unknown_option": True}

    def test_a_merge_is_copied_as_a_decision_of_whoever_begins_the_poll(self) -> None:
        office = make_mended_office()
        small = make_voter_class(office.hall.meeting, "丙", 2, order=3)
        Cycle.objects.filter(pk=office.cycle.pk).update(
            state="draft", fingerprint="", frozen_at=None, frozen_by=None
        )
        merge_small_class(
            actor=office.clerk, now=NOW, voter_class=small, into=office.hall.classes[1], reason="不足5人"
        )
        freeze = {"state": "frozen", "fingerprint": "f" * 64, "frozen_at": NOW}
        Cycle.objects.filter(pk=office.cycle.pk).update(**freeze, frozen_by_id=office.clerk.account_id)
        poll = make_poll(office)
        rows = VoterClass.objects.filter(meeting__cycle=poll, code="丙")
        merged = rows.values_list("merged_into__code", "merge_reason", "merged_by").get()
        assert merged == ("乙", "不足5人", office.clerk.account_id)

    def test_each_organisation_stands_on_the_ballot_with_the_secretary_of_that_day(self) -> None:
        office = make_mended_office()
        (row,) = reporters_of(poll_of(make_poll(office)).meeting)
        assert (row.organisation, row.person, row.mode) == (office.organisation, office.person, "written")

    def test_before_there_are_tasks_there_is_nothing_to_ask_about(self) -> None:
        with pytest.raises(Refused, match="还没有整改任务"):
            make_poll(make_office(voters=6))
        assert not Cycle.objects.filter(polled__isnull=False).exists()

    def test_only_organisations_with_problems_can_be_asked_about(self) -> None:
        office = make_mended_office()
        other = office.hall.reporters[1].organisation
        with pytest.raises(Refused, match="没有选单位") as caught:
            make_poll(office, organisations={other.pk})
        assert caught.value.field == "organisations"

    def test_an_organisation_without_secretary_is_named(self) -> None:
        office = make_mended_office()
        office.person.posts.update(ended_on=POLL_DAY.date() - timedelta(days=30))
        with pytest.raises(Refused, match=f"{office.organisation.name}没有在任的书记"):
            make_poll(office)

    def test_a_second_click_begins_no_second_poll(self) -> None:
        office = make_mended_office()
        make_poll(office)
        with pytest.raises(Refused, match=f"“{NAME}”还没有计票，没有再建"):
            make_poll(office)
        assert Cycle.objects.filter(polled=office.cycle).count() == 1

    def test_a_draft_is_planned_anew_and_dropped_with_all_that_hangs_on_it(self) -> None:
        office = make_mended_office()
        poll = make_poll(office)
        plan = poll_plan(mode="paper", name="整改回头看测评")
        changed = replan_poll(
            actor=office.clerk, now=NOW, poll=poll, plan=plan, organisation_ids={office.organisation.pk}
        )
        meeting = poll_of(changed).meeting
        assert (changed.name, meeting.name, meeting.ballot_mode) == (
            "整改回头看测评",
            "整改回头看测评",
            "paper",
        )
        drop_poll(actor=office.clerk, now=NOW, poll=changed)
        assert not Cycle.objects.filter(polled=office.cycle).exists()
        assert not VoterListing.objects.filter(meeting=meeting.pk).exists()
        verbs = list(Event.objects.filter(verb__startswith="poll.").values_list("verb", flat=True))
        assert verbs == ["poll.planned", "poll.changed", "poll.dropped"]

    def test_with_boxes_prepared_it_can_no_longer_be_dropped(self) -> None:
        office = make_mended_office()
        poll = make_poll(office)
        hall = poll_hall(office, poll)
        set_up_voting(actor=hall.clerk, now=NOW, meeting=hall.meeting)
        Cycle.objects.filter(pk=poll.pk).update(state="draft", fingerprint="", frozen_at=None, frozen_by=None)
        with pytest.raises(Refused, match="已经打开过会场或准备过票箱"):
            drop_poll(actor=office.clerk, now=NOW, poll=poll)
        assert Reporter.objects.filter(cycle=poll).exists()

    def test_a_frozen_poll_is_neither_changed_nor_dropped(self) -> None:
        office = make_mended_office()
        poll = make_poll(office)
        poll_hall(office, poll)
        chosen = {office.organisation.pk}
        with pytest.raises(Refused, match="封存，没有改动"):
            replan_poll(
                actor=office.clerk, now=NOW, poll=poll, plan=poll_plan(name="别的"), organisation_ids=chosen
            )
        with pytest.raises(Refused, match="封存，没有改动"):
            drop_poll(actor=office.clerk, now=NOW, poll=poll)
        assert Cycle.objects.get(pk=poll.pk).name == NAME

    @pytest.mark.parametrize("role", ["leader", "scrutineer", "counter", "secretary"])
    def test_only_the_clerk_plans_changes_and_drops(self, role: str) -> None:
        office = make_mended_office()
        poll = make_poll(office)
        other = make_actor(office.institution, role, organisation=office.organisation)
        chosen = {office.organisation.pk}
        for act in (
            lambda: start_poll(
                actor=other, now=NOW, review=office.cycle, plan=poll_plan(), organisation_ids=chosen
            ),
            lambda: replan_poll(actor=other, now=NOW, poll=poll, plan=poll_plan(), organisation_ids=chosen),
            lambda: drop_poll(actor=other, now=NOW, poll=poll),
        ):
            with pytest.raises(Forbidden):
                act()

    def test_neither_a_draft_nor_a_poll_is_polled(self) -> None:
        office = make_mended_office()
        poll = make_poll(office)
        with pytest.raises(Refused):
            start_poll(
                actor=office.clerk,
                now=NOW,
                review=poll,
                plan=poll_plan(),
                organisation_ids={office.organisation.pk},
            )
        Cycle.objects.filter(pk=office.cycle.pk).update(
            state="draft", fingerprint="", frozen_at=None, frozen_by=None
        )
        with pytest.raises(Refused, match="方案封存了的评议"):
            make_poll(office)

    def test_its_agenda_is_opening_ballot_and_closing(self) -> None:
        office = make_mended_office()
        hall = poll_hall(office, make_poll(office))
        sitting = open_sitting(actor=office.clerk, now=NOW, meeting=hall.meeting)
        items = AgendaItem.objects.filter(sitting=sitting).order_by("sequence")
        assert [item.title for item in items] == [
            "主持人开场，说明程序",
            "满意度测评",
            "主持人小结，会议结束",
        ]


@PLAYED
class TestPlayed:
    def test_by_phone_to_the_share_with_its_denominator(self) -> None:
        office = make_mended_office()
        hall = poll_hall(office, make_poll(office))
        vote_and_count(hall, {"甲": ["good"] * 4 + ["poor"] * 2, "乙": ["fairly_good"] * 5 + ["average"]})
        poll = hall.meeting.cycle
        result = take_satisfaction(actor=hall.leader, now=POLL_DAY, poll=poll)
        (line,) = lines_of(result)
        assert (line.reporter.organisation, line.satisfied, line.valid, line.share_text) == (
            office.organisation,
            9,
            12,
            "75.0%",
        )
        assert line.grades == (4, 5, 1, 2, 0)
        assert result.may_be_told
        assert result.output["rows"][0]["share"] == "3/4"

    def test_on_paper_typed_in_twice(self) -> None:
        office = make_mended_office()
        hall = poll_hall(office, make_poll(office, mode="paper"))
        open_hall(hall)
        close_voting(actor=hall.scrutineer, now=POLL_DAY, voting=hall.voting)
        for number in range(1, 7):
            for code in ("甲", "乙"):
                marks = hall.ballot("good" if number > 1 else "poor")
                for counter in (hall.counter, hall.second_counter):
                    enter_paper_form(
                        actor=counter, now=POLL_DAY, box=hall.box(code), number=number, marks=marks
                    )
        hand_in_accounts(hall, {"甲": 6, "乙": 6})
        count_boxes(actor=hall.counter, now=POLL_DAY, voting=hall.reload())
        (line,) = lines_of(take_satisfaction(actor=hall.counter, now=POLL_DAY, poll=hall.meeting.cycle))
        assert (line.satisfied, line.valid) == (10, 12)
        assert not PaperForm.objects.exists()

    def test_a_second_click_gives_the_same_result_and_nothing_changes_it(self) -> None:
        office = make_mended_office()
        hall = poll_hall(office, make_poll(office))
        vote_and_count(hall, {"甲": ["good"] * 6, "乙": ["good"] * 6})
        first = take_satisfaction(actor=hall.counter, now=POLL_DAY, poll=hall.meeting.cycle)
        again = take_satisfaction(actor=hall.scrutineer, now=POLL_DAY, poll=hall.meeting.cycle)
        assert (again.pk, again.made_by_id) == (first.pk, hall.counter.account_id)
        assert Event.objects.filter(verb="poll.calculated").count() == 1
        with pytest.raises(DatabaseError), transaction.atomic():
            SatisfactionResult.objects.filter(pk=first.pk).update(may_be_told=False)

    def test_whoever_may_not_see_counts_does_not_calculate(self) -> None:
        office = make_mended_office()
        hall = poll_hall(office, make_poll(office))
        vote_and_count(hall, {"甲": ["good"] * 6, "乙": ["good"] * 6})
        for actor in (hall.clerk, office.secretary):
            with pytest.raises(Forbidden):
                take_satisfaction(actor=actor, now=POLL_DAY, poll=hall.meeting.cycle)
        assert not SatisfactionResult.objects.exists()

    def test_nothing_is_told_if_one_row_would_tell_what_single_people_said(self) -> None:
        office = make_mended_office()
        hall = poll_hall(office, make_poll(office))
        vote_and_count(hall, {"甲": ["poor"] * 6, "乙": ["poor"] * 6})
        assert not take_satisfaction(actor=hall.leader, now=POLL_DAY, poll=hall.meeting.cycle).may_be_told

    def test_a_secretary_has_no_vote_on_her_own_organisation(self) -> None:
        office = make_mended_office()
        voters = VoterClass.objects.get(pk=office.hall.classes[0].pk)
        VoterListing.objects.create(
            institution=office.institution,
            meeting=office.hall.meeting,
            voter_class=voters,
            person=office.person,
        )
        hall = poll_hall(office, make_poll(office))
        open_hall(hall)
        assert paper_of(hall.box("甲")).own_rows == {hall.reporters[0].pk}
        assert paper_of(hall.box("乙")).own_rows == frozenset()

    def test_another_poll_follows_once_the_last_is_counted(self) -> None:
        office = make_mended_office()
        hall = poll_hall(office, make_poll(office))
        vote_and_count(hall, {"甲": ["good"] * 6, "乙": ["good"] * 6})
        second = make_poll(office)
        assert [poll.row.pk for poll in polls_of(office.cycle)] == [second.pk, hall.meeting.cycle_id]

    def test_the_review_of_the_year_never_notices_it(self) -> None:
        office = make_mended_office()
        before = self._year(office)
        hall = poll_hall(office, make_poll(office))
        open_sitting(actor=office.clerk, now=NOW, meeting=hall.meeting)
        vote_and_count(hall, {"甲": ["poor"] * 6, "乙": ["poor"] * 6})
        take_satisfaction(actor=hall.leader, now=POLL_DAY, poll=hall.meeting.cycle)
        assert self._year(office) == before
        with pytest.raises(Refused, match="不进年度得分"):
            take_snapshot(actor=hall.leader, now=POLL_DAY, meeting=hall.meeting)
        assert not AppraisalSnapshot.objects.exists()

    def _year(self, office: Office) -> list[object]:
        """What the office knows of the review, and of the years of its convenor."""
        cycle = Cycle.objects.get(pk=office.cycle.pk)
        following = Cycle(convenor=cycle.convenor, year=cycle.year + 1)
        own = own_work([office.organisation.pk], reckoning_on(POLL_DAY.date(), office.institution.pk))
        assert own is not None
        return [
            fingerprint_now(cycle),
            progress_of(cycle.pk, POLL_DAY).facts,
            [(place.cycle_id, place.meetings) for place in cycle_places()],
            (own.cycle, own.reports),
            common_faults_of(cycle),
            histories_of(following, [office.organisation.pk])[office.organisation.pk],
        ]
