"""Is a package as it was made? Any bytes give an answer; nothing is believed before it was counted and hashed."""

import hashlib
import json
import os
import stat
import unicodedata
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from pingyi.archives.domain.layout import LOG, MANIFEST, SUMS, fault_of_name, table_file
from pingyi.archives.domain.log import faults_of_log
from pingyi.archives.domain.manifest import Manifest, Member, NotAManifest, read
from pingyi.archives.domain.sums import sums_text
from pingyi.core.packages import Allowance, PackageTrouble
from pingyi.core.words import Words

MEGABYTE = 1024 * 1024
CHUNK = MEGABYTE
MANIFEST_BYTES, TEXT_BYTES, ALL_TEXT_BYTES = 32 * MEGABYTE, 64 * MEGABYTE, 256 * MEGABYTE
UNPACKED_BYTES, RATIO, MEMBERS = 64 * 1024 * MEGABYTE, 250, 100_000
NAMED_AT_MOST = 200
# Its last record, without a comment.
DIRECTORY_END_BYTES = 22
WHOLE = Words("整个文件")
IS_CUT_OR_ADDED_TO = Words("前面或后面多出了别的内容，或者没有拷贝完")
UNREADABLE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
)
Tell = Callable[[int, int], None]


@dataclass(frozen=True)
class Difference:
    """What is not as it should be: in which member, and what."""

    member: str
    what: str

    @property
    def said(self) -> Words:
        return Words("{member}：{what}", member=self.member, what=self.what)

    def __str__(self) -> str:
        return str(self.said)


@dataclass
class Verdict:
    """The answer. `texts` are the tables and the log, kept only while they are hashed anyway."""

    size: int
    sha256: str
    manifest: Manifest | None = None
    differences: list[Difference] = field(default_factory=list)
    texts: dict[str, bytes] = field(default_factory=dict)

    @property
    def is_good(self) -> bool:
        return self.manifest is not None and not self.differences

    def add(self, member: str, what: str) -> None:
        if len(self.differences) < NAMED_AT_MOST:
            self.differences.append(Difference(member if member is WHOLE else _shown(member), what))


def check_package(path: Path, tell: Tell = lambda _done, _all: None) -> Verdict:
    """Every difference by name. Raises `OSError` only where there is no file to read."""
    with path.open("rb") as file:
        verdict = Verdict(path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())
        file.seek(0)
        try:
            with zipfile.ZipFile(file) as archive:
                if _ends_with_its_directory(file):
                    _check(archive, verdict, tell)
                else:
                    verdict.add(WHOLE, IS_CUT_OR_ADDED_TO)
        except PackageTrouble:
            verdict.add(WHOLE, Words("展开以后大得不正常，没有展开"))
        except UNREADABLE:
            verdict.add(WHOLE, Words("不是完整的.zip文件，可能没有拷贝完"))
    return verdict


def _ends_with_its_directory(file: BinaryIO) -> bool:
    """Nothing stands behind the directory of the .zip, no comment either: programs would pass over it."""
    file.seek(max(0, file.seek(0, os.SEEK_END) - DIRECTORY_END_BYTES))
    end = file.read()
    return end.startswith(b"PK\x05\x06") and end.endswith(b"\0\0")


def _check(archive: zipfile.ZipFile, verdict: Verdict, tell: Tell) -> None:
    """The outside first: what is wrong there is never unpacked."""
    entries = archive.infolist()
    _check_outside(entries, verdict)
    if verdict.differences:
        return
    allowance = Allowance.of(verdict.size, unpacked_bytes=UNPACKED_BYTES, ratio=RATIO)
    sizes = {entry.filename: entry for entry in entries}
    if MANIFEST not in sizes:
        verdict.add(MANIFEST, Words("没有这个文件。它不是评议系统的归档包"))
        return
    with archive.open(MANIFEST) as member:
        content = member.read(MANIFEST_BYTES + 1)
    allowance.spend(len(content))
    try:
        verdict.manifest = manifest = read(content)
    except NotAManifest as trouble:
        verdict.add(MANIFEST, trouble.what)
        return
    listed = {member.name for member in manifest.members}
    for name in sorted(sizes.keys() - listed - {MANIFEST, SUMS}):
        verdict.add(name, Words("目录里没有，是后来加的"))
    for number, one in enumerate(manifest.members, start=1):
        if one.name not in sizes:
            verdict.add(one.name, Words("缺了"))
        else:
            _check_member(archive, one, verdict, allowance)
        tell(number, len(manifest.members))
    _check_sums(archive, manifest, hashlib.sha256(content).hexdigest(), verdict)
    _check_tables(manifest, verdict)
    if LOG in verdict.texts:
        for fault in faults_of_log(verdict.texts[LOG], manifest.log, manifest.origin.institution_id):
            verdict.add(LOG, fault)
    elif LOG not in listed:
        verdict.add(LOG, Words("缺了"))


