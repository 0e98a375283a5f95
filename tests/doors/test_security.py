"""Headers of every answer, and where cookies may go."""

import logging
import re
from email.message import Message
from http.cookiejar import CookieJar
from http.cookies import SimpleCookie
from io import BytesIO
from urllib.request import Request
from urllib.response import addinfourl

import pytest
from django.conf import settings
from django.test import Client

from pingyi.accounts.models import Account
from pingyi.doors.security import NoBallotLines
from tests.doors.office.people import browser_of
from tests.factories.world import make_actor, make_institution

SITE = "http://pingyi.test"
pytestmark = pytest.mark.django_db
ADDRESSES = [
    "/office/sign-in/",
    "/office/",
    "/office/nothing/",
    "/ballot/nothing/",
    "/hall/nothing/",
    "/healthz",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_keeps_strangers_and_caches_out(address: str) -> None:
    headers = Client().get(address).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "frame-ancestors 'none'" in policy
    assert not re.search(r"https?:|\*", policy)
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"


def test_ballot_and_hall_tell_no_other_page_where_one_came_from() -> None:
    assert Client().get("/ballot/x/").headers["Referrer-Policy"] == "no-referrer"
    assert Client().get("/hall/x/").headers["Referrer-Policy"] == "no-referrer"


def test_office_forms_keep_their_origin() -> None:
    """Under no-referrer browsers send `Origin: null` with a form and the sign-in would be refused as forged."""
    assert Client().get("/office/sign-in/").headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("address", ["/ballot/nothing/", "/hall/nothing/", "/healthz", "/"])
def test_doors_without_sign_in_set_no_cookie(address: str) -> None:
    client = browser_of(make_actor(make_institution(), "clerk"))
    answer = client.get(address)
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")


def test_a_browser_that_is_signed_in_sends_no_cookie_to_ballot_hall_or_live() -> None:
    """Python's own cookie jar reads the answer to a sign-in as a browser does."""
    account = Account.objects.get(pk=make_actor(make_institution(), "clerk").account_id)
    account.set_password("三片云两棵树一条河")
    account.save()
    answer = Client().post(
        "/office/sign-in/", {"username": account.username, "password": "三片云两棵树一条河"}
    )
    jar = kept(answer.cookies)
    assert {cookie.name for cookie in jar} == {"pingyi-office", "pingyi-office-csrf"}
    assert "pingyi-office=" in cookies_sent(jar, "/office/events/")
    for elsewhere in ("/ballot/x", "/hall/x", "/live/x", "/static/x", "/"):
        assert cookies_sent(jar, elsewhere) == ""


def test_cookies_of_the_office_are_out_of_reach_of_scripts_and_other_sites() -> None:
    form = Client().get("/office/sign-in/")
    cookie = form.cookies[settings.CSRF_COOKIE_NAME]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/office/", True, "Lax")
    assert settings.SESSION_COOKIE_PATH == "/office/"
    assert settings.SESSION_COOKIE_HTTPONLY


def test_the_health_page_answers_and_says_nothing_else() -> None:
    assert Client().get("/healthz").content == b"ok\n"


@pytest.mark.parametrize(
    ("message", "arguments", "is_kept"),
    [
        ("GET /ballot/abc 200", (), False),
        ("%s", ("/ballot/abc",), False),
        ("Not Found: /read/abc/3/", (), False),
        ("GET /office/events/ 200", (), True),
    ],
)
def test_no_log_line_speaks_of_a_ballot_page_or_of_a_reader(
    message: str, arguments: tuple[str, ...], is_kept: bool
) -> None:
    record = logging.LogRecord("x", logging.INFO, "x", 1, message, arguments, None)
    assert bool(NoBallotLines().filter(record)) is is_kept


def kept(cookies: SimpleCookie) -> CookieJar:
    """What a browser keeps of these cookies."""
    headers = Message()
    for cookie in cookies.values():
        headers["Set-Cookie"] = cookie.OutputString()
    jar = CookieJar()
    jar.extract_cookies(addinfourl(BytesIO(), headers, SITE), Request(f"{SITE}/office/sign-in/"))  # type: ignore[arg-type]
    return jar


def cookies_sent(jar: CookieJar, path: str) -> str:
    """The Cookie header that a browser with this jar sends to a path; empty for none."""
    request = Request(f"{SITE}{path}")
    jar.add_cookie_header(request)
    return request.get_header("Cookie") or ""
