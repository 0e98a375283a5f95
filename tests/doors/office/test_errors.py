import logging
import re

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.doors.office import errors
from tests.doors.office.people import browser_of
from tests.factories.world import make_actor, make_institution

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("refusal", "status", "title"),
    [
        (Refused("方案已经封存，没有改。要改先解封。", code="cycle.frozen"), 409, "这一步没有办成"),
        (Forbidden(), 403, "这一步您办不了"),
        (Missing(), 404, "没有找到"),
    ],
)
def test_a_refusal_says_what_happened_and_what_is_safe(refusal: Refused, status: int, title: str) -> None:
    request = RequestFactory().get("/office/x/")
    page = errors.refused_page(request, refusal)
    text = page.content.decode()
    assert page.status_code == status
    assert title in text
    assert refusal.message in text
    assert "什么也没有改动" in text
    assert 'href="/office/"' in text


def test_an_unknown_address_leads_back() -> None:
    client = browser_of(make_actor(make_institution(), "clerk"))
    page = client.get("/office/no-such-page/")
    assert page.status_code == 404
    assert "没有这一页" in page.content.decode()


def test_a_voter_who_mistyped_is_sent_back_to_the_slip_and_not_to_the_office() -> None:
    page = Client().get("/ballot-typo/")
    text = page.content.decode()
    assert page.status_code == 404
    assert "再扫一次手里的票条" in text
    assert "/office/" not in text


def test_a_broken_request_is_refused_with_a_way_on() -> None:
    page = errors.bad_request(RequestFactory().post("/office/x/"), ValueError())
    assert page.status_code == 400
    assert "没有接收" in page.content.decode()


def test_a_failure_shows_the_number_that_stands_in_the_log_and_nothing_personal(
    caplog: pytest.LogCaptureFixture,
) -> None:
    request = RequestFactory().get("/office/accounts/7/?q=secret")
    with caplog.at_level(logging.ERROR, logger="pingyi.errors"):
        page = errors.server_error(request)
    text = page.content.decode()
    number = re.findall(r"E-\d{4}-[0-9A-Z]{6}", text)[0]
    assert page.status_code == 500
    assert "系统出错，不是您填错了" in text
    assert caplog.messages == [f"{number} /office/accounts/7/"]


def test_a_failure_of_a_ballot_page_leaves_no_line(caplog: pytest.LogCaptureFixture) -> None:
    page = errors.server_error(RequestFactory().post("/ballot/abc/cast"))
    assert page.status_code == 500
    assert caplog.messages == []


def test_a_view_that_breaks_shows_the_failure_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(institution_id: int, number: int) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("pingyi.doors.office.events.views.event_page", broken)
    client = browser_of(make_actor(make_institution(), "clerk"))
    client.raise_request_exception = False
    page = client.get("/office/events/")
    assert page.status_code == 500
    assert "出错的这一步已经整个撤回" in page.content.decode()


def test_a_forged_form_is_refused_with_a_way_on() -> None:
    client = Client(enforce_csrf_checks=True)
    page = client.post("/office/sign-in/", {"username": "a", "password": "b"})
    assert page.status_code == 403
    assert "这一页放得太久了" in page.content.decode()


def test_an_office_form_with_its_own_token_is_taken() -> None:
    client = Client(enforce_csrf_checks=True)
    form = client.get("/office/sign-in/").content.decode()
    token = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)[0]
    page = client.post("/office/sign-in/", {"username": "a", "password": "b", "csrfmiddlewaretoken": token})
    assert page.status_code == 422


def test_refusals_inside_a_view_become_pages() -> None:
    from pingyi.doors.office.pages import office_page

    @office_page
    def refusing(request: HttpRequest) -> HttpResponse:
        raise Missing("没有这场会议。", code="meeting.missing")

    actor = make_actor(make_institution(), "clerk")
    request = RequestFactory().get("/office/x/")
    request.actor = actor  # type: ignore[attr-defined]
    from pingyi.accounts.models import Account

    request.user = Account.objects.get(pk=actor.account_id)
    assert "没有这场会议" in refusing(request).content.decode()
