"""The form of the facts: what is shown comes back as it was, and what is wrong is told at its field."""

import pytest

from pingyi.publishing.domain.cleaning.clean import clean
from pingyi.publishing.domain.reading.news import read
from pingyi.publishing.domain.typed_facts import changed_keys, read_typed, shown
from tests.publishing.labelled import labelled


def test_what_is_shown_and_sent_unchanged_is_what_was_read() -> None:
    for name, text, label in labelled("tuned"):
        document = read(clean(text).text).as_document()
        if "year" not in label:
            continue
        typed = read_typed(shown(document), 2026)
        assert typed.faults == {}, name
        facts = {**typed.facts, "organisations_on_site": document["organisations_on_site"]}
        assert changed_keys(document, facts) == [], name


@pytest.mark.parametrize(
    ("sent", "key"),
    [
        ({}, "year"),
        ({"year": "2099"}, "year"),
        ({"year": "去年"}, "year"),
        ({"year": "2023年度", "on_site": "九"}, "on_site"),
        ({"year": "2023", "written": "0"}, "written"),
        ({"year": "2023", "credits": "张三"}, "credits"),
        ({"year": "2023", "requirements": "要" * 600}, "requirements"),
        ({"year": "2023", "problems": "问" * 20_000}, "problems"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(sent: dict[str, str], key: str) -> None:
    assert set(read_typed(sent, 2026).faults) == {key}


def test_an_emptied_field_is_unsaid_again() -> None:
    typed = read_typed(
        {"year": "2023", "chair": " ", "requirements": "\n \n", "same_chair_and_commentator": ""}, 2026
    )
    assert (typed.facts["chair"], typed.facts["requirements"], typed.facts["same_chair_and_commentator"]) == (
        None,
        None,
        None,
    )
