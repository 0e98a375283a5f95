from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django_scopes import scope, scopes_disabled
from docx.document import Document as WordFile

from pingyi.core.models import StoredFile
from pingyi.review.dutyreports.models import DutyReport, ReportUpload
from pingyi.review.dutyreports.services import autosave_report
from pingyi.review.dutyreports.services.autosave_report import Draft
from tests.documents.reading.files import changed, made, with_body
from tests.doors.office.dutyreports.pages import Visitor, clerk, kept, page, secretary
from tests.doors.office.meetings.pages import main_of, words_of
from tests.factories.reports import IN_TIME, ReportWorld, make_report_world

pytestmark = pytest.mark.django_db
UNREADABLE = {
    "macro": changed(made(lambda _: None), {"word/vbaProject.bin": b"x"}),
    "old": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "empty": b"",
    "scan": with_body("<w:p><w:r><w:drawing><w:blip/></w:drawing></w:r></w:p>"),
    "html": b"<html>",
}


def written(document: WordFile) -> None:
    document.add_paragraph("述职报告")
    document.add_paragraph("一、政治把关作用")
    document.add_paragraph("全年把关12次。")
    document.add_paragraph("二、去年的整改")
    document.add_paragraph("换届了。")


def hand_in_file(writer: Visitor, report: DutyReport, content: bytes) -> Any:
    file = SimpleUploadedFile("述职报告.docx", content)
    return writer.client.post(f"/office/{page(report)}upload/", {"file": file}, follow=True)


def place_page(report: DutyReport) -> str:
    with scopes_disabled():
        return f"{page(report)}upload/{ReportUpload.objects.get().pk}/"


def begun(world: ReportWorld) -> DutyReport:
    """With a word in the section that the file will fill."""
    report = world.begin()
    with scope(institution=world.institution):
        drafts = {"text-2": Draft("", "原来写的。")}
        autosave_report(actor=world.secretary(), now=IN_TIME, report=report, drafts=drafts)
    return report


def test_a_file_is_shown_with_its_places_and_changes_nothing_yet() -> None:
    world = make_report_world()
    report = begun(world)
    shown = main_of(hand_in_file(secretary(world), report, made(written)))
    assert "述职报告.docx，一共5段" in words_of(shown)
    assert "和小标题一样，多了序号" in shown
    assert '<option value="text-2" selected>政治把关作用（换掉5字）' in shown
    assert "没有对上的1段" in shown
    assert "没有对上的2段" in shown
    assert kept(world, report) == ["原来写的。"]


def test_nothing_is_replaced_before_every_line_has_its_place() -> None:
    world = make_report_world()
    report, writer = begun(world), secretary(world)
    hand_in_file(writer, report, made(written))
    version = str(world.now(report).version)
    answer = writer.answer(place_page(report), {"version": version, "place-1": "text-2"})
    assert "还有3段没有说放到哪里" in words_of(main_of(answer))
    assert kept(world, report) == ["原来写的。"]


def test_placed_by_hand_it_replaces_the_sections_and_the_old_text_stays_as_a_version() -> None:
    world = make_report_world()
    report, writer = begun(world), secretary(world)
    hand_in_file(writer, report, made(written))
    answer = f"answer-{world.problems[0].pk}"
    choices = {"place-0": "none", "place-1": "text-2", "place-3": "none", "place-4": answer}
    stale = writer.post(place_page(report), version="1", **choices)
    assert "在别处改过，什么都没有换" in stale
    words = writer.post(place_page(report), version=str(world.now(report).version), **choices)
    assert words.startswith("换好了2处，2段没有放。")
    assert kept(world, report) == ["换届了。", "全年把关12次。"]
    versions = writer.words(f"{page(report)}versions/")
    assert "用Word文件填好的，述职报告.docx" in versions
    assert "换掉以前的" in versions
    assert "原来写的。" in writer.html(f"{page(report)}versions/compare/?old=1")


def test_a_place_that_the_report_does_not_have_is_refused() -> None:
    world = make_report_world()
    report, writer = begun(world), secretary(world)
    hand_in_file(writer, report, made(written))
    everywhere = {f"place-{place}": "text-99" for place in range(5)}
    words = writer.post(place_page(report), version=str(world.now(report).version), **everywhere)
    assert "报告里没有，什么都没有换" in words
    nowhere = {f"place-{place}": "none" for place in range(5)}
    words = writer.post(place_page(report), version=str(world.now(report).version), **nowhere)
    assert "没有一段要放进报告" in words
    assert kept(world, report) == ["原来写的。"]


@pytest.mark.parametrize("kind", sorted(UNREADABLE))
def test_a_file_that_cannot_be_read_is_refused_with_what_to_do_and_loses_nothing(kind: str) -> None:
    world = make_report_world()
    report = begun(world)
    shown = words_of(main_of(hand_in_file(secretary(world), report, UNREADABLE[kind])))
    assert "报告没有动，写好的都在。" in shown
    assert "请" in shown
    assert kept(world, report) == ["原来写的。"]
    assert not StoredFile.objects.exists()


def test_only_the_writer_fills_and_only_while_it_may_be_written() -> None:
    world = make_report_world()
    report = begun(world)
    assert "书记本人" in words_of(main_of(hand_in_file(clerk(world), report, made(written))))
    world.hand_in()
    assert "不能换" in words_of(main_of(hand_in_file(secretary(world), report, made(written))))
    assert not StoredFile.objects.exists()
