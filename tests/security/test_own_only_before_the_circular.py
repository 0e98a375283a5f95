"""After the meeting a secretary reads what concerns her own organisation, on every page and in every file of
rectification, supervision and the lines of faults; of others only what a supervision circular told her."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django_scopes import scope

from pingyi.doors.office.genealogy import urls as genealogy
from pingyi.doors.office.rectification import urls as rectification
from pingyi.doors.office.supervision import urls as supervision
from pingyi.review.rectification.models import ProblemItem
from pingyi.review.rectification.services import raise_problem
from tests.doors.office.people import browser_of
from tests.factories.whole_review import WholeReview, make_whole_review
from tests.factories.world import NOW, make_actor, make_organisation
from tests.security.addresses import office_address

pytestmark = [pytest.mark.django_db, pytest.mark.walk]
NAMES = [
    one.name
    for module in (rectification, supervision, genealogy)
    for one in module.urlpatterns
    if one.name is not None
]
LIST_FILES = ("problems.docx", "responsibility.docx", "tasks.docx", "lists.xlsx")
# Whatever an address may choose: another organisation, all years, each state, each month with a deadline.
CHOICES = ("", "?organisation={organisation_id}&years=all", "?show=late&tag=key_problem", "?month=2026-06")
OWN = "图书馆的支部台账没有记全。"


@pytest.fixture(autouse=True)
def _own_folder(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path


@pytest.fixture
def review() -> WholeReview:
    return make_whole_review()


@pytest.fixture
def stranger(review: WholeReview) -> Client:
    """The secretary of another organisation of the same review, with a problem of her own."""
    office = review.office
    elsewhere = make_organisation(office.institution, "图书馆党总支", parent=office.cycle.convenor)
    with scope(institution=office.institution):
        raise_problem(
            actor=office.clerk,
            now=NOW,
            cycle=office.cycle,
            organisation=elsewhere,
            text=OWN,
            source=ProblemItem.Source.INSPECTION,
        )
    return browser_of(make_actor(office.institution, "secretary", organisation=elsewhere))


def secrets(review: WholeReview) -> set[str]:
    """Words of the first organisation: its problems, people, measures, answers."""
    return {review.office.person.name, "组织生活不正常", "条要求：抓支部", "支委会", "支部党员大会记录"}


def told_by(client: Client, review: WholeReview) -> Iterator[tuple[str, str]]:
    """Every address that can be looked at, with all its words; of a file, those of its parts."""
    for name in NAMES:
        files = LIST_FILES if name == "three-lists-file" else ("",)
        for file in files:
            numbers = {**review.numbers, "list_file": file}
            for choice in CHOICES:
                address = office_address(name, numbers) + choice.format(**review.numbers)
                answer = client.get(address)
                if answer.status_code == 200:
                    yield address, _words(b"".join(answer) if answer.streaming else answer.content)


def _words(content: bytes) -> str:
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            return "".join(_words(parts.read(one)) for one in parts.namelist())
    return re.sub(r"<[^>]*>|\s", "", content.decode("utf-8", "replace"))


def test_no_page_and_no_file_tells_a_secretary_of_another_organisation(
    review: WholeReview, stranger: Client
) -> None:
    read = dict(told_by(stranger, review))
    wanted = secrets(review)
    assert {
        address: told for address, words in read.items() if (told := [s for s in wanted if s in words])
    } == {}
    # She is not refused everywhere: her own stands on the lists and in the files.
    own = {address.split("?")[0].rsplit("/", 2)[-2] for address, words in read.items() if OWN in words}
    assert {"problems", "lists", "board"} <= own


def test_the_clerk_reads_on_these_very_addresses_what_the_secretary_does_not(review: WholeReview) -> None:
    wanted = secrets(review)
    telling = {
        address.split("?")[0]
        for address, words in told_by(browser_of(review.office.clerk), review)
        if any(secret in words for secret in wanted)
    }
    assert len(telling) > 15
