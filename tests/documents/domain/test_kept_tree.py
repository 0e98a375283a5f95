"""A document that was kept as plain data comes back as the same tree."""

import json

import pytest

from pingyi.documents.domain.kept_tree import tree_data, tree_of
from tests.factories.plan_papers import papers_of_plan


@pytest.mark.parametrize("name", sorted(papers_of_plan()))
def test_every_paper_of_the_plan_comes_back_as_it_was(name: str) -> None:
    document = papers_of_plan()[name]
    assert tree_of(json.loads(json.dumps(tree_data(document)))) == document


@pytest.mark.parametrize("data", [{"type": "Paragraph", "text": "一段"}, {"type": "Slip", "code": "X"}])
def test_what_is_no_document_is_not_taken_for_one(data: dict[str, str]) -> None:
    with pytest.raises(TypeError, match="kept data"):
        tree_of(data)
