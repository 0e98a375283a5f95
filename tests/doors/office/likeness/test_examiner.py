"""What the clerk sees after the handing-in, for one report and for the cycle."""

from typing import Any

import pytest
from django_scopes import scopes_disabled

from pingyi.core import jobs
from pingyi.core.models import Event, Job
from pingyi.review.dutyreports.models import LikenessCheck
from tests.doors.office.dutyreports.pages import Visitor, clerk, list_page, page, secretary, visitor
from tests.doors.office.likeness.test_author import BARE, alike, note_field
from tests.factories.likeness import OURS, make_past_report
from tests.factories.reports import ReportWorld, make_report_world
from tests.factories.world import make_actor

pytestmark = pytest.mark.django_db
SAME = {place: OURS if place == 1 else f"第{place}节。" for place in range(1, 8)}


def board(world: ReportWorld) -> str:
    return f"{list_page(world)}likeness/"


def compare_all(world: ReportWorld) -> str:
    """Start the comparison, let the worker do it, and read the list."""
    clerk(world).post(f"{board(world)}start/")
    jobs.run_waiting()
    return clerk(world).words(board(world))


def test_after_the_handing_in_the_clerk_sees_the_passage_with_the_words_of_its_author() -> None:
    world = make_report_world(problems=0)
    make_past_report(world, OURS)
    report = world.hand_in(texts=SAME)
    author = secretary(world)
    author.post(f"{alike(report)}compare/")
    author.post(f"{alike(report)}notes/", **{note_field(author.html(alike(report))): "每年都这样办。"})
    words = clerk(world).words(alike(report))
    assert f"{world.reporters[0].organisation.name}2024年度的报告，“去年的一节”" in words
    assert "书记的说明： 每年都这样办。" in words
    assert "不影响得分" in words
    assert "<textarea" not in clerk(world).html(alike(report))


def test_both_authors_words_stand_beside_what_two_units_share() -> None:
    world = make_report_world(reporters=2, problems=0)
    one, other = world.hand_in(0, texts=SAME | {2: "别的。"}), world.hand_in(1, texts=SAME)
    compare_all(world)
    author = secretary(world, 1)
    author.post(f"{alike(other)}compare/")
    author.post(f"{alike(other)}notes/", **{note_field(author.html(alike(other))): "两个单位一起办的。"})
    words = clerk(world).words(alike(one))
    assert world.reporters[1].organisation.name in words
    assert "另一份报告的书记说： 两个单位一起办的。" in words


def test_where_the_rules_say_so_the_clerk_waits_until_the_author_has_looked() -> None:
    world = make_report_world(problems=0, settings={"likeness_waits_for_look": True})
    make_past_report(world, OURS)
    report = world.hand_in(texts=SAME)
    assert "等书记先看过" in compare_all(world)
    assert clerk(world).answer(alike(report)).status_code == 403
    assert clerk(world).answer(f"{alike(report)}compare/", {}).status_code == 403
    secretary(world).post(f"{alike(report)}compare/")
    assert BARE in clerk(world).words(alike(report))


def test_the_list_has_all_that_was_handed_in_in_the_order_of_the_ballot_and_nothing_of_drafts() -> None:
    world = make_report_world(reporters=3, problems=0)
    make_past_report(world, OURS, 1)
    world.hand_in(0)
    world.hand_in(1, texts=SAME)
    draft = world.begin(2)
    words = compare_all(world)
    assert "交来 2 / 3 份，比过 2 / 2 份" in words
    assert words.index("0 / ") < words.index(f"{len(BARE)} / ")
    assert "还没有交，先由书记自己看" in words
    assert "不排先后名次" in words
    with scopes_disabled():
        assert not LikenessCheck.objects.filter(report=draft).exists()
    assert Event.objects.filter(verb="likeness.cycle_compared").count() == 1


def test_one_comparison_gives_what_asking_for_one_report_gives() -> None:
    world = make_report_world(reporters=2, problems=0)
    make_past_report(world, OURS)
    report = world.hand_in(0, texts=SAME)
    world.hand_in(1, texts=SAME)
    compare_all(world)
    before = clerk(world).words(alike(report))
    secretary(world).post(f"{alike(report)}compare/")
    assert clerk(world).words(alike(report)) == before


def test_a_comparison_that_is_stopped_writes_nothing() -> None:
    world = make_report_world(problems=0)
    world.hand_in()
    person = clerk(world)
    person.post(f"{board(world)}start/")
    person.post(f"{board(world)}start/")
    job = Job.objects.get()
    assert "排着队" in person.words(board(world))
    person.post(f"{board(world)}{job.pk}/cancel/")
    jobs.run_waiting()
    assert "已取消，什么都没有改。" in person.words(board(world))
    with scopes_disabled():
        assert not LikenessCheck.objects.exists()


def test_before_anything_is_handed_in_there_is_nothing_to_compare() -> None:
    world = make_report_world(reporters=2, problems=0)
    world.begin()
    words = clerk(world).words(board(world))
    assert "等单位交报告" in words
    assert "交来 0 / 2 份" in words
    assert "还没有开始写的1个单位没有列。" in words
    assert "还没有交上来的报告" in clerk(world).answer(f"{board(world)}start/", {}).content.decode()


@pytest.mark.parametrize("role", ["leader", "counter", "scrutineer"])
def test_only_clerks_have_the_list(role: str) -> None:
    world = make_report_world(problems=0)
    world.hand_in()
    person = visitor(world, role)
    assert person.answer(board(world)).status_code == 403
    assert person.answer(f"{board(world)}start/", {}).status_code == 403
    assert not Job.objects.exists()


def test_a_clerk_does_not_examine_the_own_report_here_either() -> None:
    world = make_report_world(problems=0)
    report = world.hand_in()
    compare_all(world)
    both = make_actor(world.institution, "clerk", "secretary", organisation=world.reporters[0].organisation)
    assert "您自己的单位，由另一位经办人看" in Visitor(world, both).words(board(world))
    assert Visitor(world, both).answer(f"{page(report)}likeness/").status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_one_report_and_for_three(
    django_assert_num_queries: Any, count: int
) -> None:
    world = make_report_world(reporters=count, problems=0)
    for place in range(count):
        world.hand_in(place)
    compare_all(world)
    person = clerk(world)
    with django_assert_num_queries(21):
        person.html(board(world))
