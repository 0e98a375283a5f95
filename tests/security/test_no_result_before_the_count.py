"""Until the count everybody, the counting desk and the leaders too, meets the same pages whatever is in the boxes."""

import re
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django_scopes import scopes_disabled

from pingyi.accounts.models import Account
from pingyi.organisations.models import RoleAssignment
from pingyi.review.ballots.models import Voting
from tests.doors.office.people import browser_of
from tests.factories import world
from tests.factories.ballots import Hall, cast, make_hall, open_hall
from tests.factories.world import NOW, make_actor
from tests.security.addresses import looked_at, office_patterns

# Compares two halls with the same numbers: only SQLite gives them back.
pytestmark = [pytest.mark.django_db, pytest.mark.walk]


# Who may see most; `test --long` asks for the others.
MOST = ("clerk", "counter", "leader")


@pytest.fixture(autouse=True)
def _own_folder_and_clock(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.DATA = tmp_path
    clock = tmp_path / "clock"
    clock.write_text(NOW.isoformat())
    monkeypatch.setenv("PINGYI_SCENARIO_CLOCK", str(clock))


@pytest.mark.parametrize("state", ["open", "closed"])
def test_pages_before_the_count_do_not_depend_on_the_ballots(
    state: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _compare(MOST, state, monkeypatch)


@pytest.mark.long
@pytest.mark.parametrize("state", ["open", "closed"])
def test_nor_do_those_of_the_other_roles(state: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _compare([role for role in RoleAssignment.Role.values if role not in MOST], state, monkeypatch)


def _compare(roles: Sequence[str], state: str, monkeypatch: pytest.MonkeyPatch) -> None:
    good, poor = (_pages(roles, state, grade, monkeypatch) for grade in ("good", "poor"))
    compared = good.keys() & poor.keys()
    assert len(compared) > 50 * len(roles)
    assert sorted(place for place in compared if good[place] != poor[place]) == []


def _pages(
    roles: Sequence[str], state: str, grade: str, monkeypatch: pytest.MonkeyPatch
) -> dict[tuple[str, str], str]:
    """Role and name of the address → what this role gets there after seven ballots of one grade."""
    monkeypatch.setattr(world, "_numbers", count(1))
    with transaction.atomic():
        with scopes_disabled():
            hall = open_hall(make_hall(classes={"甲": 7}))
            Voting.objects.update(public_key="VOTING")
            hall.reload()
            for code in hall.codes["甲"][:7]:
                cast(hall, code, hall.ballot(grade))
            if state == "closed":
                _close(hall)
        organisation = hall.reporters[0].organisation
        browsers = {
            role: browser_of(make_actor(hall.institution, role, organisation=organisation)) for role in roles
        }
        Account.objects.update(last_login=NOW)  # else the minute in which the test ran
        numbers = _numbers(hall)
        names = [name for name, parts in office_patterns().items() if numbers.keys() >= set(parts)]
        found = {
            (role, name): _told(answer)
            for role, browser in browsers.items()
            for name, answer in looked_at(browser, names, numbers)
        }
        transaction.set_rollback(True)
    return found


def _close(hall: Hall) -> None:
    """The bare end of the voting: compacting the database has no place in a transaction that is taken back."""
    by = hall.scrutineer.account_id
    Voting.objects.update(state="closed", closed_at=NOW, closed_by_id=by, cleaned_at=NOW)


def _numbers(hall: Hall) -> dict[str, int | str]:
    reporter = hall.reporters[0]
    return {
        "box_id": hall.box("甲").pk,
        "class_id": hall.classes[0].pk,
        "cycle_id": hall.meeting.cycle_id,
        "kind": "summary",
        "meeting_id": hall.meeting.pk,
        "organisation_id": reporter.organisation_id,
        "person_id": reporter.person_id,
        "planned_id": hall.meeting.pk,
        "reporter_id": reporter.pk,
    }


def _told(answer: Any) -> str:
    if answer.content[:2] in {b"PK", b"%P"}:
        return f"{answer.status_code} {answer.headers['Content-Disposition']}"
    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode())
    # Receipt words are random; how many there are is not.
    text = re.sub(r"\b[0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]{2}\b", "WORD", text)
    return f"{answer.status_code} {re.sub(r'/live/[^ ]+', '', text)}"
