"""Handed-in files: kept once, shown by name, found by digest, belonging to one institution."""

from pathlib import Path
from typing import Any

import pytest

from pingyi.core.errors import Missing, Refused
from pingyi.core.files import file_of, read_file, store_file
from pingyi.core.models import StoredFile
from tests.factories.world import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.DATA = tmp_path
    return tmp_path


def store(content: bytes, name: str = "佐证.pdf", institution_id: int = 1) -> StoredFile:
    return store_file(institution_id=institution_id, name=name, content=content, stored_by_id=5, now=NOW)


def test_bytes_come_back_as_they_were_and_lie_there_once(folder: Path) -> None:
    first, second = store(b"abc"), store(b"abc", "另一个名字.pdf")
    assert (read_file(first), read_file(second), first.size_bytes) == (b"abc", b"abc", 3)
    assert len([place for place in (folder / "files").rglob("*") if place.is_file()]) == 1


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\表\\名册.xlsx", "名册.xlsx"),
        ("", "未命名"),
        ("a\x00b.xlsx", "ab.xlsx"),
    ],
)
def test_a_name_is_only_shown(given: str, shown: str) -> None:
    assert store(b"x", given).name == shown


def test_a_file_belongs_to_one_institution() -> None:
    stored = store(b"abc")
    assert file_of(1, stored.pk) == stored
    with pytest.raises(Missing):
        file_of(2, stored.pk)


def test_a_file_above_the_limit_is_refused(settings: Any) -> None:
    settings.UPLOAD_LIMIT_BYTES = 2
    with pytest.raises(Refused) as refused:
        store(b"abc")
    assert (refused.value.code, StoredFile.objects.count()) == ("file.too_large", 0)


def test_lost_and_changed_bytes_are_told(folder: Path) -> None:
    stored = store(b"abc")
    place = folder / "files" / stored.sha256[:2] / stored.sha256
    place.write_bytes(b"abd")
    with pytest.raises(Refused) as refused:
        read_file(stored)
    assert refused.value.code == "file.changed"
    place.unlink()
    with pytest.raises(Missing) as missing:
        read_file(stored)
    assert missing.value.code == "file.lost"
