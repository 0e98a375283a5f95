"""Writing an archive and reading it back. Nothing in an archive is believed before it was counted and hashed."""

import errno
import hashlib
import os
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import IO

from pingyi.core.backup.manifest import MANIFEST, Manifest, Part, damaged, read
from pingyi.core.errors import Refused

CHUNK = 1024 * 1024
MANIFEST_BYTES = 64 * 1024 * 1024
UNREADABLE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
Tell = Callable[[str], None]


def digest_of(path: Path) -> str:
    """SHA-256 of a file, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_archive(
    path: Path, contents: Mapping[str, Path], describe: Callable[[tuple[Part, ...]], bytes], moment: datetime
) -> None:
    """Writes the files under their names and the table of contents, which `describe` makes, behind them.

    All entries carry the moment of the backup: when which file was handed in is nobody's business here.
    """
    with _only_for_owner(path) as target, zipfile.ZipFile(target, "w") as archive:
        parts = [_write_part(archive, name, place, moment) for name, place in contents.items()]
        entry = _entry(MANIFEST, moment, zipfile.ZIP_DEFLATED)
        archive.writestr(entry, describe(tuple(parts)))
    with path.open("rb") as whole:
        os.fsync(whole.fileno())


def read_archive(source: Path) -> Manifest:
    """The table of contents of an archive whose every byte is as the table says; `Refused` for any other."""
    with _opened(source) as archive:
        manifest = _manifest_of(archive)
        for part in manifest.parts:
            _check(archive, part, None)
    return manifest


def manifest_of(source: Path) -> Manifest:
    """The table of contents alone, for a decision before the long work."""
    with _opened(source) as archive:
        return _manifest_of(archive)


def unpack(source: Path, place_of: Callable[[str], Path], tell: Tell) -> Manifest:
    """Checks the archive and writes its parts where `place_of` says, for their owner only."""
    with _opened(source) as archive:
        manifest = _manifest_of(archive)
        for number, part in enumerate(manifest.parts, start=1):
            place = place_of(part.name)
            _make_private(place.parent)
            with _only_for_owner(place) as target:
                _check(archive, part, target)
                target.flush()
                os.fsync(target.fileno())
            if number % 100 == 0 or number == len(manifest.parts):
                tell(f"核对 {number} / {len(manifest.parts)}")
    return manifest


@contextmanager
def _opened(source: Path) -> Iterator[zipfile.ZipFile]:
    """An archive open for reading; whatever is wrong with its bytes is told as damage."""
    try:
        file = source.open("rb")
    except OSError as error:
        raise Refused(f"读不了 {source}。请核对文件名和读取权限。", code="backup.unreadable") from error
    try:
        with file, zipfile.ZipFile(file) as archive:
            yield archive
    except UNREADABLE as error:
        raise damaged("它不是备份文件，或者没有拷贝完整") from error
    except OSError as error:
        if error.errno == errno.EINVAL:  # a place in the file that cannot be
            raise damaged("它不是备份文件，或者没有拷贝完整") from error
        raise Refused(f"磁盘读写出错（{error.strerror}）。什么都没有改。", code="backup.disk") from error


def _manifest_of(archive: zipfile.ZipFile) -> Manifest:
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if names.count(MANIFEST) != 1:
        raise damaged("它不是评议系统的备份，里面没有目录（manifest.json）")
    with archive.open(MANIFEST) as file:
        content = file.read(MANIFEST_BYTES + 1)
    if len(content) > MANIFEST_BYTES:
        raise damaged("目录（manifest.json）大得不正常")
    manifest = read(content)
    if sorted(names) != sorted([MANIFEST, *(part.name for part in manifest.parts)]):
        raise damaged("里面的文件和目录（manifest.json）不一致")
    if any(stat.S_ISLNK(entry.external_attr >> 16) for entry in entries):
        raise damaged("里面有指向别处的链接")
    return manifest


def _check(archive: zipfile.ZipFile, part: Part, target: IO[bytes] | None) -> None:
    """Unpacks one part and stops as soon as it is longer than it may be."""
    digest, left = hashlib.sha256(), part.size
    with archive.open(part.name) as file:
        while chunk := file.read(CHUNK):
            left -= len(chunk)
            if left < 0:
                break
            digest.update(chunk)
            if target is not None:
                target.write(chunk)
    if left != 0 or digest.hexdigest() != part.sha256:
        raise damaged(f"{part.name} 和做备份时不一样")


def _write_part(archive: zipfile.ZipFile, name: str, place: Path, moment: datetime) -> Part:
    digest, size = hashlib.sha256(), 0
    # What people hand in is mostly compressed already; an SQLite file shrinks to a fifth.
    packing = zipfile.ZIP_DEFLATED if name.endswith(".sqlite3") else zipfile.ZIP_STORED
    with place.open("rb") as file, archive.open(_entry(name, moment, packing), "w", force_zip64=True) as to:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
            size += len(chunk)
            to.write(chunk)
    return Part(name, size, digest.hexdigest())


def _entry(name: str, moment: datetime, packing: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, moment.timetuple()[:6])
    entry.compress_type = packing
    entry.external_attr = (stat.S_IFREG | 0o600) << 16
    return entry


def _make_private(folder: Path) -> None:
    """Makes the folder and those above it, each for its owner only."""
    for above in (*reversed(folder.parents), folder):
        if not above.exists():
            above.mkdir(mode=0o700)


def _only_for_owner(path: Path) -> IO[bytes]:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


def sync_folders(folders: Iterable[Path]) -> None:
    """Makes renames in these folders survive a power cut, where the system can."""
    for folder in folders:
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
