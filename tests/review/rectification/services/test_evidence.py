"""Evidence: words, files, who may bring and take it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django_scopes import scope

from pingyi.core.clock import today
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.files import read_file
from pingyi.core.models import Event, StoredFile
from pingyi.review.rectification.models import Evidence, Task
from pingyi.review.rectification.services import (
    HandedIn,
    add_evidence,
    close_task,
    remove_evidence,
    submit_task,
)
from tests.factories.rectification import LATER, Office, make_office, planned
from tests.factories.world import NOW, make_actor

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7 minutes"


@pytest.fixture(autouse=True)
def _own_folder(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path


def bring(office: Office, task: Task, **fields: Any) -> Evidence:
    wanted = {"actor": office.secretary, "now": NOW, "note": "支部党员大会记录"}
    with scope(institution=office.institution):
        return add_evidence(task=task, **{**wanted, **fields})


def test_evidence_says_what_it_shows_and_when_it_happened() -> None:
    office = make_office()
    row = bring(office, planned(office), happened_on=date(2026, 1, 10))
    assert (row.description, row.happened_on, row.recorded_at, row.file) == (
        "支部党员大会记录",
        date(2026, 1, 10),
        NOW,
        None,
    )


def test_a_file_is_kept_with_its_digest_and_named_by_itself_if_nothing_else_is_said() -> None:
    office = make_office()
    row = bring(office, planned(office), note="", file=HandedIn("大会记录.pdf", PDF))
    assert row.file is not None
    assert (row.description, row.happened_on, row.file.name) == ("大会记录.pdf", today(NOW), "大会记录.pdf")
    assert read_file(row.file) == PDF
    payload = Event.objects.select_related("payload").get(verb="evidence.added").payload.body
    assert payload["sha256"] == row.file.sha256


def test_a_second_click_brings_nothing_more() -> None:
    office = make_office()
    task = planned(office)
    for file in (None, HandedIn("大会记录.pdf", PDF)):
        assert bring(office, task, file=file) == bring(office, task, file=file)
    with scope(institution=office.institution):
        assert Evidence.objects.count() == 2
    assert StoredFile.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"note": " "}, "evidence.note", "note"),
        ({"note": "长" * 301}, "evidence.note_too_long", "note"),
        ({"happened_on": date(2026, 1, 17)}, "evidence.future", "happened_on"),
        ({"file": HandedIn("页.html", b"<html>")}, "evidence.kind", "file"),
        ({"file": HandedIn("记录.pdf", b"")}, "evidence.empty", "file"),
        ({"file": HandedIn("记录.pdf", b"MZ\x90")}, "evidence.content", "file"),
    ],
)
def test_what_is_no_evidence_is_refused_at_its_field(fields: dict[str, Any], code: str, field: str) -> None:
    office = make_office()
    task = planned(office)
    with pytest.raises(Refused) as refusal:
        bring(office, task, **fields)
    assert (refusal.value.code, refusal.value.field) == (code, field)
    with scope(institution=office.institution):
        assert (Evidence.objects.count(), StoredFile.objects.count()) == (0, 0)


def test_a_file_above_the_limit_is_refused(settings: Any) -> None:
    settings.UPLOAD_LIMIT_BYTES = 8
    office = make_office()
    task = planned(office)
    with pytest.raises(Refused) as refusal:
        bring(office, task, file=HandedIn("记录.pdf", PDF))
    assert (refusal.value.code, StoredFile.objects.count()) == ("file.too_large", 0)


def test_fifty_pieces_are_enough_for_one_task() -> None:
    office = make_office()
    task = planned(office)
    with scope(institution=office.institution):
        Evidence.objects.bulk_create(
            Evidence(
                institution=office.institution,
                task=task,
                description=f"第{number}份",
                happened_on=today(NOW),
                recorded_at=NOW,
                recorded_by_id=office.secretary.account_id,
            )
            for number in range(50)
        )
    with pytest.raises(Refused) as refusal:
        bring(office, task)
    assert refusal.value.code == "evidence.too_many"


def test_evidence_is_taken_back_while_the_task_is_open_and_the_record_keeps_it() -> None:
    office = make_office()
    task = planned(office)
    row = bring(office, task, file=HandedIn("大会记录.pdf", PDF))
    with scope(institution=office.institution):
        remove_evidence(actor=office.secretary, now=NOW, evidence=row)
        with pytest.raises(Missing):
            remove_evidence(actor=office.secretary, now=NOW, evidence=row)
        assert Evidence.objects.count() == 0
    payload = Event.objects.select_related("payload").get(verb="evidence.removed").payload.body
    assert payload["note"] == "支部党员大会记录"


def test_after_handing_in_evidence_stays_as_it_is() -> None:
    office = make_office()
    task = planned(office)
    row = bring(office, task)
    with scope(institution=office.institution):
        submit_task(actor=office.secretary, now=LATER, task=task, progress="办完了。")
        with pytest.raises(Refused):
            remove_evidence(actor=office.secretary, now=NOW, evidence=row)
    with pytest.raises(Refused) as refusal:
        bring(office, task, note="又一份")
    assert refusal.value.code == "task.not_open"


def test_who_brought_evidence_does_not_close_out() -> None:
    office = make_office()
    task = planned(office)
    row = bring(office, task)
    with scope(institution=office.institution):
        Evidence.objects.filter(pk=row.pk).update(recorded_by=office.clerk.account_id)
        submit_task(actor=office.secretary, now=LATER, task=task, progress="办完了。")
        with pytest.raises(Refused) as refusal:
            close_task(actor=office.clerk, now=LATER, task=task)
    assert refusal.value.code == "task.second_person_worked"


@pytest.mark.parametrize("role", ["clerk", "leader", "counter", "scrutineer", "secretary"])
def test_others_bring_and_take_nothing(role: str) -> None:
    office = make_office()
    task = planned(office)
    row = bring(office, task)
    other = make_actor(office.institution, role, organisation=office.hall.reporters[1].organisation)
    with pytest.raises(Forbidden):
        bring(office, task, actor=other, note="别的")
    with scope(institution=office.institution), pytest.raises(Forbidden):
        remove_evidence(actor=other, now=NOW, evidence=row)
