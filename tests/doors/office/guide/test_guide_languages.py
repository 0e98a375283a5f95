"""The guide in the two languages of the office: each reader has it in her own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pingyi.doors.office.guide.chapters import CHINESE, FOLDERS, ORDER, chapters
from tests.doors.office.people import browser_of
from tests.doors.test_language import main_of, reading_english
from tests.factories.world import make_actor, make_institution


@pytest.fixture
def without_english_counting(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """An installation in which the English page about counting is missing."""
    for page in FOLDERS["en"].glob("*.md"):
        if page.stem != "counting":
            (tmp_path / page.name).symlink_to(page)
    monkeypatch.setitem(FOLDERS, "en", tmp_path)
    chapters.cache_clear()
    yield
    chapters.cache_clear()


@pytest.mark.parametrize("language", FOLDERS)
def test_every_page_of_the_guide_has_its_place_in_the_office(language: str) -> None:
    assert sorted(path.stem for path in FOLDERS[language].glob("*.md")) == sorted(ORDER)


@pytest.mark.django_db
def test_each_reader_gets_the_guide_in_the_language_of_the_office() -> None:
    clerk = make_actor(make_institution(), "clerk")
    english, chinese = reading_english(clerk), browser_of(clerk)
    page = main_of(english.get("/office/guide/counting/").content.decode())
    assert '<h1 lang="en">How to check a count by hand</h1>' in page
    assert '<a href="/office/guide/deciding/">grades and feedback</a>' in page
    assert "Duty reports: writing, handing in, examining" in main_of(
        english.get("/office/guide/").content.decode()
    )
    chinese.post("/office/account/language/", {"language": "zh-hans", "next": "/office/"})
    page = main_of(chinese.get("/office/guide/counting/").content.decode())
    assert f'<h1 lang="{CHINESE}">怎样用手核对一次计票</h1>' in page


@pytest.mark.django_db
@pytest.mark.usefixtures("without_english_counting")
def test_a_chapter_that_is_only_chinese_says_so_to_who_reads_english() -> None:
    clerk = make_actor(make_institution(), "clerk")
    english, chinese = reading_english(clerk), browser_of(clerk)
    for address, words in (
        ("/office/guide/", "怎样用手核对一次计票</a> <span"),
        ("/office/guide/counting/", "This page is in Chinese."),
    ):
        page = main_of(english.get(address).content.decode())
        assert words in page
        assert page.count("(in Chinese)") == 1
    chinese.post("/office/account/language/", {"language": "zh-hans", "next": "/office/"})
    for address in ("/office/guide/", "/office/guide/counting/"):
        assert "in Chinese" not in main_of(chinese.get(address).content.decode())
