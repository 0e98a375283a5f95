"""The fonts that PDFs are set in: their names, what they can write, what they weigh."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[2] / "pingyi" / "documents" / "fonts"
FILES = {
    "NotoSerifSC-Regular.otf": "Noto Serif SC",
    "NotoSerifSC-Bold.otf": "Noto Serif SC",
    "NotoSansSC-Regular.otf": "Noto Sans SC",
    "PingyiWenKai-Regular.ttf": "Pingyi WenKai",
}
RARE_NAME_CHARACTERS = "喆璟玥珺赟犇鑫淼堃翀昇祎旻頔垚燚甡彧劼"
SIGNS = "，。、；：？！“”‘’（）《》〔〕—…·○〇①②③％０９□■√×㎡℃"


def characters_of(name: str) -> set[int]:
    with TTFont(FONTS / name, lazy=True) as font:
        return set(font.getBestCmap())


def gb2312_characters() -> str:
    cells = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return "".join(cell.decode("gb2312", "ignore") for cell in cells)


@pytest.mark.parametrize("name", FILES)
def test_every_font_writes_gb2312_rare_names_and_official_punctuation(name: str) -> None:
    characters = characters_of(name)

    assert len(gb2312_characters()) == 6763
    assert (
        "".join(c for c in gb2312_characters() + RARE_NAME_CHARACTERS + SIGNS if ord(c) not in characters)
        == ""
    )


@pytest.mark.parametrize(("name", "family"), FILES.items())
def test_a_font_is_called_what_it_may_be_called(name: str, family: str) -> None:
    with TTFont(FONTS / name, lazy=True) as font:
        called, description, licence = (font["name"].getDebugName(number) for number in (1, 10, 13))

    assert called == family
    assert description.startswith("Subset of")
    assert "Open Font License" in licence


def test_the_fall_back_font_writes_every_character_of_the_basic_block() -> None:
    characters = characters_of("NotoSerifSC-Regular.otf")

    assert [f"U+{point:X}" for point in range(0x4E00, 0x9FA6) if point not in characters] == []


def test_all_fonts_together_stay_below_twenty_megabytes_and_carry_their_licence() -> None:
    assert sum(path.stat().st_size for path in FONTS.iterdir()) < 20_000_000
    for name in FILES:
        licence = FONTS / f"OFL-{name.split('-')[0]}.txt"
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence.read_text("utf-8")
