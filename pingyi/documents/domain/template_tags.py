"""Tags in the text of one paragraph of a template: {{ 姓名 }}, {% if 期限 %}, {%tr for 人 in 名单 %}."""

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

# Everything is bounded: these run over texts that may be made to slow them down.
_TAG = re.compile(r"\{\{(?P<out>.{0,100}?)\}\}|\{%(?P<act>.{0,100}?)%\}|\{#(?P<note>.{0,100}?)#\}", re.DOTALL)
_PREFIX = re.compile(r"(p|tr|tc|r)\s+")
_WIDE = re.compile(
    r"[｛{]\s{0,2}[｛{]\s{0,2}(?P<a>[^｛｝{}]{1,30}?)\s{0,2}[｝}]\s{0,2}[｝}]|[｛{]\s{0,2}%|%\s{0,2}[｝}]"
)
_SINGLE = re.compile(r"\{\s{0,2}(?P<name>[^{}%#]{1,30}?)\s{0,2}\}")
_MOST_ODDITIES = 3


class Sort(StrEnum):
    """What a tag does: it is replaced by something, or it decides about what stands around it."""

    OUTPUT = "output"
    STATEMENT = "statement"
    NOTE = "note"


@dataclass(frozen=True)
class Tag:
    """One tag. `scope` is "p" or "tr" where the tag takes its whole paragraph or table row with it."""

    sort: Sort
    inner: str
    written: str
    scope: str = ""


def tags_of(text: str) -> list[Tag]:
    """The complete tags of a paragraph, in order."""
    found = []
    for match in _TAG.finditer(text):
        if match["note"] is not None:
            found.append(Tag(Sort.NOTE, match["note"].strip(), match[0]))
            continue
        sort = Sort.OUTPUT if match["out"] is not None else Sort.STATEMENT
        inner = match["out"] if sort is Sort.OUTPUT else match["act"]
        prefix = _PREFIX.match(inner)
        scope = prefix[1] if prefix else ""
        found.append(Tag(sort, inner[prefix.end() :].strip() if prefix else inner.strip(), match[0], scope))
    return found


def rest_of(text: str) -> str:
    """The paragraph without its complete tags."""
    return _TAG.sub("", text)


def oddities(text: str, names: tuple[str, ...]) -> list[tuple[str, str]]:
    """What looks like a tag and is none, each with what to write instead."""
    rest = rest_of(text)
    for sign, end in (("{{", "}}"), ("{%", "%}"), ("{#", "#}")):
        if sign in rest:
            begun = rest[rest.index(sign) :][:20]
            return [(f"“{begun}”没有写完，这一段里找不到后面的“{end}”", f"在同一段里补上“{end}”")]
    for end, sign in (("}}", "{{"), ("%}", "{%")):
        if end in rest:
            ended = rest[: rest.index(end) + 2][-20:]
            return [(f"“{ended}”前面少了“{sign}”", f"在同一段里补上“{sign}”，或者去掉“{end}”")]
    # The filler joins what stands on both sides of a paragraph's end.
    if rest.rstrip().endswith("{"):
        return [("段尾有单独的大括号", "把占位符写在同一段里，多出来的大括号删掉")]
    found = [
        (
            f"“{match[0]}”用了全角的大括号或多了空格",
            f"写成“{{{{ {match['a'] or '占位符'} }}}}”，大括号用英文半角",
        )
        for match in islice(_WIDE.finditer(rest), _MOST_ODDITIES)
    ]
    found += [
        (f"“{match[0]}”只有一层大括号", f"写成“{{{{ {match['name']} }}}}”")
        for match in islice(_SINGLE.finditer(rest), 20)
        if match["name"] in names
    ]
    return found
