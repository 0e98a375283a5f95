"""What a source says, without the name of the ledger before it."""

import re
from typing import Self

from pingyi.core.words import Words

_COLON = re.compile(r"：|: ")


class Said(Words):
    """组织生活台账：某支部5月到9月没有支委会 → 某支部5月到9月没有支委会, in either language."""

    __slots__ = ("source",)
    source: str

    def __new__(cls, source: str, /) -> Self:
        made = super().__new__(cls, "{said}", said=_after_colon(str.__str__(source)))
        made.source = source
        return made

    def __str__(self) -> str:
        return _after_colon(str(self.source))


def _after_colon(text: str) -> str:
    return _COLON.split(text, maxsplit=1)[-1]
