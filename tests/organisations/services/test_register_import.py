"""The way of an import through its jobs: hand in, preview, confirm, cancel."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django_scopes import scope

from pingyi.core import jobs
from pingyi.core.clock import now as clock_now
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.models import Job, StoredFile
from pingyi.core.services import imports
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation, RoleAssignment
from pingyi.organisations.services.register_import import cancel_import, confirm_import, hand_in_import
from tests.factories.workbooks import make_workbook
from tests.factories.world import NOW, make_actor, make_institution
from tests.organisations.services.register import SHEETS, tallies, workbook

pytestmark = pytest.mark.django_db
State = Job.State


@pytest.fixture
def clerk() -> Iterator[Actor]:
    institution = make_institution()
    with scope(institution=institution):
        yield make_actor(institution, "clerk")


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file counts as large: it becomes a job that waits for the worker."""
    monkeypatch.setattr(imports, "ROWS_AT_ONCE", 0)


def hand_in(clerk: Actor, content: bytes | None = None, name: str = "名册.xlsx") -> Job:
    return hand_in_import(actor=clerk, now=NOW, name=name, content=content or workbook())


def test_a_small_file_is_previewed_at_once(clerk: Actor) -> None:
    job = hand_in(clerk)
    assert (job.state, job.kind, tallies(job.result or {})["人员"]) == (
        State.DONE,
        "register.preview",
        (3, 0, 0),
    )


def test_a_large_file_waits_for_the_worker(clerk: Actor, large: None) -> None:
    job = hand_in(clerk)
    assert (job.state, job.result) == (State.WAITING, None)
    jobs.run_waiting()
    job.refresh_from_db()
    assert (job.state, job.done, job.total) == (State.DONE, 36, 36)


def test_a_file_that_is_no_workbook_is_refused_and_not_kept(clerk: Actor) -> None:
    with pytest.raises(Refused) as refused:
        hand_in(clerk, b"a,b,c")
    assert (refused.value.code, Job.objects.count(), StoredFile.objects.count()) == (
        "sheet.not_workbook",
        0,
        0,
    )


def test_confirming_writes_what_was_previewed(clerk: Actor) -> None:
    job = confirm_import(actor=clerk, now=NOW, preview=hand_in(clerk))
    assert (job.state, job.kind, Organisation.objects.count()) == (State.DONE, "register.apply", 4)


def test_confirming_twice_writes_once(clerk: Actor) -> None:
    preview = hand_in(clerk)
    first = confirm_import(actor=clerk, now=NOW, preview=preview)
    second = confirm_import(actor=clerk, now=NOW, preview=preview)
    assert (first.pk, Job.objects.filter(kind="register.apply").count()) == (second.pk, 1)


def test_two_people_with_the_same_file_write_it_once(clerk: Actor) -> None:
    other = make_actor(clerk.institution, "clerk")
    mine, theirs = hand_in(clerk), hand_in(other)
    assert confirm_import(actor=clerk, now=NOW, preview=mine).state == State.DONE
    late = confirm_import(actor=other, now=NOW, preview=theirs)
    assert (late.state, late.message, Organisation.objects.count()) == (
        State.FAILED,
        "这份表的内容库里都已经有了，没有要改的。",
        4,
    )


def test_faults_cannot_be_confirmed(clerk: Actor) -> None:
    preview = hand_in(clerk, workbook(人员=[*SHEETS["人员"], ["0099", "", ""]]))
    with pytest.raises(Refused) as refused:
        confirm_import(actor=clerk, now=NOW, preview=preview)
    assert (refused.value.code, Organisation.objects.count()) == ("import.faults", 0)


def test_an_unfinished_preview_cannot_be_confirmed(clerk: Actor, large: None) -> None:
    with pytest.raises(Refused) as refused:
        confirm_import(actor=clerk, now=NOW, preview=hand_in(clerk))
    assert refused.value.code == "import.not_previewed"


def test_a_waiting_job_is_cancelled_at_once_and_the_worker_leaves_it(clerk: Actor, large: None) -> None:
    preview = hand_in(clerk)
    jobs.run_waiting()
    preview.refresh_from_db()
    job = confirm_import(actor=clerk, now=NOW, preview=preview)
    cancel_import(actor=clerk, now=NOW, job=job)
    jobs.run_waiting()
    job.refresh_from_db()
    assert (job.state, Organisation.objects.count()) == (State.CANCELLED, 0)


