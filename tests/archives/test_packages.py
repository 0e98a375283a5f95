"""A package of a whole review: what stands in it, what never does, how it is checked without this software."""

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from django_scopes import scope

from pingyi.archives.domain.catalogue import CATALOGUE, LEFT_OUT
from pingyi.archives.domain.checking import check_package
from pingyi.archives.models import ArchivePackage
from pingyi.archives.services import PACK, ask_for_package, cancel_package, make_package
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.files import place_of
from pingyi.core.jobs import run
from pingyi.core.models import Event, Job
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import InstitutionRow
from pingyi.review.ballots.models import Answer, Slip, Voting
from pingyi.review.cycles.models import Cycle
from tests.factories.whole_review import WholeReview, make_whole_review
from tests.factories.world import NOW, make_actor

pytestmark = pytest.mark.django_db


class Quiet:
    def expect(self, total: int) -> None: ...

    def step(self) -> None: ...

    def report(self, message: str = "") -> None: ...

    def finish(self, result: dict[str, Any]) -> None: ...


@pytest.fixture(autouse=True)
def _own_folder(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path


@pytest.fixture
def review() -> WholeReview:
    return make_whole_review()


def packed(review: WholeReview, actor: Actor, *, with_counts: bool = False) -> ArchivePackage:
    with scope(institution=actor.institution):
        return make_package(
            actor=actor, now=NOW, cycle=review.office.cycle, with_counts=with_counts, progress=Quiet()
        )


def text_of(package: ArchivePackage) -> str:
    with zipfile.ZipFile(place_of(package.file)) as archive:
        return "\n".join(
            archive.read(name).decode(errors="replace")
            for name in archive.namelist()
            if not name.endswith((".docx", ".pdf"))
        )


def ran(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(words, check=False, cwd=folder, capture_output=True, text=True)


def table(package: ArchivePackage, name: str) -> list[dict[str, Any]]:
    with zipfile.ZipFile(place_of(package.file)) as archive:
        rows: list[dict[str, Any]] = json.loads(archive.read(f"data/{name}.json"))["rows"]
    return rows


def test_a_package_holds_documents_data_log_and_evidence_and_is_good(review: WholeReview) -> None:
    package = packed(review, review.office.clerk)
    verdict = check_package(place_of(package.file))
    assert verdict.differences == []
    assert verdict.sha256 == package.file.sha256
    names = {member.name for member in verdict.manifest.members} if verdict.manifest else set()
    assert {"说明.txt", "说明.html", "data/problems.csv", "events/log.jsonl"} <= names
    assert any(name.startswith("documents/公文/") and name.endswith(".pdf") for name in names)
    assert any(name.startswith("documents/反馈意见/") for name in names)
    assert any(name.startswith("documents/整改任务清单/") for name in names)
    assert [row["text"] for row in table(package, "problems")] == ["组织生活不正常。"]
    assert Event.objects.filter(verb="archive.packed").count() == 1
    second = packed(review, review.review.leader)
    assert second.sequence == 2


def test_an_inspector_checks_it_with_sha256sum_and_plain_python(review: WholeReview, tmp_path: Path) -> None:
    package = packed(review, review.office.clerk)
    folder = tmp_path / "unpacked"
    with zipfile.ZipFile(place_of(package.file)) as archive:
        archive.extractall(folder)
    sums = shutil.which("sha256sum")
    assert sums
    done = ran(folder, sums, "-c", "SHA256SUMS")
    assert done.returncode == 0, done.stdout
    assert len(done.stdout.splitlines()) == package.members - 1
    chain = [sys.executable, "-I", "events/check_log.py"]
    assert ran(folder, *chain).returncode == 0
    log = folder / "events/log.jsonl"
    log.write_text(log.read_text().replace("problem.raised", "problem.forgot", 1))
    assert ran(folder, *chain).returncode == 1
    assert ran(folder, sums, "-c", "SHA256SUMS").returncode == 1


def test_counts_leave_only_with_the_leader(review: WholeReview) -> None:
    with pytest.raises(Forbidden):
        packed(review, review.office.clerk, with_counts=True)
    for role in ("counter", "scrutineer", "examiner"):
        with pytest.raises(Forbidden):
            packed(review, make_actor(review.office.institution, role))
    plain = packed(review, review.office.clerk)
    counted = packed(review, review.review.leader, with_counts=True)
    assert table(counted, "calculations")[0]["input"]["reporters"]
    with zipfile.ZipFile(place_of(plain.file)) as archive:
        names = set(archive.namelist())
    for name in ("calculations", "reasons", "marks", "hand_counts", "box_decisions"):
        assert f"data/{name}.json" not in names
    assert '"fairly_good": 1' not in text_of(plain)
    assert "handed_out" not in text_of(plain)


def test_no_ballot_no_slip_no_key_and_no_address_is_inside(review: WholeReview) -> None:
    package = packed(review, review.review.leader, with_counts=True)
    text = text_of(package)
    with scope(institution=review.office.institution):
        secrets = list(Slip.objects.values_list("code_digest", flat=True))
        secrets += [str(pk) for pk in Slip.objects.values_list("pk", flat=True)]
        secrets += [str(pk) for pk in Answer.objects.values_list("pk", flat=True)]
        secrets.append(Voting.objects.get().public_key)
        secrets.append(review.office.hall.open.hall_key)
    assert secrets
    assert not [secret for secret in secrets if secret in text]
    assert {"ballots.answer", "ballots.slip", "ballots.paperform"} <= LEFT_OUT.keys()
    columns = {(one.model, column.path) for one in CATALOGUE for column in one.columns}
    secret_words = ("key", "password", "secret", "code_digest", "cast_digest", "token", "username")
    assert not [
        (model, path)
        for model, path in columns
        for word in secret_words
        if word in path and (model, path) != ("cycles.cyclesetting", "key")
    ]


def test_of_every_table_below_a_review_somebody_decided_whether_it_leaves() -> None:
    """A new table: list it in pingyi/archives/domain/catalogue, or say in left_out.py why it stays."""
    written_out = {one.model for one in CATALOGUE}
    assert not written_out & LEFT_OUT.keys()
    below = {label for label in _below_a_review() if not label.startswith("archives.")}
    assert below - written_out - LEFT_OUT.keys() == set()


def _below_a_review() -> set[str]:
    """Labels of the tables whose rows lead to a review by keys that are always set."""
    reached: set[type[models.Model]] = {Cycle}
    rows = [model for model in apps.get_models() if issubclass(model, InstitutionRow)]
    while True:
        more = {
            model
            for model in rows
            if any(not key.null and key.related_model in reached for key in model._meta.concrete_fields)
        }
        if more <= reached:
            return {model._meta.label_lower for model in reached}
        reached |= more


def test_not_while_a_vote_could_be_read_out_of_it(review: WholeReview) -> None:
    with scope(institution=review.office.institution):
        Voting.objects.update(state="open", closed_at=None, closed_by=None, counted_at=None, counted_by=None)
    with pytest.raises(Refused) as refusal:
        packed(review, review.office.clerk)
    assert refusal.value.code == "archive.voting"


def test_evidence_that_the_disk_lost_is_named_and_the_rest_is_packed(
    review: WholeReview, tmp_path: Path
) -> None:
    for place in (tmp_path / "files").rglob("*"):
        if place.is_file():
            place.unlink()
    package = packed(review, review.office.clerk)
    assert package.lost
    assert check_package(place_of(package.file)).is_good
    assert all(name in text_of(package) for name in package.lost)


def test_a_job_makes_it_and_can_be_stopped(review: WholeReview) -> None:
    clerk, cycle = review.office.clerk, review.office.cycle
    with scope(institution=clerk.institution):
        job = ask_for_package(actor=clerk, now=NOW, cycle=cycle, with_counts=False)
        assert ask_for_package(actor=clerk, now=NOW, cycle=cycle, with_counts=False).pk == job.pk
        Job.objects.filter(pk=job.pk).update(is_cancel_asked=True)
    run(job.pk)
    job.refresh_from_db()
    with scope(institution=clerk.institution):
        assert job.state == Job.State.CANCELLED
        assert not ArchivePackage.objects.exists()
        again = ask_for_package(actor=clerk, now=NOW, cycle=cycle, with_counts=False)
        cancel_package(actor=clerk, now=NOW, cycle=cycle, job=again)
        third = ask_for_package(actor=clerk, now=NOW, cycle=cycle, with_counts=False)
    run(third.pk)
    third.refresh_from_db()
    assert (third.kind, third.state) == (PACK, Job.State.DONE)
    with scope(institution=clerk.institution):
        assert ArchivePackage.objects.get().sequence == 1
