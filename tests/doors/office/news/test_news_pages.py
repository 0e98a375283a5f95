"""The news through its pages, as the people do it; refusals stand on the page."""

import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from django_scopes import scope

from pingyi.organisations.actor import Actor
from pingyi.publishing.models import NewsItem
from tests.doors.office.people import browser_of
from tests.factories.news import Desk, make_desk
from tests.factories.world import make_actor, make_meeting


@pytest.fixture
def desk(db: None) -> Iterator[Desk]:
    made = make_desk()
    with scope(institution=made.hall.institution):
        yield made


def page(response: Any) -> str:
    return re.sub(r"\s+", " ", unescape(response.content.decode()))


def post(actor: Actor, item: NewsItem, where: str, /, **sent: Any) -> str:
    return page(browser_of(actor).post(f"/office/news/{item.pk}/{where}/", sent, follow=True))


def test_a_news_item_goes_from_the_list_to_the_clean_page(desk: Desk) -> None:
    clerk, meeting = browser_of(desk.clerk), desk.hall.meeting
    listed = page(clerk.get(f"/office/cycles/{desk.hall.cycle.pk}/news/"))
    assert "1场会，拟了0 / 1篇" in listed
    assert "去拟稿" in listed
    shown = page(clerk.get(f"/office/meetings/{meeting.pk}/news/"))
    assert "空着0处" in shown
    drafted = page(clerk.post(f"/office/meetings/{meeting.pk}/news/", {"ballot": "民主评议"}, follow=True))
    assert "与会人员对党组织书记抓党建工作情况进行了民主评议。" in drafted
    assert "还差初审、一校、复审、二校、终审、三校" in drafted
    item = NewsItem.objects.get()
    again = clerk.get(f"/office/meetings/{meeting.pk}/news/")
    assert again["Location"] == f"/office/news/{item.pk}/"
    names = {f"{step.kind}-{step.level}": account for step, account in desk.names.items()}
    assert "改好了就送审" in post(desk.clerk, item, "readers", **names)
    assert "等" in post(desk.clerk, item, "hand-in")
    refused = clerk.get(f"/office/news/{item.pk}/file/html/")
    assert (refused.status_code, "没有网页可以下载" in page(refused)) == (409, True)
    for signer in desk.signers:
        assert "签好了" in post(signer, item, "sign", version="1", remark="看过")
    published = post(desk.clerk, item, "publish", place="学校新闻网")
    assert "记为已发布（学校新闻网）" in published
    clean = clerk.get(f"/office/news/{item.pk}/file/html/")
    html = clean.content.decode()
    assert "class=" not in html
    assert "style" not in html
    assert f"<h1>{item.title}</h1>" in html
    assert "<p>初审初校：" in html
    word = zipfile.ZipFile(io.BytesIO(clerk.get(f"/office/news/{item.pk}/file/docx/").content))
    body = re.sub("<[^>]+>", "", word.read("word/document.xml").decode())
    assert "终审终校：" in body
    assert "未发布" not in body


def test_findings_stand_beside_the_text_and_a_draft_says_that_it_is_one(desk: Desk) -> None:
    item = desk.draft()
    clerk = browser_of(desk.clerk)
    wrong = f"{item.text}\n认真落实七个有力,,抓好整改。"
    looked = page(
        clerk.post(
            f"/office/news/{item.pk}/edit/",
            {"title": item.title, "text": wrong, "version": 1, "act": "check"},
        )
    )
    assert "规范表述没有加引号" in looked
    headed = {"title": "召开2023年度，，评议会", "text": item.text, "version": 1, "act": "check"}
    in_title = page(clerk.post(f"/office/news/{item.pk}/edit/", headed))
    assert "标题第9字" in in_title
    assert NewsItem.objects.get().version == 1
    saved = post(desk.clerk, item, "edit", title=item.title, text=wrong, version="1", act="save")
    assert "<mark>七个有力<sup>" in saved
    assert "写成“七个有力”" in saved
    assert "第6段第5字" in saved
    assert "标点重复" in saved
    file = zipfile.ZipFile(io.BytesIO(clerk.get(f"/office/news/{item.pk}/file/docx/").content))
    assert "【草稿，未发布】" in re.sub("<[^>]+>", "", file.read("word/document.xml").decode())
    compared = page(clerk.get(f"/office/news/{item.pk}/compare/"))
    assert "新加1段" in compared
    assert "没有留下这一版" in page(clerk.get(f"/office/news/{item.pk}/compare/?old=9"))
    assert clerk.get(f"/office/news/{item.pk}/file/pdf/").status_code == 404


