"""Whoever examines a report puts her own word beside a sentence of it; the verdict of the rule stays as it is."""

import re
from typing import Any

import pytest
from django_scopes import scope

from pingyi.core.models import Event, EventPayload
from pingyi.organisations.actor import Actor
from pingyi.review.dutyreports.models import DutyReport, Examiner
from tests.doors.office.dutyreports.pages import Visitor, clerk, page, secretary, visitor
from tests.factories.reports import ReportWorld, make_report_world
from tests.factories.world import make_actor

pytestmark = pytest.mark.django_db
SENTENCE = "发展党员21人。"
TEXT = f"支部书记例会开了10次。{SENTENCE}"
SEEN = "看了发展党员花名册，21人"


@pytest.fixture
def world() -> ReportWorld:
    return make_report_world(problems=1)


def handed_in(world: ReportWorld, text: str = TEXT) -> DutyReport:
    return world.hand_in(texts={1: text, **dict.fromkeys(range(2, 8), "没有别的要说。")})


def sent(world: ReportWorld, report: DutyReport, **changes: Any) -> dict[str, Any]:
    """The small form below a sentence, as a browser sends it."""
    return {
        "version": world.now(report).version,
        "section": "section-1",
        "sentence": SENTENCE,
        "note": SEEN,
        "finding": "verified",
        "claim": 2,
        "word": 0,
        **changes,
    }


def say(world: ReportWorld, who: Visitor, report: DutyReport, **changes: Any) -> str:
    return who.post(f"{page(report)}claims/", **sent(world, report, **changes))


def standing(world: ReportWorld, report: DutyReport) -> list[tuple[str, str]]:
    with scope(institution=world.institution):
        rows = report.claim_words.filter(ended_at__isnull=True)
        return list(rows.values_list("finding", "note"))


def test_the_clerk_says_which_material_she_saw_and_both_verdicts_stand(world: ReportWorld) -> None:
    report, office = handed_in(world), clerk(world)
    words = say(world, office, report)
    assert words.startswith("记下了：核实。")
    assert "“21人” 没有台账可对 发展党员21人。 审核人核实 看了发展党员花名册，21人" in words
    assert "说的是第1稿" in words
    assert "审核人看过材料：核实1句。" in words
    assert words.count("审核人核实") == 1, "the other sentence has no word"
    say(world, office, report)
    event = Event.objects.get(verb="claim.verified")
    body = EventPayload.objects.get(event=event).body
    assert (body["sentence"], body["note"], body["round"]) == (SENTENCE, SEEN, 1)
    assert "核实了报告里的一句" in office.words("events/")


def test_the_secretary_reads_the_word_and_cannot_give_one(world: ReportWorld) -> None:
    report, author = handed_in(world), secretary(world)
    say(world, clerk(world), report, finding="disputed", note="花名册上是19人")
    words = author.words(page(report))
    assert "审核人：与材料不符 花名册上是19人" in words
    assert "看过材料，写一句" not in words
    assert author.answer(f"{page(report)}claims/", sent(world, report)).status_code == 403
    assert standing(world, report) == [("disputed", "花名册上是19人")]


def test_a_clerk_who_answers_for_the_unit_vouches_for_nothing_in_it(world: ReportWorld) -> None:
    report = handed_in(world)
    both = Visitor(
        world,
        make_actor(world.institution, "clerk", "secretary", organisation=world.reporters[0].organisation),
    )
    answer = both.answer(f"{page(report)}claims/", sent(world, report))
    assert answer.status_code == 403
    assert standing(world, report) == []


def test_a_leader_and_a_clerk_from_elsewhere_are_refused(world: ReportWorld) -> None:
    report, leader = handed_in(world), visitor(world, "leader")
    assert "看过材料，写一句" not in leader.words(page(report))
    assert leader.answer(f"{page(report)}claims/", sent(world, report)).status_code == 403
    elsewhere = clerk(make_report_world())
    assert elsewhere.answer(f"{page(report)}claims/", sent(world, report)).status_code == 404
    assert standing(world, report) == []


