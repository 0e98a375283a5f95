"""A whole workbook against the register: all faults at once, or the plan."""

from dataclasses import dataclass, field

from pingyi.core.sheets.fault import FaultList
from pingyi.core.sheets.finding import find_sheets
from pingyi.core.sheets.opening import Book
from pingyi.core.sheets.table import Table, read_table
from pingyi.organisations.domain.imports import forms
from pingyi.organisations.domain.imports.bodies import Bodies, settle_bodies
from pingyi.organisations.domain.imports.delegates import Delegates, settle_delegates
from pingyi.organisations.domain.imports.directory import Directory, Step
from pingyi.organisations.domain.imports.drafts import Drafts
from pingyi.organisations.domain.imports.known import Known
from pingyi.organisations.domain.imports.organisations import settle_organisations
from pingyi.organisations.domain.imports.people import People, settle_people
from pingyi.organisations.domain.imports.placing import place_all
from pingyi.organisations.domain.imports.plan import Plan, make_plan
from pingyi.organisations.domain.imports.posts import Posts, settle_posts


@dataclass
class CheckedImport:
    """What came of the checks. There is a plan to write only if there are no faults."""

    plan: Plan
    faults: FaultList
    remarks: list[str] = field(default_factory=list)
    rows: int = 0


def read_tables(book: Book, faults: FaultList, remarks: list[str], step: Step) -> dict[str, Table]:
    """The sheets of the book that are ours, row by row."""
    found = find_sheets(book, forms.REGISTER_FORMS, faults)
    remarks.extend(found.remarks)
    tables = {}
    for form in forms.REGISTER_FORMS:
        if form.name in found.by_form:
            tables[form.name] = read_table(found.by_form[form.name], form, faults, step)
    return tables


def check_tables(
    tables: dict[str, Table], known: Known, faults: FaultList, remarks: list[str], step: Step
) -> CheckedImport:
    """All rows against what is known. Later sheets may name what earlier ones bring."""
    empty = {form.name: Table(form, frozenset()) for form in forms.REGISTER_FORMS}
    tables = empty | tables
    directory = Directory(known.organisations)
    drafts = Drafts()
    drafts.organisations = settle_organisations(tables[forms.ORGANISATIONS.name], directory, step)
    everything = [
        *directory.by_id.values(),
        *(draft for draft in drafts.organisations if draft.known is None),
    ]
    drafts.moved_along = place_all(everything)
    directory.note_paths(everything)
    people = People(known.people, directory)
    drafts.people = settle_people(tables[forms.PEOPLE.name], people, directory, step)
    posts = Posts(known.posts, people, directory)
    drafts.posts = settle_posts(tables[forms.POSTS.name], posts, people, directory, step)
    bodies = Bodies(known.bodies, known.members, people, directory)
    settle_bodies(tables[forms.BODIES.name], bodies, people, directory, drafts, step)
    delegates = Delegates(known.delegates, people)
    drafts.delegates = settle_delegates(tables[forms.DELEGATES.name], delegates, people, step)
    rows = sum(len(table.rows) for table in tables.values())
    if not rows and not faults:
        remarks.append("表里只有表头，没有内容。")
    if drafts.moved_along:
        remarks.append(f"上级改名或移动，{len(drafts.moved_along)} 个下级组织的完整路径跟着变。")
    plan = make_plan(drafts) if not faults else Plan(Drafts())
    return CheckedImport(plan, faults, remarks, rows)
