"""Drafts and issued papers: words over what the rows say, one number each, files that do not change."""

import hashlib
from dataclasses import replace
from datetime import date

import pytest
from django.db import DatabaseError, transaction
from django_scopes import scope

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.files import read_file
from pingyi.core.models import Event
from pingyi.documents.models import DocumentNumber, NumberSeries
from pingyi.documents.queries import entries_of
from pingyi.review.cycles.models import ReviewMeeting
from pingyi.review.papers.domain.kinds import Kind
from pingyi.review.papers.models import IssuedPaper
from pingyi.review.papers.queries import Target, paper_lines, present_paper
from pingyi.review.papers.services import drop_draft, issue_paper, save_draft, void_paper
from tests.at_once import both_at_once
from tests.documents.render.reading import pdf_text, read_word
from tests.factories.plans import PlanWorld, make_ready_plan
from tests.factories.register import make_series
from tests.factories.world import NOW, make_actor

DAY = date(2026, 1, 20)
pytestmark = pytest.mark.django_db


def issue(world: PlanWorld, target: Target, series: NumberSeries | None, **more: object) -> IssuedPaper:
    given: dict[str, object] = {"seen_version": present_paper(target).version, "with_blanks": True, **more}
    return issue_paper(actor=world.clerk, now=NOW, target=target, series=series, issued_on=DAY, **given)  # type: ignore[arg-type]


def test_words_written_over_a_paper_stay_and_the_tables_follow_the_rows() -> None:
    world = make_ready_plan()
    target = Target(world.cycle, Kind.PLAN)
    with scope(institution=world.institution):
        draft = present_paper(target).draft
        body = draft.body.replace("根据（　　）", "根据校党委年度工作要点")
        save_draft(actor=world.clerk, now=NOW, target=target, draft=replace(draft, body=body), seen_version=0)
        present = present_paper(target)
        assert "根据校党委年度工作要点" in present.draft.body
        assert not present.is_behind
        ReviewMeeting.objects.filter(pk=world.meeting.pk).update(place="礼堂")
        present = present_paper(target)
        assert present.is_behind
        assert any("礼堂" in text for text in _cells(present.document.blocks))
        drop_draft(actor=world.clerk, now=NOW, target=target)
        assert present_paper(target).version == 0


def _cells(blocks: tuple[object, ...]) -> list[str]:
    return [cell.text for block in blocks for row in getattr(block, "rows", ()) for cell in row if cell]


def test_who_writes_over_somebody_elses_words_is_told_first() -> None:
    world = make_ready_plan()
    target = Target(world.cycle, Kind.PLAN)
    with scope(institution=world.institution):
        draft = present_paper(target).draft
        save_draft(actor=world.clerk, now=NOW, target=target, draft=draft, seen_version=0)
        with pytest.raises(Refused, match="别人刚存过"):
            save_draft(actor=world.clerk, now=NOW, target=target, draft=draft, seen_version=0)


def test_an_issued_paper_carries_its_number_in_all_its_files() -> None:
    world = make_ready_plan()
    series = make_series(world.clerk)
    target = Target(world.cycle, Kind.NOTICE, world.meeting)
    with scope(institution=world.institution):
        paper = issue(world, target, series)
        word, pdf = read_file(paper.word), read_file(paper.pdf)
        entries = [(entry.text, entry.row.title) for entry in entries_of(2026)]
        events = Event.objects.filter(verb="paper.issued").count()
    assert entries == [("示大党〔2026〕1号", "关于召开2025年度述职评议会的通知")]
    texts = [one.text for one in read_word(word).paragraphs]
    assert texts[0] == "中共示例大学委员会文件"
    assert "示大党〔2026〕1号" in texts
    assert "示大党〔2026〕1号" in pdf_text(pdf)
    assert "2026年1月20日印发" in pdf_text(pdf)
    assert "示大党〔2026〕1号" in paper.page
    assert paper.word.sha256 == hashlib.sha256(word).hexdigest()
    assert events == 1


