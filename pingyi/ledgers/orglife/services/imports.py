"""The import of organisational life: what is read for one import, and how its lines are written."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from pingyi.core.clock import today
from pingyi.core.sheets.cell import CellError, date_of
from pingyi.ledgers.kit.domain.importing import Stored
from pingyi.ledgers.kit.domain.states import OPEN
from pingyi.ledgers.kit.queries import ledger_tree
from pingyi.ledgers.kit.services.check_workbook import LedgerImport, Prepared, SheetImport, Tables
from pingyi.ledgers.orglife.domain.sheets import ACTIVITIES, MEMBERS, ORGLIFE_FORMS
from pingyi.ledgers.orglife.models import Activity, Attendance, Member
from pingyi.ledgers.orglife.phrases import LENGTHS
from pingyi.ledgers.orglife.services.read_rows import ActivityRows, MemberRows
from pingyi.ledgers.orglife.services.rows_people import Named, PeopleOfRows
from pingyi.ledgers.orglife.services.write_lines import write_lines
from pingyi.organisations.actor import Actor
from pingyi.organisations.queries.register import load_known


def prepare(actor: Actor, now: datetime, tables: Tables) -> Prepared:
    """The register, and what the ledger holds on the days that were sent. A fixed number of queries."""
    known = load_known()
    allowed = frozenset(ledger_tree(actor).by_id)
    people = PeopleOfRows(known, allowed)
    return Prepared(
        sheets=(
            SheetImport(MEMBERS, MemberRows(people), _members(allowed)),
            SheetImport(
                ACTIVITIES, ActivityRows(people, today(now)), _activities(people, allowed, _days_of(tables))
            ),
        ),
        basis=(known, allowed),
    )


def _days_of(tables: Tables) -> tuple[date, date] | None:
    """The first and last day of the activities that were sent."""
    days = []
    for row in tables[ACTIVITIES.name].rows if ACTIVITIES.name in tables else ():
        cell = row.cells.get("happened_on")
        try:
            day = date_of(cell) if cell else None
        except CellError:
            continue  # said when the row is read
        if day is not None:
            days.append(day)
    return (min(days), max(days)) if days else None


def _members(allowed: Iterable[int]) -> dict[Hashable, Stored]:
    fields = ("admitted_on", "full_on", "group", "left_on")
    rows = Member.objects.filter(person__organisation__in=allowed).values("pk", "person_id", *fields)
    return {row["person_id"]: Stored(row["pk"], {name: row[name] for name in fields}) for row in rows}


def _activities(
    people: PeopleOfRows, allowed: Iterable[int], days: tuple[date, date] | None
) -> dict[Hashable, Stored]:
    if days is None:
        return {}
    lists = _lists(people, days)
    nobody: dict[str, list[Named]] = {}
    rows = Activity.objects.filter(organisation__in=allowed, happened_on__range=days).values()
    return {
        (row["organisation_id"], row["kind"], row["happened_on"], row["topic"]): Stored(
            row["id"],
            _values(people, dict(row), lists.get(row["id"], nobody)),
            is_fixed=row["state"] not in OPEN,
        )
        for row in rows
    }


def _values(people: PeopleOfRows, row: dict[str, Any], lists: Mapping[str, list[Named]]) -> dict[str, Any]:
    """An activity as a row of the workbook says it."""
    persons = {name: people.named(row[f"{name}_id"]) for name in ("chair", "recorder", "lecturer")}
    listed = {name: tuple(sorted(lists.get(name, ()))) for name in ("attended", "absent")}
    return {**row, **persons, **listed, "length": LENGTHS[row["length"]]}


def _lists(people: PeopleOfRows, days: tuple[date, date]) -> dict[int, dict[str, list[Named]]]:
    """Who was there and who was not, by activity. One query."""
    rows = Attendance.objects.filter(activity__happened_on__range=days)
    found: dict[int, dict[str, list[Named]]] = defaultdict(lambda: defaultdict(list))
    for activity, person, is_present, reason in rows.values_list(
        "activity_id", "person_id", "is_present", "reason"
    ):
        name = people.named(person, reason)
        if name is not None:
            found[activity]["attended" if is_present else "absent"].append(name)
    return found


ORGLIFE_IMPORT = LedgerImport("orglife", ORGLIFE_FORMS, prepare, write_lines)
