"""The exchange of old data for new dies at every possible step; what is left can always be put back as it was."""

import subprocess
import sys
from pathlib import Path

import pytest

from pingyi.core.backup.placing import Installation, alone, exchange, refuse_unfinished_restore, undo
from pingyi.core.errors import Refused

OLD = {
    "pingyi.sqlite3": b"old rows",
    "pingyi.sqlite3-wal": b"old log",
    "secret-key": b"old key",
    "files/ab/abc": b"old evidence",
    "server.log": b"stays",
}
NEW = {
    "pingyi.sqlite3": b"new rows",
    "secret-key": b"new key",
    "files/cd/cde": b"new evidence",
    "fonts/x.ttf": b"new font",
}
# For every step, in a copy of the folder: a process that dies like one that is killed, right before the n-th event.
DIE = """
import os, shutil, sys
from pathlib import Path
from pingyi.core.backup.placing import Installation, exchange, undo
template, out, event, what = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4]
left = [0]
def watch(name, words):
    if name == event and left[0]:
        left[0] -= 1
        if left[0] == 0:
            os._exit(9)
sys.addaudithook(watch)
step, died = 0, True
while died:
    step += 1
    folder = out / str(step)
    shutil.copytree(template, folder)
    child = os.fork()
    if child == 0:
        installation = Installation(folder, folder / "pingyi.sqlite3")
        left[0] = step
        undo(installation) if what == "undo" else exchange(installation, "before")
        os._exit(0)
    died = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
"""


def put(folder: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def found(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def installation_in(folder: Path, old: dict[str, bytes]) -> Installation:
    put(folder, old)
    put(folder / ".restoring", NEW)
    return Installation(folder, folder / "pingyi.sqlite3")


def die_everywhere(template: Path, out: Path, event: str, what: str = "exchange") -> list[Installation]:
    """What is left of the folder after a death at each of the events, the first death first."""
    words = [sys.executable, "-c", DIE, str(template), str(out), event, what]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    steps = sorted(int(folder.name) for folder in out.iterdir())[:-1]  # the last one came through
    return [Installation(out / str(step), out / str(step) / "pingyi.sqlite3") for step in steps]


def test_old_things_lie_aside_and_new_ones_in_their_places(tmp_path: Path) -> None:
    installation = installation_in(tmp_path, OLD)
    exchange(installation, "before")
    installation.clear_staging()
    aside = {f"before/{name}": content for name, content in OLD.items() if name != "server.log"}
    assert found(tmp_path) == {**NEW, **aside, "server.log": b"stays"}


def test_a_database_in_another_folder_is_exchanged_there(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "data", tmp_path / "elsewhere"
    put(folder, {"secret-key": b"old key", ".restoring/secret-key": b"new key"})
    put(elsewhere, {"x.sqlite3": b"old rows", ".restoring/x.sqlite3": b"new rows"})
    installation = Installation(folder, elsewhere / "x.sqlite3")
    assert installation.staged("database.sqlite3") == elsewhere / ".restoring/x.sqlite3"
    exchange(installation, "before")
    assert found(folder) == {"secret-key": b"new key", "before/secret-key": b"old key"}
    assert found(elsewhere) == {"x.sqlite3": b"new rows", "before/x.sqlite3": b"old rows"}


@pytest.mark.parametrize("old", [OLD, {}, {"secret-key": b"old key"}], ids=["full", "empty", "a key"])
def test_a_crash_at_any_renaming_is_undone(tmp_path: Path, old: dict[str, bytes]) -> None:
    installation_in(tmp_path / "template", old)
    crashed = die_everywhere(tmp_path / "template", tmp_path / "out", "os.rename")
    assert len(crashed) == 1 + len(NEW) + sum(name != "server.log" for name in old)
    for installation in crashed:
        was_begun = installation.note.exists()
        assert undo(installation) is was_begun
        installation.clear_staging()
        assert found(installation.folder) == old
        assert undo(installation) is False


@pytest.mark.parametrize("event", ["os.rename", "os.remove"])
def test_an_undoing_that_crashes_is_undone_too(tmp_path: Path, event: str) -> None:
    installation_in(tmp_path / "template", OLD)
    all_moved = die_everywhere(tmp_path / "template", tmp_path / "out", "os.remove")[0]
    assert all_moved.note.exists()
    assert found(all_moved.folder)["pingyi.sqlite3"] == b"new rows"
    crashed = die_everywhere(all_moved.folder, tmp_path / "again", event, "undo")
    assert len(crashed) >= 4
    for installation in crashed:
        assert undo(installation)
        installation.clear_staging()
        assert found(installation.folder) == OLD


def test_until_it_is_undone_nobody_may_use_the_data(tmp_path: Path) -> None:
    installation_in(tmp_path / "template", OLD)
    crashed = die_everywhere(tmp_path / "template", tmp_path / "out", "os.rename")[3]
    with pytest.raises(Refused, match="再运行一次"):
        refuse_unfinished_restore(crashed.folder)
    undo(crashed)
    refuse_unfinished_restore(crashed.folder)


def test_what_lies_aside_already_is_left_alone(tmp_path: Path) -> None:
    installation = installation_in(tmp_path, {**OLD, "before/files/of-the-last-time": b"x"})
    with pytest.raises(Refused, match="什么都没有改"):
        exchange(installation, "before")
    assert not undo(installation)
    installation.clear_staging()
    assert found(tmp_path) == {**OLD, "before/files/of-the-last-time": b"x"}


def test_two_restores_at_once_are_refused(tmp_path: Path) -> None:
    with alone(tmp_path), pytest.raises(Refused, match="另一个恢复"), alone(tmp_path):
        pass
