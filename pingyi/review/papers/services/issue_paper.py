from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.files import store_file
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.documents.domain.copy_number import read_copy_number
from pingyi.documents.domain.dates import official_date
from pingyi.documents.domain.kept_tree import tree_data
from pingyi.documents.domain.official import HeadForm, Imprint, Masthead
from pingyi.documents.domain.tree import Document, Signature
from pingyi.documents.models import NumberSeries
from pingyi.documents.queries import next_numbers
from pingyi.documents.queries.register import text_of
from pingyi.documents.render import html
from pingyi.documents.render.files import RenderedFile, pdf_file
from pingyi.documents.services import take_number
from pingyi.organisations.actor import Actor
from pingyi.review.papers.domain.kinds import Kind
from pingyi.review.papers.models import IssuedPaper
from pingyi.review.papers.own_layout import word_paper
from pingyi.review.papers.phrases import KIND_WORDS
from pingyi.review.papers.queries.building import Present, Target, present_paper
from pingyi.review.papers.rules import may_write_papers


@dataclass(frozen=True)
class Rendering:
    """The paper in its three forms."""

    word: RenderedFile
    pdf: RenderedFile
    page: str


def issue_paper(
    *,
    actor: Actor,
    now: datetime,
    target: Target,
    series: NumberSeries | None,
    issued_on: date,
    seen_version: int,
    with_blanks: bool = False,
    signatory: str = "",
    form: HeadForm = HeadForm.DOCUMENT,
    copy_number: str = "",
) -> IssuedPaper:
    """Give out the paper as it stands: an official document takes the next number of its series, its files are kept.

    Before: the words are those that the clerk has seen, and blanks are meant to be filled in by hand (`with_blanks`).
    Setting the files takes a moment, so it is done for the number that comes next before anything is locked, and again
    only if somebody else was faster. Records paper.issued.
    """
    present = _ready(actor, target, series, seen_version, with_blanks=with_blanks)
    head = (signatory.strip(), form, _copy_number(copy_number))
    expected = next_numbers(issued_on).get(series.pk, "") if series else ""
    document = official(present, series, expected, issued_on, *head)
    rendering = render(target.kind, document)
    with transaction.atomic():
        taken = None
        if series is not None:
            title = present.document.title
            taken = take_number(actor=actor, now=now, series=series, title=title, issued_on=issued_on)
            if text_of(taken) != expected:
                document = official(present, series, text_of(taken), issued_on, *head)
                rendering = render(target.kind, document)
        kept = [
            store_file(
                institution_id=target.cycle.institution_id,
                name=file.name,
                content=file.content,
                stored_by_id=actor.account_id,
                now=now,
            )
            for file in (rendering.word, rendering.pdf)
        ]
        paper: IssuedPaper = IssuedPaper.objects.create(
            institution_id=target.cycle.institution_id,
            cycle=target.cycle,
            meeting=target.meeting,
            kind=target.kind,
            title=present.document.title.replace("\n", ""),
            document_number=taken,
            **_counted(document),
            page=rendering.page,
            blanks=present.blanks,
            word=kept[0],
            pdf=kept[1],
            issued_on=issued_on,
            issued_by_id=actor.account_id,
            issued_at=now,
        )
        record_event(
            institution_id=target.cycle.institution_id,
            verb="paper.issued",
            actor_id=actor.account_id,
            subject=paper,
            now=now,
            payload={
                "name": text_of(taken) if taken else KIND_WORDS[target.kind],
                "title": paper.title,
                "word": kept[0].sha256,
                "pdf": kept[1].sha256,
                **({"copy_number": head[2]} if head[2] else {}),
            },
        )
    return paper


def official(
    present: Present,
    series: NumberSeries | None,
    number: str,
    issued_on: date,
    signatory: str = "",
    form: HeadForm = HeadForm.DOCUMENT,
    copy_number: str = "",
) -> Document:
    """The paper with head, signature and foot of its series; without a series it stays a plain text.

    A letter (信函) bears the name without 文件, nobody who signs it and no line that says who printed it.
    """
    if series is None:
        return present.document
    day = official_date(issued_on)
    is_letter = form is HeadForm.LETTER
    return replace(
        present.document,
        masthead=Masthead(
            series.mark.removesuffix(Words("文件")) if is_letter else series.mark,
            number,
            form,
            copy_number=copy_number,
            secrecy=present.draft.secrecy,
            urgency=present.draft.urgency,
            signatory="" if is_letter else signatory,
        ),
        signature=Signature(series.issuer, day),
        imprint=Imprint(series.printer, day) if series.printer and not is_letter else None,
    )


def render(kind: Kind, document: Document) -> Rendering:
    """Word, PDF and page from one tree; Word in the school's own layout where one is in use."""
    return Rendering(word_paper(kind, document), pdf_file(document), html.render(document))


def _counted(document: Document) -> dict[str, Any]:
    """What is kept of a paper whose copies are counted."""
    number = document.masthead.copy_number if document.masthead else ""
    return {"copy_number": number, "tree": tree_data(document)} if number else {}


def _copy_number(typed: str) -> str:
    number = read_copy_number(typed)
    if number is None:
        raise Refused(
            Words("份号是一到六位数字，例如1，印成000001；不编份号就空着。没有发。"),
            code="paper.copy_number",
            field="copy_number",
        )
    return number


def _ready(
    actor: Actor, target: Target, series: NumberSeries | None, seen_version: int, *, with_blanks: bool
) -> Present:
    if not may_write_papers(actor, target.cycle):
        raise Forbidden(Words("公文由经办人写、由经办人发。"))
    if target.is_numbered != (series is not None):
        raise Refused(Words("选用哪个机关的名义发、编哪个机关代字。"), code="paper.series", field="series")
    present = present_paper(target)
    if present.version != seen_version:
        raise Refused(Words("这一份刚被改过，没有发。先看改后的内容，再发。"), code="paper.changed_meanwhile")
    if present.unknown_tables:
        raise Refused(
            Words(
                "正文里的表“{unknown_tables}”不存在，没有发。改成左边列出的表名，或者删掉这一行。",
                unknown_tables=present.unknown_tables[0],
            ),
            code="paper.unknown_table",
        )
    if present.blanks and not with_blanks:
        raise Refused(
            Words(
                "还有{blanks}处空白（　　），没有发。补齐再发；要打印后手填的，勾上“空白处手填”。",
                blanks=present.blanks,
            ),
            code="paper.blanks",
            field="with_blanks",
        )
    return present
