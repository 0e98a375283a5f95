"""Clerks and secretaries meet the same pages whatever was voted: no number, bar, hint or file differs."""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django_scopes import scopes_disabled

from pingyi.accounts.models import Account
from pingyi.review.appraisal.domain.deciding import Choice
from pingyi.review.meetings.models import Sitting
from tests.documents.render.reading import pdf_text
from tests.doors.office.people import browser_of
from tests.factories import world
from tests.factories.whole_review import AS_PROPOSED, make_whole_review
from tests.factories.world import NOW
from tests.security.addresses import looked_at, office_patterns

# Compares two reviews with the same numbers: only SQLite gives them back.
pytestmark = [pytest.mark.django_db, pytest.mark.walk]
Counts = dict[str, dict[str, int]]
Walks = Mapping[str, Sequence[str]]
Pages = dict[tuple[str, str], str]
# Where whoever may see counts sees them: there the comparison must find a difference.
WITH_COUNTS = ("result-list", "result-show", "voting-counts", "result-file")
# Both give the proposed grade 好, so that no reason for another one has to be written.
ALIKE_IN_GRADE = (
    {"甲": {"good": 7}, "乙": {"good": 7}},
    {"甲": {"good": 5, "fairly_good": 2}, "乙": {"good": 6, "fairly_good": 1}},
)


@pytest.fixture(autouse=True)
def _own_folder(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.DATA = tmp_path
    clock = tmp_path / "clock"
    clock.write_text("2026-01-20T14:30:00+08:00")
    monkeypatch.setenv("PINGYI_SCENARIO_CLOCK", str(clock))


def test_nobody_outside_the_counting_desk_can_tell_two_results_apart(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Clerk and secretary cannot; the leader can: the comparison sees what is there."""
    walks = {"clerk": tuple(office_patterns()), "secretary": tuple(office_patterns()), "leader": WITH_COUNTS}
    first, second = (_pages(walks, counts, monkeypatch) for counts in ALIKE_IN_GRADE)
    assert sum(told.startswith("200") for told in first.values()) > 10 * len(walks)
    assert _differing(first, second) == {("leader", name) for name in WITH_COUNTS}


def test_nobody_outside_can_tell_whether_the_committee_followed_the_votes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The same grade decided, once as the votes proposed it and once with a reason against them."""
    walks = dict.fromkeys(("clerk", "secretary"), tuple(office_patterns()))
    low, high = {"甲": {"fairly_good": 7}, "乙": {"fairly_good": 7}}, ALIKE_IN_GRADE[0]
    followed = _pages(walks, low, monkeypatch, Choice("fairly_good"))
    against = _pages(walks, high, monkeypatch, Choice("fairly_good", "年内一名党员受处分"))
    assert _differing(followed, against) == set()


def _differing(first: Pages, second: Pages) -> set[tuple[str, str]]:
    return {place for place in first.keys() & second.keys() if first[place] != second[place]}


def _pages(
    walks: Walks, counts: Counts, monkeypatch: pytest.MonkeyPatch, choice: Choice = AS_PROPOSED
) -> Pages:
    """Who and name of the address → what this person gets there; `walks` says who goes where.

    Afterwards the whole review is taken back.
    """
    monkeypatch.setattr(world, "_numbers", count(1))
    with transaction.atomic():
        whole = make_whole_review(counts, choice)
        with scopes_disabled():
            Sitting.objects.update(hall_key="HALL")
        actors = {
            "clerk": whole.office.clerk,
            "secretary": whole.office.secretary,
            "leader": whole.review.leader,
        }
        browsers = {who: browser_of(actors[who]) for who in walks}
        Account.objects.update(last_login=NOW)  # else the minute in which the test ran
        found = {
            (who, name): _told(answer)
            for who, browser in browsers.items()
            for name, answer in looked_at(browser, walks[who], whole.numbers)
        }
        transaction.set_rollback(True)
    return found


def _told(answer: Any) -> str:
    text = _words(answer.content)
    # Tokens against forgery and tokens of live hints are new each time.
    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"|"token": "\w+"', "", text)
    text = re.sub(r'/live/[^"]+', "", text)
    return f"{answer.status_code} {text}"


def _words(content: bytes) -> str:
    """What a page, a photo or a file says; a PDF also carries the moment at which it was made."""
    if content[:4] == b"%PDF":
        return pdf_text(content)
    return _unpacked(content) if content[:2] == b"PK" else content.decode(errors="backslashreplace")


def _unpacked(content: bytes) -> str:
    """What stands in a packed file, without the moment at which it was packed."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist() if name != "docProps/core.xml"}
    return repr({name: _unpacked(part) if part[:2] == b"PK" else part for name, part in parts.items()})
