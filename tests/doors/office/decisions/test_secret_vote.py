"""An item is decided by a secret vote in the ballot box: nobody copies a number, nobody types another one."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django_scopes import scope

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.models import Event
from pingyi.doors.office.ballots.matters import about_item
from pingyi.doors.office.decisions.ballot_boxes import BOXES, vote_of
from pingyi.ledgers.decisions.domain.votes import Outcome, Tally, VoteForm
from pingyi.ledgers.decisions.models import AgendaItem, CheckLog
from pingyi.ledgers.decisions.queries.agenda import meeting_sheet
from pingyi.ledgers.decisions.queries.minutes import minutes_facts
from pingyi.ledgers.decisions.services import (
    BoxCount,
    Vote,
    close_item,
    leave_to_box,
    note_recusal,
    take_from_box,
)
from pingyi.review.ballots.queries.votes import vote_about
from pingyi.review.cycles.models import Cycle
from tests.at_once import both_at_once
from tests.doors.office.people import browser_of
from tests.factories.box_votes import Table, counted, left_unopened, sitting_table, to_the_box
from tests.factories.decisions import NOW, College, close, make_college
from tests.factories.world import make_actor

pytestmark = pytest.mark.django_db(transaction=True)
TELLERS = ("姬平", "何新")


@pytest.fixture
def college(monkeypatch: Any, tmp_path: Any) -> Iterator[College]:
    clock = tmp_path / "clock"
    clock.write_text(NOW.isoformat())
    monkeypatch.setenv("PINGYI_SCENARIO_CLOCK", str(clock))
    made = make_college()
    with scope(institution=made.institution):
        yield made


def seen(browser: Client, table: Table) -> str:
    return " ".join(
        browser.get(f"/office/decision-meetings/items/{table.item.pk}/vote/").content.decode().split()
    )


def send(browser: Client, table: Table, act: str, **fields: str) -> str:
    answer = browser.post(f"/office/decision-meetings/items/{table.item.pk}/vote/{act}/", fields, follow=True)
    return " ".join(answer.content.decode().split())


def minutes_of(table: Table) -> str:
    return minutes_facts(meeting_sheet(table.reload().meeting)).items[0].vote


def by_hand(table: Table, form: VoteForm = VoteForm.HANDS, tellers: tuple[int, ...] = ()) -> str:
    """Types numbers in; the code of the refusal, or nothing."""
    try:
        close(table.college, table.item, counts=(5, 0, 0), form=form, tellers=tellers)
    except Refused as refusal:
        return refusal.code
    return ""


class TestMainPath:
    def test_clerk_opens_members_vote_and_the_counts_decide_the_item(self, college: College) -> None:
        table, browser = sitting_table(college), browser_of(college.clerk)
        assert "要是全体一致，每个人怎么投的也就都知道了" in seen(browser, table)
        words = send(browser, table, "start", mode="code")
        assert "印票，主持人宣布以后由监票人开启" in words
        assert "票箱准备好了，接着印票。" in words
        counted(table, "good", "good", "good", "good", "poor")
        assert "主持人宣布票数，记下结果" in seen(browser, table)
        words = send(browser, table, "close", outcome="passed", decision="同意购置。")
        assert "发出5张，收回5张。" in words
        row = table.reload()
        assert (row.outcome, row.form, row.approve, row.against, row.abstain) == ("passed", "secret", 4, 1, 0)
        assert (row.at_box, row.box_issued, row.box_returned) == (False, 5, 5)
        assert row.counted_by_box == Cycle.objects.get(about=f"decisions.item:{row.pk}").fingerprint
        assert row.first_teller_id is None
        assert minutes_of(table) == (
            "无记名投票：同意4票，不同意1票，弃权0票，发出5张，收回5张，"
            f"票箱计票，方案指纹{row.counted_by_box[:8]}。"
        )

    def test_what_the_rules_said_of_the_box_is_kept(self, college: College) -> None:
        table = sitting_table(college)
        to_the_box(table)
        counted(table, *["good"] * 5)
        send(browser_of(college.clerk), table, "close", outcome="passed", decision="同意。")
        findings = {one["code"]: one for one in CheckLog.objects.latest("pk").findings}
        assert "票箱计票" in findings["D15"]["message"]

    def test_a_no_of_the_majority_cannot_be_recorded_as_carried(self, college: College) -> None:
        table = sitting_table(college)
        to_the_box(table)
        counted(table, "good", "poor", "poor", "poor", "unknown")
        browser = browser_of(college.clerk)
        assert "还不能这样记：同意1票" in send(browser, table, "close", outcome="passed", decision="同意。")
        assert not table.reload().outcome
        send(browser, table, "close", outcome="rejected", decision="不同意。")
        assert (table.reload().outcome, table.item.abstain) == ("rejected", 1)

    def test_numbers_of_the_form_are_not_looked_at(self, college: College) -> None:
        table = sitting_table(college)
        to_the_box(table)
        counted(table, "good", "good", "good", "good", "poor")
        fields = {"approve": "0", "against": "5", "abstain": "0", "form": "hands"}
        send(browser_of(college.clerk), table, "close", outcome="passed", decision="同意。", **fields)
        assert (table.reload().approve, table.item.form) == (4, "secret")

    def test_a_second_click_changes_nothing(self, college: College) -> None:
        table, browser = sitting_table(college), browser_of(college.clerk)
        send(browser, table, "start", mode="code")
        send(browser, table, "start", mode="paper")
        assert Cycle.objects.count() == 1
        assert Event.objects.filter(verb="topic.voted_by_box").count() == 1
        counted(table, *["good"] * 5)
        send(browser, table, "close", outcome="passed", decision="同意。")
        assert "已经有结果" in send(browser, table, "close", outcome="rejected", decision="不同意。")
        assert (table.reload().outcome, table.item.decision) == ("passed", "同意。")


class TestWhoVotes:
    def test_absent_and_recused_people_get_no_slip_and_a_written_opinion_is_none(
        self, college: College
    ) -> None:
        table = sitting_table(college, "佟雪")
        words = seen(browser_of(college.clerk), table)
        assert "到会能表决的只有4人，不足5人" in words
        assert "书面意见不是票" in words

    def test_four_voters_vote_otherwise(self, college: College) -> None:
        table = sitting_table(college)
        seat = table.item.meeting.seats.get(person=college.people["佟雪"])
        note_recusal(actor=college.clerk, now=NOW, item=table.item, seat=seat, reason="配偶参与投标")
        browser = browser_of(college.clerk)
        assert "请举手表决，或者用纸质票" in send(browser, table, "start", mode="code")
        assert not table.reload().at_box
        assert not Cycle.objects.exists()

    def test_who_votes_is_fixed_until_the_box_is_taken_back(self, college: College) -> None:
        table = sitting_table(college)
        to_the_box(table)
        seat = table.item.meeting.seats.get(person=college.people["佟雪"])
        with pytest.raises(Refused) as fixed:
            note_recusal(actor=college.clerk, now=NOW, item=table.item, seat=seat, reason="配偶参与投标")
        assert fixed.value.code == "recusal.at_box"
        send(browser_of(college.clerk), table, "withdraw", reason="佟雪要回避")
        note_recusal(actor=college.clerk, now=NOW, item=table.item, seat=seat, reason="配偶参与投标")
        assert table.item.recusals.count() == 1

    def test_nobody_votes_before_people_are_recorded_as_there(self, college: College) -> None:
        table = sitting_table(college, begins=False)
        words = seen(browser_of(college.clerk), table)
        assert "谁领票、够不够用票箱，记了到会才知道" in words
        assert "请举手表决" not in words, "nobody gives up the box before attendance is recorded"
        assert "到会能表决的只有" not in words
        assert "先记到会的人" in send(browser_of(college.clerk), table, "start", mode="code")
        assert not Cycle.objects.exists()


class TestWhileTheBoxIsOut:
    @pytest.mark.parametrize("form", [VoteForm.HANDS, VoteForm.ORAL, VoteForm.SECRET])
    def test_no_numbers_are_typed_in(self, college: College, form: VoteForm) -> None:
        table = sitting_table(college)
        to_the_box(table)
        tellers = tuple(college.people[name].pk for name in TELLERS) if form is VoteForm.SECRET else ()
        assert by_hand(table, form, tellers) == "item.at_box"
        assert not table.reload().outcome

    def test_the_item_is_not_put_off_either(self, college: College) -> None:
        table = sitting_table(college)
        to_the_box(table)
        with pytest.raises(Refused) as refusal:
            close(college, table.item, Outcome.POSTPONED, counts=None)
        assert refusal.value.code == "item.at_box"

    def test_the_meeting_page_leads_to_the_box_instead_of_the_form(self, college: College) -> None:
        table, browser = sitting_table(college), browser_of(college.secretary)
        path = f"/office/decision-meetings/{table.item.meeting_id}/"
        assert f"agenda-items/{table.item.pk}/close/" in browser.get(path).content.decode()
        to_the_box(table)
        words = browser.get(path).content.decode()
        assert f"agenda-items/{table.item.pk}/close/" not in words
        assert "正在用票箱表决" in words

    def test_nothing_is_recorded_before_the_count(self, college: College) -> None:
        table = sitting_table(college)
        to_the_box(table)
        words = send(browser_of(college.clerk), table, "close", outcome="passed", decision="同意。")
        assert "票箱还没有计票" in words
        assert not table.reload().outcome

    def test_counts_of_a_box_are_not_taken_where_there_is_none(self, college: College) -> None:
        table = sitting_table(college)
        vote = Vote(VoteForm.SECRET, Tally(5, 0, 0), counted_by_box=BoxCount("f" * 64, 5, 5))
        with pytest.raises(Refused) as none:
            close_item(
                actor=college.clerk,
                now=NOW,
                item=table.item,
                outcome=Outcome.PASSED,
                vote=vote,
                decision="同意。",
            )
        assert none.value.code == "item.not_at_box"


class TestTakenBack:
    def test_a_box_that_nobody_voted_in_may_be_prepared_anew(self, college: College) -> None:
        table, browser = sitting_table(college), browser_of(college.clerk)
        to_the_box(table)
        send(browser, table, "withdraw", reason="换成纸质票")
        assert (table.reload().at_box, table.item.box_note) == (False, "")
        assert to_the_box(table, "paper").at_box
        assert Cycle.objects.get().meetings.get().ballot_mode == "paper"

    def test_a_box_that_failed_is_followed_by_paper_and_the_minutes_say_why(self, college: College) -> None:
        table, browser = sitting_table(college), browser_of(college.clerk)
        to_the_box(table)
        left_unopened(table, "只收回2张，主持人同意不开")
        assert "改用别的办法表决" in seen(browser, table)
        send(browser, table, "withdraw", reason="只收回2张，不开箱，改用纸质票")
        assert table.reload().box_note == "只收回2张，不开箱，改用纸质票"
        assert "没有成" in send(browser, table, "start", mode="code")
        assert by_hand(table, VoteForm.SECRET, tuple(college.people[name].pk for name in TELLERS)) == ""
        assert minutes_of(table).startswith("先用票箱无记名投票，没有成：只收回2张，不开箱，改用纸质票。")
        assert "监票、计票" in minutes_of(table)

    def test_it_says_why_and_a_vote_under_way_is_not_taken_back(self, college: College) -> None:
        table, browser = sitting_table(college), browser_of(college.clerk)
        to_the_box(table)
        assert "写明为什么不用票箱了。" in send(browser, table, "withdraw", reason=" ")
        assert table.reload().at_box
        counted(table, *["good"] * 5)
        assert "已经计票" in send(browser, table, "withdraw", reason="结果不好")
        assert table.reload().at_box

    def test_it_is_chosen_how_to_vote(self, college: College) -> None:
        table = sitting_table(college)
        assert "选怎么投：匿名码或者纸质票。" in send(
            browser_of(college.clerk), table, "start", mode="sealed"
        )
        assert not table.reload().at_box

    def test_taking_back_twice_changes_nothing(self, college: College) -> None:
        table = sitting_table(college)
        to_the_box(table)
        for _ in range(2):
            take_from_box(actor=college.clerk, now=NOW, item=table.item, reason="换办法", boxes=BOXES)
        assert Event.objects.filter(verb="topic.taken_from_box").count() == 1


class TestWhoMay:
    def test_secretary_sees_it_and_prepares_no_box(self, college: College) -> None:
        table, browser = sitting_table(college), browser_of(college.secretary)
        words = seen(browser, table)
        assert "票箱由组织部门的经办人准备" in words
        assert "/vote/start/" not in words
        with pytest.raises(Forbidden):
            leave_to_box(actor=college.secretary, now=NOW, item=table.item, mode="code", boxes=BOXES)
        assert not table.reload().at_box

    def test_secretary_records_what_the_box_said(self, college: College) -> None:
        table = sitting_table(college)
        to_the_box(table)
        counted(table, *["good"] * 5)
        send(browser_of(college.secretary), table, "close", outcome="passed", decision="同意。")
        assert table.reload().outcome == "passed"

    def test_leader_reads_the_counts_and_records_nothing(self, college: College) -> None:
        table = sitting_table(college)
        to_the_box(table)
        counted(table, *["good"] * 5)
        browser = browser_of(table.desk["leader"])
        words = seen(browser, table)
        assert "发出5张，收回5张。" in words
        assert "按票箱的票数记结果" not in words
        assert send(browser, table, "close", outcome="passed", decision="同意。")
        assert not table.reload().outcome

    @pytest.mark.parametrize("role", ["scrutineer", "counter"])
    def test_the_desk_works_at_the_voting_and_reads_no_topics(self, college: College, role: str) -> None:
        table = sitting_table(college)
        to_the_box(table)
        browser = browser_of(table.desk[role])
        assert browser.get(f"/office/decision-meetings/items/{table.item.pk}/vote/").status_code == 403
        listed = browser.get("/office/votes/").content.decode()
        assert table.item.topic.title in listed
        desk = browser.get(f"/office/meetings/{Cycle.objects.get().meetings.get().pk}/voting/")
        assert "无记名投票" in desk.content.decode()

    def test_another_institution_finds_nothing(self, college: College) -> None:
        table = sitting_table(college)
        stranger = browser_of(make_actor(make_college().institution, "clerk"))
        answer = stranger.get(f"/office/decision-meetings/items/{table.item.pk}/vote/")
        assert (answer.status_code, table.item.topic.title in answer.content.decode()) == (404, False)


class TestTwoAtOnce:
    def test_two_clerks_who_prepare_at_once_get_one_vote(self, college: College) -> None:
        table, other = sitting_table(college), make_actor(college.institution, "clerk")
        acts = [
            lambda actor=actor, mode=mode: leave_to_box(
                actor=actor, now=NOW, item=table.item, mode=mode, boxes=BOXES
            )
            for actor, mode in ((college.clerk, "code"), (other, "paper"))
        ]
        assert both_at_once(college.institution, *acts) == ["done", "done"]
        assert Cycle.objects.count() == 1
        assert Event.objects.filter(verb="topic.voted_by_box").count() == 1

    def test_numbers_typed_in_while_the_box_is_prepared_are_first_or_refused(self, college: College) -> None:
        table = sitting_table(college)
        ends = both_at_once(
            college.institution,
            lambda: leave_to_box(actor=college.clerk, now=NOW, item=table.item, mode="code", boxes=BOXES),
            lambda: close(college, table.item),
        )
        row = table.reload()
        assert ends in (["done", "item.at_box"], ["done", "item.closed"])
        assert (row.at_box, row.outcome, Cycle.objects.count()) in ((True, "", 1), (False, "passed", 0))

    def test_the_outcome_is_recorded_once(self, college: College) -> None:
        table = sitting_table(college)
        to_the_box(table)
        counted(table, *["good"] * 5)
        vote = vote_of(vote_about(about_item(table.item.pk)))  # type: ignore[arg-type]
        given: dict[str, Any] = {"item": table.item, "outcome": Outcome.PASSED, "vote": vote}
        acts = [
            lambda actor=actor: close_item(actor=actor, now=NOW, decision="同意。", **given)
            for actor in (college.clerk, college.secretary)
        ]
        assert both_at_once(college.institution, *acts) == ["done", "item.closed"]
        assert Event.objects.filter(verb="topic.passed").count() == 1


class TestInTheDatabase:
    def write(self, table: Table, **fields: object) -> None:
        with transaction.atomic():
            AgendaItem.objects.filter(pk=table.item.pk).update(**fields)

    def test_no_outcome_while_the_vote_lies_in_the_box(self, college: College) -> None:
        table = sitting_table(college)
        to_the_box(table)
        closed = {"outcome": "postponed", "closed_at": NOW, "closed_by_id": college.clerk.account_id}
        with pytest.raises(IntegrityError, match="agenda_open_while_at_the_box"):
            self.write(table, **closed)

    def test_a_secret_vote_has_tellers_or_a_box_never_both_or_neither(self, college: College) -> None:
        table = sitting_table(college)
        vote = {"form": "secret", "approve": 3, "against": 1, "abstain": 1}
        tellers = {"first_teller": college.people["姬平"], "second_teller": college.people["何新"]}
        box = {"counted_by_box": "f" * 64, "box_issued": 5, "box_returned": 5}
        for wrong in (vote, {**vote, **tellers, **box}):
            with pytest.raises(IntegrityError, match="agenda_secret_has_two_tellers_or_a_box"):
                self.write(table, **wrong)
        self.write(table, **vote, **box)

    @pytest.mark.parametrize("account", [{}, {"box_issued": 4}, {"box_returned": 4}, {"box_issued": None}])
    def test_more_votes_than_ballots_are_refused(self, college: College, account: dict[str, Any]) -> None:
        table = sitting_table(college)
        vote = {"form": "secret", "approve": 3, "against": 1, "abstain": 1, "counted_by_box": "f" * 64}
        whole = {"box_issued": 5, "box_returned": 5}
        with pytest.raises(IntegrityError, match="agenda_box_has_its_account"):
            self.write(table, **vote, **({**whole, **account} if account else {}))
