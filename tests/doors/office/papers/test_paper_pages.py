"""Papers in the office: read, change the words, issue under a number, void; the register beside them."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django_scopes import scope

from pingyi.core.models import Event
from pingyi.documents.models import DocumentNumber
from pingyi.review.papers.models import EditedWord, IssuedPaper, PaperDraft
from tests.documents.reading.files import made
from tests.documents.render.reading import pdf_text, read_excel, read_word
from tests.doors.office.dutyreports.test_upload import UNREADABLE
from tests.doors.office.people import browser_of
from tests.factories.plans import PlanWorld, make_ready_plan
from tests.factories.register import make_series
from tests.factories.world import make_actor, make_meeting

pytestmark = pytest.mark.django_db
LIST_QUERIES = 13


@pytest.fixture(autouse=True)
def _own_folder(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path


@pytest.fixture
def world() -> PlanWorld:
    return make_ready_plan()


@pytest.fixture
def clerk(world: PlanWorld) -> Client:
    return browser_of(world.clerk)


def paper(world: PlanWorld, kind: str = "plan", *, of_meeting: bool = False) -> str:
    return f"/office/cycles/{world.cycle.pk}/papers/{kind}/{world.meeting.pk if of_meeting else 0}/"


def main(answer: Any) -> str:
    page: str = answer.content.decode()
    return page[page.index("<main") : page.index("</main>")]


@pytest.mark.parametrize("meetings", [1, 3])
def test_the_list_asks_the_same_few_questions_however_many_meetings(
    world: PlanWorld, clerk: Client, meetings: int, django_assert_num_queries: Any
) -> None:
    for number in range(2, meetings + 1):
        make_meeting(world.cycle, sequence=number, name=f"第{number}场")
    with django_assert_num_queries(LIST_QUERIES):
        page = main(clerk.get(f"/office/cycles/{world.cycle.pk}/papers/"))

    assert page.count("主持词") == 2 * meetings
    assert "先加一个机关代字" in page


def test_the_plan_is_shown_as_a_sheet_with_what_is_missing(world: PlanWorld, clerk: Client) -> None:
    make_series(world.clerk)
    page = main(clerk.get(paper(world)))

    assert "中共示例大学委员会文件" in page
    assert "示大党〔2026〕" in page
    assert "依据的文件" in page
    assert "结果通报的范围" in page
    assert 'href="/office/cycles/' in page[page.index("还缺") :]


def test_words_are_changed_and_a_paper_of_two_at_once_is_not_lost(world: PlanWorld, clerk: Client) -> None:
    sent = {
        "title": "评议工作方案",
        "addressee": "",
        "body": "一、范围\n全校。\n〔表　日程安排〕",
        "version": "0",
    }
    answer = clerk.post(f"{paper(world)}edit/", sent, follow=True)
    assert "评议工作方案" in main(answer)

    late = clerk.post(f"{paper(world)}edit/", {**sent, "body": "我写的一句"})
    assert late.status_code == 409
    assert "别人刚存过" in main(late)
    assert "我写的一句" in main(late)
    assert "全校。" in main(late)
    with scope(institution=world.institution):
        assert PaperDraft.objects.get().body.startswith("一、范围")


def test_a_table_that_does_not_exist_is_told_before_it_goes_out(world: PlanWorld, clerk: Client) -> None:
    clerk.post(f"{paper(world)}edit/", {"title": "方案", "body": "〔表　分工〕", "version": "0"})

    assert "没有这个表" in main(clerk.get(paper(world)))


def test_a_notice_goes_out_under_a_number_and_is_kept(world: PlanWorld, clerk: Client) -> None:
    series = make_series(world.clerk)
    address = paper(world, "notice", of_meeting=True)
    refused = clerk.post(f"{address}issue/", {"series": series.pk, "version": "0"})
    assert "处空白" in main(refused)

    sent = {"series": series.pk, "issued_on": "2026-01-20", "version": "0", "with_blanks": "on"}
    page = main(clerk.post(f"{address}issue/", sent, follow=True))
    assert "示大党〔2026〕1号" in page
    with scope(institution=world.institution):
        kept = IssuedPaper.objects.get()
    issued = f"/office/cycles/{world.cycle.pk}/issued-papers/{kept.pk}/"
    assert "示大党〔2026〕1号" in pdf_text(clerk.get(f"{issued}file/pdf/").content)
    assert read_word(clerk.get(f"{issued}file/docx/").content).paragraphs[0].text == series.mark

    assert "这份已经发过一次" in main(clerk.get(address))

    page = main(clerk.post(f"{issued}void/", {"reason": "地点改了"}, follow=True))
    assert "地点改了" in page
    assert "地点改了" in main(clerk.get("/office/register/?year=2026"))
    assert "这份已经发过一次" not in main(clerk.get(address))


def test_drafts_and_sheets_are_downloaded(world: PlanWorld, clerk: Client) -> None:
    make_series(world.clerk)
    assert "示大党〔" in pdf_text(clerk.get(f"{paper(world)}file/pdf/").content)
    script = clerk.get(f"{paper(world, 'script', of_meeting=True)}file/docx/").content
    assert "同志们，现在开会。" in [one.text for one in read_word(script).paragraphs]
    sheets = f"/office/cycles/{world.cycle.pk}/papers/sheets/{world.meeting.pk}/"
    book = read_excel(clerk.get(f"{sheets}sign.xlsx").content)
    assert book.sheetnames == ["A 党委委员", "B 直属党组织书记"]
    assert "签到表" in pdf_text(clerk.get(f"{sheets}sign.pdf").content)
    assert clerk.get(f"{sheets}sign.docx").content[:2] == b"PK"


def test_the_register_is_begun_where_the_paper_book_ended(world: PlanWorld, clerk: Client) -> None:
    assert "还没有机关代字" in main(clerk.get("/office/register/"))
    sent = {"code": "示大党", "mark": "中共示例大学委员会文件", "issuer": "中共示例大学委员会", "printer": ""}
    assert "示大党" in main(clerk.post("/office/register/series/", sent, follow=True))
    with scope(institution=world.institution):
        series = make_series(world.clerk, "示大组")
    began = {"year": "2026", "used": "12", "reason": "登记簿用到12号"}
    wrong = clerk.post(f"/office/register/series/{series.pk}/start/", began | {"used": "-5"}, follow=True)
    assert "“-5”不是0到999999的整数" in main(wrong)
    clerk.post(f"/office/register/series/{series.pk}/start/", began)
    clerk.post(
        "/office/register/take/", {"series": series.pk, "title": "关于评议的请示", "issued_on": "2026-01-05"}
    )

    page = main(clerk.get("/office/register/?year=2026"))
    assert "示大组〔2026〕13号" in page
    assert "登记簿用到12号" in page
    book = read_excel(clerk.get("/office/register/file/?year=2026").content)
    assert book.worksheets[0]["A3"].value == "示大组〔2026〕13号"
    with scope(institution=world.institution):
        number = DocumentNumber.objects.get()
    clerk.post(f"/office/register/numbers/{number.pk}/void/", {"reason": "没有发"})
    assert "作废：没有发" in main(clerk.get("/office/register/?year=2026"))


def test_a_leader_reads_papers_and_cannot_write_them(world: PlanWorld) -> None:
    leader = browser_of(make_actor(world.institution, "leader"))

    page = main(leader.get(paper(world)))
    assert "取号发出" not in page
    assert "papers/plan/0/edit/" not in page
    assert leader.get(f"{paper(world)}edit/").status_code == 403
    assert leader.post(f"{paper(world)}issue/", {"version": "0"}).status_code == 403
    assert "加机关代字" not in main(leader.get("/office/register/"))


@pytest.mark.parametrize("role", ["counter", "scrutineer"])
def test_the_counting_desk_has_no_papers(world: PlanWorld, role: str) -> None:
    somebody = browser_of(make_actor(world.institution, role))

    assert somebody.get(paper(world)).status_code == 403
    assert somebody.get("/office/register/").status_code == 403


def test_a_letter_is_seen_before_it_goes_out_as_one(world: PlanWorld, clerk: Client) -> None:
    series = make_series(world.clerk)
    page = main(clerk.get(f"{paper(world)}?series={series.pk}&form=letter"))

    assert '<header class="gw-head gw-letter">' in page
    assert "中共示例大学委员会文件" not in page
    assert "form=letter" in page[page.index("Word") - 400 : page.index("Word")]


def issued(world: PlanWorld, clerk: Client, **more: str) -> tuple[IssuedPaper, str]:
    """A notice that went out, and its address."""
    series = make_series(world.clerk)
    sent = {"series": series.pk, "issued_on": "2026-01-20", "version": "0", "with_blanks": "on", **more}
    clerk.post(f"{paper(world, 'notice', of_meeting=True)}issue/", sent)
    with scope(institution=world.institution):
        kept = IssuedPaper.objects.get()
    return kept, f"/office/cycles/{world.cycle.pk}/issued-papers/{kept.pk}/"


def test_a_numbered_copy_bears_its_six_digits_at_the_top_left_in_all_three_forms(
    world: PlanWorld, clerk: Client
) -> None:
    series = make_series(world.clerk)
    address = paper(world, "notice", of_meeting=True)
    sent = {"series": series.pk, "issued_on": "2026-01-20", "version": "0", "with_blanks": "on"}
    refused = main(clerk.post(f"{address}issue/", {**sent, "copy_number": "第一份"}))
    assert "份号是一到六位数字" in refused
    assert 'value="第一份"' in refused
    page = main(clerk.post(f"{address}issue/", {**sent, "copy_number": "7"}, follow=True))
    assert "000007" in page
    with scope(institution=world.institution):
        kept = IssuedPaper.objects.get()
    files = f"/office/cycles/{world.cycle.pk}/issued-papers/{kept.pk}/file/"
    assert pdf_text(clerk.get(f"{files}pdf/").content).strip().startswith("000007")
    assert "000007" in read_word(clerk.get(f"{files}docx/").content).paragraphs[0].text


def test_an_edited_word_file_becomes_the_issued_one_and_the_made_one_stays(
    world: PlanWorld, clerk: Client
) -> None:
    kept, address = issued(world, clerk)
    edited = made(lambda document: document.add_paragraph("地点改在二号楼。"))
    file = SimpleUploadedFile("改过的.docx", edited)
    page = main(clerk.post(f"{address}word/", {"file": file}, follow=True))
    assert "下载的 Word 从现在起是改过的这一份" in page
    assert sha256(edited).hexdigest() in page
    assert kept.word.sha256 in page
    answer = clerk.get(f"{address}file/docx/")
    assert answer.content == edited
    assert sha256(clerk.get(f"{address}file/made/").content).hexdigest() == kept.word.sha256
    clerk.post(f"{address}word/", {"file": SimpleUploadedFile("又一次.docx", edited)})
    with scope(institution=world.institution):
        assert EditedWord.objects.count() == 1
        assert Event.objects.filter(verb="paper.edited").count() == 1


@pytest.mark.parametrize("kind", ["macro", "old", "empty", "html"])
def test_a_bad_file_does_not_take_the_place_of_the_issued_one(
    world: PlanWorld, clerk: Client, kind: str
) -> None:
    kept, address = issued(world, clerk)
    answer = clerk.post(f"{address}word/", {"file": SimpleUploadedFile("坏.docx", UNREADABLE[kind])})
    assert 'class="note bad' in main(answer)
    assert sha256(clerk.get(f"{address}file/docx/").content).hexdigest() == kept.word.sha256
    with scope(institution=world.institution):
        assert not EditedWord.objects.exists()


def test_what_is_void_is_not_edited_and_a_leader_edits_nothing(world: PlanWorld, clerk: Client) -> None:
    _, address = issued(world, clerk)
    edited = made(lambda document: document.add_paragraph("改过。"))
    leader = browser_of(make_actor(world.institution, "leader"))
    assert "在 Word 里改过" not in main(leader.get(address))
    told = leader.post(f"{address}word/", {"file": SimpleUploadedFile("a.docx", edited)})
    assert "由经办人换" in told.content.decode()
    clerk.post(f"{address}void/", {"reason": "地点改了"})
    told = clerk.post(f"{address}word/", {"file": SimpleUploadedFile("a.docx", edited)})
    assert "已经作废，没有换" in main(told)
