"""What font makers allow to be embedded in a PDF."""

import pytest

from pingyi.documents.domain.typefaces import refusal_to_embed


@pytest.mark.parametrize(
    ("embedding", "reason"),
    [(0x0002, "不许嵌入文档"), (0x0108, "只许整套嵌入"), (0x0200, "只许嵌入点阵"), (0x0208, "只许嵌入点阵")],
)
def test_a_font_that_may_not_be_embedded_is_refused_with_its_makers_reason(
    embedding: int, reason: str
) -> None:
    assert reason in refusal_to_embed(embedding)


@pytest.mark.parametrize("embedding", [0x0000, 0x0004, 0x0008, 0x000A])
def test_of_several_permissions_the_mildest_counts(embedding: int) -> None:
    assert refusal_to_embed(embedding) == ""
