"""The import as a whole: preview, all or nothing, safe to repeat, safe among others."""

import io
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django_scopes import scope
from openpyxl import load_workbook

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.jobs import Cancelled
from pingyi.core.models import Event, EventPayload
from pingyi.core.sheets.writing import write_book
from pingyi.organisations.actor import Actor
from pingyi.organisations.domain.imports.forms import REGISTER_FORMS
from pingyi.organisations.models import (
    Body,
    BodyMember,
    Delegate,
    Organisation,
    OrganisationAlias,
    Person,
    Post,
)
from pingyi.organisations.queries.register import export_lines, load_known
from pingyi.organisations.services.apply_import import apply_import, preview_import
from pingyi.organisations.services.organisation_tree import create_organisation
from pingyi.organisations.services.people import add_person
from tests.factories.workbooks import Counting, make_workbook
from tests.factories.world import NOW, make_actor, make_institution
from tests.organisations.services.register import SHEETS, run_import, run_preview, tallies, workbook

pytestmark = pytest.mark.django_db
MODELS = (Organisation, OrganisationAlias, Person, Post, Body, BodyMember, Delegate)


@pytest.fixture
def clerk() -> Iterator[Actor]:
    institution = make_institution()
    with scope(institution=institution):
        yield make_actor(institution, "clerk")


def sizes() -> list[int]:
    return [model.objects.count() for model in MODELS]


def test_the_first_import_writes_everything_that_the_preview_counted(clerk: Actor) -> None:
    content = workbook()
    preview = run_preview(clerk, content)
    assert (preview["faults"], sizes()) == ([], [0] * 7)
    assert tallies(preview) == {
        "组织": (4, 0, 0),
        "人员": (3, 0, 0),
        "任职": (3, 0, 0),
        "机构": (1, 0, 0),
        "机构成员": (2, 0, 0),
        "代表委员": (1, 0, 0),
    }
    assert tallies(run_import(clerk, content)) == tallies(preview)
    assert sizes() == [4, 3, 3, 3, 1, 2, 1]


def test_what_is_written_is_what_stands_in_the_sheets(clerk: Actor) -> None:
    run_import(clerk, workbook())
    branch = Organisation.objects.get(name="第一党支部")
    assert (branch.path, branch.kind, branch.parent and branch.parent.code) == (
        "中共示例大学委员会/护理学院党委/第一党支部",
        "branch",
        "D01",
    )
    assert list(OrganisationAlias.objects.order_by("pk").values_list("name", "is_dual_name")) == [
        ("校党委", False),
        ("护院党委", False),
        ("第五临床医学院党委", True),
    ]
    secretary = Post.objects.get(person__name="林晓")
    assert (secretary.title, secretary.title_text, secretary.portfolio, secretary.term_ends_on) == (
        "secretary",
        "党委书记、院长",
        "组织、宣传",
        date(2027, 3, 1),
    )
    acting = Post.objects.get(person__name="沈青")
    assert (acting.title, acting.is_acting, acting.ended_on) == ("deputy_secretary", True, None)
    assert list(BodyMember.objects.order_by("order").values_list("person__name", "role_text")) == [
        ("林晓", "组长"),
        ("沈青", ""),
    ]
    assert Delegate.objects.get().congress_number == 2


def test_the_same_file_again_has_nothing_to_do(clerk: Actor) -> None:
    content = workbook()
    run_import(clerk, content)
    known = load_known()
    again = run_preview(clerk, content)
    assert [one["new"] + one["changed"] for one in again["tallies"]] == [0] * 6
    with pytest.raises(Refused) as refused:
        run_import(clerk, content)
    assert (refused.value.code, load_known() == known) == ("import.nothing_to_do", True)


def test_what_is_exported_can_be_imported_and_changes_nothing(clerk: Actor) -> None:
    run_import(clerk, workbook())
    make_awkward_rows(clerk)
    exported = write_book(REGISTER_FORMS, export_lines(load_known()))
    again = run_preview(clerk, exported)
    assert again["faults"] == []
    assert [one["new"] + one["changed"] for one in again["tallies"]] == [0] * 6


def test_what_is_exported_fills_an_empty_register_the_same_way(clerk: Actor) -> None:
    run_import(clerk, workbook())
    make_awkward_rows(clerk)
    lines = export_lines(load_known())
    other = make_institution()
    with scope(institution=other):
        run_import(make_actor(other, "clerk"), write_book(REGISTER_FORMS, lines))
        assert export_lines(load_known()) == lines


