"""The README and its Chinese twin say the same things in the same order."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TWINS = ("README.md", "README.zh.md")
LANGUAGES = dict(zip(TWINS, ("en", "zh"), strict=True))
PICTURE = re.compile(r'!\[[^\]]+\]\(([^)]+)\)|<img src="([^"]+)"[^>]* alt="[^"]+"')
LIGHT = 200_000


def text_of(twin: str) -> str:
    return (ROOT / twin).read_text("utf-8")


def pictures_of(text: str) -> list[str]:
    return [first or second for first, second in PICTURE.findall(text)]


def links_of(section: str, language: str) -> list[str]:
    """Where it leads, without the folder of the language; neither to the other twin nor to pictures."""
    links = re.findall(r"\]\(([^)]+)\)", section)
    pages = [link for link in links if Path(link).name not in TWINS and "docs/pictures/" not in link]
    return [link.replace(f"/{language}/", "/") for link in pages]


def sections_of(twin: str) -> list[dict[str, object]]:
    """Of every section: its level, what is run in it, its pictures, links, rows of tables and numbered items."""
    sections: list[dict[str, object]] = []
    for section in re.split(r"^(?=#+ )", text_of(twin), flags=re.MULTILINE)[1:]:
        code = [line for line in section.splitlines() if line.startswith("    ")]
        sections.append(
            {
                "level": len(section) - len(section.lstrip("#")),
                "code": [re.findall(r"run\.py [\w-]+|--[a-z-]+|export .*", line) for line in code],
                "pictures": [Path(name).name for name in pictures_of(section)],
                "links": links_of(section, LANGUAGES[twin]),
                "rows": len(re.findall(r"^\|", section, re.MULTILINE)),
                "items": len(re.findall(r"^\d\. ", section, re.MULTILINE)),
                "names": re.findall(r"`(PINGYI_\w+|[A-Z]+_URL|[\w/]+\.py)`", section),
            }
        )
    return sections


def test_the_twins_have_the_same_sections_commands_pictures_and_links() -> None:
    english, chinese = (sections_of(twin) for twin in TWINS)

    assert len(english) > 5
    assert english == chinese


@pytest.mark.parametrize(("twin", "other"), [TWINS, TWINS[::-1]])
def test_each_twin_links_to_the_other_at_its_top(twin: str, other: str) -> None:
    assert f"]({other})" in "\n".join(text_of(twin).splitlines()[:4])


@pytest.mark.parametrize("twin", TWINS)
def test_what_a_twin_links_to_is_there_and_its_pictures_are_light(twin: str) -> None:
    text = text_of(twin)
    pictures = pictures_of(text)

    assert [link for link in re.findall(r"\]\(([^)#:]+)\)", text) if not (ROOT / link).exists()] == []
    assert len(pictures) >= 4
    assert [name for name in pictures if (ROOT / name).stat().st_size > LIGHT] == []


@pytest.mark.parametrize("twin", TWINS)
def test_the_first_block_is_the_two_commands(twin: str) -> None:
    block = re.search(r"(?:^    .+\n)+", text_of(twin), re.MULTILINE)

    assert block
    commands = [line.split("#")[0].strip() for line in block[0].splitlines()]
    assert commands == ["python3 run.py demo", "python3 run.py test"]
