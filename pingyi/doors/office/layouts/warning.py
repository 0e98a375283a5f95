"""A word about names with characters in trouble, when they are typed and before papers are made. It stops nothing."""

from collections.abc import Iterable
from dataclasses import replace

from django.contrib import messages

from pingyi.core.text import shorten
from pingyi.core.words import Words
from pingyi.documents.domain.glyph_check import Trouble
from pingyi.documents.domain.tree import Document, Table
from pingyi.documents.queries.names import NameLack, check_names
from pingyi.doors.office.pages import OfficeRequest


def warn_about_names(request: OfficeRequest, *names: str) -> None:
    """After something was kept: each character in trouble with what to do."""
    for one in in_trouble(names):
        messages.warning(
            request,
            Words(
                "{one}：{message}。{remedy}。", one=one.name, message=one.lack.message, remedy=one.lack.remedy
            ),
        )


def trouble_in(document: Document) -> list[NameLack]:
    """The same for everything that a paper says, with the beginning of the line in which it stands."""
    texts = [document.title, document.addressee]
    for block in (*document.blocks, *(block for one in document.enclosed for block in one.blocks)):
        if isinstance(block, Table):
            texts += [cell.text for row in block.rows for cell in row if cell is not None]
        else:
            texts.append(block.text)
    return [replace(one, name=shorten(one.name, 20)) for one in in_trouble(texts)]


def in_trouble(names: Iterable[str]) -> list[NameLack]:
    """Without those that another font stands in for: they are printed."""
    return [one for one in check_names(names) if one.lack.trouble is not Trouble.STAND_IN]
