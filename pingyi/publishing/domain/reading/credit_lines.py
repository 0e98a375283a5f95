"""Credits: 撰稿：甲 摄影：乙, one per line or several in one, in brackets or not."""

import re

from pingyi.publishing.domain.credit_roles import ROLE, ROLE_WORDS, SEPARATOR
from pingyi.publishing.domain.reading.sentences import split_outside
from pingyi.publishing.domain.wording import any_of

# Other words of such lines end a name but are no credit.
OTHER = any_of(
    "发布时间 发布日期 发表时间 时间 日期 浏览次数 点击量 点击数 点击 浏览",
    "阅读次数 阅读 访问量 人气 字号 字体 分享 地点",
)
BEFORE_LABEL = " ；;，,/|　）)、"
LABEL = re.compile(rf"(?P<role>{ROLE_WORDS}){SEPARATOR}|(?P<other>{OTHER}){SEPARATOR}")
# In brackets the mark may be missing or a stroke: （记者 甲 通讯员 乙）, （文字/甲 图片/乙）.
LOOSE = re.compile(rf"(?P<role>{ROLE})(?:[ ]+|/(?!{ROLE}))|(?P<other>{OTHER})[ ]*[：:]")
BRACKETED = re.compile(r"[（(]([^（）()]{4,80})[）)]")
NOT_A_NAME = re.compile("[。！？0-9]")


def credits_in(line: str) -> list[tuple[str, str]]:
    """Role and name of every credit in this line, in order."""
    bare = line.strip(" 【】[]")
    if LABEL.match(bare):
        return _listed(bare, LABEL)
    found = []
    for match in BRACKETED.finditer(bare):
        inner = match[1].strip()
        pattern = next((pattern for pattern in (LABEL, LOOSE) if pattern.match(inner)), None)
        if pattern:
            found += _listed(inner, pattern)
    return found


def _listed(text: str, label: re.Pattern[str]) -> list[tuple[str, str]]:
    labels = [match for match in label.finditer(text) if _may_begin(text, match, label)]
    found: list[tuple[str, str]] = []
    for match, following in zip(labels, [*labels[1:], None], strict=True):
        if match["role"] is not None:
            listed = text[match.end() : following.start() if following else len(text)].strip(
                " ；;，,/|、。）)"
            )
            names = [name.strip() for name in split_outside(listed, "、，,；;")]
            found += [(match["role"], name) for name in names if _is_credit(name)]
    return found


def _may_begin(text: str, match: re.Match[str], label: re.Pattern[str]) -> bool:
    """A longer word with its colon begins a credit even where no space stands before it: 文字：甲摄影：乙."""
    is_plain = label is LABEL and len(match["role"] or match["other"] or "") >= 2
    return match.start() == 0 or text[match.start() - 1] in BEFORE_LABEL or is_plain


def _is_credit(name: str) -> bool:
    return bool(name) and len(name) <= 30 and not NOT_A_NAME.search(name)


def read_credits(text: str) -> tuple[list[tuple[str, str]], str]:
    """All credits and the piece of the text that holds them: the lines together, if they stand together."""
    lines = text.split("\n")
    holding = [number for number, line in enumerate(lines) if credits_in(line)]
    found = [credit for number in holding for credit in credits_in(lines[number])]
    if not found:
        return [], ""
    last = holding[0]
    for number in holding[1:]:
        if number != last + 1:
            break
        last = number
    return list(dict.fromkeys(found)), "\n".join(lines[holding[0] : last + 1]).strip()
