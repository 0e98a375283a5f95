import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.factories.ballots import Hall, make_hall, prepare_voting
from tests.factories.votes import TITLE, vote_hall

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unscoped")]

BUDGET = 100 * 1024


def page(hall: Hall) -> Any:
    return Client().get(f"/ballot/{hall.voting.public_key}/")


def loaded(html: str) -> list[str]:
    """Addresses of everything that the page fetches."""
    return re.findall(r'(?:href|src)="(/static/[^"?]+)', html)


class Radios(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.inputs: list[dict[str, str | None]] = []
        self.rows: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "input" and ("type", "radio") in attrs:
            self.inputs.append(dict(attrs))
        if tag == "fieldset":
            self.rows.append(str(dict(attrs)["data-row"]))


@pytest.mark.parametrize("is_poll", [False, True])
def test_the_whole_page_with_34_secretaries_stays_below_100_kb(is_poll: bool) -> None:
    hall = prepare_voting(make_hall(reporters=34, settings={"has_unknown_option": True}, is_poll=is_poll))
    html = page(hall).content
    addresses = loaded(html.decode())
    assert len(addresses) == 6
    files = [finders.find(address.removeprefix("/static/")) for address in addresses]
    sizes = [Path(str(file)).stat().st_size for file in files]
    assert len(html) + sum(sizes) < BUDGET


def test_every_secretary_has_a_row_in_the_order_of_the_ballot_and_nothing_is_chosen() -> None:
    hall = prepare_voting(make_hall(reporters=4))
    html = page(hall).content.decode()
    radios = Radios()
    radios.feed(html)
    assert radios.rows == [str(reporter.pk) for reporter in hall.reporters]
    assert len(radios.inputs) == 16
    assert not [one for one in radios.inputs if "checked" in one or "value" in one]
    for reporter in hall.reporters:
        assert reporter.organisation.name in html
        assert reporter.person.name in html


def test_a_satisfaction_poll_speaks_of_organisations_and_satisfaction_without_a_cookie() -> None:
    hall = prepare_voting(make_hall(settings={"has_unknown_option": True}, is_poll=True))
    answer = page(hall)
    html = answer.content.decode()
    for word in ("满意", "较满意", "一般", "不满意", "不了解", "问题整改情况", "开始投票，3个单位", "上一个"):
        assert word in html
    for word in ("较好", "现场述职", "下一位", "位没选", "等次", "3位"):
        assert word not in html
    assert 'data-grades="good,fairly_good,average,poor,unknown"' in html
    assert not answer.cookies
    assert answer["Cache-Control"] == "no-store"


def test_a_vote_asks_one_thing_and_says_before_that_unanimity_tells() -> None:
    hall = prepare_voting(vote_hall())
    answer = page(hall)
    html = answer.content.decode()
    radios = Radios()
    radios.feed(html)
    assert (radios.rows, len(radios.inputs)) == ([str(hall.reporters[0].pk)], 3)
    assert 'data-grades="good,poor,unknown"' in html
    for word in (TITLE, "同意", "不同意", "弃权", "要是全体一致，每个人怎么投的也就都知道了"):
        assert word in html
    for word in ("较好", "不了解", "等次", "位没选", "述职", hall.reporters[0].person.name):
        assert word not in html
    assert not answer.cookies
    assert answer["Cache-Control"] == "no-store"


def test_unknown_stands_apart_and_only_where_the_plan_has_it() -> None:
    plain = page(prepare_voting(make_hall())).content.decode()
    wide = page(prepare_voting(make_hall(settings={"has_unknown_option": True}))).content.decode()
    assert ("不了解" in plain, 'class="apart"' in plain) == (False, False)
    assert wide.count('<label class="apart">') == 3
    assert 'data-grades="good,fairly_good,average,poor,unknown"' in wide


def test_somebody_who_is_not_voted_on_has_no_row() -> None:
    hall = make_hall()
    hall.reporters[1].is_voted_on = False
    hall.reporters[1].save()
    assert hall.reporters[1].organisation.name not in page(prepare_voting(hall)).content.decode()


def test_the_pledge_says_what_is_true_in_this_mode_and_nothing_else() -> None:
    html = page(prepare_voting(make_hall())).content.decode()
    assert "系统管理员是被信任的" in html
    assert "投出以后不能改，也不能重投" in html
    for untrue in ("加密", "钥匙", "以最后一次为准"):
        assert untrue not in html


def test_until_the_script_has_come_the_page_is_not_empty() -> None:
    html = page(prepare_voting(make_hall())).content.decode()
    before_the_form = html[html.index("<body>") : html.index('<form id="ballot"')]
    visible = re.sub(r"<noscript>.*?</noscript>", "", before_the_form, flags=re.DOTALL)
    assert '<div id="plain">' in visible
    assert "刷新一次。还不行，举手换一张纸质票" in visible


def test_without_script_the_page_says_where_to_get_paper() -> None:
    html = page(prepare_voting(make_hall())).content.decode()
    noscript = html[html.index("<noscript>") : html.index("</noscript>")]
    assert "换一张纸质票" in noscript
    assert '<form id="ballot"' in html
    assert re.search(r'<form id="ballot"[^>]* hidden>', html)


def test_no_address_inside_the_page_carries_a_credential_or_leads_elsewhere() -> None:
    hall = prepare_voting(make_hall())
    html = page(hall).content.decode()
    assert not [code for code in hall.codes["甲"] if code in html]
    assert "http://" not in html.replace("http://www.w3.org", "")
    assert "https://" not in html


@pytest.mark.parametrize("reporters", [1, 3])
def test_the_page_costs_the_same_queries_for_any_number_of_secretaries(
    reporters: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    hall = prepare_voting(make_hall(reporters=reporters))
    with django_assert_num_queries(6):
        page(hall)
    with django_assert_num_queries(0):
        page(hall)  # drawn a moment ago


def test_the_entry_without_a_key_explains_itself() -> None:
    response = Client().get("/ballot/")
    assert "请扫票条上的二维码" in response.content.decode()
