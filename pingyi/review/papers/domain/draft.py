"""What a clerk has written over a built paper, and the document that comes of both."""

import hashlib
import json
import re
from dataclasses import dataclass, replace

from pingyi.core.words import listed
from pingyi.documents.domain.blanks import Built
from pingyi.documents.domain.papertext import read_text, tables_of, text_of
from pingyi.documents.domain.title import break_title
from pingyi.documents.domain.tree import Document

_TITLE_WIDTH = 19
_BETWEEN = re.compile(r"[，,；;、\n]+")


@dataclass(frozen=True)
class Draft:
    """The editable part: `copy_to` is a line of names. Secrecy and urgency stand at the head of the first page."""

    title: str
    addressee: str
    body: str
    copy_to: str = ""
    note: str = ""
    secrecy: str = ""
    urgency: str = ""


def draft_of(built: Built) -> Draft:
    """The built paper as text."""
    document = built.document
    return Draft(
        title=document.title.replace("\n", ""),
        addressee=document.addressee,
        body=text_of(document),
        copy_to=listed(document.copy_to, "，"),
        note=document.note,
    )


def document_of(built: Built, draft: Draft) -> Document:
    """The paper as it reads with the draft's words and the built paper's tables."""
    blocks, enclosed = read_text(draft.body, tables_of(built.document))
    return replace(
        built.document,
        title=break_title(draft.title.strip(), _TITLE_WIDTH),
        addressee=draft.addressee.strip().rstrip("：:"),
        blocks=blocks,
        enclosed=enclosed,
        copy_to=tuple(one.strip(" 。") for one in _BETWEEN.split(draft.copy_to) if one.strip(" 。")),
        note=draft.note.strip().strip("（）"),
    )


def digest_of(built: Built) -> str:
    """What the rows said when a draft was begun, tables included: it differs as soon as they say something else."""
    document = built.document
    tables = {
        name: [[cell.text if cell else None for cell in row] for row in table.rows]
        for name, table in tables_of(document).items()
    }
    said = [document.title, document.addressee, text_of(document), tables]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
