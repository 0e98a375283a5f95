"""English for whoever asks for it, and nothing but Chinese for everybody else and for everything that is kept."""

import re

import pytest
from django.test import Client

HAN = re.compile("[\u4e00-\u9fff]")


def chinese_of(html: str) -> set[str]:
    """Chinese words in what a reader sees of the page; the button of the other language is Chinese on purpose."""
    body = re.sub(
        r"<(script|style)\b.*?</\1>|<[^>]*\blang=\"zh-Hans\"[^>]*>[^<]*<|<[^>]+>", " ", html, flags=re.DOTALL
    )
    return set(re.findall("[\u4e00-\u9fff]+", body))


@pytest.mark.django_db
def test_the_sign_in_page_speaks_english_after_one_press_and_chinese_after_another() -> None:
    client = Client()
    assert "登录" in client.get("/office/sign-in/").content.decode()
    client.post("/office/account/language/", {"language": "en", "next": "/office/sign-in/"})
    page = client.get("/office/sign-in/").content.decode()
    assert '<html lang="en"' in page
    assert "Staff number" in page
    assert chinese_of(page) == set()
    client.post("/office/account/language/", {"language": "zh-hans", "next": "/office/sign-in/"})
    assert "工号" in client.get("/office/sign-in/").content.decode()


@pytest.mark.django_db
def test_an_unknown_language_is_chinese_and_leads_nowhere_else() -> None:
    client = Client()
    answer = client.post("/office/account/language/", {"language": "xx", "next": "https://example.org/"})
    assert answer["Location"] == "/office/"
    assert "工号" in client.get("/office/sign-in/").content.decode()


@pytest.mark.django_db
def test_a_page_without_cookie_takes_its_language_from_the_address() -> None:
    client = Client()
    page = client.get("/ballot/?lang=en")
    assert "Please scan the code on your slip" in page.content.decode()
    assert chinese_of(page.content.decode()) == set()
    assert not page.cookies
    assert "请扫票条上的二维码" in client.get("/ballot/").content.decode()
