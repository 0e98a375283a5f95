"""Typed readings of environment variables. Secrets and places come from here and nowhere else."""

import os
import secrets
from pathlib import Path


def read_flag(name: str, default: bool = False) -> bool:
    """True for 1/true/yes/on, whatever the case."""
    value = os.environ.get(name)
    return default if value is None else value.strip().lower() in {"1", "true", "yes", "on"}


def read_integer(name: str, default: int) -> int:
    return int(os.environ.get(name) or default)


def read_list(name: str, default: list[str]) -> list[str]:
    value = os.environ.get(name)
    return default if value is None else [part.strip() for part in value.split(",") if part.strip()]


def data_place() -> Path:
    """Where the one folder is, or will be, that holds everything of an installation."""
    return Path(os.environ.get("PINGYI_DATA") or Path(__file__).resolve().parents[2] / "data").resolve()


def data_folder() -> Path:
    """The one folder that holds everything of an installation; made on first use, for its owner only."""
    folder = data_place()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def secret_key(folder: Path) -> str:
    """`PINGYI_SECRET_KEY`, or a key made on the first start and kept in the data folder (mode 0600)."""
    given = os.environ.get("PINGYI_SECRET_KEY")
    if given:
        return given
    path = folder / "secret-key"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(descriptor, "w") as file:
        key = secrets.token_urlsafe(48)
        file.write(key)
    return key
