"""What only one process may do at a time with a data folder: bring the database up to date, restore a backup."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def in_turn(folder: Path, *, waits: bool = True) -> Iterator[None]:
    """Waits until no other process is inside with the same folder; without `waits` raises BlockingIOError instead (not
    guarded on Windows).
    """
    try:
        import fcntl  # noqa: PLC0415 (not everywhere)
    except ImportError:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if waits else fcntl.LOCK_NB))
        yield
    finally:
        os.close(handle)
