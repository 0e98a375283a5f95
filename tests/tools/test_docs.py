"""The pages of docs that are there in Chinese and in English: alike, and true to what the office says."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
CATALOGUE = ROOT / "pingyi" / "locale" / "en" / "LC_MESSAGES" / "django.po"
PARTS = ("guide", "operation", "protocol")
PAGES = sorted({(part, page.name) for part in PARTS for page in (DOCS / part).glob("*/*.md")})


def shape_of(text: str) -> dict[str, object]:
    """What twins have alike: levels of headings, cells of each row, items, names of settings, links to other pages."""
    prose = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    links = re.findall(r"\]\(([^)]+\.md)\)", prose)
    return {
        "headings": re.findall(r"^#+", prose, re.MULTILINE),
        "rows": [len(re.findall(r"(?<!\\)\|", row)) for row in re.findall(r"^\|.*", prose, re.MULTILINE)],
        "items": len(re.findall(r"^ *(?:\d+\.|[-*]) ", prose, re.MULTILINE)),
        "names": sorted(re.findall(r"`([A-Za-z]+_[A-Za-z_]+)`", prose)),
        "links": sorted(re.sub(r"\b(zh|en)/", "", link) for link in links),
    }


@pytest.mark.parametrize(("part", "name"), PAGES)
def test_a_page_and_its_twin_have_the_same_headings_tables_items_and_links(part: str, name: str) -> None:
    chinese, english = (
        shape_of((DOCS / part / language / name).read_text("utf-8")) for language in ("zh", "en")
    )
    assert english == chinese


def test_what_the_pages_link_to_is_there() -> None:
    missing = {
        f"{page.relative_to(DOCS)}: {link}"
        for page in DOCS.rglob("*.md")
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8"))
        if not (page.parent / link).exists()
    }
    assert missing == set()


def test_what_the_english_pages_quote_is_what_the_office_says() -> None:
    """Double quotation marks are kept for words of the office; whatever else is quoted has single ones."""
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file)
    said = {text.casefold() for message in catalogue for text in _texts(message.string)}
    missing = {
        f"{page.relative_to(DOCS)}: {words}"
        for page in DOCS.glob("*/en/*.md")
        for words in re.findall(r"“([A-Za-z][^”]*)”", " ".join(page.read_text("utf-8").split()))
        if words.casefold() not in said
    }
    assert missing == set()


def _texts(translation: str | tuple[str, ...] | list[str] | None) -> list[str]:
    """A sentence has one translation, one with a number several, an untranslated one none."""
    return [translation] if isinstance(translation, str) else list(translation or ())
