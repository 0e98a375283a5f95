"""`backup` and `restore` on the database that the suite runs on: the same comes back, what was there is kept."""

import hashlib
import json
import shutil
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.installations import EVIDENCE, Installation, copy_of_installation, own_database

pytestmark = [pytest.mark.db, pytest.mark.whole]


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    folder = tmp_path_factory.mktemp("original")
    with own_database() as changed:
        on_server = bool(changed["DATABASE_URL"])
        yield Installation(folder, changed).furnish() if on_server else copy_of_installation(folder)


@pytest.fixture
def place(original: Installation, tmp_path: Path) -> Iterator[Installation]:
    """A copy of it, to be changed."""
    shutil.copytree(original.folder, tmp_path / "data")
    (tmp_path / "data").chmod(0o700)
    with own_database(original.changed) as changed:
        yield Installation(tmp_path / "data", changed)


@pytest.fixture(scope="module")
def archive(original: Installation, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("kept") / "backup.zip"
    made = original.run("backup", str(place))
    assert made.returncode == 0, made.stderr
    return place


def test_an_empty_machine_gets_the_same_rows_files_and_key(place: Installation, tmp_path: Path) -> None:
    rows, files = place.rows(), place.files()
    made = place.run("backup", str(tmp_path), "--json")
    assert made.returncode == 0, made.stderr
    told = json.loads(made.stdout)
    archive = Path(told["archive"])
    assert archive.parent == tmp_path
    assert (told["files"], told["has_key"], told["lost"]) == (2, True, [])
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600

    with own_database() as changed:
        second = Installation(tmp_path / "second", changed)
        restored, examined = second.run_each(
            ["restore", str(archive), "--sha256", told["sha256"]], ["doctor", "--port", "1", "--json"]
        )
        assert restored.returncode == 0, restored.stderr
        assert "附件2个" in restored.stdout
        assert json.loads(examined.stdout)["good"] is True
        assert second.rows() == rows
        assert second.files() == files
        assert set(EVIDENCE.values()) < set(files.values())


def test_old_data_are_kept_aside_when_they_are_replaced(place: Installation, archive: Path) -> None:
    rows, files = place.rows(), place.files()
    place.sql("UPDATE organisations_institution SET name = '改过的大学'")
    newer = place.rows()
    refused = place.run("restore", str(archive))
    assert refused.returncode == 2
    assert "--replace" in refused.stderr
    assert (place.rows(), place.files()) == (newer, files)

    replaced = place.run("restore", "--replace", "--json", str(archive))
    assert replaced.returncode == 0, replaced.stderr
    assert place.rows() == rows
    aside = json.loads(replaced.stdout)["aside"]
    kept = Installation(Path(aside[0]))
    assert {path.read_bytes() for path in kept.folder.rglob("*") if path.is_file()} >= set(files.values())
    name = "SELECT name FROM {}organisations_institution"
    if place.changed["DATABASE_URL"]:
        assert place.sql(name.format(aside[1].split()[-1] + ".")) == [("改过的大学",)]
    else:
        assert kept.sql(name.format("")) == [("改过的大学",)]


def test_a_database_in_use_is_not_replaced(place: Installation, archive: Path) -> None:
    rows, files = place.rows(), place.files()
    with place.connection() as other:
        other.execute("SELECT count(*) FROM core_event").fetchall()
        refused = place.run("restore", "--replace", str(archive))
    assert refused.returncode == 2
    assert "请先停下评议系统" in refused.stderr
    assert (place.rows(), place.files()) == (rows, files)


def test_a_dump_that_the_server_does_not_take_leaves_the_old_tables(
    place: Installation, archive: Path, tmp_path: Path
) -> None:
    if not place.changed["DATABASE_URL"]:
        return
    rows, files = place.rows(), place.files()
    refused = place.run("restore", "--replace", str(cut_short(archive, tmp_path / "short.zip")))
    assert refused.returncode == 2
    assert "数据库服务器没有收下" in refused.stderr
    assert (place.rows(), place.files()) == (rows, files)


def cut_short(archive: Path, to: Path) -> Path:
    """The archive with a dump that breaks off in the middle, and a table of contents that knows no better."""
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(to, "w") as new:
        contents = {name: old.read(name) for name in old.namelist()}
        dump = contents["database.pgdump"] = contents["database.pgdump"][:-5000]
        manifest = json.loads(contents["manifest.json"])
        for part in manifest["parts"]:
            if part["name"] == "database.pgdump":
                part.update(size=len(dump), sha256=hashlib.sha256(dump).hexdigest())
        contents["manifest.json"] = json.dumps(manifest).encode()
        for name, content in contents.items():
            new.writestr(name, content)
    return to