def make_awkward_rows(clerk: Actor) -> None:
    """Names that a sheet could easily spoil: without codes, twice the same, like formulas, with commas inside."""
    root = Organisation.objects.get(code="U")
    law = create_organisation(
        actor=clerk, now=NOW, name="机关、后勤党总支", kind="general_branch", parent=root
    )
    create_organisation(actor=clerk, now=NOW, name="第一党支部", kind="branch", parent=law, order=3)
    law.aliases.create(institution=clerk.institution, name="机关、总务党总支")
    add_person(actor=clerk, now=NOW, name="=1+1", staff_number="@7", organisation=law)
    add_person(actor=clerk, now=NOW, name="王芳", organisation=law)
    person = add_person(actor=clerk, now=NOW, name="无处", staff_number="000")
    Body.objects.create(institution=clerk.institution, organisation=law, name="-空的", kind="other")
    Post.objects.create(
        institution=clerk.institution,
        person=person,
        organisation=law,
        title="principal",
        started_on=date(2020, 1, 1),
    )


def test_exported_texts_are_never_formulas(clerk: Actor) -> None:
    run_import(clerk, workbook())
    make_awkward_rows(clerk)
    book = load_workbook(io.BytesIO(write_book(REGISTER_FORMS, export_lines(load_known()))))
    risky = [
        cell
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and cell.value[0] in "=+-@"
    ]
    assert sorted({str(cell.value) for cell in risky}) == ["-空的", "=1+1", "@7"]
    assert {(cell.data_type, cell.quotePrefix) for cell in risky} == {("s", True)}


def test_changes_are_shown_before_and_after_and_written(clerk: Actor) -> None:
    run_import(clerk, workbook())
    changed: dict[str, list[list[Any]]] = {
        "组织": [
            ["代码", "名称", "上级", "排序"],
            ["D01", "护理与健康学院党委", "", 5],
            ["D02", "第五附属医院党委", "D01", ""],
        ],
        "人员": [["工号", "姓名", "所在组织"], ["0012", "林晓", "D02"], ["0014", "王芳", "第一党支部"]],
        "任职": [
            ["工号", "组织", "职务", "任职日期", "免职日期"],
            ["0012", "D01", "党委书记、院长", "2022-03-01", "2025-06-30"],
        ],
    }
    preview = run_preview(clerk, make_workbook(changed))
    shown = {
        line["name"]: [(one["title"], one["before"], one["after"]) for one in line["changes"]]
        for line in preview["changed"]
    }
    assert shown["护理与健康学院党委"] == [
        ("名称", "护理学院党委", "护理与健康学院党委"),
        ("排序", "1", "5"),
    ]
    assert shown["王芳"] == [("工号", "空", "0014")]
    run_import(clerk, make_workbook(changed))
    assert list(Organisation.objects.order_by("path").values_list("path", flat=True)) == [
        "中共示例大学委员会",
        "中共示例大学委员会/护理与健康学院党委",
        "中共示例大学委员会/护理与健康学院党委/第一党支部",
        "中共示例大学委员会/护理与健康学院党委/第五附属医院党委",
    ]
    assert Post.objects.get(person__name="林晓").ended_on == date(2025, 6, 30)
    assert Person.objects.get(name="王芳").staff_number == "0014"


def test_names_codes_and_numbers_may_be_exchanged_in_one_import(clerk: Actor) -> None:
    run_import(clerk, workbook())
    exchanged: dict[str, list[list[Any]]] = {
        "组织": [["代码", "名称"], ["D01", "第五附属医院党委"], ["D02", "护理学院党委"]],
        "人员": [["工号", "姓名"], ["0012", "沈青"], ["0013", "林晓"]],
    }
    run_import(clerk, make_workbook(exchanged))
    assert sorted(Organisation.objects.filter(code__startswith="D").values_list("code", "name")) == [
        ("D01", "第五附属医院党委"),
        ("D02", "护理学院党委"),
    ]
    assert (
        Organisation.objects.get(name="第一党支部").path == "中共示例大学委员会/第五附属医院党委/第一党支部"
    )


def test_one_fault_and_nothing_is_written(clerk: Actor) -> None:
    content = workbook(人员=[*SHEETS["人员"], ["0099", "", ""]])
    preview = run_preview(clerk, content)
    assert [fault["place"] for fault in preview["faults"]] == ["人员 第5行 B列（姓名）"]
    with pytest.raises(Refused) as refused:
        apply_import(
            actor=clerk,
            now=NOW,
            content=content,
            sha256=preview["sha256"],
            fingerprint=preview["fingerprint"],
            progress=Counting(),
        )
    assert (refused.value.code, sizes()) == ("import.changed_since", [0] * 7)


def apply_previewed(
    clerk: Actor, content: bytes, preview: dict[str, Any], progress: Counting | None = None
) -> None:
    apply_import(
        actor=clerk,
        now=NOW,
        content=content,
        sha256=preview["sha256"],
        fingerprint=preview["fingerprint"],
        progress=progress or Counting(),
    )


def test_another_file_than_the_previewed_one_is_refused(clerk: Actor) -> None:
    preview = run_preview(clerk, workbook())
    with pytest.raises(Refused) as refused:
        apply_previewed(clerk, workbook(代表委员=[["工号", "类别"]]), preview)
    assert (refused.value.code, sizes()) == ("import.file_changed", [0] * 7)


