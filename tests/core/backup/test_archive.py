"""Archives that are not as they were made: whatever was done to them, they are refused, and nothing lands outside."""

import hashlib
import json
import random
import stat
import warnings
import zipfile
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pingyi.core.backup.archive import read_archive, unpack, write_archive
from pingyi.core.backup.manifest import Manifest, Part, written
from pingyi.core.errors import Refused

NOW = datetime(2026, 1, 16, 6, 30, tzinfo=UTC)
DATABASE = b"SQLite format 3\0" + bytes(range(256)) * 40
EVIDENCE = b"%PDF-1.7 evidence"
DIGEST = hashlib.sha256(EVIDENCE).hexdigest()
CONTENT = {"database.sqlite3": DATABASE, "secret-key": b"key", f"files/{DIGEST[:2]}/{DIGEST}": EVIDENCE}


def describe(parts: tuple[Part, ...]) -> bytes:
    return written(Manifest("0.1.0", NOW, "sqlite", ("core.0001_initial",), parts))


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    source = tmp_path / "source"
    source.mkdir()
    places = {}
    for number, (name, content) in enumerate(CONTENT.items()):
        places[name] = source / str(number)
        places[name].write_bytes(content)
    write_archive(tmp_path / "backup.zip", places, describe, NOW)
    return tmp_path / "backup.zip"


def unpacked(archive: Path, to: Path) -> dict[str, bytes]:
    unpack(archive, lambda name: to / name, lambda _: None)
    return {path.relative_to(to).as_posix(): path.read_bytes() for path in to.rglob("*") if path.is_file()}


def refusal(archive: Path) -> Refused:
    with pytest.raises(Refused) as caught:
        read_archive(archive)
    return caught.value


def write_zip(path: Path, entries: Sequence[tuple[str | zipfile.ZipInfo, bytes]]) -> Path:
    """A zip with exactly these entries, whatever they are called."""
    with warnings.catch_warnings(), zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")
        for name, content in entries:
            archive.writestr(name, content)
    return path


def part(name: str, content: bytes) -> Part:
    return Part(name, len(content), hashlib.sha256(content).hexdigest())


def test_what_went_in_comes_out_for_its_owner_only(archive: Path, tmp_path: Path) -> None:
    assert unpacked(archive, tmp_path / "out") == CONTENT
    for path in (archive, *(tmp_path / "out").rglob("*")):
        assert not path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)


def test_entries_do_not_tell_when_a_file_was_handed_in(archive: Path) -> None:
    with zipfile.ZipFile(archive) as opened:
        assert {entry.date_time for entry in opened.infolist()} == {(2026, 1, 16, 6, 30, 0)}


def test_a_changed_byte_is_found_or_changes_nothing(archive: Path, tmp_path: Path) -> None:
    whole, chance = archive.read_bytes(), random.Random(7)
    refusals = Counter[str]()
    for number in range(300):
        place = chance.randrange(len(whole))
        broken = bytearray(whole)
        broken[place] ^= 1 << chance.randrange(8)
        archive.write_bytes(broken)
        to = tmp_path / f"out{number}"
        try:
            assert unpacked(archive, to) == CONTENT
        except Refused as told:
            refusals[told.code] += 1
    assert refusals.keys() <= {"backup.damaged", "backup.newer"}
    assert refusals.total() > 200


def test_a_copy_that_broke_off_is_refused(archive: Path) -> None:
    whole = archive.read_bytes()
    for length in (0, 1, 100, len(whole) // 2, len(whole) - 1):
        archive.write_bytes(whole[:length])
        assert refusal(archive).code == "backup.damaged"


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.docx").write_bytes(b"PK\x03\x04 no zip")
    assert "没有拷贝完整" in refusal(tmp_path / "letter.docx").message
    assert refusal(write_zip(tmp_path / "other.zip", [("a.txt", b"a")])).code == "backup.damaged"
    assert refusal(tmp_path / "没有.zip").code == "backup.unreadable"
    assert refusal(tmp_path).code == "backup.unreadable"


def test_a_file_too_many_too_few_or_twice_is_refused(tmp_path: Path) -> None:
    parts = (part("database.sqlite3", DATABASE), part("secret-key", b"key"))
    manifest = ("manifest.json", describe(parts))
    database, key = ("database.sqlite3", DATABASE), ("secret-key", b"key")
    for number, entries in enumerate(
        (
            [database, manifest],
            [database, key, key, manifest],
            [database, key, manifest, ("../../evil", b"x")],
            [database, key, manifest, ("fonts/x.ttf", b"x")],
            [database, key, manifest, manifest],
        )
    ):
        assert refusal(write_zip(tmp_path / f"{number}.zip", entries)).code == "backup.damaged"
    assert read_archive(write_zip(tmp_path / "good.zip", [database, key, manifest])).has_key


def test_a_link_is_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("secret-key")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    parts = (part("database.sqlite3", DATABASE), part("secret-key", b"/etc/passwd"))
    entries: list[tuple[str | zipfile.ZipInfo, bytes]]
    entries = [("database.sqlite3", DATABASE), (link, b"/etc/passwd"), ("manifest.json", describe(parts))]
    assert "链接" in refusal(write_zip(tmp_path / "link.zip", entries)).message


def test_unpacking_stops_where_a_part_grows_beyond_its_size(tmp_path: Path) -> None:
    """64 MB of zeros in 64 KB, said to be 16 bytes."""
    bomb = bytes(64 * 1024 * 1024)
    entries = [
        ("database.sqlite3", bomb),
        ("manifest.json", describe((part("database.sqlite3", bytes(16)),))),
    ]
    archive = write_zip(tmp_path / "bomb.zip", entries)
    assert archive.stat().st_size < 100_000
    with pytest.raises(Refused) as caught:
        unpacked(archive, tmp_path / "out")
    assert caught.value.code == "backup.damaged"
    assert (tmp_path / "out/database.sqlite3").stat().st_size == 0


def test_a_table_of_contents_without_end_is_refused(tmp_path: Path) -> None:
    endless = json.dumps({"product": "pingyi"}).encode() + b" " * (65 * 1024 * 1024)
    archive = write_zip(tmp_path / "bomb.zip", [("manifest.json", endless)])
    assert "大得不正常" in refusal(archive).message
