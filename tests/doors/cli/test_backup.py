"""`backup` and `restore` as the one who runs the server calls them, and everything that may go wrong with them."""

import json
import sqlite3
import stat
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from pingyi.doors.cli.addresses import free_port
from tests.installations import EVIDENCE, Installation, copy_of_installation

pytestmark = pytest.mark.whole

# Kills the verb when its archive gets its name.
DIE_AT_LAST = """
import os, sys
sys.addaudithook(lambda name, words: name == "os.rename" and str(words[1]).endswith(".zip") and os._exit(9))
from pingyi.doors.cli.main import main
sys.exit(main(sys.argv[1:]))
"""
# Kills the verb when half of the things have been moved.
DIE_HALF_WAY = """
import os, sys
left = [5]
def watch(name, words):
    left[0] -= name == "os.rename"
    left[0] or os._exit(9)
sys.addaudithook(watch)
from pingyi.doors.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def full(tmp_path: Path) -> Installation:
    return copy_of_installation(tmp_path / "full")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of the furnished installation."""
    folder = tmp_path_factory.mktemp("kept")
    made = copy_of_installation(folder / "data").run("backup", str(folder / "backup.zip"))
    assert made.returncode == 0, made.stderr
    return folder / "backup.zip"


def with_manifest(archive: Path, to: Path, **fields: object) -> Path:
    """The same archive, saying something else of itself."""
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(to, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "manifest.json":
                content = json.dumps({**json.loads(content), **fields}).encode()
            new.writestr(name, content)
    return to


OPEN = "UPDATE ballots_voting SET state = 'open', closed_at = NULL, closed_by_id = NULL, cleaned_at = NULL"
NOT_CLEANED = "UPDATE ballots_voting SET cleaned_at = NULL"


@pytest.mark.parametrize(
    ("happened", "told"),
    [
        (OPEN, "正在投票。请等投票结束、清理完成。"),
        (NOT_CLEANED, "还没有清理完。请监票人到“票条与投票”按“清理”。"),
    ],
    ids=["open", "not cleaned"],
)
def test_while_a_vote_could_be_read_out_nothing_is_copied_and_nothing_set_aside(
    happened: str, told: str, full: Installation, archive: Path, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    full.sql(happened)
    rows, files = full.rows(), full.files()
    for refused in full.run_each(["backup", str(tmp_path / "out")], ["restore", "--replace", str(archive)]):
        assert (refused.returncode, refused.stdout) == (2, "")
        assert told in refused.stderr
    assert list((tmp_path / "out").iterdir()) == []
    assert (full.rows(), full.files()) == (rows, files)


def test_a_backup_that_was_killed_has_no_name_and_is_mentioned_the_next_time(
    full: Installation, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    killed = full.run(DIE_AT_LAST, "backup", str(tmp_path / "out"), program="-c")
    assert killed.returncode == 9
    (left,) = (tmp_path / "out").iterdir()
    assert left.name.startswith(".pingyi-backup-unfinished-")
    assert stat.S_IMODE(left.stat().st_mode) == 0o700
    again = full.run("backup", str(tmp_path / "out"))
    assert again.returncode == 0
    assert f"上次没做完的备份还留着 {left}" in again.stderr


def test_a_file_that_the_disk_lost_is_named(full: Installation, tmp_path: Path) -> None:
    lost, spoiled = sorted(path for path in (full.folder / "files").rglob("*") if path.is_file())
    lost.unlink()
    spoiled.write_bytes(b"other bytes")
    target = str(tmp_path / "backup.zip")
    made, restored = full.run_each(["backup", target], ["restore", "--replace", target])
    assert made.returncode == 1
    for name in EVIDENCE:
        assert f"附件“{name}”在磁盘上找不到或被改过" in made.stdout
    assert restored.returncode == 0


def test_a_backup_lies_outside_of_the_data_and_replaces_no_file(full: Installation, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    wrong = {
        full.folder / "backup.zip": "不能放在数据文件夹里",
        tmp_path / "notes.txt": "没有覆盖",
        tmp_path / "no" / "backup.zip": "请先建好",
    }
    ended = full.run_each(*(["backup", str(target)] for target in wrong))
    for refused, told in zip(ended, wrong.values(), strict=True):
        assert refused.returncode == 2
        assert told in refused.stderr
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["full", "notes.txt"]


def test_nothing_to_back_up_is_said(tmp_path: Path) -> None:
    refused = Installation(tmp_path / "data").run("backup", str(tmp_path))
    assert refused.returncode == 2
    assert "还没有数据库" in refused.stderr
    assert not (tmp_path / "data/pingyi.sqlite3").exists()


def test_what_must_not_be_restored_changes_nothing(archive: Path, tmp_path: Path, full: Installation) -> None:
    broken = bytearray(archive.read_bytes())
    broken[len(broken) // 3] ^= 0xFF
    (tmp_path / "broken.zip").write_bytes(broken)
    with zipfile.ZipFile(archive) as opened:
        migrations = json.loads(opened.read("manifest.json"))["migrations"]
    newer = with_manifest(archive, tmp_path / "newer.zip", version="99.0.0")
    later = with_manifest(archive, tmp_path / "later.zip", migrations=[*migrations, "core.0099_later"])
    fewer = with_manifest(archive, tmp_path / "fewer.zip", migrations=migrations[:-1])
    rows, files = full.rows(), full.files()
    wrong = (
        ([str(tmp_path / "broken.zip")], "请换一份备份"),
        ([str(newer)], "更新的版本（99.0.0）"),
        ([str(later)], "更新的版本"),
        ([str(fewer)], "不一致"),
        ([str(archive), "--sha256", "0" * 64], "校验值"),
        ([str(tmp_path / "没有.zip")], "请核对文件名"),
    )
    ended = full.run_each(*(["restore", "--replace", *words] for words, _ in wrong))
    for refused, (_, told) in zip(ended, wrong, strict=True):
        assert (refused.returncode, refused.stdout) == (2, "")
        assert told in refused.stderr
    assert (full.rows(), full.files()) == (rows, files)


def test_a_refused_archive_leaves_an_empty_machine_empty(tmp_path: Path) -> None:
    place = Installation(tmp_path / "data")
    (tmp_path / "letter.zip").write_bytes(b"no archive")
    assert place.run("restore", str(tmp_path / "letter.zip")).returncode == 2
    assert list(place.folder.iterdir()) == []


def test_a_damaged_database_can_be_replaced_and_lies_aside(archive: Path, full: Installation) -> None:
    full.database.write_bytes(b"not a database at all" * 300)
    restored = full.run("restore", "--replace", str(archive), "--json")
    assert restored.returncode == 0, restored.stderr
    (aside,) = json.loads(restored.stdout)["aside"]
    assert (Path(aside) / "pingyi.sqlite3").read_bytes().startswith(b"not a database")
    assert full.sql("SELECT count(*) FROM ballots_answer") == [(15,)]


def test_a_restore_that_was_killed_is_told_and_finished_by_running_it_again(
    archive: Path, full: Installation
) -> None:
    full.sql("UPDATE organisations_institution SET name = '改过的大学'")
    assert full.run(DIE_HALF_WAY, "restore", "--replace", str(archive), program="-c").returncode == 9
    ill, no_start, again, well = full.run_each(
        ["doctor"],
        ["serve", "--port", str(free_port())],
        ["restore", "--replace", str(archive), "--json"],
        ["doctor"],
    )
    assert no_start.returncode == 2
    assert "请把同一个 restore 命令再运行一次" in no_start.stderr
    assert ill.returncode == 1
    assert "不行　恢复：上一次恢复中途断了" in ill.stdout
    assert again.returncode == 0, again.stderr
    told = json.loads(again.stdout)
    assert "上一次恢复中途断了，先退回到了它之前的样子。" in told["remarks"]
    name = "SELECT name FROM organisations_institution"
    (aside,) = [Path(place) for place in told["aside"]]
    assert Installation(aside).sql(name) == [("改过的大学",)]
    assert full.sql(name) != [("改过的大学",)]
    assert "不行　恢复" not in well.stdout


def test_a_backup_made_beside_a_running_writer_is_whole(full: Installation, tmp_path: Path) -> None:
    """Somebody reads, and the write-ahead log is full of what is not yet in the file."""
    with closing(sqlite3.connect(full.database, isolation_level=None)) as other:
        other.execute("PRAGMA wal_autocheckpoint=0")
        other.execute("UPDATE organisations_institution SET name = '刚写下的大学'")
        assert (full.folder / "pingyi.sqlite3-wal").stat().st_size > 0
        made = full.run("backup", str(tmp_path / "backup.zip"))
        assert made.returncode == 0, made.stderr
    second = Installation(tmp_path / "second")
    assert second.run("restore", str(tmp_path / "backup.zip")).returncode == 0
    assert second.sql("SELECT name FROM organisations_institution") == [("刚写下的大学",)]
