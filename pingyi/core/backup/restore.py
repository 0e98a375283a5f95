"""Putting a backup in place: first all of it is read and judged, only then anything is moved."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from pingyi import VERSION
from pingyi.core.backup import postgresql
from pingyi.core.backup.archive import Tell, digest_of, manifest_of, unpack
from pingyi.core.backup.manifest import DATABASES, Manifest, damaged, newer
from pingyi.core.backup.placing import Installation, alone, exchange, undo
from pingyi.core.backup.sqlite import check_copy, close_down
from pingyi.core.clock import PEOPLE_ZONE
from pingyi.core.errors import Refused

RESERVE = 64 * 1024 * 1024
KINDS = {"sqlite": "内置数据库", "postgresql": "PostgreSQL"}


@dataclass(frozen=True)
class Restored:
    """What came back. `aside` are the places of the old data, empty where there were none."""

    manifest: Manifest
    aside: tuple[str, ...]
    is_older: bool
    undone: bool


def restore_backup(
    *,
    source: Path,
    replace: bool,
    now: datetime,
    may_be_set_aside: Callable[[], None],
    sha256: str = "",
    tell: Tell = lambda _: None,
) -> Restored:
    """Restores an archive into this installation. Refused, with nothing changed, unless every byte of it is good, this
    program knows its version, nobody uses the database, and there is nothing to lose or `replace` says to move it
    aside. `may_be_set_aside` is asked before old data are moved and refuses by raising.

    A restore that died half way through is undone first.
    """
    folder = Path(settings.DATA)
    installation = Installation(folder, _database_file())
    manifest = manifest_of(source)
    if sha256 and digest_of(source) != sha256.strip().lower():
        raise damaged("它的校验值和您写的不一样")
    _check_fits(manifest, folder)
    with alone(folder):
        try:
            installation.clear_staging()
            _unpack(source, installation, tell)
            undone = undo(installation)
            present = _present(installation)
            if present:
                _refuse_unless(replace, folder)
                may_be_set_aside()
            _nobody_else(installation)
            stamp = f"{now.astimezone(PEOPLE_ZONE):%Y%m%d_%H%M%S}"
            tell("换上备份")
            exchange(installation, f"before-restore-{stamp}", _schema(stamp))
        finally:
            installation.clear_staging()
    aside = _set_aside(installation, f"before-restore-{stamp}")
    if "tables" in present:
        aside.append(f"数据库里的 {_schema(stamp)}")
    return Restored(manifest, tuple(aside), bool(_known_migrations() - set(manifest.migrations)), undone)


def _unpack(source: Path, installation: Installation, tell: Tell) -> None:
    manifest = unpack(source, installation.staged, tell)
    if manifest.database == "sqlite":
        check_copy(installation.staged(DATABASES["sqlite"]), manifest.migrations)


def _schema(stamp: str) -> str:
    """The name that the old tables get on a database server."""
    return f"before_restore_{stamp}" if connection.vendor == "postgresql" else ""


def _set_aside(installation: Installation, name: str) -> list[str]:
    """The folders of this name that now hold old data."""
    return sorted(str(folder / name) for folder in installation.folders if (folder / name).exists())


def _database_file() -> Path | None:
    if connection.vendor != "sqlite":
        return None
    return Path(connection.settings_dict["NAME"]).resolve()


def _check_fits(manifest: Manifest, folder: Path) -> None:
    """Whether this program and this machine can take the backup at all."""
    if _numbers(manifest.version) > _numbers(VERSION) or not set(manifest.migrations) <= _known_migrations():
        raise newer(manifest.version)
    if manifest.database != connection.vendor:
        here, there = KINDS[connection.vendor], KINDS[manifest.database]
        raise Refused(
            f"这份备份来自{there}，现在设的是{here}。什么都没有改。请改好环境变量 DATABASE_URL，再恢复。",
            code="restore.other_database",
        )
    free = shutil.disk_usage(folder).free
    if manifest.size + RESERVE > free:
        raise Refused(
            f"磁盘空间不够：恢复要 {_megabytes(manifest.size + RESERVE)}，只有 {_megabytes(free)}。"
            "什么都没有改。请清出空间，再恢复。",
            code="restore.no_space",
        )


def _present(installation: Installation) -> list[str]:
    present = installation.present()
    if connection.vendor == "postgresql" and not postgresql.is_empty():
        present.append("tables")
    return present


def _refuse_unless(replace: bool, folder: Path) -> None:
    if not replace:
        raise Refused(
            f"{folder} 里已经有数据，没有恢复，什么都没有改。确实要换成备份里的，加上 --replace："
            "现有的数据库、附件、字体和密钥会移到旁边的 before-restore-… 里，不删除。",
            code="restore.not_empty",
        )


def _nobody_else(installation: Installation) -> None:
    if connection.vendor == "postgresql":
        postgresql.refuse_if_in_use()
        return
    connection.close()
    if installation.database is not None and installation.database.exists():
        close_down(installation.database)


def _known_migrations() -> set[str]:
    return {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}


def _numbers(version: str) -> tuple[int, ...]:
    """0.10.1 → (0, 10, 1); anything else counts as newer than all we know."""
    try:
        return tuple(int(number) for number in version.split("."))
    except ValueError:
        return (10**9,)


def _megabytes(size: int) -> str:
    return f"{size / 1024 / 1024:.0f} MB"
