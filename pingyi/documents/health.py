"""Fonts as `doctor` tells them: which role is served by what, which files are not used and why."""

from collections.abc import Iterator

from pingyi.core.health import Check, attention, good
from pingyi.documents.domain.typefaces import TEXT_ROLES, WORDS
from pingyi.documents.queries.names import worrying_names_of_all
from pingyi.documents.typefaces.shelf import missing_roles, shelf

NAME = "字体"
_SHOWN = 5
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


def name_checks() -> Iterator[Check]:
    """Names that would come out wrong in PDF, over all institutions."""
    found = worrying_names_of_all()
    for one in found[:_SHOWN]:
        yield attention("生僻字", f"{one.name}：{one.lack.message}", one.lack.remedy)
    if len(found) > _SHOWN:
        yield attention("生僻字", f"这样的名字一共{len(found)}处", "全部列在页面“字体和生僻字”里")
    if not found:
        yield good("生僻字", "名字里的字都有字形")
