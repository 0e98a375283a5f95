"""Whoever does not belong to an institution reads nothing of it and changes nothing of it, at any address."""

from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from django.test import Client
from django_scopes import scopes_disabled

from pingyi.organisations.models import RoleAssignment
from tests.doors.office.people import browser_of
from tests.factories.whole_review import WholeReview, make_whole_review
from tests.factories.world import make_actor, make_institution, make_organisation
from tests.security.addresses import office_address, office_patterns

pytestmark = [pytest.mark.django_db, pytest.mark.walk]
# An address that names only a kind of paper leads everybody to the templates of her own institution, one that names a
# guide to a page of this software, one that names a year of the calendar, a ledger or a sample to that of her own
# institution.
OF_NOBODY = {"calendar_year", "code", "key", "ledger", "name", "sample_key"}
WITH_NUMBERS = sorted(name for name, parts in office_patterns().items() if set(parts) - OF_NOBODY)
SIGN_IN = "/office/sign-in/"
# Who may do most, and who may read least; `test --long` tries the others.
USUAL = {"clerk", "leader", "secretary"}
OPEN_TO_ALL = {"account-language", "account-sign-in", "account-sign-out"}
# A secretary sees these lists of a review of her institution, with nothing in them but her own.
OWN_LISTS = (
    "board-show",
    "deadline-file",
    "deadline-show",
    "follow-up-list",
    "look-back-list",
    "problem-list",
    "supervision-list",
    "task-list",
    "task-list-parcel",
    "three-lists",
)
# Everybody who works in a review may see and repeat the draw of the order of speaking.
LOTS = ("lot-file", "lot-list", "lot-record", "lot-show")
# Forms on the board of classes and on the settings, which the counting desk may read.
READ_BY_COUNTING_DESK = {
    "class-add",
    "class-decide",
    "class-equal",
    "class-move",
    "class-unmerge",
    "class-weights",
    "setting-list",
}


@pytest.fixture(autouse=True)
def _own_folder(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path


@pytest.fixture
def review() -> WholeReview:
    return make_whole_review()


def test_every_address_with_a_number_is_walked() -> None:
    assert len(WITH_NUMBERS) > 100


def test_the_walked_review_is_really_there(review: WholeReview) -> None:
    """With the right person at it the addresses answer, so that a refusal of others is about them."""
    clerk, leader = browser_of(review.office.clerk), browser_of(review.review.leader)
    for name in ("problem-show", "task-show", "voting-show", "letter-edit", "class-show", "report-show"):
        assert clerk.get(office_address(name, review.numbers)).status_code == 200, name
    for name in ("result-show", "voting-counts", "result-file"):
        assert leader.get(office_address(name, review.numbers)).status_code == 200, name


@pytest.mark.parametrize(
    "role",
    [
        role if role in USUAL else pytest.param(role, marks=pytest.mark.long)
        for role in RoleAssignment.Role.values
    ],
)
def test_another_institution_meets_closed_doors_everywhere(review: WholeReview, role: str) -> None:
    other = make_institution()
    stranger = browser_of(make_actor(other, role, organisation=make_organisation(other)))
    before = _everything()
    for name in WITH_NUMBERS:
        address = office_address(name, review.numbers)
        for answer in (stranger.get(address), stranger.post(address, _sent(review))):
            assert answer.status_code in {403, 404, 405}, (name, answer.status_code)
            assert "支部" not in _main(answer), name
            assert review.office.organisation.name not in answer.content.decode(), name
    assert _everything() == before


def test_another_secretary_of_the_same_institution_reads_and_changes_nothing(review: WholeReview) -> None:
    elsewhere = make_organisation(review.office.institution, "图书馆党总支")
    stranger = browser_of(make_actor(review.office.institution, "secretary", organisation=elsewhere))
    before = _everything()
    read = []
    for name in WITH_NUMBERS:
        if name in LOTS:
            continue
        address = office_address(name, review.numbers)
        for answer in (stranger.get(address), stranger.post(address, _sent(review))):
            page = answer.content.decode("utf-8", "replace")  # a workbook is read in its own test
            told = [secret for secret in _secrets(review) if secret in page]
            if told or answer.status_code == 200:
                read.append((name, answer.status_code, told))
    assert read == [(name, 200, []) for name in OWN_LISTS]
    assert _everything() == before


@pytest.mark.parametrize(
    ("role", "reads"),
    [("secretary", set()), ("scrutineer", READ_BY_COUNTING_DESK), ("counter", READ_BY_COUNTING_DESK)],
)
def test_who_may_not_act_meets_a_refusal_and_not_the_page_behind_it(
    review: WholeReview, role: str, reads: set[str]
) -> None:
    """A form that is refused comes back with its page: only to somebody who may read that page."""
    elsewhere = make_organisation(review.office.institution, "图书馆党总支")
    somebody = browser_of(make_actor(review.office.institution, role, organisation=elsewhere))
    shown = set()
    for name in office_patterns():
        if name in {"account-sign-out", "voting-clean-up"}:
            continue
        address = office_address(name, review.numbers)
        for answer in (somebody.get(address), somebody.post(address, _sent(review))):
            is_page = answer["Content-Type"].startswith("text/html")
            if answer.status_code == 403 and is_page and "这一步您办不了" not in answer.content.decode():
                shown.add(name)
    assert shown == reads


def test_whoever_is_not_signed_in_is_sent_to_the_sign_in_everywhere(review: WholeReview) -> None:
    before = _everything()
    for name in office_patterns():
        if name in OPEN_TO_ALL:
            continue
        address = office_address(name, review.numbers)
        for answer in (Client().get(address), Client().post(address, _sent(review))):
            assert answer.status_code == 302, name
            assert answer.headers["Location"].startswith(SIGN_IN), name
    assert _everything() == before


def test_nothing_is_done_for_a_form_of_another_site(review: WholeReview) -> None:
    """A POST without the office's own token is refused at every address, before anybody asks who is signed in."""
    signed_in = browser_of(review.office.clerk)
    forged = Client(enforce_csrf_checks=True)
    forged.cookies = signed_in.cookies
    before = _everything()
    for name in office_patterns():
        answer = forged.post(office_address(name, review.numbers), _sent(review))
        assert answer.status_code == 403, name
        assert "这一页放得太久了" in answer.content.decode(), name
    assert _everything() == before


def _secrets(review: WholeReview) -> list[str]:
    """Words that only the review's own people may read."""
    return [
        review.office.organisation.name,
        review.office.person.name,
        "组织生活不正常",
        "条要求：抓支部",
        "支委会",
    ]


def _sent(review: WholeReview) -> dict[str, str]:
    """A form that names rows of the review by every field name that a form of the office uses for numbers."""
    named = {part.removesuffix("_id"): str(number) for part, number in review.numbers.items()}
    return {
        **named,
        **{part: str(number) for part, number in review.numbers.items()},
        "text": "改掉",
        "reason": "改掉",
        "note": "改掉",
        "title": "改掉",
        "name": "改掉",
        "role": "leader",
        "state": "inactive",
        "grade": "poor",
    }


def _everything() -> dict[str, list[Any]]:
    """All rows of all tables of ours, sessions left out."""
    with scopes_disabled():
        return {
            model._meta.label: list(model._base_manager.order_by("pk").values()) for model in _our_models()
        }


def _our_models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("pingyi.")]


def _main(answer: Any) -> str:
    page: str = answer.content.decode()
    return page.split("<main", 1)[-1].split("</main>", 1)[0]
