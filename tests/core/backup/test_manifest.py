"""The table of contents: what may stand in it, and what is refused before anything is unpacked."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from pingyi.core.backup.manifest import Manifest, Part, may_be_called, read, written
from pingyi.core.errors import Refused

DIGEST = "ab" * 32
MANIFEST = Manifest(
    version="0.1.0",
    made_at=datetime(2026, 1, 16, 6, 30, tzinfo=UTC),
    database="sqlite",
    migrations=("core.0001_initial",),
    parts=(
        Part("database.sqlite3", 4096, "0" * 64),
        Part(f"files/ab/{DIGEST}", 12, DIGEST),
        Part("fonts/方正/小标宋.ttf", 8, "1" * 64),
        Part("secret-key", 64, "2" * 64),
    ),
)


def changed(**fields: Any) -> bytes:
    return json.dumps({**json.loads(written(MANIFEST)), **fields}).encode()


def refusal(content: bytes) -> Refused:
    with pytest.raises(Refused) as caught:
        read(content)
    return caught.value


def test_what_was_written_is_read() -> None:
    assert read(written(MANIFEST)) == MANIFEST
    assert (MANIFEST.files, MANIFEST.has_key, MANIFEST.size) == (1, True, 4180)


@pytest.mark.parametrize(
    "name",
    [
        "../secret-key",
        "/etc/passwd",
        "files/../../secret-key",
        f"files/cd/{DIGEST}",
        f"files/ab/{DIGEST}/x",
        "files/ab/short",
        "fonts/../pingyi.sqlite3",
        "fonts/./x",
        "fonts/",
        "fonts",
        "fonts//x",
        "fonts/.hidden",
        "fonts/a\\..\\b",
        "fonts/C:x",
        "fonts/a\x00b",
        "pingyi.sqlite3",
        "restore-unfinished.json",
        "",
    ],
)
def test_no_name_leads_out_of_its_folder(name: str) -> None:
    assert not may_be_called(name)
    parts = [{"name": "database.sqlite3", "size": 1, "sha256": "0" * 64}]
    parts.append({"name": name, "size": 1, "sha256": DIGEST})
    assert refusal(changed(parts=parts)).code == "backup.damaged"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"null",
        b'{"product":"pingyi"}',
        b"[" * 100_000,
        changed(product="other"),
        changed(parts=[]),
        changed(parts="x"),
        changed(parts=[1]),
        changed(parts=[{"name": "database.sqlite3", "size": -1, "sha256": "0" * 64}]),
        changed(parts=[{"name": "database.sqlite3", "size": True, "sha256": "0" * 64}]),
        changed(parts=[{"name": "database.sqlite3", "size": 1, "sha256": "Z" * 64}]),
        changed(parts=[{"name": "database.sqlite3", "size": 1, "sha256": "0" * 64}] * 2),
        changed(parts=[{"name": f"files/ab/{DIGEST}", "size": 1, "sha256": "0" * 64}]),
        changed(database="postgresql"),
        changed(database="other"),
        changed(migrations=[1]),
        changed(made_at="yesterday"),
        changed(version=3),
    ],
)
def test_any_other_bytes_are_told_as_damage(content: bytes) -> None:
    told = refusal(content)
    assert told.code == "backup.damaged"
    assert "请换一份备份" in told.message


def test_a_later_format_is_told_as_newer() -> None:
    told = refusal(changed(format=2, version="3.0.0"))
    assert told.code == "backup.newer"
    assert "3.0.0" in told.message