@pytest.mark.parametrize(
    ("changes", "reply"),
    [
        ({"note": " 　 "}, "写一句看了什么材料，120个字以内。没有记。"),
        ({"note": "", "finding": "disputed"}, "写一句材料里是什么、哪里不符"),
        ({"note": "长" * 121}, "120个字以内"),
        ({"version": 1}, "书记又交了新的一稿，没有办"),
        ({"sentence": "发展党员22人。"}, "报告里没有这一句，没有记。"),
        ({"section": "section-2"}, "报告里没有这一句，没有记。"),
        ({"finding": "maybe"}, "请按“核实”或者“与材料不符”。"),
    ],
)
def test_what_cannot_be_recorded_is_said_and_nothing_is_kept(
    world: ReportWorld, changes: dict[str, Any], reply: str
) -> None:
    report = handed_in(world)
    answer = clerk(world).answer(f"{page(report)}claims/", sent(world, report, **changes))
    assert reply in answer.content.decode()
    assert standing(world, report) == []


def test_what_was_typed_stands_in_its_field_after_a_refusal(world: ReportWorld) -> None:
    report, long = handed_in(world), "长" * 121
    html = clerk(world).answer(f"{page(report)}claims/", sent(world, report, note=long)).content.decode()
    assert html.count(f'value="{long}"') == 1
    assert html.count('<details class="own-word" open>') == 1
    assert '<details class="fold">' not in html, "the group around it is open too"


def test_a_word_can_be_changed_and_taken_back(world: ReportWorld) -> None:
    report, office = handed_in(world), clerk(world)
    say(world, office, report)
    say(world, office, report, finding="disputed", note="花名册上是19人")
    assert standing(world, report) == [("disputed", "花名册上是19人")]
    (word,) = re.findall(r'claims/back/".*?name="word" value="(\d+)"', office.html(page(report)))
    for _ in range(2):
        assert office.post(f"{page(report)}claims/back/", word=word, claim=2).startswith("收回了。")
    assert standing(world, report) == []
    assert Event.objects.filter(verb="claim.word_taken_back").count() == 1
    assert office.answer(f"{page(report)}claims/back/", {"word": 0, "claim": 2}).status_code == 404


def test_anothers_word_is_replaced_only_by_who_saw_it(world: ReportWorld) -> None:
    report = handed_in(world)
    say(world, clerk(world), report)
    other = Visitor(world, make_actor(world.institution, "clerk"))
    assert "别人刚刚在这一句旁边写了，没有记。" in say(world, other, report, note="没有看到花名册")
    assert standing(world, report) == [("verified", SEEN)]
    with scope(institution=world.institution):
        seen = report.claim_words.get().pk
    say(world, other, report, note="没有看到花名册", finding="disputed", word=seen)
    assert standing(world, report) == [("disputed", "没有看到花名册")]


@pytest.mark.parametrize(("text", "is_kept"), [(f"新写一句。{SENTENCE}", True), ("发展党员22人。", False)])
def test_a_later_draft_keeps_the_word_only_of_the_very_sentence(
    world: ReportWorld, text: str, is_kept: bool
) -> None:
    report, office = handed_in(world), clerk(world)
    say(world, office, report)
    office.post(f"{page(report)}return/", reason="改。")
    refused = office.answer(f"{page(report)}claims/", sent(world, report, note="退回以后"))
    assert "报告还没有交，没有记。" in refused.content.decode()
    words = office.words(page(handed_in(world, text)))
    assert (SEEN in words) == is_kept
    assert ("说的是第1稿" in words) == is_kept


def test_an_examiner_by_name_without_the_ledgers_says_her_word_without_reading_them(
    world: ReportWorld,
) -> None:
    world = make_report_world(problems=1, settings={"report_levels": "初审、组织部门"})
    report = handed_in(world)
    examiner = named(world)
    here = Visitor(world, examiner)
    words = here.words(page(report))
    assert "写到的数字和做法" in words
    assert "和台账" not in words.replace("台账要有权限", "")
    assert "没有台账可对" not in words
    assert "审核人核实 看了发展党员花名册" in say(world, here, report)
    assert clerk(world).answer(f"{page(report)}claims/", sent(world, report)).status_code == 403


def named(world: ReportWorld) -> Actor:
    examiner = make_actor(world.institution, "examiner")
    with scope(institution=world.institution):
        Examiner.objects.create(
            institution=world.institution, cycle=world.cycle, level="初审", account_id=examiner.account_id
        )
    return examiner


def test_in_an_archived_review_nothing_is_said_any_more(world: ReportWorld) -> None:
    report = handed_in(world)
    world.archive()
    assert "已经归档" in clerk(world).answer(f"{page(report)}claims/", sent(world, report)).content.decode()
    assert standing(world, report) == []
