from typing import Any

import pytest
from django.core import signing
from django.db import transaction

from pingyi.core import live


class Remembering:
    """A carrier that keeps what it was given."""

    def __init__(self) -> None:
        self.topics: list[str] = []

    def carry(self, topic: str) -> None:
        self.topics.append(topic)


@pytest.fixture
def carrier(monkeypatch: pytest.MonkeyPatch) -> Remembering:
    remembering = Remembering()
    monkeypatch.setattr(live, "carrier", remembering)
    return remembering


@pytest.mark.django_db
def test_a_hint_leaves_only_after_the_commit(
    carrier: Remembering, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        live.announce("meeting:7")
        assert carrier.topics == []
    assert carrier.topics == ["meeting:7"]


@pytest.mark.django_db
def test_an_act_that_is_rolled_back_gives_no_hint(
    carrier: Remembering, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        live.announce("meeting:7")
        transaction.set_rollback(True)
    assert carrier.topics == []


def test_a_token_names_its_topic_and_no_other_can_be_made_from_it() -> None:
    token = live.live_token("meeting:7")
    assert live.topic_of(token) == "meeting:7"
    assert live.topic_of(token[:-1] + ("A" if token[-1] != "A" else "B")) is None
    assert live.topic_of("") is None


def test_tokens_of_other_uses_are_no_topics() -> None:
    assert live.topic_of(signing.dumps("meeting:7", salt="something else")) is None
    assert live.topic_of(signing.dumps(7, salt=live.SALT)) is None


def test_a_token_of_yesterday_is_void(monkeypatch: pytest.MonkeyPatch) -> None:
    token = live.live_token("meeting:7")
    monkeypatch.setattr(live, "TOKEN_SECONDS", -1)
    assert live.topic_of(token) is None
