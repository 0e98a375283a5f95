"""The origin of a kept number is said in the language of whoever reads the page."""

import pytest

from pingyi.core.words import Words, shown
from pingyi.review.daily.sources import source_words


@pytest.mark.parametrize(
    ("kept", "template", "values"),
    [
        (
            "决策台账，2026-01-01到2026-11-17",
            "决策台账，{first}到{last}",
            {"first": "2026-01-01", "last": "2026-11-17"},
        ),
        (
            "组织生活台账：支委会，2026-01-01到2026-11-17",
            "组织生活台账：{kind}，{first}到{last}",
            {"kind": "支委会", "first": "2026-01-01", "last": "2026-11-17"},
        ),
        ("台账", "台账", {}),
    ],
)
def test_a_kept_source_is_a_sentence_again(kept: str, template: str, values: dict[str, str]) -> None:
    found = source_words(kept)
    assert isinstance(found, Words)
    assert (found, found.template, found.values) == (kept, template, values)
    with shown():
        assert str(found), "said to the reader"
