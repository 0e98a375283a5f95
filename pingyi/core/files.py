"""Files that people hand in: the bytes lie in the data folder under their SHA-256, the row says whose they are.

Nothing is ever served or opened by the name that people gave; the name is only shown.
"""

import hashlib
import os
import tempfile
from datetime import datetime
from pathlib import Path

from django.conf import settings

from pingyi.core.errors import Missing, Refused
from pingyi.core.models import StoredFile
from pingyi.core.text import tidy
from pingyi.core.words import Words

NAME_LENGTH = 200


def store_file(
    *, institution_id: int, name: str, content: bytes, stored_by_id: int, now: datetime
) -> StoredFile:
    """Keeps the bytes and returns their row. The same bytes lie there once, however often they are handed in."""
    if len(content) > settings.UPLOAD_LIMIT_BYTES:
        limit = settings.UPLOAD_LIMIT_BYTES // (1024 * 1024)
        raise Refused(
            Words("文件超过 {limit} MB。请压缩图片或分成几个文件再上传。", limit=limit),
            code="file.too_large",
            field="file",
        )
    digest = hashlib.sha256(content).hexdigest()
    _write_once(_place(digest), content)
    shown = tidy(name.replace("\\", "/").rsplit("/", 1)[-1])[-NAME_LENGTH:] or Words("未命名")
    return StoredFile.objects.create(
        institution_id=institution_id,
        name=shown,
        sha256=digest,
        size_bytes=len(content),
        stored_at=now,
        stored_by_id=stored_by_id,
    )


def keep_made_file(
    *, institution_id: int, name: str, made: Path, stored_by_id: int, now: datetime
) -> StoredFile:
    """Takes over a file that the system made in the data folder, however large, and returns its row."""
    with made.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
        os.fsync(content.fileno())
    size, place = made.stat().st_size, _place(digest)
    place.parent.mkdir(parents=True, exist_ok=True)
    made.replace(place)
    return StoredFile.objects.create(
        institution_id=institution_id,
        name=name[-NAME_LENGTH:],
        sha256=digest,
        size_bytes=size,
        stored_at=now,
        stored_by_id=stored_by_id,
    )


def place_of(stored: StoredFile) -> Path:
    """Where the bytes lie, for whoever reads them in pieces; `Missing` if the disk has lost them."""
    place = _place(stored.sha256)
    if not place.is_file() or place.stat().st_size != stored.size_bytes:
        raise Missing(Words("这个文件在磁盘上找不到了。请重新上传，并告诉管理员。"), code="file.lost")
    return place


def file_of(institution_id: int, file_id: int) -> StoredFile:
    """The row of a file of this institution; `Missing` for any other."""
    stored = StoredFile.objects.filter(pk=file_id, institution_id=institution_id).first()
    if stored is None:
        raise Missing(Words("没有找到这个文件。请重新上传。"), code="file.missing")
    return stored


def read_file(stored: StoredFile) -> bytes:
    """The bytes as they were handed in; refused if the disk gives back anything else."""
    try:
        content = _place(stored.sha256).read_bytes()
    except FileNotFoundError:
        raise Missing(
            Words("这个文件在磁盘上找不到了。请重新上传，并告诉管理员。"), code="file.lost"
        ) from None
    if hashlib.sha256(content).hexdigest() != stored.sha256:
        raise Refused(
            Words("磁盘上的文件和上传时不一样，没有使用。请重新上传，并告诉管理员。"), code="file.changed"
        )
    return content


def _place(digest: str) -> Path:
    return Path(settings.DATA) / "files" / digest[:2] / digest


def _write_once(place: Path, content: bytes) -> None:
    """Writes beside and renames: a crash leaves no half file under a whole name."""
    if place.exists():
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=place.parent)
    with os.fdopen(handle, "wb") as target:
        target.write(content)
        target.flush()
        os.fsync(target.fileno())
    Path(beside).replace(place)
