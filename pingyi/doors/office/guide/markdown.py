"""The little of Markdown that our own guide uses, as HTML: headings, lists, tables, code, links between chapters."""

import re
from collections.abc import Callable, Iterator
from functools import reduce
from itertools import groupby
from textwrap import dedent
from unicodedata import east_asian_width

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

INLINE = re.compile(r"`(?P<code>[^`]+)`|\*\*(?P<bold>.+?)\*\*|\[(?P<text>[^\]]+)\]\((?P<link>[^)]+)\)")
ITEM = re.compile(r"^(\d+\.|[-*]) +")
BETWEEN_CELLS = re.compile(r"(?<!\\)\|")
MARKS = re.compile(r"[`*]")
RULE = re.compile(r"^\|[-:| ]+\|$")
NOTHING = SafeString("")


def html_of(text: str, chapter_address: Callable[[str], str]) -> SafeString:
    """`chapter_address` knows the address of a chapter by its name, "" for what is no chapter."""
    return format_html_join(
        "\n", "{}", ((_block(kind, lines, chapter_address),) for kind, lines in _blocks(text))
    )


def _blocks(text: str) -> Iterator[tuple[str, list[str]]]:
    """Runs of lines of one kind."""
    is_fenced, kinds = False, []
    for line in text.splitlines():
        if line.startswith("```"):
            is_fenced = not is_fenced
            kinds.append(("", ""))
        elif is_fenced or line.startswith("    "):
            kinds.append(("code", line))
        else:
            kinds.append((_kind(line), line))
        if len(kinds) > 1 and kinds[-1][0] == "text" and kinds[-2][0] == "items":
            kinds[-1] = ("items", line)  # a long item goes on in the next line
    for kind, run in groupby(kinds, key=lambda pair: pair[0]):
        if kind:
            yield kind, [line for _, line in run]


def _kind(line: str) -> str:
    if not line.strip():
        return ""
    if line.startswith("#"):
        return "head"
    if line.startswith("|"):
        return "table"
    return "items" if ITEM.match(line.strip()) else "text"


def _block(kind: str, lines: list[str], address: Callable[[str], str]) -> SafeString:
    def say(words: str) -> SafeString:
        return _inline(words, address)

    if kind == "code":  # long lines are pushed sideways, by keyboard too
        return format_html('<pre tabindex="0">{}</pre>', dedent("\n".join(lines)))
    if kind == "head":
        level = 3 if lines[0].startswith("###") else 2
        return format_html_join(
            "", "<h{}>{}</h{}>", ((level, say(line.lstrip("# ")), level) for line in lines)
        )
    if kind == "table":
        return _table(lines, say)
    if kind == "items":
        return _items(lines, say)
    return format_html("<p>{}</p>", say(reduce(_go_on, (line.strip() for line in lines))))


def _go_on(line: str, following: str) -> str:
    """Two lines of one paragraph as one: words are parted by a space, Chinese is not."""
    is_chinese = any(east_asian_width(char) in "WF" for char in (line[-1], following[0]))
    return line + ("" if is_chinese else " ") + following


def _items(lines: list[str], say: Callable[[str], SafeString]) -> SafeString:
    """A list; what is indented below an item and begins like an item is a list of its own inside it."""
    items: list[list[str]] = []
    for line in lines:
        if ITEM.match(line) or not items:
            items.append([line.strip()])
        elif ITEM.match(line.strip()) or len(items[-1]) > 1:
            items[-1].append(line.strip())
        else:
            items[-1][0] = _go_on(items[-1][0], line.strip())
    name = "ol" if items[0][0][0].isdigit() else "ul"
    inner = format_html_join(
        "",
        "<li>{}{}</li>",
        ((say(ITEM.sub("", first)), _items(below, say) if below else NOTHING) for first, *below in items),
    )
    return format_html("<{}>{}</{}>", name, inner, name)


def _table(lines: list[str], say: Callable[[str], SafeString]) -> SafeString:
    head, *rows = (
        [cell.strip().replace(r"\|", "|") for cell in BETWEEN_CELLS.split(line.strip()[1:-1])]
        for line in lines
        if not RULE.match(line.strip())
    )
    # The corner of a table with nothing in it heads nothing.
    heads = ('<th scope="col">{}</th>' if cell else "<td>{}</td>" for cell in head)
    top = format_html_join(
        "", "{}", ((format_html(one, say(cell)),) for one, cell in zip(heads, head, strict=True))
    )
    labels = [MARKS.sub("", cell) for cell in head[1:]]
    body = format_html_join("", "{}", ((_row(row, labels, say),) for row in rows))
    # On a phone a row becomes a card, whose lines are labelled; else a wide table is pushed sideways, by keyboard too.
    table = '<table class="tbl cards"><thead><tr>{}</tr></thead><tbody>{}</tbody></table>'
    return format_html('<div class="scroll" tabindex="0">{}</div>', format_html(table, top, body))


def _row(row: list[str], labels: list[str], say: Callable[[str], SafeString]) -> SafeString:
    """What it is about, then its cells, each with the head of its column."""
    cells = format_html_join(
        "",
        '<td data-th="{}">{}</td>',
        ((label, say(cell)) for label, cell in zip(labels, row[1:], strict=True)),
    )
    return format_html('<tr><th scope="row">{}</th>{}</tr>', say(row[0]), cells)


def _inline(words: str, address: Callable[[str], str]) -> SafeString:
    """Code, bold and links; everything else escaped."""
    pieces, end = [], 0
    for found in INLINE.finditer(words):
        pieces += [words[end : found.start()], _piece(found, address)]
        end = found.end()
    return format_html_join("", "{}", ((piece,) for piece in [*pieces, words[end:]]))


def _piece(found: re.Match[str], address: Callable[[str], str]) -> str:
    if found["code"]:
        return format_html("<code>{}</code>", found["code"])
    if found["bold"]:
        return format_html("<b>{}</b>", _inline(found["bold"], address))
    return _link(found["text"], found["link"], address)


def _link(words: str, link: str, address: Callable[[str], str]) -> str:
    """To a chapter; of another page of docs its place in the folder of the program is told."""
    if link.startswith("../"):
        return format_html("{} <code>docs/{}</code>", words, link.removeprefix("../../"))
    target = address(link.removesuffix(".md")) if link.endswith(".md") else ""
    return format_html('<a href="{}">{}</a>', target, words) if target else words
