"""The chapters of the guide: the pages of docs/guide that come with the program, in the order of the calendar."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pingyi.core.errors import Missing
from pingyi.core.words import Words

GUIDE = Path(__file__).resolve().parents[4] / "docs" / "guide"
CHINESE = "zh-Hans"
FOLDERS: Mapping[str, Path] = {CHINESE: GUIDE / "zh", "en": GUIDE / "en"}
ORDER = (
    "duties",
    "orglife",
    "decisions",
    "burden",
    "daily",
    "settings",
    "turns",
    "reports",
    "likeness",
    "papers",
    "templates",
    "fonts",
    "cards",
    "collection",
    "ballot",
    "counting",
    "deciding",
    "rectification",
    "genealogy",
    "news",
    "archive",
    "oldnews",
)


@dataclass(frozen=True)
class Chapter:
    """`language` is that of the text, as HTML calls it: Chinese where the reader's has no such page."""

    name: str
    language: str
    title: str
    text: str


@cache
def chapters(language: str) -> tuple[Chapter, ...]:
    """All that are there, in a language of `FOLDERS` or in Chinese; an installation without the folder has none."""
    found = (_page(language, name) or _page(CHINESE, name) for name in ORDER)
    return tuple(chapter for chapter in found if chapter)


def chapter_named(name: str, language: str) -> Chapter:
    """Told by its name in the address."""
    for chapter in chapters(language):
        if chapter.name == name:
            return chapter
    raise Missing(Words("没有这一页说明。目录在“第一次用”的页面上。"), code="guide.missing")


def _page(language: str, name: str) -> Chapter | None:
    path = FOLDERS[language] / f"{name}.md"
    if not path.is_file():
        return None
    text = path.read_text("utf-8")
    title = re.match(r"# (.+)\n", text)
    return Chapter(name, language, title[1] if title else name, text[title.end() if title else 0 :])
