"""The pages of the import: upload, preview, faults, progress, confirmation, result, downloads."""

import io
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django_scopes import scopes_disabled
from openpyxl import load_workbook

from pingyi.core import jobs
from pingyi.core.clock import now as clock_now
from pingyi.core.models import Job
from pingyi.core.services import imports
from pingyi.organisations.models import Organisation
from tests.doors.office.people import browser_of
from tests.factories.world import make_actor, make_institution
from tests.organisations.services.register import SHEETS, workbook

pytestmark = pytest.mark.django_db
UPLOAD = "/office/organisations/import/"


@pytest.fixture
def clerk() -> Client:
    return browser_of(make_actor(make_institution(), "clerk"))


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imports, "ROWS_AT_ONCE", 0)


def upload(browser: Client, content: bytes, name: str = "名册.xlsx") -> Any:
    return browser.post(UPLOAD, {"file": SimpleUploadedFile(name, content)}, follow=True)


def organisations() -> int:
    with scopes_disabled():
        return Organisation.objects.count()


def address_of(answer: Any) -> str:
    return str(answer.redirect_chain[-1][0])


def test_upload_preview_confirm_result(clerk: Client) -> None:
    preview = upload(clerk, workbook())
    text = preview.content.decode()
    assert "看过没有问题，就把这14处写进去" in text
    assert organisations() == 0
    result = clerk.post(f"{address_of(preview)}confirm/", follow=True).content.decode()
    assert "写进14处" in result
    assert organisations() == 4
    again = upload(clerk, workbook()).content.decode()
    assert "表里的内容库里都有了，没有要改的" in again


def test_changes_are_shown_before_and_after(clerk: Client) -> None:
    clerk.post(f"{address_of(upload(clerk, workbook()))}confirm/")
    rows = [["代码", "名称"], ["D01", "护理与健康学院党委"]]
    text = upload(clerk, workbook(组织=rows)).content.decode()
    for words in ("护理学院党委", "护理与健康学院党委", "组织第2行　名称", "上级改名或移动，1 个下级组织"):
        assert words in text


def test_faults_are_listed_with_place_and_remedy_and_cannot_be_confirmed(clerk: Client) -> None:
    answer = upload(clerk, workbook(人员=[*SHEETS["人员"], ["0099", "", ""]]))
    text = answer.content.decode()
    for words in ("在表里改好1处，再传一次", "人员 第5行 B列（姓名）", "没有写姓名", "填上姓名"):
        assert words in text
    assert "confirm/" not in text
    refused = clerk.post(f"{address_of(answer)}confirm/")
    assert (refused.status_code, organisations()) == (409, 0)
    assert "不能导入" in refused.content.decode()


def test_a_file_that_is_no_workbook_is_told_on_the_upload_page(clerk: Client) -> None:
    answer = upload(clerk, b"a,b,c", "名册.csv")
    assert answer.status_code == 409
    assert "另存为“Excel 工作簿（.xlsx）”" in answer.content.decode()


def test_no_file_is_told(clerk: Client) -> None:
    assert "还没有选文件" in clerk.post(UPLOAD).content.decode()


def test_a_file_above_the_limit_is_told_without_reading_it(clerk: Client, settings: Any) -> None:
    settings.UPLOAD_LIMIT_BYTES = 1000
    answer = upload(clerk, workbook())
    assert "文件超过 0 MB" in answer.content.decode()


def test_a_large_file_shows_its_progress_and_then_its_preview(clerk: Client, large: None) -> None:
    answer = upload(clerk, workbook())
    here, text = address_of(answer), answer.content.decode()
    assert "正在检查" in text
    assert '<meta http-equiv="refresh" content="2">' in text
    assert f'data-fragment="{here}progress/"' in text
    assert "排着队" in clerk.get(f"{here}progress/").content.decode()
    jobs.run_waiting()
    assert clerk.get(f"{here}progress/").headers["Location"] == here
    assert "看过没有问题" in clerk.get(here).content.decode()
    apply = clerk.post(f"{here}confirm/", follow=True)
    assert "正在导入" in apply.content.decode()
    jobs.run_waiting()
    assert "写进14处" in clerk.get(address_of(apply)).content.decode()


