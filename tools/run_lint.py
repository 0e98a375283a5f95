"""`run.py lint`: every check, even when an earlier one complains."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PYTHON = sys.executable
BESIDE = Path(PYTHON).parent

CHECKS = {
    # Takes as long as all others together.
    "mypy": [PYTHON, "-m", "mypy"],
    "ruff": [str(BESIDE / "ruff"), "check", "."],
    "ruff format": [str(BESIDE / "ruff"), "format", "--check", "."],
    "imports": [str(BESIDE / "lint-imports"), "--cache-dir", ".cache/imports"],
    "words": [PYTHON, "-m", "tools.messages", "check"],
    "templates": [PYTHON, "-m", "tools.lint_templates"],
    "tree": [PYTHON, "-m", "tools.lint_tree"],
    "migrations": [PYTHON, "-m", "pingyi.manage", "makemigrations", "--check", "--dry-run"],
}


def main() -> int:
    """Run them, two at a time; say what each said, one after the other, and name at the end those that failed."""
    failed = []
    with tempfile.TemporaryDirectory() as data, ThreadPoolExecutor(2) as pair:
        env = {**os.environ, "PINGYI_DATA": data}
        running = {name: pair.submit(run, command, env) for name, command in CHECKS.items()}
        for name, check in running.items():
            ended = check.result()
            print(f"—— {name} ——\n{ended.stdout}", file=sys.stderr, end="", flush=True)
            if ended.returncode:
                failed.append(name)
    print(f"未通过 / failed: {', '.join(failed)}" if failed else "检查通过 / all good", file=sys.stderr)
    return 1 if failed else 0


def run(command: Sequence[str], env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """One check to its end; what it says on either stream, as it came."""
    return subprocess.run(
        command,
        cwd=ROOT,
        env=env,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


if __name__ == "__main__":
    sys.exit(main())
