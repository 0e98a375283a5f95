"""The pages that all ledgers share: import, export, rules."""

import io
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django_scopes import scopes_disabled
from openpyxl import load_workbook

from pingyi.ledgers.kit.models import LedgerSetting
from pingyi.ledgers.orglife.models import Activity
from tests.doors.office.people import browser_of
from tests.factories.orglife import LedgerWorld, make_ledger_world
from tests.factories.workbooks import make_workbook

pytestmark = pytest.mark.django_db
HEAD = ("支部", "类别", "日期", "主题")
IMPORT, SETTINGS = "/office/ledgers/orglife/import/", "/office/ledgers/orglife/settings/"


@pytest.fixture
def world() -> LedgerWorld:
    return make_ledger_world()


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def workbook(*rows: tuple[str, ...]) -> SimpleUploadedFile:
    return SimpleUploadedFile("组织生活.xlsx", make_workbook({"组织生活": [HEAD, *rows]}))


def test_a_workbook_is_previewed_confirmed_and_exported_again(world: LedgerWorld) -> None:
    browser = browser_of(world.branch_secretary)
    assert "支部、类别" in text(browser.get(IMPORT)).replace("（必填）", "")
    shown = browser.post(
        IMPORT, {"file": workbook(("第一党支部", "支委会", "2026-01-12", "研究发展党员"))}, follow=True
    )
    assert "这是预览，还什么都没有改" in text(shown)
    preview = shown.redirect_chain[-1][0]
    done = browser.post(f"{preview}confirm/", follow=True)
    assert "写进1处" in text(done)
    with scopes_disabled():
        assert Activity.objects.get().topic == "研究发展党员"
    assert browser.get(f"{preview}progress/").headers["Location"] == preview
    assert browser_of(world.clerk).get(preview).status_code == 404, "her own import only"
    file = browser.get("/office/ledgers/orglife/export/?year=2026")
    rows = list(load_workbook(io.BytesIO(file.content))["组织生活"].values)
    assert rows[1][0] == "学校党委/护理学院党委/第一党支部"
    browser.post(f"{preview}cancel/")


def test_faults_are_shown_with_place_and_remedy(world: LedgerWorld) -> None:
    browser = browser_of(world.branch_secretary)
    shown = browser.post(
        IMPORT, {"file": workbook(("第二党支部", "支委会", "2026-01-12", "别人的"))}, follow=True
    )
    assert "组织生活 第2行 A列（支部）" in text(shown)
    assert "不归您记" in text(shown)
    refused = browser.post(f"{shown.redirect_chain[-1][0]}confirm/")
    assert "表里还有问题" in text(refused)
    assert "还没有选文件" in text(browser.post(IMPORT, {}))


def test_an_unknown_unit_is_not_sent_to_a_sheet_that_this_workbook_does_not_have(world: LedgerWorld) -> None:
    browser = browser_of(world.clerk)
    shown = browser.post(
        IMPORT, {"file": workbook(("第九党支部", "支委会", "2026-01-12", "没有的"))}, follow=True
    )
    assert "新组织先在“单位”里建" in text(shown)
    assert "写在“组织”表里" not in text(shown)


def test_the_import_of_topics_does_not_promise_what_only_organisational_life_does(world: LedgerWorld) -> None:
    browser = browser_of(world.clerk)
    assert "标“补记”" in text(browser.get(IMPORT))
    topics = text(browser.get("/office/ledgers/decisions/import/"))
    assert "补记" not in topics
    assert "确认的人退回" not in topics
    assert "分管负责人（必填）" in topics, "a row without one is refused"


def test_the_template_can_be_filled_in_and_read_again(world: LedgerWorld) -> None:
    browser = browser_of(world.clerk)
    template = browser.get(f"{IMPORT}template/")
    assert load_workbook(io.BytesIO(template.content)).sheetnames == ["填写说明", "党员", "组织生活"]
    shown = browser.post(IMPORT, {"file": SimpleUploadedFile("空.xlsx", template.content)}, follow=True)
    assert "表里没有内容" in text(shown)


def test_the_clerk_lays_down_a_number_and_everybody_sees_where_it_comes_from(world: LedgerWorld) -> None:
    browser = browser_of(world.clerk)
    page = f"{SETTINGS}exempt_months/"
    sent: dict[str, Any] = {"value": "2、8", "effective_from": "2025-01-01", "reason": "校党发〔2025〕3号"}
    assert "放假免开的月份" in text(browser.get(page))
    assert "看不出是哪几个月" in text(browser.post(page, {**sent, "value": "暑假"}))
    browser.post(page, sent)
    with scopes_disabled():
        assert LedgerSetting.objects.get().value == [2, 8]
    seen = text(browser_of(world.secretary).get(SETTINGS))
    assert "2、8月" in seen
    assert "本单位自己定的：校党发〔2025〕3号" in seen
    browser.post(f"{SETTINGS}birthday.by_quarter/", {**sent, "value": "yes"})
    assert '<option value="yes" selected>是</option>' in text(browser.get(f"{SETTINGS}birthday.by_quarter/"))


def test_an_english_reader_sees_a_space_between_number_and_unit(world: LedgerWorld) -> None:
    browser = browser_of(world.clerk)
    browser.post("/office/account/language/", {"language": "en", "next": "/office/account/"})
    seen = text(browser.get(SETTINGS))
    assert '<span class="num">7</span> days' in seen
    assert '<span class="num">8</span> hours' in seen, "not the heading of a column"


def test_whoever_may_not_is_told_and_unknown_ledgers_are_missing(world: LedgerWorld) -> None:
    leader, secretary = browser_of(world.leader), browser_of(world.secretary)
    assert leader.get(IMPORT).status_code == 403
    assert secretary.get(f"{SETTINGS}exempt_months/").status_code == 403
    clerk = browser_of(world.clerk)
    for address in ("/office/ledgers/none/import/", "/office/ledgers/none/settings/", f"{SETTINGS}none/"):
        assert clerk.get(address).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_rules_cost_the_same_for_one_entry_and_for_three(
    world: LedgerWorld, count: int, django_assert_num_queries: Any
) -> None:
    browser = browser_of(world.clerk)
    for n in range(count):
        browser.post(
            f"{SETTINGS}exempt_months/",
            {"value": str(n + 1), "effective_from": "2025-01-01", "reason": "依据"},
        )
    with django_assert_num_queries(10):
        browser.get(SETTINGS)


def test_around_the_chinese_sheets_the_import_speaks_english() -> None:
    browser = browser_of(make_ledger_world().clerk)
    browser.post("/office/account/language/", {"language": "en", "next": "/office/"})
    page = browser.get("/office/ledgers/orglife/import/").content.decode().split("<main", 1)[1]
    before, sheets = page.split('<ul class="pad stack-v tight">', 1)
    assert "<b>组织生活</b>" in sheets, "the workbook itself is Chinese"
    assert "每办一次占一行" not in sheets
    after = sheets.split("</ul>", 1)[1].replace("“填写说明”", "")
    assert not re.findall("[一-龥]+", before + after.split("</main>", 1)[0])
