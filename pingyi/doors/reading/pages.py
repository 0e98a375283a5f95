"""What stands on the pages. The number in an address is the place in the order of the agenda, counted from 1."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pingyi.core.words import Words
from pingyi.documents.domain.numbering import in_chinese
from pingyi.review.collection.documents import brief_of
from pingyi.review.collection.documents.collection import state_words

if TYPE_CHECKING:
    from pingyi.review.collection.domain.materials import Material, Materials
    from pingyi.review.collection.models import ReadingRoom

Found = tuple[str, dict[str, Any]] | None


@dataclass(frozen=True)
class Line:
    """One reporter on the list."""

    place: int
    item: Material
    begins: str


@dataclass(frozen=True)
class Part:
    """A part of a report as it is read."""

    title: str
    paragraphs: tuple[str, ...] = ()
    answers: tuple[tuple[str, str, tuple[str, ...]], ...] = ()


def list_page(room: ReadingRoom, materials: Materials, _: int) -> Found:
    """Everybody in the order of the agenda; who has not handed in is named."""
    lines, last = [], ""
    for place, item in enumerate(materials.items, start=1):
        mode = Words("现场述职") if item.is_on_site else Words("书面述职")
        lines.append(Line(place, item, mode if mode != last else ""))
        last = mode
    return "list", {"materials": materials, "lines": lines, "until": room.open_until}


def report_page(room: ReadingRoom, materials: Materials, place: int) -> Found:
    """One report in full."""
    item = _at(materials, place)
    if item is None or not item.is_in:
        return None
    return "report", {**_around(materials, place), "item": item, "parts": _parts(item)}


def brief_page(room: ReadingRoom, materials: Materials, place: int) -> Found:
    """The brief of one reporter, word for word as it is printed."""
    item = _at(materials, place)
    if item is None:
        return None
    return "brief", {**_around(materials, place), "item": item, "brief": brief_of(item, None)}


def _at(materials: Materials, place: int) -> Material | None:
    return materials.items[place - 1] if 1 <= place <= len(materials.items) else None


def _around(materials: Materials, place: int) -> dict[str, Any]:
    """The neighbours to go on to. A report that is missing is passed over by the reader herself."""
    return {
        "place": place,
        "total": len(materials.items),
        "before": place - 1 if place > 1 else None,
        "after": place + 1 if place < len(materials.items) else None,
        "before_item": _at(materials, place - 1),
        "after_item": _at(materials, place + 1),
    }


def _parts(item: Material) -> list[Part]:
    parts = []
    if item.problems:
        answers = tuple(
            (
                problem.text,
                Words("{problem}，{state_words}", problem=problem.name, state_words=state_words(problem)),
                _paragraphs(problem.answer),
            )
            for problem in item.problems
        )
        parts.append(Part(Words("往年问题的整改情况"), answers=answers))
    parts += [Part(section.heading, _paragraphs(section.text)) for section in item.sections]
    return [
        Part(
            Words("{in_chinese}、{title}", in_chinese=in_chinese(min(99, number)), title=part.title),
            part.paragraphs,
            part.answers,
        )
        for number, part in enumerate(parts, start=1)
    ]


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
