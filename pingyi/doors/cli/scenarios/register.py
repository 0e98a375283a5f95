"""The workbook that a clerk would import: the register of the made-up institution."""

import io
from collections.abc import Iterable, Iterator, Sequence

from openpyxl import Workbook

from pingyi.core.sheets.columns import SheetForm
from pingyi.doors.cli.scenarios.people import ROOT_CODE, Cast, Person
from pingyi.organisations.domain.imports import forms
from pingyi.review.cycles.domain.member_sheet import MEMBER_FORM

Row = dict[str, object]
BRANCHES = ("教工第一党支部", "教工第二党支部")


def register_workbook(cast: Cast) -> bytes:
    """The five sheets of the import, filled."""
    return _book(
        [
            (forms.ORGANISATIONS, _organisations(cast)),
            (forms.PEOPLE, _people(cast.people)),
            (forms.POSTS, _posts(cast)),
            (forms.BODIES, _members(cast)),
            (forms.DELEGATES, _delegates(cast)),
        ]
    )


def list_workbook(people: Iterable[Person]) -> bytes:
    """The list of one voter class."""
    return _book([(MEMBER_FORM, ({"staff_number": one.number, "name": one.name} for one in people))])


def proof_workbook() -> bytes:
    """What an organisation hands in as evidence of a task."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["措施", "完成情况"])
    sheet.append(["制度", "已经印发"])
    sheet.append(["记录", "已经补齐"])
    return _saved(book)


def _organisations(cast: Cast) -> Iterator[Row]:
    scenario = cast.scenario
    yield {"code": ROOT_CODE, "name": scenario.convenor, "kind": "党委", "unit_kind": "学校", "order": 1}
    for place, (unit, code) in enumerate(cast.codes.items(), start=1):
        yield {
            "code": code,
            "name": unit.name,
            "parent": ROOT_CODE,
            "kind": unit.kind,
            "unit_kind": unit.unit_kind,
            "dual_names": unit.dual_names,
            "order": place,
        }
        if unit.kind != "直属党支部":
            for number, branch in enumerate(BRANCHES, start=1):
                yield {
                    "code": f"{code}{number:02}",
                    "name": branch,
                    "parent": code,
                    "kind": "党支部",
                    "unit_kind": unit.unit_kind,
                    "order": number,
                }


def _people(people: Iterable[Person]) -> Iterator[Row]:
    for person in people:
        yield {"staff_number": person.number, "name": person.name, "organisation": person.organisation}


def _posts(cast: Cast) -> Iterator[Row]:
    for post in cast.posts:
        yield {
            "staff_number": post.person.number,
            "name": post.person.name,
            "organisation": post.organisation,
            "title_text": post.title_text,
            "title": post.title,
            "portfolio": post.portfolio,
            "started_on": post.started_on,
            "term_ends_on": post.term_ends_on,
        }


def _members(cast: Cast) -> Iterator[Row]:
    kind = "党委" if cast.scenario.body == "党委" else "领导小组"
    for place, person in enumerate(cast.committee, start=1):
        yield {
            "name": cast.scenario.body,
            "organisation": ROOT_CODE,
            "kind": kind,
            "staff_number": person.number,
            "person": person.name,
            "order": place,
            "role_text": "",
        }


def _delegates(cast: Cast) -> Iterator[Row]:
    for person, kind, level in cast.delegates:
        yield {"staff_number": person.number, "person": person.name, "kind": kind, "level_text": level}


def _book(sheets: Sequence[tuple[SheetForm, Iterable[Row]]]) -> bytes:
    book = Workbook(write_only=True)
    for form, rows in sheets:
        sheet = book.create_sheet(form.name)
        sheet.append([column.title for column in form.columns])
        for row in rows:
            sheet.append([row.get(column.key) or None for column in form.columns])
    return _saved(book)


def _saved(book: Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()
