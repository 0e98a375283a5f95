"""The chapters of the guide: the pages of docs/guide/zh that come with the program, in the order of the calendar."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pingyi.core.errors import Missing
from pingyi.core.words import Words

FOLDER = Path(__file__).resolve().parents[4] / "docs" / "guide" / "zh"
ORDER = (
    "settings",
    "turns",
    "reports",
    "likeness",
    "papers",
    "templates",
    "fonts",
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
    name: str
    title: str
    text: str


@lru_cache(maxsize=1)
def chapters() -> tuple[Chapter, ...]:
    """All that are there; an installation without the folder has none."""
    return tuple(_read(FOLDER / f"{name}.md") for name in ORDER if (FOLDER / f"{name}.md").is_file())


def chapter_named(name: str) -> Chapter:
    """Told by its name in the address."""
    for chapter in chapters():
        if chapter.name == name:
            return chapter
    raise Missing(Words("没有这一页说明。目录在“第一次用”的页面上。"), code="guide.missing")


def _read(path: Path) -> Chapter:
    text = path.read_text("utf-8")
    title = re.match(r"# (.+)\n", text)
    return Chapter(path.stem, title[1] if title else path.stem, text[title.end() if title else 0 :])
