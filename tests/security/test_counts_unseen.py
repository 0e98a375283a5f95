"""Clerks and secretaries meet the same pages whatever was voted: no number, bar, hint or file differs."""

import io
import re
import zipfile
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django_scopes import scopes_disabled

from pingyi.accounts.models import Account
from pingyi.review.appraisal.domain.deciding import Choice
from pingyi.review.meetings.models import Sitting
from tests.documents.render.reading import pdf_text
from tests.doors.office.people import browser_of
from tests.factories import world
from tests.factories.whole_review import AS_PROPOSED, WholeReview, make_whole_review
from tests.factories.world import NOW
from tests.security.addresses import office_address, office_patterns

pytestmark = pytest.mark.django_db
Counts = dict[str, dict[str, int]]
# Both give the proposed grade 好, so that no reason for another one has to be written.
ALIKE_IN_GRADE = (
    {"甲": {"good": 7}, "乙": {"good": 7}},
    {"甲": {"good": 5, "fairly_good": 2}, "乙": {"good": 6, "fairly_good": 1}},
)


needs_numbers_back = pytest.mark.skipif(
    settings.DATABASES["default"]["ENGINE"] != "django.db.backends.sqlite3",
    reason="compares two reviews with the same numbers: only SQLite gives them back",
)


@pytest.fixture(autouse=True)
def _own_folder(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.DATA = tmp_path
    clock = tmp_path / "clock"
    clock.write_text("2026-01-20T14:30:00+08:00")
    monkeypatch.setenv("PINGYI_SCENARIO_CLOCK", str(clock))


@needs_numbers_back
@pytest.mark.parametrize("who", ["clerk", "secretary"])
def test_nobody_outside_the_counting_desk_can_tell_two_results_apart(
    who: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (_pages(who, counts, monkeypatch) for counts in ALIKE_IN_GRADE)
    assert sum(told.startswith("200") for told in first.values()) > 10
    assert [name for name in first if first[name] != second[name]] == []


@needs_numbers_back
@pytest.mark.parametrize("who", ["clerk", "secretary"])
def test_nobody_outside_can_tell_whether_the_committee_followed_the_votes(
    who: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same grade decided, once as the votes proposed it and once with a reason against them."""
    low, high = {"甲": {"fairly_good": 7}, "乙": {"fairly_good": 7}}, ALIKE_IN_GRADE[0]
    followed = _pages(who, low, monkeypatch, Choice("fairly_good"))
    against = _pages(who, high, monkeypatch, Choice("fairly_good", "年内一名党员受处分"))
    assert [name for name in followed if followed[name] != against[name]] == []


@needs_numbers_back
def test_the_leader_can_tell_them_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison sees what is there: the pages that may show counts do differ."""
    first, second = (_pages("leader", counts, monkeypatch) for counts in ALIKE_IN_GRADE)
    differing = {name for name in first if first[name] != second[name]}
    assert {"result-list", "result-show", "voting-counts", "result-file"} <= differing


def _pages(
    who: str, counts: Counts, monkeypatch: pytest.MonkeyPatch, choice: Choice = AS_PROPOSED
) -> dict[str, str]:
    """Name of the address → what this person gets there. Afterwards the whole review is taken back."""
    monkeypatch.setattr(world, "_numbers", count(1))
    with transaction.atomic():
        whole = make_whole_review(counts, choice)
        with scopes_disabled():
            Sitting.objects.update(hall_key="HALL")
        person = {
            "clerk": whole.office.clerk,
            "secretary": whole.office.secretary,
            "leader": whole.review.leader,
        }[who]
        browser = browser_of(person)
        Account.objects.update(last_login=NOW)  # else the minute in which the test ran
        found = {name: _told(browser, name, whole) for name in office_patterns()}
        transaction.set_rollback(True)
    return found


def _told(browser: Client, name: str, whole: WholeReview) -> str:
    answer = browser.get(office_address(name, whole.numbers))
    text = _words(answer.content)
    # Tokens against forgery and tokens of live hints are new each time.
    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"|"token": "\w+"', "", text)
    text = re.sub(r'/live/[^"]+', "", text)
    return f"{answer.status_code} {text}"


def _words(content: bytes) -> str:
    """What a page or a file says; a PDF also carries the moment at which it was made."""
    if content[:4] == b"%PDF":
        return pdf_text(content)
    return _unpacked(content) if content[:2] == b"PK" else content.decode()


def _unpacked(content: bytes) -> str:
    """What stands in a packed file, without the moment at which it was packed."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist() if name != "docProps/core.xml"}
    return repr({name: _unpacked(part) if part[:2] == b"PK" else part for name, part in parts.items()})
