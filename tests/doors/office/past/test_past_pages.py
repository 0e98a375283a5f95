"""From an old text to a past review, page by page, as a clerk does it."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django_scopes import scope, scopes_disabled

from pingyi.organisations.models import Organisation
from pingyi.publishing.models import PastReview
from pingyi.review.cycles.models import Cycle
from tests.doors.office.people import browser_of
from tests.factories.world import make_actor, make_institution, make_organisation

NEW = "/office/past/new/"
SCRAPED = (
    "1月20日,學(xué)校黨委召開2023年度基層黨組織書記述職評議會,。黨委書記楊大樹主持會議并逐一點評,。"
    "護理學(xué)院黨委,、文學(xué)院黨總支等2個黨組織的書記作了現(xiàn)場述職,,推動?xùn)|北振興,。"
)
SETTLED = SCRAPED.replace("?xùn)|", "東")


@dataclass
class Desk:
    clerk: Client
    convenor: Organisation
    nursing: Organisation


@pytest.fixture
def desk(db: None) -> Iterator[Desk]:
    institution = make_institution()
    convenor = make_organisation(institution, "中共示例大学委员会")
    nursing = make_organisation(institution, "护理学院党委", parent=convenor)
    with scope(institution=institution):
        yield Desk(browser_of(make_actor(institution, "clerk")), convenor, nursing)


def page(response: Any) -> str:
    return unescape(response.content.decode())


def handed_in(desk: Desk, raw: str = SCRAPED) -> dict[str, str]:
    """What the browser holds after cleaning."""
    response = desk.clerk.post(NEW, {"step": "clean", "text": raw})
    return {key: response.context[key] for key in ("name", "raw", "text")}


def confirmed(desk: Desk, **more: str) -> dict[str, str]:
    carried = handed_in(desk, SETTLED)
    shown = desk.clerk.post(NEW, {**carried, "step": "read"}).context["form"]
    facts = {line.key: line.value for line in shown.lines}
    turns = {f"turn-{turn.number}": turn.name for turn in shown.turns}
    chosen = {f"turn-org-{turn.number}": turn.chosen for turn in shown.turns}
    return {
        **carried,
        **facts,
        **turns,
        **chosen,
        "convenor_id": str(desk.convenor.pk),
        "step": "confirm",
        **more,
    }


def test_a_file_in_gbk_is_cleaned_and_its_damaged_place_waits_for_a_person(desk: Desk) -> None:
    upload = SimpleUploadedFile("旧稿.txt", SCRAPED.encode("gb18030"))
    told = page(desk.clerk.post(NEW, {"step": "clean", "file": upload}))
    assert "旧稿.txt" in told
    assert '缺损<span class="num">1</span>处' in told
    assert "用建议的“东”：推动东北" in told
    assert "杨大树" in told
    assert PastReview.objects.count() == 0


def test_without_a_choice_the_damaged_place_stays_and_nothing_goes_on(desk: Desk) -> None:
    told = page(desk.clerk.post(NEW, {**handed_in(desk), "step": "read"}))
    assert "这一处还没有定" in told
    assert "推动〔缺字，疑为“东”〕北" in told


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        ({"damage-0": "东"}, "推动东北振兴"),
        ({"damage-0": "own", "own-0": "华"}, "推动华北振兴"),
        ({"damage-0": "keep"}, "推动〔缺字，疑为“东”〕北振兴"),
    ],
)
def test_the_choice_is_what_the_text_then_says(desk: Desk, choice: dict[str, str], words: str) -> None:
    response = desk.clerk.post(NEW, {**handed_in(desk), **choice, "step": "read"})
    assert words in response.context["text"]
    told = page(response)
    assert "党委书记杨大树主持会议并逐一点评。" in told
    assert "有1个在登记里没有找到" in told


def test_confirming_makes_the_past_review_and_shows_it(desk: Desk) -> None:
    response = desk.clerk.post(NEW, confirmed(desk, chair="杨大树同志"), follow=True)
    told = page(response)
    assert "2023年度的评议录好了" in told
    assert '杨大树同志 <span class="chip line">确认时改过</span>' in told
    past = PastReview.objects.get()
    assert past.turns == [
        {"name": "护理学院党委", "organisation": desk.nursing.pk},
        {"name": "文学院党总支", "organisation": None},
    ]
    assert past.source_text == SETTLED


def test_the_address_of_the_cycle_leads_to_the_past_review(desk: Desk) -> None:
    desk.clerk.post(NEW, confirmed(desk))
    past = PastReview.objects.get()
    response = desk.clerk.get(f"/office/cycles/{past.cycle_id}/", follow=True)
    assert response.redirect_chain[-1][0] == f"/office/past/{past.pk}/"
    assert "确认的内容" in page(response)


def test_a_faulty_field_keeps_everything_that_was_typed(desk: Desk) -> None:
    told = page(desk.clerk.post(NEW, confirmed(desk, year="", on_site="两个", chair="改过的人")))
    assert "有2项要改，没有记下" in told
    assert "现场述职人数写成数字" in told
    assert 'value="改过的人"' in told
    assert Cycle.objects.count() == 0


def test_the_same_text_again_is_refused_at_once(desk: Desk) -> None:
    desk.clerk.post(NEW, confirmed(desk))
    told = page(desk.clerk.post(NEW, {"step": "clean", "text": SETTLED}))
    assert "录过了，是“2023年度" in told


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"text": ""}, "还没有稿子"),
        ({"text": "开" * 70_000}, "不像一篇新闻"),
        ({"file": SimpleUploadedFile("a.txt", b"\x00\x01")}, "不是文本文件"),
    ],
)
def test_what_is_no_text_is_told_at_its_field(desk: Desk, sent: dict[str, Any], told: str) -> None:
    assert told in page(desk.clerk.post(NEW, {"step": "clean", **sent}))


def test_only_clerks_enter_and_others_do_not_see_the_list(desk: Desk) -> None:
    with scopes_disabled():
        institution = desk.convenor.institution
        leader, counter = (browser_of(make_actor(institution, role)) for role in ("leader", "counter"))
    assert "往年的评议由经办人录入" in page(leader.get(NEW))
    assert "还没有录入往年的评议" in page(leader.get("/office/past/"))
    assert "没有办这件事的权限" in page(counter.get("/office/past/"))


@pytest.mark.parametrize("many", [1, 3])
def test_the_list_costs_the_same_however_long(desk: Desk, many: int, django_assert_num_queries: Any) -> None:
    for year in range(2020, 2020 + many):
        sent = confirmed(desk, year=str(year))
        sent["text"] = sent["text"].replace("2023", str(year))
        desk.clerk.post(NEW, sent)
    desk.clerk.get("/office/past/")
    with django_assert_num_queries(7):
        told = page(desk.clerk.get("/office/past/"))
    assert f"共{many}轮" in told
