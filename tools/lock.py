"""Resolve the dependencies of pyproject.toml anew and export one hashed requirements file per group.

    python3 run.py lint   # or anything else that puts uv into .venv
    .venv/bin/python tools/lock.py [--upgrade]

`uv.lock` is for people who use uv; `run.py` reads the exported files, because those obey whatever package index the
machine is set up with, while a lock file insists on its own addresses.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
GROUPS = ("test", "browser", "pg", "lint", "everything")
UV = Path(sys.executable).with_name("uv")
EXPORT = (UV, "export", "--quiet", "--frozen", "--no-emit-project", "--no-annotate", "--no-header")


def run(*command: str | Path) -> None:
    """Stop at the first command that fails."""
    subprocess.run([str(word) for word in command], cwd=ROOT, check=True)


def main() -> None:
    """Lock, then export runtime, every group, and uv itself."""
    run(UV, "lock", *sys.argv[1:])
    folder = ROOT / "requirements"
    folder.mkdir(exist_ok=True)
    run(*EXPORT, "--no-default-groups", "--output-file", folder / "runtime.txt")
    for group in GROUPS:
        run(*EXPORT, "--no-default-groups", "--group", group, "--output-file", folder / f"{group}.txt")
    run(*EXPORT, "--only-group", "installer", "--output-file", folder / "installer.txt")


if __name__ == "__main__":
    main()
