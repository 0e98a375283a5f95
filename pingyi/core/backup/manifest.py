"""The table of contents of a backup, and which names may stand in it."""

import json
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pingyi.core.errors import Refused

FORMAT = 1
MANIFEST = "manifest.json"
KEY_FILE = "secret-key"
DATABASES = {"sqlite": "database.sqlite3", "postgresql": "database.pgdump"}

_STORED_FILE = re.compile(r"files/([0-9a-f]{2})/(\1[0-9a-f]{62})")
_FONT_PART = re.compile(r"[^./\\:\x00-\x1f][^/\\:\x00-\x1f]{0,199}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Part:
    """One file of the archive: how long it must be and what its bytes must add up to."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself. `migrations` are those that its database had gone through."""

    version: str
    made_at: datetime
    database: str
    migrations: tuple[str, ...]
    parts: tuple[Part, ...]

    @property
    def has_key(self) -> bool:
        """False where the installation had its secret key in the environment."""
        return any(part.name == KEY_FILE for part in self.parts)

    @property
    def files(self) -> int:
        return sum(part.name.startswith("files/") for part in self.parts)

    @property
    def size(self) -> int:
        return sum(part.size for part in self.parts)


def may_be_called(name: str) -> bool:
    """Whether a file of this name belongs into a backup. Nothing else is ever unpacked, wherever it points to."""
    if name == KEY_FILE or name in DATABASES.values() or _STORED_FILE.fullmatch(name):
        return True
    folder, _, rest = name.partition("/")
    return folder == "fonts" and all(_FONT_PART.fullmatch(part) for part in rest.split("/"))


def damaged(what: str) -> Refused:
    """The archive is not as it was made."""
    return Refused(f"这份备份不能用：{what}。什么都没有改。请换一份备份。", code="backup.damaged")


def written(manifest: Manifest) -> bytes:
    """The manifest as it stands in the archive."""
    content = {
        "format": FORMAT,
        "product": "pingyi",
        "version": manifest.version,
        "made_at": manifest.made_at.isoformat(),
        "database": manifest.database,
        "migrations": list(manifest.migrations),
        "parts": [{"name": part.name, "size": part.size, "sha256": part.sha256} for part in manifest.parts],
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def read(content: bytes) -> Manifest:
    """The manifest of these bytes; `Refused` for any that this version cannot have written."""
    try:
        table = json.loads(content)
        if not isinstance(table, dict) or table.get("product") != "pingyi":
            raise damaged("它不是评议系统的备份")
        if table["format"] != FORMAT:
            raise newer(str(table.get("version", "")))
        manifest = Manifest(
            version=_text(table["version"]),
            made_at=datetime.fromisoformat(table["made_at"]),
            database=_text(table["database"]),
            migrations=tuple(_text(name) for name in table["migrations"]),
            parts=tuple(_part(entry) for entry in table["parts"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise damaged("目录（manifest.json）读不懂") from error
    names = [part.name for part in manifest.parts]
    if len(set(names)) != len(names) or DATABASES.get(manifest.database) not in names:
        raise damaged("目录（manifest.json）前后不一致")
    return manifest


def newer(version: str) -> Refused:
    """The archive knows things that this program does not."""
    made_by = f"（{version}）" if version else ""
    return Refused(
        f"这份备份来自更新的版本{made_by}，现在的程序读不了。什么都没有改。请先把程序换成那个版本，再恢复。",
        code="backup.newer",
    )


def _part(entry: Any) -> Part:
    part = Part(_text(entry["name"]), entry["size"], _text(entry["sha256"]))
    if type(part.size) is not int or part.size < 0 or not _SHA256.fullmatch(part.sha256):
        raise ValueError(part.name)
    if not may_be_called(part.name):
        raise damaged(f"里面有不该有的文件 {part.name[:80]!r}")
    stored = _STORED_FILE.fullmatch(part.name)
    if stored and stored.group(2) != part.sha256:
        raise ValueError(part.name)
    return part


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
