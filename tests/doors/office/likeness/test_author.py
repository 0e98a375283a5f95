"""What the author sees before anybody else, and what she never sees."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from pingyi.core.models import Event
from pingyi.review.dutyreports.models import DutyReport
from tests.doors.office.dutyreports.pages import Visitor, clerk, page, secretary, visitor
from tests.factories.likeness import OURS, SECRET, THEIRS, make_past_report
from tests.factories.reports import ReportWorld, make_report_world
from tests.factories.world import NOW

pytestmark = pytest.mark.django_db
BARE = OURS.rstrip("。")


def alike(report: DutyReport) -> str:
    return f"{page(report)}likeness/"


def draft_with(world: ReportWorld, *texts: str, place: int = 0) -> tuple[DutyReport, Visitor]:
    """A draft with these texts in its first sections, and its author."""
    report, author = world.begin(place), secretary(world, place)
    fields = {f"text-{number}": text for number, text in enumerate(texts, start=1)}
    author.post(page(report), **fields, version="1")
    return report, author


def note_field(html: str) -> str:
    start = html.index('name="note-') + len('name="')
    return html[start : html.index('"', start)]


def test_the_author_sees_what_is_like_last_year_before_anybody_else() -> None:
    world = make_report_world(problems=0)
    make_past_report(world, f"{OURS}{SECRET}")
    report, author = draft_with(world, f"今年先写一句别的。{OURS}")
    words = author.post(f"{alike(report)}compare/")
    assert "这1段与别处的文字相近，请看看是否需要更新" in words
    assert "交上去以后，审的人看得到这些段落和您的说明。不影响得分。" in words
    assert "本单位2024年度的报告，“去年的一节”" in words
    assert words.count(BARE) == 2
    assert SECRET not in words
    assert f"{len(BARE)} / {len(OURS) + len('今年先写一句别的。')} 字" in words
    for reader in (clerk(world), visitor(world, "leader"), visitor(world, "counter")):
        answer = reader.answer(alike(report))
        assert answer.status_code == 403
        assert BARE not in answer.content.decode()


def test_no_word_accuses() -> None:
    world = make_report_world(problems=0)
    make_past_report(world, OURS)
    report, author = draft_with(world, OURS)
    html = author.answer(alike(report)).content.decode()
    html += author.answer(f"{alike(report)}compare/", {}).content.decode()
    html += author.answer(alike(report)).content.decode()
    for word in ("雷同", "抄袭", "抄写", "重复率", "查重", "违规", "嫌疑", "%）"):
        assert word not in html


def test_of_another_report_only_the_passage_is_shown_and_not_whose_it_is() -> None:
    world = make_report_world(reporters=2, problems=0)
    world.hand_in(
        1, texts={place: f"{SECRET}{THEIRS}" if place == 1 else f"第{place}节。" for place in range(1, 8)}
    )
    report, author = draft_with(world, THEIRS)
    words = author.post(f"{alike(report)}compare/")
    assert "另一个单位2025年度的报告" in words
    assert words.count(THEIRS.rstrip("。")) == 2
    assert SECRET not in words
    assert world.reporters[1].organisation.name not in words
    assert world.reporters[1].person.name not in words


@pytest.mark.parametrize(("days", "is_named"), [(-1, False), (1, True)])
def test_where_the_rules_say_so_the_name_is_written_after_the_meeting(
    days: int,
    is_named: bool,
    _three_days_before_the_deadline: Path,  # noqa: PT019
) -> None:
    world = make_report_world(reporters=2, problems=0, settings={"likeness_names_units": True})
    world.hand_in(1, texts=dict.fromkeys(range(1, 8), THEIRS))
    report, author = draft_with(world, THEIRS)
    _three_days_before_the_deadline.write_text((NOW + timedelta(days=days)).isoformat())
    words = author.post(f"{alike(report)}compare/")
    assert (world.reporters[1].organisation.name in words) is is_named


def test_a_draft_of_another_is_not_compared() -> None:
    world = make_report_world(reporters=2, problems=0)
    draft_with(world, THEIRS, place=1)
    report, author = draft_with(world, THEIRS)
    assert "没有找到相近的段落" in author.post(f"{alike(report)}compare/")


def test_what_the_author_says_stands_beside_the_passage_and_stays_when_it_is_compared_again() -> None:
    world = make_report_world(reporters=2, problems=0)
    make_past_report(world, OURS)
    report, author = draft_with(world, OURS)
    author.post(f"{alike(report)}compare/")
    field = note_field(author.html(alike(report)))
    assert author.post(f"{alike(report)}notes/", **{field: "这件事每年都办。"}).startswith("存了1段的说明。")
    world.hand_in(1)
    assert "又有单位交了，再比一次" in author.words(alike(report))
    author.post(page(report), **{"text-1": f"前面加了一句。{OURS}", "version": "2"})
    author.post(f"{alike(report)}compare/")
    html = author.html(alike(report))
    assert "这件事每年都办。</textarea>" in html
    assert Event.objects.filter(verb="likeness.explained").count() == 1


def test_words_that_are_too_long_are_refused_at_their_field_and_kept() -> None:
    world = make_report_world(problems=0)
    make_past_report(world, OURS)
    report, author = draft_with(world, OURS)
    author.post(f"{alike(report)}compare/")
    field = note_field(author.html(alike(report)))
    answer = author.answer(f"{alike(report)}notes/", {field: "长" * 201})
    assert answer.status_code == 409
    assert "说明写200字以内就够，没有存。" in answer.content.decode()
    assert "长" * 201 in answer.content.decode()


def test_another_secretary_neither_compares_nor_explains() -> None:
    world = make_report_world(reporters=2, problems=0)
    make_past_report(world, OURS)
    report, author = draft_with(world, OURS)
    author.post(f"{alike(report)}compare/")
    field = note_field(author.html(alike(report)))
    other = secretary(world, 1)
    assert other.answer(f"{alike(report)}compare/", {}).status_code == 403
    assert other.answer(f"{alike(report)}notes/", {field: "外人"}).status_code == 403
    assert "外人" not in author.html(alike(report))


def test_comparing_the_same_again_changes_nothing() -> None:
    world = make_report_world(problems=0)
    make_past_report(world, OURS)
    report, author = draft_with(world, OURS)
    for _ in range(2):
        author.post(f"{alike(report)}compare/")
    assert Event.objects.filter(verb="likeness.compared").count() == 1


@pytest.mark.parametrize("count", [1, 3])
def test_one_passage_costs_as_many_queries_as_three(django_assert_num_queries: Any, count: int) -> None:
    world = make_report_world(problems=0)
    make_past_report(world, OURS)
    report, author = draft_with(world, *[OURS] * count)
    author.post(f"{alike(report)}compare/")
    with django_assert_num_queries(16):
        assert author.html(alike(report)).count("<textarea") == count
