"""Trees as the plain data that the templates read."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

import segno

from pingyi.documents.domain.booklet import Booklet
from pingyi.documents.domain.cards import Card, CardSheet
from pingyi.documents.domain.forms import Form, Grid
from pingyi.documents.domain.mark import mark_size
from pingyi.documents.domain.numbering import attachment_lines, numbered
from pingyi.documents.domain.signature import place_signature, width_of
from pingyi.documents.domain.tree import Block, Document
from pingyi.documents.domain.typed import printable


def plain(value: Any) -> Any:
    """Dataclasses as dictionaries that name their `type`, tuples as lists, text without what no file can hold."""
    if is_dataclass(value) and not isinstance(value, type):
        members = {field.name: plain(getattr(value, field.name)) for field in fields(value)}
        return {"type": type(value).__name__, **members}
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    return printable(value) if isinstance(value, str) else value


def document_data(document: Document) -> dict[str, Any]:
    """One copy of the text."""
    data: dict[str, Any] = plain(document)
    data["blocks"] = _numbered_blocks(document.blocks)
    for enclosed, plain_one in zip(document.enclosed, data["enclosed"], strict=True):
        plain_one["blocks"] = _numbered_blocks(enclosed.shown)
    if document.masthead is not None:
        size = mark_size(document.masthead.mark)
        data["masthead"] |= {
            "corner": plain(document.masthead.corner),
            "points": size.points,
            "stretch": float(size.stretch),
        }
    data["heads"], data["is_back_blank"] = [data["masthead"]], False
    data["attachments"] = [
        {
            "lead": plain(lead),
            "name": plain(name),
            "start": float(2 if place == 0 else 2 + width_of("附件：")),
        }
        for place, (lead, name) in enumerate(attachment_lines(document.attachment_names))
    ]
    if document.signature is not None:
        place = place_signature(document.signature)
        data["signature"] |= {
            "issuer_right": float(place.issuer_right),
            "date_right": float(place.date_right),
        }
    return data


def copies_data(document: Document, numbers: tuple[str, ...], *, is_back_blank: bool) -> dict[str, Any]:
    """The text once for each copy number; `is_back_blank`: one copy ends on the front of a sheet."""
    data = document_data(document)
    if document.masthead is None:
        raise ValueError("copies are counted only where there is a masthead")
    heads = [replace(document.masthead, copy_number=number) for number in numbers]
    data["heads"] = [{**data["masthead"], "corner": plain(head.corner)} for head in heads]
    return {**data, "is_back_blank": is_back_blank}


def _numbered_blocks(blocks: tuple[Block, ...]) -> list[dict[str, Any]]:
    return [{**plain(block), "number": number} for block, number in numbered(blocks)]


def booklet_data(booklet: Booklet) -> dict[str, Any]:
    data: dict[str, Any] = plain(booklet)
    for chapter, plain_chapter in zip(booklet.chapters, data["chapters"], strict=True):
        plain_chapter["blocks"] = [
            {**plain(block), "number": number} for block, number in numbered(chapter.blocks)
        ]
    return data


def form_data(form: Form) -> dict[str, Any]:
    data: dict[str, Any] = plain(form)
    for page, plain_page in zip(form.pages, data["pages"], strict=True):
        for block, plain_block in zip(page.blocks, plain_page["blocks"], strict=True):
            if isinstance(block, Grid):
                plain_block["groups"] = _groups(block)
    return data


def _groups(grid: Grid) -> list[dict[str, Any]]:
    """Runs of columns under one heading; a column without a group is a run of its own."""
    runs: list[dict[str, Any]] = []
    for column in grid.columns:
        if column.group and runs and runs[-1]["title"] == column.group:
            runs[-1]["span"] += 1
        else:
            runs.append({"title": printable(column.group), "span": 1})
    return runs


def cards_data(sheet: CardSheet) -> dict[str, Any]:
    data: dict[str, Any] = plain(sheet)
    for card, plain_card in zip(sheet.cards, data["cards"], strict=True):
        plain_card["modules"] = qr_modules(card)
    return data


def qr_modules(card: Card) -> list[str]:
    """The QR code row by row, 1 for dark; a quarter of it may be damaged and it is still read."""
    code = segno.make(card.link, error="q", micro=False)
    return ["".join("1" if module else "0" for module in row) for row in code.matrix]
