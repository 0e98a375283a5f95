"""Characters of names against the fonts in use."""

import pytest

from pingyi.core.text import tidy
from pingyi.documents.domain.glyph_check import Glyphs, Trouble, in_doubt, lacks, standard_form
from pingyi.documents.domain.typefaces import TEXT_ROLES, Role

FINE = frozenset(map(ord, "周明远葛é·a1"))
GLYPHS = Glyphs(
    by_role={role: FINE | ({ord("䶮")} if role is Role.FANGSONG else set()) for role in TEXT_ROLES},
    anywhere=FINE | {ord("䶮"), ord("𬭎")},
    variants=frozenset({(ord("葛"), 0xE0100)}),
)


def troubles(name: str) -> list[tuple[str, Trouble]]:
    return [(one.character, one.trouble) for one in lacks(name, GLYPHS)]


@pytest.mark.parametrize("name", ["周明远", "周 明　远", "é·a1", "e\u0301", "葛\U000e0100", ""])
def test_a_name_that_can_be_set_is_not_named(name: str) -> None:
    assert troubles(name) == []


def test_a_character_without_any_glyph_is_a_box_and_named_once() -> None:
    assert troubles("周𠅤𠅤㛃") == [("𠅤", Trouble.BOX), ("㛃", Trouble.BOX)]
    (lack,) = lacks("𠅤", GLYPHS)
    assert "“𠅤”（U+20164）在现用字体里没有字形" in lack.message
    assert "fonts/" in lack.remedy


def test_a_character_that_another_font_stands_in_for_says_in_which_roles() -> None:
    (one,), (other,) = lacks("䶮", GLYPHS), lacks("𬭎", GLYPHS)

    assert (one.trouble, one.roles) == (
        Trouble.STAND_IN,
        (Role.XIAOBIAOSONG, Role.KAITI, Role.HEITI, Role.SONGTI),
    )
    assert "小标宋、楷体、黑体、宋体里没有字形，用后备字体补，印得出来" in one.message
    assert other.roles == TEXT_ROLES


def test_a_private_code_point_is_named_with_the_standard_character() -> None:
    (lack,) = lacks("周\ue863", GLYPHS)

    assert lack.trouble is Trouble.PRIVATE
    assert "U+E863" in lack.message
    assert "“䶮”（U+4DAE）" in lack.remedy
    assert (standard_form("\ue816"), standard_form("\ue000"), standard_form("\U000f0000")) == ("𠂇", "", "")


def test_a_form_that_no_font_has_is_set_in_the_usual_one() -> None:
    assert troubles("葛\U000e0101") == [("葛\U000e0101", Trouble.SELECTOR)]
    (lack,) = lacks("葛\U000e0101", GLYPHS)
    assert "（U+845B U+E0101）的这种写法现用字体里没有，按通常的“葛”印" in lack.message
    assert "本人认可通常写法的，不用管" in lack.remedy


def test_a_character_in_a_stand_in_font_need_not_be_changed() -> None:
    (lack,) = lacks("䶮", GLYPHS)

    assert lack.remedy == "不用改；要笔形一致，放进有这个字的字体"


def test_only_characters_in_doubt_are_looked_at_closely() -> None:
    assert in_doubt(["周明远"] * 5000 + ["周䶮 "], GLYPHS) == {"䶮"}


@pytest.mark.parametrize("name", ["张\ue863", "𰻝\U00031350\U000323af", "葛\U000e0100", "𬭎䶮㛃𠅤"])
def test_rare_characters_are_not_taken_out_of_what_is_typed(name: str) -> None:
    assert tidy(f" {name}\u200b\ufeff\x07") == name
