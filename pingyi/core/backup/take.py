"""Making a backup: the database at one moment, the files it speaks of, the fonts and the key, in one archive."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.db.migrations.recorder import MigrationRecorder

from pingyi import VERSION
from pingyi.core.backup import postgresql
from pingyi.core.backup.archive import Tell, digest_of, read_archive, sync_folders, write_archive
from pingyi.core.backup.manifest import (
    DATABASES,
    KEY_FILE,
    Manifest,
    Part,
    may_be_called,
    written,
)
from pingyi.core.backup.sqlite import copy_database
from pingyi.core.clock import PEOPLE_ZONE
from pingyi.core.errors import Refused
from pingyi.core.models import StoredFile

UNFINISHED = ".pingyi-backup-unfinished-"


@dataclass(frozen=True)
class Taken:
    """A finished backup. `lost` names the files that people handed in and the disk no longer has as they were."""

    archive: Path
    size: int
    sha256: str
    files: int
    has_key: bool
    lost: tuple[str, ...]


def take_backup(
    *, target: Path, now: datetime, may_be_copied: Callable[[], None], tell: Tell = lambda _: None
) -> Taken:
    """Writes a backup into the folder `target`, or under the name `target`; never over another file.

    `may_be_copied` is asked in the very moment that is copied and refuses by raising: no voting can open between the
    question and the copy. The archive has its name only when it was written whole and read again.
    """
    archive = _archive_path(target, now)
    with tempfile.TemporaryDirectory(prefix=UNFINISHED, dir=archive.parent) as name:
        work = Path(name)
        tell("拷贝数据库")
        copy = work / DATABASES[connection.vendor]
        migrations, stored = _copy_database(copy, may_be_copied)
        tell(f"拷贝附件 {len(stored)} 个")
        files, lost = _files(stored)
        contents = {copy.name: copy, **_key_and_fonts(), **files}

        def describe(parts: tuple[Part, ...]) -> bytes:
            return written(Manifest(VERSION, now, connection.vendor, migrations, parts))

        beside = work / archive.name
        write_archive(beside, contents, describe, now.astimezone(PEOPLE_ZONE))
        tell("读一遍核对")
        manifest = read_archive(beside)
        taken = Taken(
            archive, beside.stat().st_size, digest_of(beside), manifest.files, manifest.has_key, tuple(lost)
        )
        beside.rename(archive)
        sync_folders([archive.parent])
    return taken


def _archive_path(target: Path, now: datetime) -> Path:
    target = target.absolute()
    if target.is_dir():
        target /= f"pingyi-{now.astimezone(PEOPLE_ZONE):%Y%m%d-%H%M%S}.zip"
    if target.exists():
        raise Refused(f"{target} 已经有了，没有覆盖。请换一个文件名。", code="backup.exists")
    if not target.parent.is_dir():
        raise Refused(f"没有文件夹 {target.parent}。请先建好，再备份。", code="backup.no_folder")
    if target.resolve().is_relative_to(Path(settings.DATA).resolve()):
        raise Refused(
            "备份不能放在数据文件夹里：那块磁盘坏了，备份也没有了。请写别的磁盘上的位置。",
            code="backup.inside",
        )
    return target


def _copy_database(to: Path, may_be_copied: Callable[[], None]) -> tuple[tuple[str, ...], dict[str, str]]:
    """Copies the database; what it had migrated, and {digest: name} of its files, at the same moment.

    On SQLite the transaction keeps every writer out, on PostgreSQL copy and question share one snapshot.
    """
    database = Path(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite" and not database.exists():
        raise Refused(f"还没有数据库（{database}），没有可以备份的内容。", code="backup.nothing")
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        applied = MigrationRecorder(connection).applied_migrations()
        if not applied:
            raise Refused("数据库还是空的，没有可以备份的内容。", code="backup.nothing")
        try:
            may_be_copied()
            stored = dict(StoredFile.objects.order_by("pk").values_list("sha256", "name"))
        except DatabaseError as error:
            raise Refused(
                "数据库和现在的程序不是同一个版本，看不出有没有投票开着，没有备份。请用升级以前的程序备份。",
                code="backup.other_version",
            ) from error
        if connection.vendor == "postgresql":
            postgresql.dump(to, postgresql.export_snapshot())
        else:
            copy_database(database, to)
    return tuple(sorted(f"{app}.{name}" for app, name in applied)), stored


def _files(stored: dict[str, str]) -> tuple[dict[str, Path], list[str]]:
    """The files that the database speaks of, under their names in the archive; and what the disk has lost."""
    found, lost = {}, []
    for digest, name in stored.items():
        part = f"files/{digest[:2]}/{digest}"
        place = Path(settings.DATA) / part
        if place.is_file() and digest_of(place) == digest:
            found[part] = place
        else:
            lost.append(name)
    return found, lost


def _key_and_fonts() -> dict[str, Path]:
    folder = Path(settings.DATA)
    found = {
        f"fonts/{path.relative_to(folder / 'fonts').as_posix()}": path
        for path in sorted((folder / "fonts").rglob("*"))
        if path.is_file()
    }
    found = {name: path for name, path in found.items() if may_be_called(name)}
    if (folder / KEY_FILE).is_file():
        found[KEY_FILE] = folder / KEY_FILE
    return found


def leftovers(folder: Path) -> list[Path]:
    """What backups left behind that were interrupted: as secret as a backup, of no use to anybody."""
    return sorted(folder.glob(f"{UNFINISHED}*"))
