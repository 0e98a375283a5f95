"""What stands in a package that was taken in. Every member is hashed again before anybody sees it."""

import hashlib
import json
import zipfile
from typing import Any

from pingyi.archives.domain.checking import UNREADABLE
from pingyi.archives.domain.layout import table_file
from pingyi.archives.models import ImportedArchive
from pingyi.core.errors import Missing, Refused
from pingyi.core.files import place_of
from pingyi.core.words import Words


def member_of(archive: ImportedArchive, name: str) -> bytes:
    """The bytes of one member; `Missing` where the package has none of this name."""
    listed = {one["name"]: one["sha256"] for one in archive.manifest["members"]}
    if name not in listed:
        raise Missing(Words("归档包里没有这个文件。请从列表里打开。"), code="archive.no_member")
    try:
        with zipfile.ZipFile(place_of(archive.file)) as package:
            content = package.read(name)
    except UNREADABLE as error:
        raise _changed() from error
    if hashlib.sha256(content).hexdigest() != listed[name]:
        raise _changed()
    return content


def table_of(archive: ImportedArchive, table: str) -> list[dict[str, Any]]:
    """The rows of one table; none where the package has no such table."""
    if table not in archive.manifest["tables"]:
        return []
    rows: list[dict[str, Any]] = json.loads(member_of(archive, table_file(table, "json")))["rows"]
    return rows


def _changed() -> Refused:
    return Refused(Words("磁盘上的归档包和导入时不一样，没有打开。请告诉管理员。"), code="archive.changed")