def test_refusals_stand_on_the_page_and_keep_what_was_typed(desk: Desk) -> None:
    item = desk.draft()
    assert "还没有指定初审" in post(desk.clerk, item, "hand-in")
    double = {f"{step.kind}-{step.level}": desk.leader.account_id for step in desk.names}
    assert "三次审、三次校要各由三个人" in post(desk.clerk, item, "readers", **double)
    kept = post(desk.clerk, item, "edit", title="", text="写了很久的正文。", version="1")
    assert "写了很久的正文。" in kept
    assert "这里不能空着" in kept
    stale = post(desk.clerk, item, "edit", title="题", text="别的正文。", version="7")
    assert "别人存过第1版" in stale
    too_long = page(
        browser_of(desk.clerk).post(
            "/office/news/rules/", {"people": "kinds", "credit_scheme": "three_steps", "formulas": "“两个"}
        )
    )
    assert "引号没有配成对" in too_long
    rules = {
        "people": "all",
        "credit_scheme": "source_to_approver",
        "source": "党委宣传部",
        "formulas": "“六个校园”",
    }
    assert "记下了" in page(browser_of(desk.clerk).post("/office/news/rules/", rules, follow=True))
    with scope(institution=desk.hall.institution):
        handed = make_desk_item(desk)
    assert "写明为什么退回" in post(desk.signers[0], handed, "return", reason="")
    assert "退回起草了" in post(desk.signers[0], handed, "return", reason="漏了一段")


def make_desk_item(desk: Desk) -> NewsItem:
    from pingyi.publishing.services.news import hand_in_news, name_readers
    from tests.factories.world import NOW

    item = NewsItem.objects.get()
    name_readers(actor=desk.clerk, now=NOW, item=item, names=desk.names)
    return hand_in_news(actor=desk.clerk, now=NOW, item=item)


def test_only_those_who_have_to_do_with_it_read_it(desk: Desk) -> None:
    item = desk.handed_in()
    stranger = make_actor(desk.hall.institution, "counter")
    addresses = (
        f"/office/news/{item.pk}/",
        f"/office/news/{item.pk}/file/docx/",
        f"/office/news/{item.pk}/compare/",
    )
    for address in addresses:
        assert browser_of(stranger).get(address).status_code == 403
        assert browser_of(desk.signers[0]).get(address).status_code == 200
    for address in (f"/office/cycles/{desk.hall.cycle.pk}/news/", "/office/news/rules/"):
        assert browser_of(stranger).get(address).status_code == 403
        assert browser_of(desk.leader).get(address).status_code == 200
    assert browser_of(desk.leader).get(f"/office/news/{item.pk}/edit/").status_code == 403
    assert browser_of(desk.leader).get(f"/office/news/{item.pk}/readers/").status_code == 403
    assert browser_of(desk.leader).post(f"/office/news/{item.pk}/sign/", {"version": "1"}).status_code == 403
    assert browser_of(desk.leader).post("/office/news/rules/", {}).status_code == 403
    assert browser_of(desk.leader).get(f"/office/meetings/{desk.hall.meeting.pk}/news/").status_code == 403
    assert "轮到您初审、一校" in page(browser_of(desk.signers[0]).get(addresses[0]))


def test_a_meeting_that_is_not_over_waits(desk: Desk) -> None:
    later = make_meeting(desk.hall.cycle, name="第二场述职评议会")
    clerk = browser_of(desk.clerk)
    shown = page(clerk.get(f"/office/meetings/{later.pk}/news/"))
    assert "等散会" in shown
    assert "〔待补：主持人职务和姓名〕主持会议。" in shown
    refused = clerk.post(f"/office/meetings/{later.pk}/news/", {})
    assert (refused.status_code, "还没有散会" in page(refused)) == (409, True)
    assert "还没有散会" in page(clerk.get(f"/office/cycles/{desk.hall.cycle.pk}/news/"))
