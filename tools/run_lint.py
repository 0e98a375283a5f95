"""`run.py lint`: every check, even when an earlier one complains."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PYTHON = sys.executable
BESIDE = Path(PYTHON).parent

CHECKS = {
    "ruff": [str(BESIDE / "ruff"), "check", "."],
    "ruff format": [str(BESIDE / "ruff"), "format", "--check", "."],
    "mypy": [PYTHON, "-m", "mypy"],
    "imports": [str(BESIDE / "lint-imports"), "--cache-dir", ".cache/imports"],
    "words": [PYTHON, "-m", "tools.messages", "check"],
    "templates": [PYTHON, "-m", "tools.lint_templates"],
    "tree": [PYTHON, "-m", "tools.lint_tree"],
    "migrations": [PYTHON, "-m", "pingyi.manage", "makemigrations", "--check", "--dry-run"],
}


def main() -> int:
    """Run them one after the other and name at the end those that failed."""
    failed = []
    with tempfile.TemporaryDirectory() as data:
        env = {**os.environ, "PINGYI_DATA": data}
        for name, command in CHECKS.items():
            print(f"—— {name} ——", file=sys.stderr, flush=True)
            if subprocess.run(command, cwd=ROOT, env=env, check=False).returncode:
                failed.append(name)
    print(f"未通过 / failed: {', '.join(failed)}" if failed else "检查通过 / all good", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