def test_a_cancelled_writing_may_be_confirmed_again(clerk: Actor, large: None) -> None:
    preview = hand_in(clerk)
    jobs.run_waiting()
    preview.refresh_from_db()
    cancel_import(actor=clerk, now=NOW, job=confirm_import(actor=clerk, now=NOW, preview=preview))
    again = confirm_import(actor=clerk, now=NOW, preview=preview)
    jobs.run_waiting()
    again.refresh_from_db()
    assert (again.state, Organisation.objects.count()) == (State.DONE, 4)


def test_a_running_job_that_is_asked_to_stop_stops_before_it_writes(
    clerk: Actor, large: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "REPORT_SECONDS", -1)
    preview = hand_in(clerk)
    jobs.run_waiting()
    preview.refresh_from_db()
    job = confirm_import(actor=clerk, now=NOW, preview=preview)
    Job.objects.filter(pk=job.pk).update(is_cancel_asked=True)
    jobs.run_waiting()
    job.refresh_from_db()
    assert (job.state, job.message, Organisation.objects.count()) == (
        State.CANCELLED,
        "已取消，什么都没有改。",
        0,
    )


def test_what_is_written_cannot_be_cancelled(clerk: Actor) -> None:
    job = confirm_import(actor=clerk, now=NOW, preview=hand_in(clerk))
    cancel_import(actor=clerk, now=NOW, job=job)
    job.refresh_from_db()
    assert (job.state, job.is_cancel_asked) == (State.DONE, False)


def test_a_server_that_died_between_preview_and_writing_leaves_the_preview_to_confirm(
    clerk: Actor, large: None
) -> None:
    preview = hand_in(clerk)
    jobs.run_waiting()
    preview.refresh_from_db()
    job = confirm_import(actor=clerk, now=NOW, preview=preview)
    Job.objects.filter(pk=job.pk).update(state=State.RUNNING, seen_at=clock_now() - timedelta(minutes=5))
    jobs.look_after(clock_now())
    job.refresh_from_db()
    assert (job.state, "没有做完，什么都没有改" in job.message) == (State.FAILED, True)
    again = confirm_import(actor=clerk, now=NOW, preview=preview)
    jobs.run_waiting()
    again.refresh_from_db()
    assert (again.state, Organisation.objects.count()) == (State.DONE, 4)


def test_a_file_that_changed_on_the_disk_is_not_used(clerk: Actor) -> None:
    preview = hand_in(clerk)
    stored = StoredFile.objects.get()
    place = Path(settings.DATA) / "files" / stored.sha256[:2] / stored.sha256
    place.write_bytes(workbook(代表委员=[["工号", "类别"]]))
    try:
        job = confirm_import(actor=clerk, now=NOW, preview=preview)
    finally:
        place.unlink()
    assert (job.state, "和上传时不一样" in job.message, Organisation.objects.count()) == (
        State.FAILED,
        True,
        0,
    )


def test_a_clerk_who_lost_the_role_meanwhile_writes_nothing(clerk: Actor, large: None) -> None:
    preview = hand_in(clerk)
    jobs.run_waiting()
    preview.refresh_from_db()
    job = confirm_import(actor=clerk, now=NOW, preview=preview)
    RoleAssignment.objects.all().delete()
    jobs.run_waiting()
    job.refresh_from_db()
    assert (job.state, "没有办这件事的权限" in job.message) == (State.FAILED, True)


def test_a_handler_that_breaks_ends_as_failed_with_a_sentence(
    clerk: Actor, large: None, caplog: pytest.LogCaptureFixture
) -> None:
    job = hand_in(clerk)
    Job.objects.filter(pk=job.pk).update(arguments={})
    jobs.run_waiting()
    job.refresh_from_db()
    assert (job.state, job.message.startswith("系统出错，不是您填错了")) == (State.FAILED, True)
    assert f"job {job.pk} failed" in caplog.text


def test_other_institutions_and_other_roles_are_kept_out(clerk: Actor) -> None:
    preview = hand_in(clerk)
    counter = make_actor(clerk.institution, "counter")
    stranger = make_actor(make_institution(), "clerk")
    with pytest.raises(Forbidden):
        hand_in(counter)
    with pytest.raises(Forbidden):
        confirm_import(actor=counter, now=NOW, preview=preview)
    with pytest.raises(Forbidden):
        cancel_import(actor=counter, now=NOW, job=preview)
    with pytest.raises(Missing):
        confirm_import(actor=stranger, now=NOW, preview=preview)
    with pytest.raises(Missing):
        cancel_import(actor=stranger, now=NOW, job=preview)


def test_the_name_of_the_file_is_only_shown(clerk: Actor) -> None:
    hand_in(clerk, make_workbook({"人员": [["姓名", "工号"]]}), name="../../etc/名 册.xlsx")
    assert StoredFile.objects.get().name == "名 册.xlsx"
