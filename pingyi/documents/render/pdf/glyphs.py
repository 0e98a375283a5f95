"""Which characters the fonts of this installation can set, role by role."""

from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

from pingyi.documents.domain.glyph_check import Glyphs
from pingyi.documents.domain.typed import printable
from pingyi.documents.domain.typefaces import TEXT_ROLES, Role
from pingyi.documents.render.pdf.fonts import KAI, SANS, SERIF
from pingyi.documents.typefaces.sfnt import faces_of
from pingyi.documents.typefaces.shelf import SHIPPED, Shelf, shelf

_FILES = {
    SERIF: "NotoSerifSC-Regular.otf",
    SANS: "NotoSansSC-Regular.otf",
    KAI: "PingyiWenKai-Regular.ttf",
    "bold": "NotoSerifSC-Bold.otf",
}
_FIRST_SHIPPED = {
    Role.XIAOBIAOSONG: "bold",
    Role.FANGSONG: SERIF,
    Role.KAITI: KAI,
    Role.HEITI: SANS,
    Role.SONGTI: SERIF,
}


def unprintable(texts: Iterable[str]) -> list[str]:
    """Characters of the texts that would come out as a box in PDF, each once, in order of appearance."""
    known = coverage().anywhere
    characters = dict.fromkeys(character for text in texts for character in printable(text))
    return [one for one in characters if ord(one) not in known and not one.isspace()]


def coverage() -> Glyphs:
    """What the fonts can set as they lie in the folder now; worked out once for each state of it."""
    return _coverage(shelf())


@lru_cache(maxsize=2)
def _coverage(own: Shelf) -> Glyphs:
    shipped = _shipped()
    by_role = {
        role: serving[0][1].codes if (serving := own.serving(role)) else shipped[_FIRST_SHIPPED[role]][0]
        for role in TEXT_ROLES
    }
    used = [one for one in own.files if one.families]
    return Glyphs(
        by_role,
        frozenset().union(*(codes for codes, _ in shipped.values()), *(one.codes for one in used)),
        frozenset().union(*(variants for _, variants in shipped.values()), *(one.variants for one in used)),
    )


@cache
def _shipped() -> dict[str, tuple[frozenset[int], frozenset[tuple[int, int]]]]:
    found = {}
    for name, file in _FILES.items():
        faces = faces_of((SHIPPED / file).read_bytes())
        found[name] = faces[0].codes, faces[0].variants
    return found


def characters_of(file: Path) -> frozenset[int]:
    """The code points of a font file."""
    return frozenset().union(*(face.codes for face in faces_of(file.read_bytes())))