def test_blanks_stop_a_paper_unless_they_are_meant() -> None:
    world = make_ready_plan()
    series = make_series(world.clerk)
    with scope(institution=world.institution):
        with pytest.raises(Refused, match="处空白"):
            issue(world, Target(world.cycle, Kind.PLAN), series, with_blanks=False)
        assert DocumentNumber.objects.count() == 0


def test_a_paper_on_words_that_changed_meanwhile_is_not_issued() -> None:
    world = make_ready_plan()
    series = make_series(world.clerk)
    target = Target(world.cycle, Kind.PLAN)
    with scope(institution=world.institution):
        save_draft(
            actor=world.clerk, now=NOW, target=target, draft=present_paper(target).draft, seen_version=0
        )
        with pytest.raises(Refused, match="刚被改过"):
            issue(world, target, series, seen_version=0)
        assert DocumentNumber.objects.count() == 0


def test_a_script_is_kept_without_a_number() -> None:
    world = make_ready_plan()
    with scope(institution=world.institution):
        paper = issue(world, Target(world.cycle, Kind.SCRIPT, world.meeting), None)
        assert paper.document_number is None
        assert DocumentNumber.objects.count() == 0
        with pytest.raises(Refused, match="机关代字"):
            issue(world, Target(world.cycle, Kind.PLAN), None)


def test_a_void_paper_stays_with_its_number_and_the_next_one_counts_on() -> None:
    world = make_ready_plan()
    series = make_series(world.clerk)
    target = Target(world.cycle, Kind.PLAN)
    with scope(institution=world.institution):
        paper = issue(world, target, series)
        void_paper(actor=world.clerk, now=NOW, paper=paper, reason="日期写错")
        with pytest.raises(Refused, match="已经作废"):
            void_paper(actor=world.clerk, now=NOW, paper=paper, reason="再来")
        line = next(one for one in paper_lines(world.cycle) if one.kind is Kind.PLAN)
        assert line.issued is None
        issue(world, target, series)
        assert [(one.text, one.void_reason) for one in entries_of(2026)] == [
            ("示大党〔2026〕1号", "日期写错"),
            ("示大党〔2026〕2号", ""),
        ]


def test_the_database_refuses_to_change_an_issued_paper() -> None:
    world = make_ready_plan()
    with scope(institution=world.institution):
        paper = issue(world, Target(world.cycle, Kind.SCRIPT, world.meeting), None)
        with pytest.raises(DatabaseError), transaction.atomic():
            IssuedPaper.objects.filter(pk=paper.pk).update(title="另一份")


@pytest.mark.parametrize("role", ["leader", "counter", "scrutineer"])
def test_only_the_clerk_writes_and_issues(role: str) -> None:
    world = make_ready_plan()
    actor = make_actor(world.institution, role)
    target = Target(world.cycle, Kind.AGENDA, world.meeting)
    with scope(institution=world.institution):
        with pytest.raises(Forbidden):
            issue_paper(actor=actor, now=NOW, target=target, series=None, issued_on=DAY, seen_version=0)
        with pytest.raises(Forbidden):
            save_draft(actor=actor, now=NOW, target=target, draft=present_paper(target).draft, seen_version=0)


@pytest.mark.django_db(transaction=True)
def test_two_papers_issued_at_the_same_moment_carry_two_numbers() -> None:
    world = make_ready_plan()
    series = make_series(world.clerk)
    targets = [Target(world.cycle, Kind.PLAN), Target(world.cycle, Kind.NOTICE, world.meeting)]

    ends = both_at_once(world.institution, *((lambda one=one: issue(world, one, series)) for one in targets))

    assert ends == ["done", "done"]
    with scope(institution=world.institution):
        papers = list(IssuedPaper.objects.select_related("document_number", "pdf"))
        assert sorted(one.document_number.number for one in papers if one.document_number) == [1, 2]
        for paper in papers:
            assert paper.document_number is not None
            assert f"〔2026〕{paper.document_number.number}号" in pdf_text(read_file(paper.pdf))
