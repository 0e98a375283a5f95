"""The import of topics: what is read for one import, and how its lines are written. They come in as drafts."""

from collections.abc import Hashable, Sequence
from datetime import date, datetime
from typing import Any, cast

from django.db.models import Max

from pingyi.core.clock import today
from pingyi.ledgers.decisions.domain.amounts import fen_of
from pingyi.ledgers.decisions.domain.life import State
from pingyi.ledgers.decisions.domain.parameters import book_on
from pingyi.ledgers.decisions.domain.sheets import TOPICS
from pingyi.ledgers.decisions.models import Topic
from pingyi.ledgers.decisions.phrases import AUTHORITIES, KINDS, MAJORS, SUBJECTS
from pingyi.ledgers.decisions.queries.export import row_of
from pingyi.ledgers.decisions.queries.rules_in_force import numbers_in_force
from pingyi.ledgers.decisions.queries.units import units_of
from pingyi.ledgers.decisions.services.topic_rows import Presenter, TopicRows
from pingyi.ledgers.decisions.services.write_topic import set_route
from pingyi.ledgers.kit.domain.importing import Line, Stored
from pingyi.ledgers.kit.services.check_workbook import LedgerImport, Prepared, SheetImport, Tables
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation
from pingyi.organisations.queries.register import load_known

AT_ONCE = 2000
_CHANGED = (
    "kind",
    "subject",
    "major",
    "amount",
    "authority",
    "presenter",
    "summary",
    "decides",
    "studies_first",
    "recorded_at",
    "recorded_by",
)
_CODES = {
    key: {str.__str__(word): code for code, word in words.items()}
    for key, words in (
        ("kind", KINDS),
        ("subject", SUBJECTS),
        ("major", MAJORS),
        ("authority", AUTHORITIES),
    )
}


def prepare(actor: Actor, now: datetime, tables: Tables) -> Prepared:
    """The register, the units that the actor writes for, and their topics. A fixed number of queries."""
    known = load_known()
    units = frozenset(one.pk for one in units_of(actor))
    topics = Topic.objects.filter(organisation__in=units).select_related("presenter", "organisation")
    stored: dict[Hashable, Stored] = {
        (one.organisation_id, one.proposed_on, one.title): Stored(
            one.pk,
            {**row_of(one), "presenter": Presenter(one.presenter_id, one.presenter.name)},
            is_fixed=one.state != State.DRAFT,
        )
        for one in topics
    }
    sheet = SheetImport(TOPICS, TopicRows(known, units, today(now)), stored)
    return Prepared(sheets=(sheet,), basis=(known, units))


def write(actor: Actor, now: datetime, lines: Sequence[Line]) -> None:
    """New topics as drafts with the next numbers of their units; changed drafts as the rows say."""
    numbers = numbers_in_force()
    places = Organisation.objects.in_bulk({line.draft.owner for line in lines})
    kept = Topic.objects.in_bulk([line.stored_id for line in lines if line.stored_id is not None])
    rows = [_row(actor, now, line, places, kept) for line in lines]
    for row in rows:
        set_route(row, book_on(numbers, row.organisation.unit_kind, row.proposed_on))
    new = [row for row, line in zip(rows, lines, strict=True) if line.stored_id is None]
    Topic.objects.bulk_update(kept.values(), _CHANGED, batch_size=AT_ONCE // len(_CHANGED))
    _number(new)
    Topic.objects.bulk_create(new, batch_size=AT_ONCE)


def _row(
    actor: Actor, now: datetime, line: Line, places: dict[int, Organisation], kept: dict[int, Topic]
) -> Topic:
    if line.stored_id is not None:
        row = kept[line.stored_id]
    else:
        _, day, title = cast("tuple[int, date, str]", line.draft.identity)
        row = Topic(institution_id=actor.institution_id, title=title, proposed_on=day, year=day.year)
    row.organisation = places[line.draft.owner]
    row.recorded_at, row.recorded_by_id = now, actor.account_id
    for key, value in line.draft.values.items():
        _set(row, key, value)
    return row


def _set(row: Topic, key: str, value: Any) -> None:
    if key in _CODES:
        setattr(row, key, _CODES[key][value])
    elif key == "amount":
        row.amount = fen_of(value)
    elif key == "presenter":
        row.presenter_id = value.person_id
    else:
        setattr(row, key, value)


def _number(rows: Sequence[Topic]) -> None:
    """The next numbers of each unit and year, in the order of the sheet."""
    highest = {
        (one["organisation"], one["year"]): one["last"]
        for one in Topic.objects.values("organisation", "year").annotate(last=Max("number"))
    }
    for row in rows:
        place = (row.organisation_id, row.year)
        row.number = highest[place] = highest.get(place, 0) + 1


DECISIONS_IMPORT = LedgerImport("decisions", (TOPICS,), prepare, write)
