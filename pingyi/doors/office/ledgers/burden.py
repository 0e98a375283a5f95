"""减负账单: what ledgers ask people for, who fills it in, what it is for, and what nobody is asked again."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from pingyi.core.clock import now, today
from pingyi.core.errors import Forbidden
from pingyi.core.words import Words, listed
from pingyi.doors.evidence import facts_between, measures
from pingyi.doors.office.ledgers.books import BOOKS
from pingyi.doors.office.ledgers.years import year_in, years_to_choose
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.ledgers.kit.domain.fields import Filler
from pingyi.ledgers.kit.domain.record_fields import KIT_FIELDS
from pingyi.ledgers.kit.phrases import FILLERS
from pingyi.ledgers.kit.queries import LedgerTree, ledger_tree
from pingyi.ledgers.kit.queries.burden import LedgerBurden, TableBurden, burden_of
from pingyi.ledgers.kit.rules import may_use_ledgers
from pingyi.organisations.domain.facts import Span


@dataclass(frozen=True)
class FieldLine:
    """One field as the page shows it: filled in so often of so many rows; `by` only where others fill it in than the
    rest of its table.
    """

    title: str
    by: str
    times: int
    of: int
    readers: str


@dataclass(frozen=True)
class TableLines:
    """One table with those who fill most of it in."""

    title: str
    by: str
    is_lasting: bool
    lines: list[FieldLine]


@dataclass(frozen=True)
class Part:
    """One ledger: its tables with their fields, what came by itself with source and times, and what others read."""

    title: str
    home: str
    burden: LedgerBurden
    tables: list[TableLines]
    not_asked: list[tuple[str, str, int]]
    numbers: int
    measures: int


@office_page
@require_GET
def burden(request: OfficeRequest) -> HttpResponse:
    """GET `year`. Of the organisations that the actor sees."""
    if not may_use_ledgers(request.actor):
        raise Forbidden(Words("减负账单由经办人、领导和单位书记看。"))
    tree, year = ledger_tree(request.actor), year_in(request)
    numbers = _numbers(tree, year)
    own = [one.pk for one in tree.organisations]
    known = Counter(code.partition(".")[0] for code in measures())
    parts = [
        _part(book.title, reverse(book.home), burden_of(book.fields, own, year), numbers[code], known[code])
        for code, book in BOOKS.items()
    ]
    parts.append(_part(Words("规则里自己定的数"), "", burden_of(KIT_FIELDS, own, year), 0, 0))
    shown = {
        "parts": parts,
        "year": year,
        "years": years_to_choose(year),
        "rows": sum(one.burden.rows for one in parts),
        "times": sum(one.burden.times for one in parts),
        "by_itself": sum(one.burden.by_itself for one in parts),
        "fields": sum(one.burden.fields for one in parts),
        "numbers": sum(one.numbers for one in parts),
        "today": today(now()),
    }
    return render(request, "office/ledger-burden.html", shown)


def _numbers(tree: LedgerTree, year: int) -> Counter[str]:
    """How many numbers each ledger states of the year, for cards, the daily part and reports to read."""
    asked = [one.pk for one in tree.seconds or tree.branches]
    span = Span(date(year, 1, 1), min(date(year, 12, 31), today(now())))
    return Counter(fact.measure.partition(".")[0] for fact in facts_between(asked, span))


def _part(title: str, home: str, found: LedgerBurden, numbers: int, known: int) -> Part:
    tables = [_table(one) for one in found.tables if one.filled]
    return Part(title, home, found, tables, _not_asked(found), numbers, known)


def _table(found: TableBurden) -> TableLines:
    fillers = Counter(one.field.by for one in found.filled)
    most = fillers.most_common(1)[0][0]
    lines = [
        FieldLine(
            one.field.title,
            "" if one.field.by == most else _fillers(one.field.by),
            one.times,
            found.rows - one.by_itself,
            listed([reader.title for reader in one.field.consumers], "、"),
        )
        for one in found.filled
    ]
    return TableLines(found.table.title, _fillers(most), not found.table.written, lines)


def _fillers(by: tuple[Filler, ...]) -> str:
    return listed([FILLERS[one] for one in by], "、")


def _not_asked(found: LedgerBurden) -> list[tuple[str, str, int]]:
    """What nobody was asked again, each kind once."""
    times: Counter[tuple[str, str]] = Counter()
    for table in found.tables:
        for derived, count in table.derived:
            times[derived.title, derived.source] += count
        for one in table.filled:
            if one.field.otherwise:
                times[one.field.title, one.field.otherwise] += one.by_itself
    return [(title, source, count) for (title, source), count in times.items()]
