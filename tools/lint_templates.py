"""Checks on templates and on what they load that no general tool knows about.

The content security policy forbids inline code, so a handler or style in a template would silently do nothing; a hall
may have no internet, so a page loads nothing from elsewhere; what is typed into needs a label; what is posted in the
office needs its token.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOORS = ROOT / "pingyi" / "doors"
# Cookies and the token exist at these doors only; the ballot's requests are recognised by a header of their own.
DOORS_WITH_TOKEN = {"office"}
NAMELESS_INPUTS = {"hidden", "submit", "button", "reset", "image"}
LABELS = {"aria-label", "aria-labelledby"}
ADDRESSES = {"src", "href", "action", "srcset", "formaction", "poster", "data"}
ELSEWHERE = re.compile(r"^\s*(https?:)?//", re.IGNORECASE)
NAMESPACES = "http://www.w3.org/"
DJANGO = re.compile(r"\{%.*?%\}|\{#.*?#\}|\{\{.*?\}\}", re.DOTALL)
COMMENT = re.compile(r"\{%\s*comment\b.*?%\}.*?\{%\s*endcomment\s*%\}|\{#.*?#\}", re.DOTALL)
EXTENDS = re.compile(r"\{%\s*extends\s+[\"']([^\"']+)[\"']\s*%\}")


@dataclass
class Reader(HTMLParser):
    """Walks the tags of one template and notes what is wrong, with its line."""

    needs_token: bool
    problems: list[tuple[int, str]] = field(default_factory=list)
    labelled: set[str] = field(default_factory=set)
    waiting: list[tuple[int, str, str]] = field(default_factory=list)
    open_labels: int = 0
    open_form: int = 0
    has_token: bool = False

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def note(self, message: str) -> None:
        """One problem at the current line."""
        self.problems.append((self.getpos()[0], message))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Attributes first, then what the tag itself asks for."""
        values = {name: value or "" for name, value in attrs}
        self.check_attributes(values)
        if tag == "style":
            self.note("<style> 会被内容安全策略拦下：样式写进 .css 文件")
        elif tag == "script" and "src" not in values and values.get("type") != "application/json":
            self.note("内联 <script> 会被内容安全策略拦下：脚本写进 .js 文件")
        elif tag == "img" and "alt" not in values:
            self.note("<img> 缺 alt")
        elif tag == "label":
            self.open_labels += 1
            self.labelled.add(values.get("for", ""))
        elif tag == "form":
            self.open_form = self.getpos()[0] if values.get("method", "").lower() == "post" else 0
            self.has_token = False
        elif tag in {"input", "select", "textarea"} and values.get("type") not in NAMELESS_INPUTS:
            self.expect_label(tag, values)

    def check_attributes(self, values: dict[str, str]) -> None:
        """No code or style inside attributes, nothing from another host."""
        for name, value in values.items():
            if name.startswith("on"):
                self.note(f"内联事件 {name}= 会被内容安全策略拦下")
            elif name == "style":
                self.note("style= 会被内容安全策略拦下：用类名")
            elif name in ADDRESSES and value.strip().lower().startswith("javascript:"):
                self.note(f"{name}= 里不能写 javascript:")
            elif name in ADDRESSES and ELSEWHERE.match(value):
                self.note(f"{name}= 指向外部地址：会场可能没有外网")

    def expect_label(self, tag: str, values: dict[str, str]) -> None:
        """A label around it, a label for its id, or a name for screen readers; what is hidden needs none."""
        if "hidden" not in values and not self.open_labels and not LABELS & values.keys():
            self.waiting.append((self.getpos()[0], tag, values.get("id", "")))

    def handle_endtag(self, tag: str) -> None:
        """Closes a label or a form."""
        if tag == "label":
            self.open_labels = max(0, self.open_labels - 1)
        elif tag == "form" and self.open_form:
            if self.needs_token and not self.has_token:
                self.problems.append((self.open_form, "POST 表单缺 {% csrf_token %}"))
            self.open_form = 0

    def handle_data(self, data: str) -> None:
        """The token is left in place as a word, see `plain`."""
        if TOKEN in data:
            self.has_token = True

    def finish(self) -> list[tuple[int, str]]:
        """All problems, once every label has been seen."""
        self.close()
        for line, tag, name in self.waiting:
            if not name or name not in self.labelled:
                self.problems.append((line, f"<{tag}> 没有标签：加 <label for> 或 aria-label"))
        return sorted(self.problems)


TOKEN = "CSRF-TOKEN-HERE"  # noqa: S105
NAME_CHARACTERS = re.compile(r"[^\w.]")


def plain(source: str) -> str:
    """The template as HTML: logic blanked out, expressions kept as words, line numbers unchanged."""

    def replace(match: re.Match[str]) -> str:
        text = match[0]
        lines = "\n" * text.count("\n")
        if text.startswith("{{"):
            return NAME_CHARACTERS.sub("_", text) + lines
        return (TOKEN if re.match(r"\{%\s*csrf_token\s*%\}", text) else "") + lines

    return DJANGO.sub(replace, source)


def problems_of_template(path: Path, source: str, bases: Collection[str] = ()) -> Iterator[tuple[int, str]]:
    """Everything wrong with one template; the path tells its door. `bases` are the templates that others extend."""
    source = COMMENT.sub(lambda match: "\n" * match[0].count("\n"), source)
    door = path.relative_to(DOORS).parts[0]
    for match in re.finditer(r"\|\s*safe(seq)?\b|\{%\s*autoescape\s+off", source):
        yield source.count("\n", 0, match.start()) + 1, "不转义的输出（|safe、autoescape off）不允许"
    is_fragment = path.name.startswith("_") or path.suffix != ".html"
    if not is_fragment and f"{door}/{path.name}" not in bases:
        extended = EXTENDS.search(source)
        if extended is None or not extended[1].startswith(f"{door}/"):
            yield 1, f'页面要继承本门的底版，如 {{% extends "{door}/base.html" %}}；片段的文件名以 _ 开头'
    reader = Reader(needs_token=door in DOORS_WITH_TOKEN)
    reader.feed(plain(source))
    yield from reader.finish()


def extended_templates() -> set[str]:
    """The names in every `extends`."""
    sources = (path.read_text("utf-8") for path in DOORS.rglob("templates/**/*.html"))
    return {name for source in sources for name in EXTENDS.findall(source)}


def problems_of_asset(source: str) -> Iterator[tuple[int, str]]:
    """Style sheets and scripts of ours load nothing from elsewhere either."""
    for number, line in enumerate(source.splitlines(), 1):
        without_namespaces = line.replace(NAMESPACES, "")
        if re.search(r"https?://|url\(\s*[\"']?//|sourceMappingURL", without_namespaces):
            yield number, "外部地址或 sourceMappingURL"


def main() -> int:
    """Check every template, style sheet and script of the doors."""
    found = 0
    bases = extended_templates()
    for path in sorted(DOORS.rglob("*")):
        if "templates" in path.parts and path.suffix in {".html", ".txt", ".svg"}:
            problems = list(problems_of_template(path, path.read_text("utf-8"), bases))
        elif "static" in path.parts and path.suffix in {".css", ".js"} and "vendor" not in path.parts:
            problems = list(problems_of_asset(path.read_text("utf-8")))
        else:
            continue
        for line, message in problems:
            print(f"{path.relative_to(ROOT)}:{line}: {message}")
        found += len(problems)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
