"""What font makers allow to be embedded in a PDF."""

import pytest

from pingyi.documents.domain.typefaces import Role, refusal_to_embed, role_of, same_name, shown_name


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


def test_a_face_is_known_by_any_spelling_of_its_names() -> None:
    assert same_name("方正小标宋_ GBK") == same_name("方正小标宋GBK")
    found = role_of(("No such font", "华文宋体"))
    assert found is not None
    assert found[0] is Role.SONGTI
    assert role_of(("No such font",)) is None


@pytest.mark.parametrize(
    ("names", "shown"),
    [(("STSong", "华文宋体"), "华文宋体"), (("STSong", "STSong Light"), "STSong"), ((), "")],
)
def test_a_face_is_called_by_its_chinese_name_where_it_has_one(names: tuple[str, ...], shown: str) -> None:
    assert shown_name(names) == shown
