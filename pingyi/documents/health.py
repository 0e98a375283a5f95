"""Fonts as `doctor` tells them: which role is served by what, which files are not used and why."""

from collections.abc import Iterator

from pingyi.core.health import Check, attention, good
from pingyi.core.words import Words, listed
from pingyi.documents.domain.typefaces import TEXT_ROLES, WORDS
from pingyi.documents.queries.names import worrying_names_of_all
from pingyi.documents.typefaces.shelf import missing_roles, shelf

NAME = Words("字体")
_SHOWN = 5
_BUY = Words("单位买了这些字体的，把文件放进数据文件夹的 fonts/ 里；没有也能打印，用自带的字体代替")


def font_checks() -> Iterator[Check]:
    """The five typefaces of official texts, then each file that lies there in vain."""
    own = shelf()
    missing = missing_roles()
    served = [
        Words("{name}用{called}", name=WORDS[role].name, called=own.serving(role)[0][1].called)
        for role in TEXT_ROLES
        if role not in missing
    ]
    if served:
        yield good(NAME, Words("PDF里{served}", served=listed(served, "，")))
    if missing:
        told = listed(
            (
                Words("{name}用{stand_in}", name=WORDS[role].name, stand_in=WORDS[role].stand_in)
                for role in missing
            ),
            "，",
        )
        yield attention(NAME, Words("PDF里{told}代替", told=told), _BUY)
    for one in own.files:
        if one.problem:
            yield attention(
                NAME,
                Words("fonts/{file}：{problem}", file=one.file, problem=one.problem),
                Words("换一份文件，或者把它拿走"),
            )


def name_checks() -> Iterator[Check]:
    """Names that would come out wrong in PDF, over all institutions."""
    found = worrying_names_of_all()
    for one in found[:_SHOWN]:
        yield attention(
            Words("生僻字"),
            Words("{one}：{message}", one=one.name, message=one.lack.message),
            one.lack.remedy,
        )
    if len(found) > _SHOWN:
        yield attention(
            Words("生僻字"),
            Words("这样的名字一共{found}处", found=len(found)),
            Words("全部列在页面“字体和生僻字”里"),
        )
    if not found:
        yield good(Words("生僻字"), Words("名字里的字都有字形"))