def test_a_job_can_be_stopped(clerk: Client, large: None) -> None:
    here = address_of(upload(clerk, workbook()))
    text = clerk.post(f"{here}cancel/", follow=True).content.decode()
    assert "已取消，什么都没有改" in text
    jobs.run_waiting()
    assert "已取消" in clerk.get(here).content.decode()


def test_a_job_of_a_server_that_died_is_told_when_somebody_looks(clerk: Client, large: None) -> None:
    here = address_of(upload(clerk, workbook()))
    Job.objects.update(state=Job.State.RUNNING, seen_at=clock_now() - timedelta(minutes=5))
    assert "服务器中途停过" in clerk.get(here).content.decode()


def test_the_upload_page_leads_back_to_what_is_going_on(clerk: Client, large: None) -> None:
    here = address_of(upload(clerk, workbook()))
    text = clerk.get(UPLOAD).content.decode()
    assert (here in text, "正在办" in text, "名册.xlsx" in text) == (True, True, True)


@pytest.mark.parametrize("count", [1, 3])
def test_the_upload_page_costs_the_same_for_one_and_for_three_imports(
    clerk: Client, count: int, django_assert_num_queries: Any
) -> None:
    for _ in range(count):
        upload(clerk, workbook())
    with django_assert_num_queries(6):
        text = clerk.get(UPLOAD).content.decode()
    assert text.count("名册.xlsx") == count


def test_the_template_has_all_sheets_and_the_explanations(clerk: Client) -> None:
    answer = clerk.get(f"{UPLOAD}template/")
    assert "filename*=UTF-8''" in answer.headers["Content-Disposition"]
    book = load_workbook(io.BytesIO(answer.content))
    assert book.sheetnames == ["填写说明", "组织", "人员", "任职", "组成机构", "代表委员"]
    explained = [row[1].value for row in book["填写说明"].iter_rows() if row[0].value == "任职"]
    assert "任职日期" in explained


def test_an_untouched_template_has_nothing_to_import(clerk: Client) -> None:
    text = upload(clerk, clerk.get(f"{UPLOAD}template/").content).content.decode()
    assert "表里没有内容" in text


def test_the_export_is_imported_again_without_a_change(clerk: Client) -> None:
    clerk.post(f"{address_of(upload(clerk, workbook()))}confirm/")
    exported = clerk.get("/office/organisations/export/").content
    assert "没有要改的" in upload(clerk, exported).content.decode()


@pytest.mark.parametrize("role", ["leader", "scrutineer", "counter"])
def test_only_clerks_import(role: str) -> None:
    institution = make_institution()
    clerk, other = (browser_of(make_actor(institution, one)) for one in ("clerk", role))
    here = address_of(upload(clerk, workbook()))
    answers = [
        other.get(UPLOAD),
        upload(other, workbook()),
        other.get(here),
        other.post(f"{here}confirm/"),
        other.post(f"{here}cancel/"),
        other.get(f"{UPLOAD}template/"),
    ]
    assert ([answer.status_code for answer in answers], organisations()) == ([403] * 6, 0)


def test_imports_of_another_institution_do_not_exist_here(clerk: Client) -> None:
    here = address_of(upload(clerk, workbook()))
    stranger = browser_of(make_actor(make_institution(), "clerk"))
    assert [stranger.get(here).status_code, stranger.post(f"{here}confirm/").status_code] == [404, 404]


def test_names_in_a_workbook_are_shown_as_text(clerk: Client) -> None:
    rows = [["姓名"], ["<script>alert(1)</script>"]]
    text = upload(
        clerk, workbook(人员=rows, 任职=[["姓名", "组织"]], 组成机构=[], 代表委员=[])
    ).content.decode()
    assert "<script>alert(1)" not in text
