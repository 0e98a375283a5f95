"""What a ledger asks people for, and what each answer is for. Nobody is asked for what nothing reads, or twice."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum


class Filler(StrEnum):
    """Who fills something in."""

    BRANCH = "branch"
    UNIT = "unit"
    CHECKER = "checker"
    CLERK = "clerk"


class Sort(StrEnum):
    """What reads a field."""

    RULE = "rule"
    PAGE = "page"
    DOCUMENT = "document"
    MEASURE = "measure"


@dataclass(frozen=True, slots=True)
class Consumer:
    """One reader of fields: the code of a rule, the address name of a page, the name of a document, or the code of a
    measure that others read; `title` in the words of people. The form in which a field is filled in is none, nor is
    the export.
    """

    sort: Sort
    code: str
    title: str


def rule(code: str, title: str) -> Consumer:
    return Consumer(Sort.RULE, code, title)


def page(code: str, title: str) -> Consumer:
    return Consumer(Sort.PAGE, code, title)


def document(code: str, title: str) -> Consumer:
    return Consumer(Sort.DOCUMENT, code, title)


def measure(code: str, title: str) -> Consumer:
    return Consumer(Sort.MEASURE, code, title)


@dataclass(frozen=True)
class Field:
    """Something that a person fills in. `name` is the column of its table, `fact` what it states (`activity.topic`):
    one fact is asked for in one place, whatever the place is called. `inputs` are its names in forms and `columns` its
    columns in the sheet of its table; left out, both are `name`. Where rows of the relation `unless` exist the answer
    is taken from them, which `otherwise` says in words.
    """

    name: str
    title: str
    fact: str
    by: tuple[Filler, ...]
    consumers: tuple[Consumer, ...]
    inputs: tuple[str, ...] | None = None
    columns: tuple[str, ...] | None = None
    unless: str = ""
    otherwise: str = ""


@dataclass(frozen=True)
class Derived:
    """A column that nobody fills in. `source` says in words where it comes from; without a title it is of the machine
    (numbers of rows, moments) and of no interest to people.
    """

    name: str
    title: str = ""
    source: str = ""


@dataclass(frozen=True)
class Table:
    """One table. `written` is the path to the moment at which a row was written, empty for a standing list; `place`
    the path to its organisation, empty for the whole institution; `sheet` the sheet in which it is imported.
    """

    name: str
    title: str
    fields: tuple[Field, ...]
    derived: tuple[Derived, ...]
    written: str = ""
    place: str = ""
    sheet: str = ""

    def inputs(self) -> set[str]:
        """Its names in forms."""
        return {name for one in self.fields for name in _or_name(one, one.inputs)}

    def columns(self) -> set[tuple[str, str]]:
        """Its columns, by sheet and key; none without a sheet."""
        if not self.sheet:
            return set()
        return {(self.sheet, key) for one in self.fields for key in _or_name(one, one.columns)}


@dataclass(frozen=True)
class Declaration:
    """All tables of a ledger. `told` are inputs of forms and columns of sheets that ask for no new fact: they tell
    which known thing is meant, or which step is taken; by name, with the known fact or with nothing.
    """

    ledger: str
    tables: tuple[Table, ...]
    told: Mapping[str, str]

    @property
    def fields(self) -> Iterator[tuple[Table, Field]]:
        return ((table, one) for table in self.tables for one in table.fields)

    def without(self, table: str, name: str) -> "Declaration":
        """The same with one field forgotten, to try the checks with."""
        kept = {
            one.name: tuple(field for field in one.fields if (one.name, field.name) != (table, name))
            for one in self.tables
        }
        tables = tuple(replace(one, fields=kept[one.name]) for one in self.tables)
        return Declaration(self.ledger, tables, self.told)


def _or_name(field: Field, given: tuple[str, ...] | None) -> tuple[str, ...]:
    return (field.name,) if given is None else given


def gaps(
    declared: Declaration,
    *,
    stored: Mapping[str, Iterable[str]],
    columns: Iterable[tuple[str, str]],
    inputs: Iterable[str],
) -> list[str]:
    """What is stored, imported or typed and is not declared, and the other way round: one line for each. `stored` are
    the columns of the tables, `columns` those of the sheets (sheet, key), `inputs` the names in forms.
    """
    tables = {one.name: one for one in declared.tables}
    said = [f"table {name} is not declared" for name in stored if name not in tables]
    for name, table in tables.items():
        known = [one.name for one in table.fields] + [one.name for one in table.derived]
        said += _differences(f"column {name}.", known, stored.get(name, ()))
    own = {column for one in declared.tables for column in one.columns()}
    sent = {column for column in columns if column[1] not in declared.told}
    said += _differences("sheet column ", [".".join(one) for one in own], [".".join(one) for one in sent])
    typed = {name for one in declared.tables for name in one.inputs()}
    said += _differences("input ", typed, [name for name in inputs if name not in declared.told])
    return sorted(said)


def _differences(sort: str, declared: Iterable[str], found: Iterable[str]) -> list[str]:
    times, there = Counter(declared), set(found)
    return [
        *(f"{sort}{name} is not declared" for name in there - times.keys()),
        *(f"{sort}{name} is declared and not there" for name in times.keys() - there),
        *(f"{sort}{name} is declared twice" for name, count in times.items() if count > 1),
    ]


def idle(declared: Declaration) -> list[str]:
    """Fields that name nothing that reads them."""
    return [f"{table.name}.{one.name}" for table, one in declared.fields if not one.consumers]


def asked_twice(declarations: Iterable[Declaration], known: Iterable[str]) -> list[str]:
    """Facts that more than one field of any ledger asks for, and fields that ask for what the register holds; what
    tells a known thing must name one that is known.
    """
    all_of = list(declarations)
    times = Counter(one.fact for declared in all_of for _, one in declared.fields)
    register = set(known)
    told = [(declared.ledger, fact) for declared in all_of for fact in declared.told.values() if fact]
    return sorted(
        [
            *(f"{fact} is asked for {count} times" for fact, count in times.items() if count > 1),
            *(f"{fact} is known already" for fact in times if fact in register),
            *(
                f"{ledger}: nobody knows {fact}"
                for ledger, fact in told
                if fact not in register | times.keys()
            ),
        ]
    )
