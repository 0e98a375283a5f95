import ast
import re
from pathlib import Path
from typing import Any

import pytest

import pingyi
from pingyi.core.models import Event
from pingyi.core.services import record_event
from pingyi.doors.office.events.words import VERBS
from pingyi.organisations.models import Institution
from tests.doors.office.people import browser_of
from tests.factories.world import NOW, make_actor, make_institution

PACKAGE = Path(pingyi.__file__).parent


def record(institution: Institution, actor_id: int | None, count: int = 1, **payload: str) -> None:
    for _ in range(count):
        record_event(
            institution_id=institution.pk,
            verb="role.assigned",
            actor_id=actor_id,
            subject=institution,
            now=NOW,
            payload=payload,
        )


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 3])
def test_the_log_costs_the_same_for_one_line_and_for_three(
    count: int, django_assert_num_queries: Any
) -> None:
    institution = make_institution()
    actors = [make_actor(institution, "clerk") for _ in range(count)]
    for actor in actors:
        record(institution, actor.account_id)
    client = browser_of(actors[0])
    with django_assert_num_queries(8):
        page = client.get("/office/events/")
    assert f"共{count}条" in page.content.decode()


@pytest.mark.django_db
def test_a_line_says_who_did_what_when_in_words() -> None:
    institution = make_institution()
    clerk = make_actor(institution, "clerk")
    record(institution, clerk.account_id, role="counter")
    record(institution, None, name="示例大学")
    text = browser_of(clerk).get("/office/events/").content.decode()
    assert "2026年1月16日 14:30" in text
    for words in ("组织科 林", "加了角色", "计票人", "系统", "示例大学"):
        assert words in text
    assert "role.assigned" not in text


@pytest.mark.django_db
def test_fifty_lines_make_a_page() -> None:
    institution = make_institution()
    clerk = make_actor(institution, "clerk")
    record(institution, clerk.account_id, count=51)
    client = browser_of(clerk)
    assert "第1 / 2页" in client.get("/office/events/").content.decode()
    last = client.get("/office/events/?page=2").content.decode()
    assert "第2 / 2页" in last
    assert last.count("加了角色") == 1
    assert "第1 / 2页" in client.get("/office/events/?page=one").content.decode()


@pytest.mark.django_db
def test_checking_says_that_nothing_is_missing() -> None:
    institution = make_institution()
    clerk = make_actor(institution, "clerk")
    record(institution, clerk.account_id, count=2)
    page = browser_of(clerk).post("/office/events/check/", follow=True)
    assert "核对了2条，一条不少" in page.content.decode()


@pytest.mark.django_db
def test_checking_says_where_the_chain_is_broken() -> None:
    institution = make_institution()
    clerk = make_actor(institution, "clerk")
    record(institution, clerk.account_id)
    Event.objects.create(
        institution_id=institution.pk,
        sequence=2,
        verb="role.assigned",
        recorded_at=NOW,
        subject_kind="x",
        subject_id="1",
        payload_digest="",
        previous_hash="",
        hash="",
    )
    page = browser_of(clerk).post("/office/events/check/", follow=True)
    assert "核对到第2条，和上一条接不上" in page.content.decode()


@pytest.mark.django_db
def test_the_log_of_another_institution_stays_there() -> None:
    there = make_institution()
    record(there, None, name="别处的事")
    text = browser_of(make_actor(make_institution(), "clerk")).get("/office/events/").content.decode()
    assert "别处的事" not in text
    assert "还没有记录" in text


def recorded_verbs() -> set[str]:
    """Every `noun.verb_past` that a service of ours records, read off the source: `verb=…` and `_record…("…")`."""
    found = set()
    for path in PACKAGE.glob("**/services/**/*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.keyword) and node.arg == "verb":
                found |= verbs_in(node.value)
            if isinstance(node, ast.Call) and "record" in ast.unparse(node.func):
                found |= {verb for argument in node.args for verb in verbs_in(argument)}
    return found


def verbs_in(node: ast.AST) -> set[str]:
    words = {one.value for one in ast.walk(node) if isinstance(one, ast.Constant)}
    return {word for word in words if isinstance(word, str) and re.fullmatch(r"[a-z_]+\.[a-z_]+", word)}


def test_every_verb_that_is_recorded_has_its_words() -> None:
    assert recorded_verbs() - VERBS.keys() == set()


@pytest.mark.django_db
def test_an_import_says_which_ledger_and_roles_are_english_to_an_english_reader() -> None:
    institution = make_institution()
    clerk = make_actor(institution, "clerk")
    record_event(
        institution_id=institution.pk,
        verb="ledger.imported",
        actor_id=clerk.account_id,
        subject=institution,
        now=NOW,
        payload={"ledger": "orglife"},
    )
    record(institution, clerk.account_id, role="scrutineer")
    browser = browser_of(clerk)
    assert "组织生活" in browser.get("/office/events/").content.decode().split("<tbody>", 1)[1]
    browser.post("/office/account/language/", {"language": "en", "next": "/office/account/"})
    seen = browser.get("/office/events/").content.decode().split("<tbody>", 1)[1]
    assert "Organisational life" in seen
    assert "监票人" not in seen
