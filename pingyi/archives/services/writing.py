"""Writing members into the .zip, each counted and hashed on its way."""

import hashlib
import stat
import zipfile
from datetime import datetime

from pingyi.archives.domain.manifest import Member
from pingyi.core.clock import PEOPLE_ZONE

# Word, PDF and what people hand in is packed already.
_TEXT = (".txt", ".html", ".json", ".jsonl", ".csv", ".py", "SHA256SUMS")


class PackageWriter:
    """Members carry the moment of the package: when which file was handed in stands in the tables."""

    def __init__(self, archive: zipfile.ZipFile, made_at: datetime) -> None:
        self._archive = archive
        self._moment = made_at.astimezone(PEOPLE_ZONE)
        self.members: list[Member] = []

    def add(self, name: str, content: bytes) -> Member:
        entry = zipfile.ZipInfo(name, self._moment.timetuple()[:6])
        entry.compress_type = zipfile.ZIP_DEFLATED if name.endswith(_TEXT) else zipfile.ZIP_STORED
        entry.external_attr = (stat.S_IFREG | 0o644) << 16
        self._archive.writestr(entry, content)
        member = Member(name, len(content), hashlib.sha256(content).hexdigest())
        self.members.append(member)
        return member
