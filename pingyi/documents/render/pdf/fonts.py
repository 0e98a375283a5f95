"""The fonts that typst is given, and in which order each role takes them: the school's own, then the shipped."""

from functools import lru_cache

from typst import Fonts

from pingyi.documents.domain.typefaces import TEXT_ROLES, Role
from pingyi.documents.typefaces.shelf import SHIPPED, Shelf

SERIF, SANS, KAI = "Noto Serif SC", "Noto Sans SC", "Pingyi WenKai"
# What stands behind the school's own fonts; Noto Serif SC comes last because it has the most characters.
STAND_INS = {
    Role.XIAOBIAOSONG: (SERIF,),
    Role.FANGSONG: (SERIF,),
    Role.KAITI: (KAI, SERIF),
    Role.HEITI: (SANS, SERIF),
    Role.SONGTI: (SERIF,),
}
# Shipped faces in every installation: digits and codes must look the same on all slips.
PLAIN = {"sans": (SANS, SERIF), "serif": (SERIF,)}


def typst_fonts(own: Shelf) -> Fonts:
    """Everything that typst may set in. Read once for each state of the folder."""
    return _fonts(str(own.copies) if own.copies else "")


@lru_cache(maxsize=2)
def _fonts(copies: str) -> Fonts:
    return Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(SHIPPED), *([copies] if copies else [])],
    )


def families(own: Shelf) -> dict[str, list[str]]:
    """The families of each role in the order in which typst tries them, character by character."""
    rare = [family for family, _ in own.serving(Role.RARE)]
    found = {
        role.value: [*(family for family, _ in own.serving(role)), *STAND_INS[role], *rare]
        for role in TEXT_ROLES
    }
    return found | {name: [*shipped, *rare] for name, shipped in PLAIN.items()}