def _check_outside(entries: list[zipfile.ZipInfo], verdict: Verdict) -> None:
    if len(entries) > MEMBERS:
        verdict.add(WHOLE, Words("里面有{files}个文件，多得不正常", files=len(entries)))
        return
    if min((entry.header_offset for entry in entries), default=0) > 0:
        # A package that was cut may end in one of its own Word files, which is a .zip too.
        verdict.add(WHOLE, IS_CUT_OR_ADDED_TO)
        return
    if sum(entry.compress_size for entry in entries) > verdict.size:
        verdict.add(WHOLE, Words("几个文件叠在同一段内容上"))
    for entry in entries:
        if fault := fault_of_name(entry.filename) or _fault_of_kind(entry):
            verdict.add(entry.filename, fault)
    # Two names that one file system or another takes for the same file.
    same = Counter(unicodedata.normalize("NFC", entry.filename).casefold() for entry in entries)
    for name in sorted(name for name, times in same.items() if times > 1):
        verdict.add(name, Words("同一个名称有两个文件"))


def _fault_of_kind(entry: zipfile.ZipInfo) -> str:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        return Words("不是普通文件，是指向别处的链接或别的东西")
    return Words("加了密，打不开") if entry.flag_bits & 0x1 else ""


def _check_member(archive: zipfile.ZipFile, one: Member, verdict: Verdict, allowance: Allowance) -> None:
    """Unpacks and stops as soon as it is longer than the table of contents says."""
    keeps = one.name == LOG or one.name.endswith(".json")
    digest, read_bytes, kept = hashlib.sha256(), 0, bytearray()
    try:
        with archive.open(one.name) as member:
            while chunk := member.read(CHUNK):
                allowance.spend(len(chunk))
                read_bytes += len(chunk)
                if read_bytes > one.size:
                    verdict.add(one.name, Words("应是{size}字节，比这长", size=one.size))
                    return
                digest.update(chunk)
                if keeps and len(kept) <= TEXT_BYTES:
                    kept += chunk
    except UNREADABLE:
        verdict.add(one.name, Words("内容坏了，展不开"))
        return
    if read_bytes != one.size:
        verdict.add(one.name, Words("应是{size}字节，只有{found}字节", size=one.size, found=read_bytes))
    elif digest.hexdigest() != one.sha256:
        verdict.add(one.name, Words("内容被改过，SHA-256对不上"))
    elif keeps:
        _keep(verdict, one.name, bytes(kept))


def _keep(verdict: Verdict, name: str, content: bytes) -> None:
    if len(content) > TEXT_BYTES or sum(map(len, verdict.texts.values())) + len(content) > ALL_TEXT_BYTES:
        verdict.add(name, Words("大得不正常，没有读"))
    else:
        verdict.texts[name] = content


def _check_sums(archive: zipfile.ZipFile, manifest: Manifest, digest: str, verdict: Verdict) -> None:
    wanted = sums_text({MANIFEST: digest, **{one.name: one.sha256 for one in manifest.members}})
    try:
        with archive.open(SUMS) as member:
            found = member.read(len(wanted) + 1)
    except KeyError:
        verdict.add(SUMS, Words("缺了"))
        return
    if found != wanted:
        verdict.add(SUMS, Words("和目录不一致"))


def _check_tables(manifest: Manifest, verdict: Verdict) -> None:
    listed = {member.name for member in manifest.members}
    for table, rows in manifest.tables.items():
        name = table_file(table, "json")
        if name not in listed or table_file(table, "csv") not in listed:
            verdict.add(name, Words("这张表缺了.json或.csv"))
        elif name in verdict.texts and (found := _rows_in(verdict.texts[name])) != rows:
            verdict.add(
                name,
                Words("这张表读不懂")
                if found is None
                else Words("应有{wanted}行，实有{found}行", wanted=rows, found=found),
            )


def _rows_in(content: bytes) -> int | None:
    """How many rows, each an object."""
    try:
        rows = json.loads(content)["rows"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return len(rows) if isinstance(rows, list) and all(isinstance(row, dict) for row in rows) else None


def _shown(name: str) -> str:
    """The name for a terminal or a page: without signs that would do something there."""
    return "".join(sign if sign.isprintable() else "�" for sign in name[:120])
