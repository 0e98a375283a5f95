"""Fonts as `doctor` tells them: which role is served by what, which files are not used and why."""

from collections.abc import Iterator

from pingyi.core.health import Check, attention, good
from pingyi.documents.domain.typefaces import TEXT_ROLES, WORDS
from pingyi.documents.typefaces.shelf import missing_roles, shelf

NAME = "字体"
_BUY = "单位买了这些字体的，把文件放进数据文件夹的 fonts/ 里；没有也能打印，用自带的字体代替"


def font_checks() -> Iterator[Check]:
    """The five typefaces of official texts, then each file that lies there in vain."""
    own = shelf()
    missing = missing_roles()
    served = [
        f"{WORDS[role].name}用{own.serving(role)[0][1].called}" for role in TEXT_ROLES if role not in missing
    ]
    if served:
        yield good(NAME, f"PDF里{'，'.join(served)}")
    if missing:
        told = "，".join(f"{WORDS[role].name}用{WORDS[role].stand_in}" for role in missing)
        yield attention(NAME, f"PDF里{told}代替", _BUY)
    for one in own.files:
        if one.problem:
            yield attention(NAME, f"fonts/{one.file}：{one.problem}", "换一份文件，或者把它拿走")
