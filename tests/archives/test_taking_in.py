"""A package from elsewhere is taken in whole or not at all; what it left open is on next year's plan."""

import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django_scopes import scope, scopes_disabled

from pingyi.archives.models import ImportedArchive, ImportedProblem
from pingyi.archives.queries.inside import member_of, table_of
from pingyi.archives.services import look_at, make_package, take_in
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.files import place_of
from pingyi.core.models import Event
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import OrganisationAlias
from pingyi.review.cycles.models import Cycle
from pingyi.review.rectification.models import ProblemItem
from pingyi.review.rectification.queries import open_problems_before
from tests.archives.repacked import Contents, repacked
from tests.archives.test_packages import Quiet
from tests.factories.rectification import make_office
from tests.factories.world import NOW, make_actor, make_institution, make_organisation

pytestmark = pytest.mark.django_db
TEXTS = ("组织生活不正常。", "发展党员材料不齐。")


class Elsewhere:
    """A package of one review, and another institution that knows both organisations by other rows."""

    def __init__(self, folder: Path) -> None:
        office = make_office(TEXTS)
        self.organisation, self.cycle = office.organisation.name, office.cycle
        self.convenor = office.cycle.convenor.name
        with scope(institution=office.institution):
            made = make_package(
                actor=office.clerk, now=NOW, cycle=office.cycle, with_counts=False, progress=Quiet()
            )
            self.package = shutil.copyfile(place_of(made.file), folder / "package.zip")
        self.home: Actor = office.clerk
        self.there = make_institution()
        self.clerk = make_actor(self.there, "clerk")

    def register(self) -> None:
        self.superior = make_organisation(self.there, self.convenor)
        unit = make_organisation(self.there, "另一个名称", parent=self.superior)
        with scopes_disabled():
            OrganisationAlias.objects.create(
                institution=self.there, organisation=unit, name=self.organisation
            )
        self.unit = unit

    def take(self, actor: Actor | None = None, package: Path | None = None) -> tuple[ImportedArchive, bool]:
        actor = actor or self.clerk
        with scope(institution=actor.institution):
            return take_in(actor=actor, now=NOW, package=package or self.package, name="归档包.zip")


@pytest.fixture(autouse=True)
def _own_folder(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path


@pytest.fixture
def world(tmp_path: Path) -> Elsewhere:
    return Elsewhere(tmp_path)


def test_what_is_in_the_way_is_named_all_at_once_and_nothing_is_changed(world: Elsewhere) -> None:
    with pytest.raises(Refused) as refusal:
        world.take()
    assert refusal.value.code == "archive.conflicts"
    assert f"这里没有叫“{world.convenor}”的组织" in refusal.value.message
    assert f"“{world.organisation}”有没有销号的问题" in refusal.value.message
    with scope(institution=world.there):
        assert not Cycle.objects.exists()
        assert not ImportedArchive.objects.exists()
    assert not Event.objects.filter(institution_id=world.there.pk).exists()


def test_its_open_problems_are_on_next_years_plan(world: Elsewhere) -> None:
    world.register()
    archive, is_new = world.take()
    assert is_new
    with scope(institution=world.there):
        assert archive.cycle.state == Cycle.State.ARCHIVED
        following = Cycle.objects.create(
            institution=world.there, convenor=world.superior, year=archive.cycle.year + 1, name="下一年"
        )
        carried = open_problems_before(following, world.unit)
        assert [problem.text for problem in carried] == list(TEXTS)
        assert "年度第1个问题，归档导入" in carried[0].source_note
        assert {row["text"] for row in table_of(archive, "problems")} == set(TEXTS)
        assert table_of(archive, "no-such-table") == []
        assert b"SHA256SUMS" in member_of(archive, "说明.txt")
        with pytest.raises(Missing):
            member_of(archive, "../secret-key")


def test_the_same_package_again_changes_nothing(world: Elsewhere) -> None:
    world.register()
    first, _ = world.take()
    again, is_new = world.take()
    assert (again.pk, is_new) == (first.pk, False)
    with scope(institution=world.there):
        assert (ProblemItem.objects.count(), ImportedProblem.objects.count()) == (2, 2)
    assert Event.objects.filter(verb="archive.taken_in").count() == 1


def test_another_package_of_the_same_review_is_a_conflict(world: Elsewhere, tmp_path: Path) -> None:
    world.register()
    world.take()
    with scope(institution=world.home.institution):
        second = make_package(
            actor=world.home, now=NOW, cycle=world.cycle, with_counts=False, progress=Quiet()
        )
    with pytest.raises(Refused) as refusal:
        world.take(package=place_of(second.file))
    assert "已经从另一份归档包导入过" in refusal.value.message


def test_a_year_that_is_taken_and_ones_own_review_are_conflicts(world: Elsewhere) -> None:
    world.register()
    with scope(institution=world.there):
        Cycle.objects.create(
            institution=world.there, convenor=world.superior, year=world.cycle.year, name="本单位的"
        )
    with pytest.raises(Refused, match=r"一年只能有一轮"):
        world.take()
    with pytest.raises(Refused, match=r"就是在本单位办的"):
        world.take(world.home)


def test_a_changed_package_is_refused_with_its_differences(world: Elsewhere, tmp_path: Path) -> None:
    world.register()
    changed = tmp_path / "changed.zip"
    with zipfile.ZipFile(world.package) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "data/problems.json":
                content = content.replace("组织生活".encode(), "学习生活".encode())
            new.writestr(name, content)
    with pytest.raises(Refused) as refusal:
        world.take(package=changed)
    assert refusal.value.code == "archive.not_good"
    assert "data/problems.json：内容被改过" in refusal.value.message
    with scope(institution=world.there):
        assert not Cycle.objects.exists()


def test_a_package_made_by_hand_without_problems_is_refused_by_name(world: Elsewhere, tmp_path: Path) -> None:
    world.register()

    def without_problems(members: Contents, table: dict[str, Any]) -> None:
        members["data/problems.json"] = b"[]"
        del table["tables"]["problems"]

    def unreadable(members: Contents, _: dict[str, Any]) -> None:
        members["data/problems.json"] = b'{"rows": [{"id": 1}, {"id": 2}]}'

    for change, said in ((without_problems, "缺了"), (unreadable, "第1个问题读不懂")):
        package = repacked(world.package, tmp_path / "by-hand.zip", change)
        with pytest.raises(Refused) as refusal:
            world.take(package=package)
        assert refusal.value.message.splitlines()[1:] == [f"data/problems.json：{said}"]
    with scope(institution=world.there):
        assert not Cycle.objects.exists()


def test_only_a_clerk_takes_in(world: Elsewhere) -> None:
    leader = make_actor(world.there, "leader")
    with pytest.raises(Forbidden):
        world.take(leader)


def test_looking_says_what_would_come_and_changes_nothing(world: Elsewhere) -> None:
    world.register()
    with scope(institution=world.there):
        look = look_at(actor=world.clerk, package=world.package)
        assert (len(look.new_problems), look.conflicts, look.before) == (2, [], None)
        assert not Cycle.objects.exists()
        assert json.loads(look.verdict.texts["data/cycle.json"])["rows"][0]["year"] == world.cycle.year
