"""Fonts of an installation, and characters that none of them has."""

import shutil
from pathlib import Path

import pytest
from fontTools.ttLib import TTCollection, TTFont
from pytest_django import Settings

from pingyi.documents.render.pdf.fonts import SHIPPED, font_folders, missing_official_fonts
from pingyi.documents.render.pdf.glyphs import characters_of, unprintable

SHIPPED_FILES = sorted(file for file in SHIPPED.iterdir() if file.suffix in {".otf", ".ttf"})


def test_licensed_fonts_in_the_data_folder_are_found(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path
    assert font_folders() == [SHIPPED]

    (tmp_path / "fonts").mkdir()
    assert font_folders() == [SHIPPED, tmp_path / "fonts"]


def test_official_typefaces_that_are_missing_are_named() -> None:
    assert missing_official_fonts() == [
        "FZXiaoBiaoSong-B05S",
        "FangSong_GB2312",
        "KaiTi_GB2312",
        "SimHei",
        "SimSun",
    ]


def test_a_character_that_no_font_has_is_named_once() -> None:
    assert unprintable(["喆璟玥赟，2027年", "\U0002fa1d甲\U0002fa1d\n\t"]) == ["\U0002fa1d"]
    assert unprintable([]) == []


@pytest.mark.parametrize("file", SHIPPED_FILES, ids=lambda file: file.name)
def test_the_characters_of_a_font_are_read_as_another_reader_reads_them(file: Path) -> None:
    assert characters_of(file) == set(TTFont(file).getBestCmap())


def test_a_collection_of_fonts_is_read_too(tmp_path: Path) -> None:
    collection = TTCollection()
    collection.fonts = [TTFont(SHIPPED_FILES[0]), TTFont(shutil.copy(SHIPPED_FILES[0], tmp_path))]
    collection.save(tmp_path / "two.ttc")

    assert characters_of(tmp_path / "two.ttc") == characters_of(SHIPPED_FILES[0])
