"""An opened voting on SQLite, made once in a run and copied for every test that needs a server of its own."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from bench.stage import Stage, prepare

ON_SQLITE = {"DATABASE_URL": ""}


def copy_of_hall(to: Path) -> Stage:
    """Puts the files of a prepared installation into `to`: 8 classes, 34 secretaries, some 240 slips, voting open."""
    folder, stage = _made()
    shutil.copytree(folder, to, dirs_exist_ok=True)
    return stage


@cache
def _made() -> tuple[Path, Stage]:
    folder = Path(tempfile.mkdtemp(prefix="pingyi-hall-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder, prepare(folder, ON_SQLITE)
