"""A package that somebody made anew by hand: other contents, and a table of contents that agrees with them."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pingyi.archives.domain.layout import MANIFEST, SUMS
from pingyi.archives.domain.sums import sums_text

Contents = dict[str, bytes]


def repacked(package: Path, target: Path, change: Callable[[Contents, dict[str, Any]], None]) -> Path:
    """`change` gets the members by name and the table of contents; sizes and sums are worked out afterwards."""
    with zipfile.ZipFile(package) as old:
        members = {name: old.read(name) for name in old.namelist() if name not in (MANIFEST, SUMS)}
        table = json.loads(old.read(MANIFEST))
    change(members, table)
    sums = {name: hashlib.sha256(content).hexdigest() for name, content in members.items()}
    table["members"] = [
        {"name": name, "size": len(content), "sha256": sums[name]} for name, content in members.items()
    ]
    manifest = json.dumps(table).encode()
    with zipfile.ZipFile(target, "w") as new:
        for name, content in members.items():
            new.writestr(name, content)
        new.writestr(MANIFEST, manifest)
        new.writestr(SUMS, sums_text({**sums, MANIFEST: hashlib.sha256(manifest).hexdigest()}))
    return target
