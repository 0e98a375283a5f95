"""The pages of packages: made as a job, downloaded by whoever may, taken in elsewhere, looked at there."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django_scopes import scope

from pingyi.archives.domain.checking import check_package
from pingyi.archives.models import ArchivePackage
from pingyi.archives.services import PACK, make_package
from pingyi.core.files import place_of, read_file
from pingyi.core.jobs import run
from pingyi.core.models import Job
from tests.archives.repacked import Contents, repacked
from tests.archives.test_packages import Quiet
from tests.doors.office.people import browser_of
from tests.factories.rectification import Office, make_office
from tests.factories.world import NOW, make_actor, make_institution, make_organisation

pytestmark = pytest.mark.django_db
LIST_QUERIES = 11


@pytest.fixture(autouse=True)
def _own_folder(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path


@pytest.fixture
def office() -> Office:
    return make_office()


def package_of(office: Office, *, with_counts: bool = False) -> ArchivePackage:
    actor = make_actor(office.institution, "leader") if with_counts else office.clerk
    with scope(institution=office.institution):
        return make_package(
            actor=actor, now=NOW, cycle=office.cycle, with_counts=with_counts, progress=Quiet()
        )


def test_a_clerk_makes_one_follows_it_and_takes_it_home(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clerk, place = browser_of(office.clerk), f"/office/cycles/{office.cycle.pk}/archive/"
    assert "还没有做过归档包" in clerk.get(place).content.decode()
    clerk.post(f"{place}make/")
    job = Job.objects.get(kind=PACK)
    page = clerk.get(place).content.decode()
    assert "正在做归档包" in page
    assert f"{place}jobs/{job.pk}/cancel/" in page
    assert "排着队" in clerk.get(f"{place}jobs/{job.pk}/").content.decode()
    run(job.pk)
    assert clerk.get(f"{place}jobs/{job.pk}/").status_code == 302
    with scope(institution=office.institution):
        sha256 = ArchivePackage.objects.select_related("file").get().file.sha256
    assert sha256 in clerk.get(place).content.decode()
    answer = clerk.get(f"{place}1/file/")
    (tmp_path / "home.zip").write_bytes(answer.content)
    verdict = check_package(tmp_path / "home.zip")
    assert (verdict.is_good, verdict.sha256) == (True, sha256)


def test_a_package_with_counts_is_the_leaders(office: Office) -> None:
    package = package_of(office, with_counts=True)
    place = f"/office/cycles/{office.cycle.pk}/archive/"
    clerk, leader = browser_of(office.clerk), browser_of(make_actor(office.institution, "leader"))
    assert "由领导下载" in clerk.get(place).content.decode()
    assert "由领导下载" in clerk.get(f"{place}{package.sequence}/file/").content.decode()
    assert clerk.post(f"{place}make/", {"counts": "yes"}).status_code == 403
    assert leader.get(f"{place}{package.sequence}/file/").content[:2] == b"PK"


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_the_database_as_often_for_three_as_for_one(
    office: Office, count: int, django_assert_num_queries: Any
) -> None:
    for _ in range(count):
        package_of(office)
    clerk, place = browser_of(office.clerk), f"/office/cycles/{office.cycle.pk}/archive/"
    clerk.get(place)
    with django_assert_num_queries(LIST_QUERIES):
        clerk.get(place)


def test_taken_in_elsewhere_looked_at_and_its_files_saved(office: Office) -> None:
    content = read_file(package_of(office).file)
    there = make_institution()
    clerk = browser_of(make_actor(there, "clerk"))

    def hand_in(what: bytes) -> Any:
        return clerk.post("/office/taken-in/", {"file": SimpleUploadedFile("归档包.zip", what)}, follow=True)

    assert "没有拷贝完" in hand_in(content[:-20]).content.decode()
    assert f"这里没有叫“{office.cycle.convenor.name}”的组织" in hand_in(content).content.decode()
    superior = make_organisation(there, office.cycle.convenor.name)
    make_organisation(there, office.organisation.name, parent=superior)
    page = hand_in(content)
    assert "组织生活不正常。" in page.content.decode()
    assert office.person.name in page.content.decode()
    place = page.redirect_chain[-1][0]
    saved = clerk.get(f"{place}file/?name=data/problems.csv")
    assert saved["Content-Disposition"].startswith("attachment")
    assert saved["Content-Type"] == "application/octet-stream"
    assert "组织生活不正常。" in saved.content.decode()
    assert clerk.get(f"{place}file/?name=../secret-key").status_code == 404
    assert "以前导入过了" in hand_in(content).content.decode()
    assert "1" in clerk.get("/office/taken-in/").content.decode()


def test_columns_that_a_package_lacks_are_shown_empty(office: Office, tmp_path: Path) -> None:
    def narrower(members: Contents, table: dict[str, Any]) -> None:
        table["tables"]["reporters"] = 2
        members["data/reporters.json"] = '{"rows": [{"organisation": "文学院党委"}, {"person": 7}]}'.encode()

    package = repacked(place_of(package_of(office).file), tmp_path / "narrower.zip", narrower)
    there = make_institution()
    superior = make_organisation(there, office.cycle.convenor.name)
    make_organisation(there, office.organisation.name, parent=superior)
    sent = {"file": SimpleUploadedFile("归档包.zip", package.read_bytes())}
    page = browser_of(make_actor(there, "clerk")).post("/office/taken-in/", sent, follow=True)
    assert "文学院党委" in page.content.decode()


def test_a_package_that_the_disk_changed_is_not_shown(office: Office) -> None:
    package = package_of(office)
    place = place_of(package.file)
    place.write_bytes(place.read_bytes()[:-1] + b"x")
    answer = browser_of(office.clerk).get(f"/office/cycles/{office.cycle.pk}/archive/1/file/")
    assert "和上传时不一样" in answer.content.decode()
