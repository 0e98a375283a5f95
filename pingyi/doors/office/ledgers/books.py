"""Which ledgers there are, for the pages that all of them share. A new ledger adds one entry."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.ledgers.decisions.domain.fields import FIELDS as DECISIONS_FIELDS
from pingyi.ledgers.decisions.domain.parameters import PARAMETERS as DECISIONS_PARAMETERS
from pingyi.ledgers.decisions.queries.export import export_lines as decisions_lines
from pingyi.ledgers.decisions.services.import_topics import DECISIONS_IMPORT
from pingyi.ledgers.kit.domain.fields import Declaration
from pingyi.ledgers.kit.domain.parameters import Parameter
from pingyi.ledgers.kit.services.check_workbook import LedgerImport
from pingyi.ledgers.orglife.domain.fields import FIELDS as ORGLIFE_FIELDS
from pingyi.ledgers.orglife.domain.parameters import PARAMETERS as ORGLIFE_PARAMETERS
from pingyi.ledgers.orglife.queries.export import export_lines as orglife_lines
from pingyi.ledgers.orglife.services.imports import ORGLIFE_IMPORT

if TYPE_CHECKING:
    from pingyi.organisations.models import Organisation

Lines = Mapping[str, Iterable[Mapping[str, Any]]]


@dataclass(frozen=True)
class Book:
    """One ledger: its words, the address name of its first page, and what the shared pages need of it."""

    title: str
    home: str
    imports: LedgerImport
    parameters: tuple[Parameter, ...]
    import_notes: tuple[str, ...]
    export: Callable[[Sequence["Organisation"], date, date], Lines]
    fields: Declaration


BOOKS: dict[str, Book] = {
    "orglife": Book(
        Words("组织生活"),
        "office:orglife-overview",
        ORGLIFE_IMPORT,
        ORGLIFE_PARAMETERS,
        (
            Words("导入的算今天记的，离发生久的标“补记”。"),
            Words("已经报上去的，用表改不了；要改先请确认的人退回。"),
        ),
        orglife_lines,
        ORGLIFE_FIELDS,
    ),
    "decisions": Book(
        Words("议题与决策"),
        "office:topic-list",
        DECISIONS_IMPORT,
        DECISIONS_PARAMETERS,
        (Words("已经报送的议题不再改，用表也改不了。"),),
        decisions_lines,
        DECISIONS_FIELDS,
    ),
}


def book_of(code: str) -> Book:
    """The ledger of this code; `Missing` for any other."""
    if code not in BOOKS:
        raise Missing(Words("没有这本台账。"), code="ledger.missing")
    return BOOKS[code]
