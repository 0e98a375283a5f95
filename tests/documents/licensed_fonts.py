"""Small fonts that bear the names of licensed ones, cut from a shipped font, for tests of the fonts folder."""

import random
from functools import cache
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

from pingyi.documents.typefaces.shelf import SHIPPED

TEXT = "关于述职评议考核的通知正文一二三四级标题、。（）2026—永和九年"


@cache
def _cut(text: str) -> bytes:
    options = subset.Options(notdef_outline=True, name_IDs=[], layout_features=[])
    font = TTFont(SHIPPED / "PingyiWenKai-Regular.ttf")
    cutter = subset.Subsetter(options)
    cutter.populate(text=text)
    cutter.subset(font)
    target = BytesIO()
    font.save(target)
    return target.getvalue()


def licensed_font(
    place: Path, family: str, chinese: str = "", *, embedding: int = 0, text: str = TEXT, extra: int = 0
) -> Path:
    """A font file of this family that has the characters of `text`, and `extra` in the shape of its first."""
    font = TTFont(BytesIO(_cut(text)))
    if extra:
        _add(font, extra, ord(text[0]))
    table = font["name"]
    table.names = []
    for number, words in ((1, family), (2, "Regular"), (4, family), (6, _postscript(family))):
        table.setName(words, number, 3, 1, 0x409)
    if chinese:
        table.setName(chinese, 1, 3, 1, 0x804)
    font["OS/2"].fsType = embedding
    font.save(place)
    return place


def _add(font: TTFont, code: int, like: int) -> None:
    table = CmapSubtable.newSubtable(12)
    table.platformID, table.platEncID, table.language = 3, 10, 0
    table.cmap = {**font.getBestCmap(), code: font.getBestCmap()[like]}
    font["cmap"].tables = [one for one in font["cmap"].tables if one.format != 12] + [table]


def _postscript(family: str) -> str:
    return "Licensed" + "".join(one for one in family if one.isascii() and one.isalnum())


def damage_glyphs(place: Path, *, keep: int) -> None:
    """Overwrites the outlines of all but the first glyphs; every other table stays whole."""
    content = bytearray(place.read_bytes())
    font = TTFont(place)
    glyphs, offsets = font.reader.tables["glyf"], font["loca"]
    chance = random.Random(1)
    for at in range(glyphs.offset + offsets[keep], glyphs.offset + glyphs.length):
        content[at] = chance.randrange(256)
    place.write_bytes(bytes(content))
