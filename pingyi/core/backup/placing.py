"""Exchanging the data of an installation for that of a backup, so that a crash at any moment can be undone.

Old things are moved aside, never deleted, and new ones moved in; both are renames within one file system. Before the
first of them a note says what is going on, after the last it is removed. Whoever finds the note runs `restore` again,
which first puts everything back as it was.
"""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from pingyi.core.backup import postgresql
from pingyi.core.backup.archive import sync_folders
from pingyi.core.backup.manifest import DATABASES, KEY_FILE
from pingyi.core.backup.sqlite import BESIDE
from pingyi.core.errors import Refused
from pingyi.core.in_turn import in_turn

NOTE = "restore-unfinished.json"
STAGING = ".restoring"


@dataclass(frozen=True)
class Installation:
    """Where the things of an installation lie. `database` is None where it is in a database server."""

    folder: Path
    database: Path | None

    @property
    def note(self) -> Path:
        return self.folder / NOTE

    @property
    def places(self) -> dict[str, Path]:
        """Everything that a backup replaces, the database last."""
        named = {name: self.folder / name for name in (KEY_FILE, "fonts", "files")}
        if self.database is not None:
            for ending in (*BESIDE, ""):
                named[f"database{ending}"] = self.database.with_name(self.database.name + ending)
        return named

    def staged(self, part: str) -> Path:
        """Where a part of the archive waits until all of it was found good."""
        if part == DATABASES["sqlite"] and self.database is not None:
            return self.database.parent / STAGING / self.database.name
        return self.folder / STAGING / part

    def clear_staging(self) -> None:
        for folder in self.folders:
            shutil.rmtree(folder / STAGING, ignore_errors=True)

    def present(self) -> list[str]:
        """What there is to lose. A key alone is none: every first start makes one."""
        return [name for name, place in self.places.items() if name != KEY_FILE and _is_there(place)]

    @property
    def folders(self) -> set[Path]:
        """The data folder, and the one of the database."""
        return {place.parent for place in self.places.values()}


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """One restore at a time in a data folder, and none while a server brings it up to date."""
    try:
        with in_turn(folder, waits=False):
            yield
    except BlockingIOError:
        raise Refused("另一个恢复正在进行。请等它做完。", code="restore.twice") from None


def exchange(installation: Installation, aside: str, schema: str = "") -> None:
    """Moves the old data into folders called `aside` and what is staged into their places.

    On a database server `schema` is the name that the old tables get, and the staged dump is loaded.
    """
    places = installation.places
    existed = [name for name, place in places.items() if _is_there(place)]
    _make_folders(installation, aside)
    _write_note(installation, {"aside": aside, "existed": existed, "schema": schema})
    was_empty = bool(schema) and postgresql.is_empty()
    try:
        if schema:
            _exchange_tables(installation, schema)
        for name, place in places.items():
            if name in existed:
                place.rename(place.parent / aside / place.name)
            waiting = place.parent / STAGING / place.name
            if _is_there(waiting):
                waiting.rename(place)
    except BaseException:
        undo(installation)
        raise
    sync_folders(installation.folders)
    installation.note.unlink()
    _remove_if_empty(installation, aside)
    if was_empty:
        postgresql.drop_aside(schema)


def undo(installation: Installation) -> bool:
    """Puts everything back that an exchange moved; false if none was left unfinished. May itself be interrupted."""
    try:
        note = json.loads(installation.note.read_text())
    except FileNotFoundError:
        return False
    if note["schema"]:
        postgresql.take_back(note["schema"])
    for name, place in reversed(installation.places.items()):
        old = place.parent / note["aside"] / place.name
        if _is_there(old):
            _drop(place)
            old.rename(place)
        elif name not in note["existed"]:
            _drop(place)
    _remove_if_empty(installation, note["aside"])
    sync_folders(installation.folders)
    installation.note.unlink()
    return True


def _make_folders(installation: Installation, aside: str) -> None:
    """New ones: `undo` takes whatever lies in them for what was moved there."""
    for folder in installation.folders:
        try:
            (folder / aside).mkdir(mode=0o700)
        except FileExistsError:
            raise Refused(
                f"{folder / aside} 已经有了，没有恢复，什么都没有改。请过一会儿再试。",
                code="restore.aside_exists",
            ) from None


def _remove_if_empty(installation: Installation, aside: str) -> None:
    for folder in installation.folders:
        with suppress(OSError):
            (folder / aside).rmdir()


def _exchange_tables(installation: Installation, schema: str) -> None:
    postgresql.set_aside(schema)
    if problem := postgresql.load(installation.staged(DATABASES["postgresql"])):
        raise Refused(
            f"数据库服务器没有收下这份备份（{problem}）。什么都没有改。请核对 pg_restore 和服务器的版本。",
            code="restore.pg_restore",
        )


def _write_note(installation: Installation, content: dict[str, object]) -> None:
    """Whole or not at all: it is read by whoever cleans up after a crash."""
    beside = installation.folder / STAGING / NOTE
    beside.parent.mkdir(mode=0o700, exist_ok=True)
    with beside.open("w") as file:
        json.dump(content, file)
    sync_folders([beside, beside.parent])
    beside.rename(installation.note)
    sync_folders([installation.folder])


def _is_there(place: Path) -> bool:
    """A folder without anything in it is not there."""
    return any(place.iterdir()) if place.is_dir() else place.exists()


def _drop(place: Path) -> None:
    """Removes what the backup put there; the backup still has it."""
    if place.is_dir():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)


def refuse_unfinished_restore(folder: Path) -> None:
    """For whoever is about to use the data: half old and half new, they must not be written to."""
    if (folder / NOTE).exists():
        raise Refused(
            "上一次恢复中途断了，数据新旧混在一起，没有启动。请把同一个 restore 命令再运行一次。",
            code="restore.unfinished",
        )
