"""Folders with fonts. The templates name the official ones first, so those of an installation win over the shipped."""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from typst import Fonts

SHIPPED = Path(__file__).resolve().parents[2] / "fonts"

# Names that government computers know, as the font files spell them.
OFFICIAL = ("FZXiaoBiaoSong-B05S", "FangSong_GB2312", "KaiTi_GB2312", "SimHei", "SimSun")


def font_folders() -> list[Path]:
    """The shipped fonts and, where the installation has licensed ones, `fonts` in its data folder."""
    try:
        own = Path(settings.DATA) / "fonts"
    except ImproperlyConfigured:  # a benchmark or a script without Django
        return [SHIPPED]
    return [SHIPPED, own] if own.is_dir() else [SHIPPED]


@cache
def fonts() -> Fonts:
    """Read once for the life of the process: a font dropped in later is used after a restart."""
    return Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in font_folders()],
    )


def missing_official_fonts() -> list[str]:
    """Official typefaces that this installation has no file of; PDF uses the shipped ones instead."""
    families = set(fonts().families())
    return [name for name in OFFICIAL if name not in families]
