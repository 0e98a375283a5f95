"""The table of contents of a package: whose cycle it is, what stands in it, what every member must add up to."""

import json
import re
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from pingyi.archives.domain.layout import FORMAT, MANIFEST, PRODUCT, SUMS, fault_of_name
from pingyi.archives.domain.storable import MOST, is_storable
from pingyi.core.words import Words

_SHA256 = re.compile(r"[0-9a-f]{64}")
FIRST_YEAR, LAST_YEAR = 1921, 9999


class NotAManifest(Exception):
    """`what` says why these bytes are no table of contents that this version reads."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


@dataclass(frozen=True)
class Member:
    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class LogFacts:
    """The stretch of the institution's log: from which line to which, and the hashes at both ends."""

    lines: int
    first: int
    last: int
    before: str
    head: str


@dataclass(frozen=True)
class Origin:
    """Where the cycle comes from. `root` is the first hash of the institution's log, which no other institution has:
    with `cycle`, the number of the review there, it names the review."""

    institution_id: int
    root: str
    institution: str
    convenor: str
    year: int
    name: str
    cycle: int
    fingerprint: str


@dataclass(frozen=True)
class Manifest:
    version: str
    made_at: datetime
    made_by: str
    sequence: int
    has_counts: bool
    origin: Origin
    log: LogFacts
    tables: dict[str, int]
    # Files that were handed in and were no longer on the disk.
    lost: tuple[str, ...]
    members: tuple[Member, ...]

    @property
    def size(self) -> int:
        return sum(member.size for member in self.members)


def written(manifest: Manifest) -> bytes:
    """The manifest as it stands in the package."""
    content = {
        "format": FORMAT,
        "product": PRODUCT,
        **asdict(manifest),
        "made_at": manifest.made_at.isoformat(),
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def read(content: bytes) -> Manifest:
    """The manifest of these bytes; `NotAManifest` for anything that this version cannot have written."""
    try:
        table = json.loads(content)
        if table["product"] != PRODUCT:
            raise NotAManifest(Words("它不是评议系统的归档包"))
        if table["format"] != FORMAT:
            raise NotAManifest(Words("它是更新的版本做的，这个版本读不了；请用新版本核对"))
        manifest = Manifest(
            version=_text(table["version"]),
            made_at=_moment(table["made_at"]),
            made_by=_text(table["made_by"]),
            sequence=_number(table["sequence"]),
            has_counts=_truth(table["has_counts"]),
            origin=_origin(table["origin"]),
            log=_log(table["log"]),
            tables={_text(name): _number(rows) for name, rows in table["tables"].items()},
            lost=tuple(_text(name) for name in table["lost"]),
            members=tuple(_member(one) for one in table["members"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise NotAManifest(Words("目录读不懂，里面缺内容或写得不对")) from error
    names = [member.name for member in manifest.members]
    if len(set(names)) != len(names) or {MANIFEST, SUMS} & set(names):
        raise NotAManifest(Words("目录前后不一致，有文件列了两次"))
    return manifest


def _origin(table: Any) -> Origin:
    origin = Origin(
        institution_id=_number(table["institution_id"]),
        root=_digest(table["root"]),
        institution=_text(table["institution"]),
        convenor=_text(table["convenor"]),
        year=_number(table["year"]),
        name=_text(table["name"]),
        cycle=_number(table["cycle"]),
        fingerprint=_text(table["fingerprint"]),
    )
    if not FIRST_YEAR <= origin.year <= LAST_YEAR:
        raise ValueError(origin)
    return origin


def _log(table: Any) -> LogFacts:
    return LogFacts(
        lines=_number(table["lines"]),
        first=_number(table["first"]),
        last=_number(table["last"]),
        before=_digest(table["before"]),
        head=_digest(table["head"]),
    )


def _member(entry: Any) -> Member:
    member = Member(_text(entry["name"]), _number(entry["size"]), _digest(entry["sha256"]))
    if fault := fault_of_name(member.name):
        raise NotAManifest(Words("目录里列了 {name}：{fault}", name=repr(member.name[:80]), fault=fault))
    return member


def _moment(value: Any) -> datetime:
    moment = datetime.fromisoformat(_text(value))
    if moment.tzinfo is None:
        raise ValueError(value)
    return moment


def _text(value: Any) -> str:
    if not isinstance(value, str) or not is_storable(value):
        raise TypeError(value)
    return value


def _number(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= MOST:
        raise TypeError(value)
    return value


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _digest(value: Any) -> str:
    if not _SHA256.fullmatch(_text(value)):
        raise ValueError(value)
    return str(value)
