"""Cut the fonts under pingyi/documents/fonts out of the two Debian font packages (see its README.md).

The whole fonts weigh a hundred megabytes; a duty review needs some eight thousand characters, and names need more.
Noto Serif SC Regular therefore keeps the whole basic block of Chinese characters, so that every other font can fall
back to it glyph by glyph; the others keep GB 2312 and level three of 通用规范汉字表, where most rare names live.

    apt-get download fonts-noto-cjk fonts-lxgw-wenkai
    for package in *.deb; do dpkg-deb -x "$package" unpacked; done
    .venv/bin/python tools/build_fonts.py unpacked
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "pingyi" / "documents" / "fonts"
RARE_CHARACTERS = HERE / "rare_characters.txt"
WINDOWS_UNICODE = (3, 1, 0x409)


@dataclass(frozen=True)
class Cut:
    """One font file to make: where it comes from, what it is called and how much of it is kept."""

    source: str
    face: int
    family: str
    style: str
    whole_block: bool

    @property
    def file_name(self) -> str:
        """The file the cut is written to."""
        suffix = "otf" if self.source.endswith(".ttc") else "ttf"
        return f"{self.family.replace(' ', '')}-{self.style}.{suffix}"


# Face 2 of the Noto collections is the mainland Chinese one. 霞鹜 and LXGW are reserved names, not for a cut to bear.
CUTS = (
    Cut("NotoSerifCJK-Regular.ttc", 2, "Noto Serif SC", "Regular", whole_block=True),
    Cut("NotoSerifCJK-Bold.ttc", 2, "Noto Serif SC", "Bold", whole_block=False),
    Cut("NotoSansCJK-Regular.ttc", 2, "Noto Sans SC", "Regular", whole_block=False),
    Cut("LXGWWenKai-Regular.ttf", -1, "Pingyi WenKai", "Regular", whole_block=False),
)


def gb2312() -> set[int]:
    """Every character of GB 2312: 6,763 Chinese characters, and its signs and letters."""
    rows = range(0xA1, 0xF8)
    cells = range(0xA1, 0xFF)
    decoded = "".join(bytes((row, cell)).decode("gb2312", "ignore") for row in rows for cell in cells)
    return {ord(character) for character in decoded}


def wanted(*, whole_block: bool) -> set[int]:
    """The code points of one cut: letters, punctuation, enclosed numbers, and the Chinese characters."""
    signs = [
        range(0x20, 0x180),  # Latin
        range(0x2000, 0x2070),  # dashes, quotation marks, ellipsis
        range(0x2100, 0x2200),  # № ℃, number forms, arrows
        range(0x2460, 0x2580),  # ① and the like, box drawing
        range(0x25A0, 0x2610),  # ■ □ ○ ● ★
        range(0x2713, 0x2719),  # ✓ ✗
        range(0x3000, 0x3030),  # 〇 〔 〕
        range(0x3200, 0x3400),  # ㈠ ㎡
        range(0xFF00, 0xFFF0),  # full-width forms
    ]
    points = gb2312() | {
        ord(character) for character in RARE_CHARACTERS.read_text("utf-8") if character > " "
    }
    for block in signs:
        points.update(block)
    if whole_block:
        points.update(range(0x4E00, 0xA000))
    return points


def cut_font(cut: Cut, folder: Path) -> TTFont:
    """Keep the wanted glyphs only and give the result its own name."""
    found = next(folder.rglob(cut.source), None)
    if found is None:
        sys.exit(f"{cut.source} is not below {folder}")
    font = TTFont(found, fontNumber=cut.face, recalcTimestamp=False)
    options = subset.Options()
    options.layout_features = ["kern", "vert", "vrt2"]
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.name_languages = [0x409]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted(whole_block=cut.whole_block))
    cutter.subset(font)
    rename(font, cut)
    return font


def rename(font: TTFont, cut: Cut) -> None:
    """Names that say what the file is: a cut of a named original, under a family name that a cut may bear."""
    names: Any = font["name"]
    original = f"{names.getDebugName(4)} {names.getDebugName(5)}"
    names.names = [record for record in names.names if record.nameID in (0, 7, 9, 11, 13, 14)]
    post_script = f"{cut.family.replace(' ', '')}-{cut.style}"
    for name_id, value in (
        (1, cut.family),
        (2, cut.style),
        (3, f"{post_script};subset"),
        (4, cut.family if cut.style == "Regular" else f"{cut.family} {cut.style}"),
        (5, "Version 1.0"),
        (6, post_script),
        (10, f"Subset of {original}"),
    ):
        names.setName(value, name_id, *WINDOWS_UNICODE)
    if "CFF " in font:
        table: Any = font["CFF "]
        top = table.cff.topDictIndex[0]
        table.cff.fontNames = [post_script]
        top.FullName = names.getDebugName(4)
        top.FamilyName = cut.family


def main() -> None:
    """Write the four files and say how large they are and what of GB 2312 they lack."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("folder", type=Path, help="where the font packages were unpacked")
    folder = arguments.parse_args().folder
    for cut in CUTS:
        target = TARGET / cut.file_name
        font = cut_font(cut, folder)
        font.save(target)
        missing = sorted(gb2312() - set(font.getBestCmap()))
        print(
            f"{target.name}: {target.stat().st_size / 1e6:.1f} MB, {len(font.getGlyphOrder())} glyphs, "
            f"lacks of GB 2312: {''.join(map(chr, missing)) or 'nothing'}"
        )


if __name__ == "__main__":
    main()
