"""Fonts of an installation: which file serves which role, and characters that none of them has."""

import io
import shutil
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTCollection, TTFont
from pypdf import PdfReader
from pytest_django import Settings

from pingyi.documents.domain.tree import Document, Heading, Paragraph
from pingyi.documents.domain.typefaces import Role
from pingyi.documents.health import font_checks
from pingyi.documents.render.pdf import render
from pingyi.documents.render.pdf.glyphs import characters_of, unprintable
from pingyi.documents.typefaces.shelf import SHIPPED, missing_roles, shelf
from tests.documents.licensed_fonts import damage_glyphs, licensed_font

SHIPPED_FILES = sorted(file for file in SHIPPED.iterdir() if file.suffix in {".otf", ".ttf"})
PAPER = Document(
    "文", "关于述职评议考核的通知", (Heading("一级标题"), Heading("二级", 2), Paragraph("正文一二三。"))
)


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.DATA = tmp_path
    (tmp_path / "fonts").mkdir()
    return tmp_path / "fonts"


def fonts_in(pdf: bytes) -> set[str]:
    found = set()
    for page in PdfReader(io.BytesIO(pdf)).pages:
        fonts: Any = page["/Resources"]
        for font in fonts["/Font"].get_object().values():
            found.add(str(font.get_object()["/BaseFont"]).partition("+")[2])
    return found


def test_a_font_is_known_by_its_inner_names_whatever_the_file_is_called(folder: Path) -> None:
    licensed_font(folder / "随便叫什么.ttf", "FZXiaoBiaoSong-B05S", "方正小标宋简体")
    licensed_font(folder / "b.ttf", "仿宋")
    (folder / "中文文件夹").mkdir()
    licensed_font(folder / "中文文件夹" / "c.ttf", "KaiTi_GB2312")

    assert {one.file: one.roles for one in shelf().files} == {
        "b.ttf": (Role.FANGSONG,),
        "中文文件夹/c.ttf": (Role.KAITI,),
        "随便叫什么.ttf": (Role.XIAOBIAOSONG,),
    }
    assert missing_roles() == [Role.HEITI, Role.SONGTI]


def test_the_fonts_of_the_school_are_embedded_and_the_shipped_ones_stand_behind_them(folder: Path) -> None:
    assert not any("Licensed" in name for name in fonts_in(render(PAPER)))

    licensed_font(folder / "fs.ttf", "FangSong")  # put there while the system runs

    assert "LicensedFangSong" in fonts_in(render(PAPER))
    assert any("NotoS" in name for name in fonts_in(render(PAPER)))  # title and 黑体

    (folder / "fs.ttf").unlink()
    assert not any("Licensed" in name for name in fonts_in(render(PAPER)))


def test_of_two_fonts_for_one_role_the_official_one_is_taken(folder: Path) -> None:
    licensed_font(folder / "a.ttf", "华文仿宋")
    licensed_font(folder / "b.ttf", "仿宋_GB2312")

    assert [one.file for _, one in shelf().serving(Role.FANGSONG)] == ["b.ttf", "a.ttf"]


def test_a_font_that_forbids_embedding_is_refused_with_words(folder: Path) -> None:
    licensed_font(folder / "closed.ttf", "FangSong", embedding=0x0002)
    licensed_font(folder / "whole.ttf", "SimHei", embedding=0x0108)
    licensed_font(folder / "print.ttf", "SimSun", embedding=0x0004)

    problems = {one.file: one.problem for one in shelf().files}
    assert "不许嵌入" in problems["closed.ttf"]
    assert "整套嵌入" in problems["whole.ttf"]
    assert problems["print.ttf"] == ""
    assert missing_roles() == [Role.XIAOBIAOSONG, Role.FANGSONG, Role.KAITI, Role.HEITI]


def test_a_broken_font_is_named_and_papers_are_made_all_the_same(folder: Path) -> None:
    whole = licensed_font(folder / "whole.ttf", "FangSong").read_bytes()
    (folder / "empty.ttf").write_bytes(b"")
    (folder / "half.ttf").write_bytes(whole[: len(whole) // 2])
    (folder / "page.ttf").write_bytes(b"<html>404</html>" * 50)
    (folder / "unknown.ttf").write_bytes(licensed_font(folder / "x.ttf", "Comic Hand").read_bytes())
    (folder / "x.ttf").unlink()

    problems = {one.file: one.problem for one in shelf().files}
    assert {name for name, problem in problems.items() if "坏的" in problem} == {
        "empty.ttf",
        "half.ttf",
        "page.ttf",
    }
    assert "不是公文用的五种字体" in problems["unknown.ttf"]
    assert "LicensedFangSong" in fonts_in(render(PAPER))
    told = [check.message for check in font_checks()]
    assert [name for name in problems if not any(f"fonts/{name}" in line for line in told)] == ["whole.ttf"]


def test_a_font_with_damaged_glyphs_does_not_stop_a_paper(folder: Path) -> None:
    damage_glyphs(licensed_font(folder / "fs.ttf", "FangSong"), keep=10)

    assert render(PAPER).startswith(b"%PDF")


def test_a_collection_serves_the_roles_of_its_faces(folder: Path, tmp_path: Path) -> None:
    collection = TTCollection()
    collection.fonts = [
        TTFont(licensed_font(tmp_path / "1.ttf", "SimSun")),
        TTFont(licensed_font(tmp_path / "2.ttf", "FangSong")),
    ]
    collection.save(folder / "both.ttc")

    (both,) = shelf().files
    assert set(both.roles) == {Role.SONGTI, Role.FANGSONG}
    assert "LicensedFangSong" in fonts_in(render(PAPER))


def test_official_typefaces_that_are_missing_are_named_with_what_takes_their_place() -> None:
    (check,) = font_checks()

    assert (check.name, check.level) == ("字体", "attention")
    for words in ("小标宋用思源宋体粗体", "仿宋用思源宋体", "黑体用思源黑体"):
        assert words in check.message


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
