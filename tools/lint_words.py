"""Chinese that readers of another language would meet as it is: text outside `translate`, strings outside `Words`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

CHINESE = re.compile("[\u4e00-\u9fff]")
TRANSLATED = re.compile(
    r"\{%\s*blocktranslate.*?\{%\s*endblocktranslate\s*%\}|\{%\s*comment.*?\{%\s*endcomment\s*%\}"
    r"|\{%.*?%\}|\{#.*?#\}|\{\{.*?\}\}",
    re.DOTALL,
)
# What a filter puts in: `default:"…"` is shown as it is, `default:_("…")` is translated.
FULL_WIDTH = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
FILTERED = re.compile(r'\|(?:default|default_if_none|join|add):"([^"]*)"')
# Official papers are Chinese; so are packages for an archive, the command line, made-up demonstrations, rules for
# reading Chinese.
NOT_FOR_READERS = re.compile(
    r"/(review|ledgers)/\w+/documents/|/publishing/(documents|queries/news_facts)|/documents/(domain|render|school)/"
    r"|/documents/register_sheet|/documents/typefaces/shelf|/migrations/|/doors/cli/|/core/backup/|/core/health/|/config/"
    r"|/apps\.py|/domain/imports/|/publishing/domain/|/archives/(documents|services/make_package)"
    r"|/archives/domain/(catalogue|explanation|layout|log_check|plain)"
    r"|/core/sheets/(writing|columns)|/domain/(numerals|titles|names|initials|sentences|member_sheet|outline_samples)"
    r"|/domain/(length|field_words|holiday_notices|calendar_text|opinion_draft|placing)"
    r"|/cycles/domain/settings|/rectification/queries/papers|/papers/(own_layout|copies_sheet)|/core/words"
    r"|/supervision/queries/(circulars|sheet)|/decisions/(queries/minutes|domain/sheets)|/orglife/domain/sheets"
    r"|/duties/domain/samples|/kit/(domain/importing|services/check_workbook)"
    r"|/orglife/services/(read_rows|rows_people)|/ledgers/\w+/domain/measures|/rectification/domain/facts"
    r"|/evidence/domain/(lexicon|said|verdict)|/daily/domain/samples"
)
# What `Words` says is said; what patterns and tables of signs look for is not shown.
SEARCHED = {"match", "search", "findall", "fullmatch", "split", "sub", "removesuffix"}
PASSED = {"Words", "compile", "maketrans"} | SEARCHED


def unmarked(sources: Path) -> Iterator[str]:
    """A line for each."""
    for path in sorted(sources.rglob("*")):
        place = path.relative_to(sources.parent).as_posix()
        if NOT_FOR_READERS.search(f"/{place}"):
            continue
        if path.suffix == ".html":
            lines = _of_template(path.read_text("utf-8"))
        elif path.suffix == ".py":
            lines = _of_python(path.read_text("utf-8"))
        else:
            continue
        for line, text in lines:
            yield f"{place}:{line}: 没有标成可译的：{text}"


def _of_template(source: str) -> Iterator[tuple[int, str]]:
    bare = TRANSLATED.sub(lambda match: "\n" * match[0].count("\n"), source)
    for number, line in enumerate(bare.splitlines(), 1):
        if found := CHINESE.search(line):
            yield number, line[found.start() : found.start() + 20]
    for number, line in enumerate(source.splitlines(), 1):
        yield from ((number, said) for said in FILTERED.findall(line) if FULL_WIDTH.search(said))


def _of_python(source: str) -> Iterator[tuple[int, str]]:
    tree = ast.parse(source)
    passed = set(_passed_over(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and node not in passed and CHINESE.search(str(node.value)):
            yield node.lineno, str(node.value)[:20]


def _passed_over(tree: ast.AST) -> Iterator[ast.AST]:
    """Docstrings, what `Words` says, what is only compared with, and patterns."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            yield node.value
        elif isinstance(node, ast.Call) and _name_of(node.func) in PASSED:
            yield from (part for word in node.args for part in ast.walk(word))
        elif isinstance(node, ast.Compare):
            yield from (part for side in (node.left, *node.comparators) for part in ast.walk(side))
        elif isinstance(node, ast.match_case):
            yield from ast.walk(node.pattern)


def _name_of(function: ast.expr) -> str:
    return getattr(function, "id", getattr(function, "attr", ""))