def test_a_register_that_changed_since_the_preview_is_refused(clerk: Actor) -> None:
    content = workbook()
    preview = run_preview(clerk, content)
    add_person(actor=clerk, now=NOW, name="林晓", staff_number="0012")
    before = sizes()
    with pytest.raises(Refused, match="不一样了") as refused:
        apply_previewed(clerk, content, preview)
    assert (refused.value.code, sizes()) == ("import.changed_since", before)


def test_a_change_elsewhere_in_the_register_does_not_matter(clerk: Actor) -> None:
    content = workbook()
    preview = run_preview(clerk, content)
    add_person(actor=clerk, now=NOW, name="别人", staff_number="9999")
    apply_previewed(clerk, content, preview)
    assert Person.objects.count() == 4


class Meddling(Counting):
    """Somebody else changes the register at the last moment before the writing."""

    def __init__(self, meddle: Any, times: int = 1) -> None:
        super().__init__()
        self.meddle, self.times = meddle, times

    def report(self, message: str = "") -> None:
        super().report(message)
        if message and self.times:
            self.times -= 1
            self.meddle(self.times)


def test_a_change_at_the_last_moment_makes_the_checks_start_over(clerk: Actor) -> None:
    content = workbook()
    preview = run_preview(clerk, content)
    meddling = Meddling(lambda _: add_person(actor=clerk, now=NOW, name="别人", staff_number="9999"))
    apply_previewed(clerk, content, preview, meddling)
    assert (len(meddling.messages), Person.objects.count()) == (2, 4)


def test_a_change_at_the_last_moment_that_matters_is_refused(clerk: Actor) -> None:
    content = workbook()
    preview = run_preview(clerk, content)
    meddling = Meddling(lambda _: add_person(actor=clerk, now=NOW, name="林晓", staff_number="0012"))
    with pytest.raises(Refused) as refused:
        apply_previewed(clerk, content, preview, meddling)
    assert (refused.value.code, Person.objects.count()) == ("import.changed_since", 1)


def test_a_register_that_never_rests_is_left_alone(clerk: Actor) -> None:
    content = workbook()
    preview = run_preview(clerk, content)
    meddling = Meddling(
        lambda left: add_person(actor=clerk, now=NOW, name="别人", staff_number=f"99{left}"), times=9
    )
    with pytest.raises(Refused) as refused:
        apply_previewed(clerk, content, preview, meddling)
    assert (refused.value.code, Organisation.objects.count()) == ("import.busy", 0)


@pytest.mark.parametrize("step", [1, 8, 15, 26])
def test_cancelling_at_any_step_changes_nothing(clerk: Actor, step: int) -> None:
    content = workbook()
    preview = run_preview(clerk, content)
    with pytest.raises(Cancelled):
        apply_previewed(clerk, content, preview, Counting(stop_at=step, stop_with=Cancelled()))
    assert sizes() == [0] * 7


class FailingAtTheEnd(Counting):
    def finish(self, result: dict[str, Any]) -> None:
        raise RuntimeError("the power went")


def test_a_failure_in_the_last_moment_leaves_nothing_behind(clerk: Actor) -> None:
    content = workbook()
    preview = run_preview(clerk, content)
    with pytest.raises(RuntimeError):
        apply_previewed(clerk, content, preview, FailingAtTheEnd())
    assert (sizes(), Event.objects.count()) == ([0] * 7, 0)


def test_every_row_is_stepped_over_twice(clerk: Actor) -> None:
    progress = Counting()
    preview_import(actor=clerk, content=workbook(), progress=progress)
    assert (progress.steps, progress.total) == (26, 36)


def test_the_log_says_who_imported_what(clerk: Actor) -> None:
    run_import(clerk, workbook())
    event = Event.objects.get()
    payload = EventPayload.objects.get(event=event).body
    assert (event.verb, event.actor_id) == ("register.imported", clerk.account_id)
    assert payload["tallies"][0] == {"sort": "组织", "new": 4, "changed": 0, "same": 0}


@pytest.mark.parametrize("role", ["leader", "scrutineer", "counter"])
def test_only_clerks_import(clerk: Actor, role: str) -> None:
    other = make_actor(clerk.institution, role)
    with pytest.raises(Forbidden):
        run_preview(other, workbook())
    preview = run_preview(clerk, workbook())
    with pytest.raises(Forbidden):
        apply_previewed(other, workbook(), preview)
    assert sizes() == [0] * 7


def test_another_institution_is_neither_seen_nor_touched(clerk: Actor) -> None:
    other = make_institution()
    with scope(institution=other):
        run_import(make_actor(other, "clerk"), workbook())
    assert sizes() == [0] * 7
    assert tallies(run_preview(clerk, workbook()))["组织"] == (4, 0, 0)
