"""Checks on the tree as a whole: nothing of one machine in it, no file that has grown too long or too heavy."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LONGEST = 400
HEAVIEST = 300_000
COUNTED = {".py", ".html", ".css", ".js", ".md", ".toml", ".typ"}
GENERATED = ("uv.lock", "requirements/", "pingyi/locale/", "LICENSE", "pingyi/documents/fonts/OFL")

# A file may be longer than LONGEST lines, or heavier than HEAVIEST bytes, for a reason that is written here.
LONG_FOR_A_REASON: dict[str, str] = {
    "pingyi/doors/static/office.css": "one style sheet for the office, in the order of the design it follows",
}
HEAVY_FOR_A_REASON = {
    "pingyi/documents/fonts/": "Chinese fonts cannot be small",
    "uv.lock": "every file of every package with its hash",
    "pingyi/locale/": "every sentence of the interface, in two languages and compiled",
}

MACHINE_PATH = re.compile(r"(?<![\w./-])/(work|home|root|Users|opt)/[\w.-]+|[A-Z]:\\Users\\")
PACKAGE_INDEX = re.compile(r"--(extra-)?index-url|--find-links|--trusted-host")
FOREIGN_HOST = re.compile(r"https?://(?!pypi\.org/|files\.pythonhosted\.org/)[^\s\"']+")


def tracked() -> list[Path]:
    """Every file that is committed or could be."""
    command = [
        "git",
        "-c",
        "safe.directory=*",
        "ls-files",
        "--cached",
        "--others",
        "--exclude-standard",
        "-z",
    ]
    listing = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    return sorted(path for name in listing.split("\0") if name and (path := ROOT / name).is_file())


def problems_of(name: str, content: bytes) -> Iterator[tuple[int, str]]:
    """Everything wrong with one file."""
    if len(content) > HEAVIEST and not name.startswith(tuple(HEAVY_FOR_A_REASON)):
        yield (
            1,
            f"{len(content) // 1000} kB；上限 {HEAVIEST // 1000} kB，确有必要的在 tools/lint_tree.py 写明理由",
        )
    if b"\0" in content:
        return
    text = content.decode("utf-8", errors="replace")
    if "\r\n" in text:
        yield 1, "行尾要用 LF"
    lines = text.splitlines()
    generated = name.startswith(GENERATED)
    if (
        Path(name).suffix in COUNTED
        and len(lines) > LONGEST
        and not generated
        and name not in LONG_FOR_A_REASON
    ):
        yield 1, f"{len(lines)} 行；上限 {LONGEST} 行，请拆开，或在 tools/lint_tree.py 写明理由"
    is_lock = name == "uv.lock" or name.startswith("requirements/")
    for number, line in enumerate(lines, 1):
        if MACHINE_PATH.search(line):
            yield number, "写着某一台机器的路径"
        if is_lock and (PACKAGE_INDEX.search(line) or FOREIGN_HOST.search(line)):
            yield number, "锁定文件里不能有镜像地址"


def main() -> int:
    """Check all files; reasons for files that are gone or short again are complained about too."""
    found = 0
    for path in tracked():
        name = path.relative_to(ROOT).as_posix()
        for line, message in problems_of(name, path.read_bytes()):
            print(f"{name}:{line}: {message}")
            found += 1
    for name in LONG_FOR_A_REASON:
        path = ROOT / name
        if not path.is_file() or len(path.read_text("utf-8").splitlines()) <= LONGEST:
            print(f"tools/lint_tree.py: {name} 不再需要例外")
            found += 1
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
