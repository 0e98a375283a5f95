"""The preview of an official document in the browser: one long sheet from the same tree, no inline styles."""

from math import ceil

from django.utils.html import escape

from pingyi.documents.domain.numbering import attachment_lines, numbered
from pingyi.documents.domain.official import HeadForm, Imprint, Masthead
from pingyi.documents.domain.signature import place_signature, width_of
from pingyi.documents.domain.tree import Align, Block, Cell, Document, Heading, Row, Table
from pingyi.documents.domain.typed import printable

_SHORTEST_MARK, _LONGEST_MARK = 8, 24
_SIDES = {Align.LEFT: "left", Align.CENTRE: "centre", Align.RIGHT: "right"}


def render(document: Document) -> str:
    """The document as safe HTML of the classes in office/paper.css."""
    parts = [_head(document.masthead)] if document.masthead else []
    parts.append(f'<h2 class="gw-title">{_text(document.title)}</h2>')
    if document.addressee:
        parts.append(f'<p class="gw-to">{_text(document.addressee)}：</p>')
    parts.append(_blocks(document.blocks))
    for place, (lead, name) in enumerate(attachment_lines(document.attachment_names)):
        look = "gw-annex gw-next" if place else "gw-annex"
        parts.append(f'<p class="{look}"><span>{_text(lead)}</span><span>{_text(name)}</span></p>')
    parts.append(_signature(document))
    if document.note:
        parts.append(f'<p class="gw-in">（{_text(document.note)}）</p>')
    for number, one in enumerate(document.enclosed, start=1):
        mark = f"附件{number if len(document.enclosed) > 1 else ''}"
        title = f'<h2 class="gw-title">{_text(one.title)}</h2>'
        parts.append(
            f'<section class="gw-page"><p class="gw-mark">{mark}</p>{title}{_blocks(one.shown)}</section>'
        )
    parts.append(_foot(document.copy_to, document.imprint))
    return f'<article class="gw">{"".join(parts)}</article>'


def _text(text: str) -> str:
    return "<br>".join(str(escape(line)) for line in printable(text).split("\n"))


def _head(head: Masthead) -> str:
    corner = "".join(
        f"<p{' class=gw-hei' if is_hei else ''}>{_text(text)}</p>" for text, is_hei in head.corner
    )
    # The size follows the length by a class: the security policy allows no inline style.
    length = min(max(ceil(width_of(head.mark)), _SHORTEST_MARK), _LONGEST_MARK)
    mark = f'<p class="gw-red gw-n{length}">{_text(head.mark)}</p>'
    number = ""
    if head.form is HeadForm.LETTER:
        number = f'<p class="gw-number">{_text(head.number)}</p>'
        return f'<header class="gw-head gw-letter">{mark}{corner}{number}</header>'
    if head.form is not HeadForm.MINUTES:
        signed = f"<span>签发人：<i>{_text(head.signatory)}</i></span>" if head.signatory else ""
        number = (
            f'<p class="gw-number{" gw-up" if signed else ""}"><span>{_text(head.number)}</span>{signed}</p>'
        )
    return f'<header class="gw-head">{corner}{mark}{number}</header>'


def _blocks(blocks: tuple[Block, ...]) -> str:
    return "".join(_block(block, number) for block, number in numbered(blocks))


def _block(block: Block, number: str) -> str:
    if isinstance(block, Heading):
        return (
            f'<h{block.level + 2} class="gw-h{block.level}">{number}{_text(block.text)}</h{block.level + 2}>'
        )
    if isinstance(block, Table):
        return _table(block)
    return f"<p{' class=gw-in' if block.is_indented else ''}>{_text(block.text)}</p>"


def _table(table: Table) -> str:
    caption = f"<caption>{_text(table.caption)}</caption>" if table.caption else ""
    head = "".join(f'<th scope="col">{_text(column.title)}</th>' for column in table.columns)
    rows = "".join(f"<tr>{_cells(row, table)}</tr>" for row in table.rows)
    whole = f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return f'<div class="gw-table" tabindex="0">{whole}</div>'


def _cells(row: Row, table: Table) -> str:
    return "".join(
        _cell(cell, _SIDES[column.align])
        for cell, column in zip(row, table.columns, strict=True)
        if cell is not None
    )


def _cell(cell: Cell, side: str) -> str:
    down = f' rowspan="{cell.rows_down}"' if cell.rows_down > 1 else ""
    return f'<td class="gw-{side}"{down}>{_text(cell.text)}</td>'


def _signature(document: Document) -> str:
    if document.signature is None:
        return ""
    place = place_signature(document.signature)
    is_long = place.issuer_right < place.date_right or place.issuer_right == 2
    names = f"<span>{_text(document.signature.issuer)}</span><span>{_text(document.signature.date)}</span>"
    return f'<p class="gw-sign{" gw-long" if is_long else ""}">{names}</p>'


def _foot(copy_to: tuple[str, ...], imprint: Imprint | None) -> str:
    lines = f'<p class="gw-copy">抄送：{_text("，".join(copy_to))}。</p>' if copy_to else ""
    if imprint is not None:
        lines += f"<p><span>{_text(imprint.printer)}</span><span>{_text(imprint.printed_on)}印发</span></p>"
    return f'<footer class="gw-foot">{lines}</footer>' if lines else ""
