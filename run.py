#!/usr/bin/env python3
"""评议 Pingyi：新机器上只需要这一个入口 / the only door on a fresh machine.

    python3 run.py demo [--port N] [--lan]                          演示：内置数据库和示例评议
    python3 run.py test [--whole] [--browser] [--pg] [--long] [pytest 参数]   测试
    python3 run.py serve                                            正式运行，设置来自环境变量
    python3 run.py lint                                             代码检查
    python3 run.py 其他命令 …                                       交给 python -m pingyi 命令 …

需要 Python 3.11 以上和一次联网。运行环境建在 .venv（或 $PINGYI_VENV 指定的位置），之后不再联网。
Needs Python 3.11 or newer and the network once; everything is put into .venv (or $PINGYI_VENV).
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
REQUIREMENTS = ROOT / "requirements"
OLDEST_PYTHON = (3, 11)
NEWEST_FIRST = ("python3.14", "python3.13", "python3.12", "python3.11")
# A group contains everything that the groups after the colon need.
CONTAINED_IN = {
    "runtime": ("test", "browser", "pg", "lint", "everything"),
    "test": ("browser", "pg", "lint", "everything"),
    "browser": ("lint", "everything"),
    "pg": ("everything",),
    "lint": ("everything",),
    "everything": (),
}
DEBIAN_POSTGRESQL = Path("/usr/lib/postgresql")

# What went wrong, recognised in the installer's own words, and what to do about it.
ADVICE = (
    (
        r"No space left",
        "磁盘空间不足：请清出约 1 GB 后重试。",
        "The disk is full: about 1 GB is needed.",
    ),
    (
        r"Permission denied|Read-only file system|Errno 13",
        "没有写权限：请换一个有权限的目录，或把环境变量 PINGYI_VENV 设为可写的位置。",
        "No permission to write: use another folder, or point PINGYI_VENV to one that is writable.",
    ),
    (
        r"CERTIFICATE_VERIFY|UnknownIssuer|invalid peer certificate",
        "证书不受信任：如单位网络使用自己的证书，请把环境变量 SSL_CERT_FILE 和 PIP_CERT 设为该证书文件。",
        "The certificate is not trusted: set SSL_CERT_FILE and PIP_CERT to your network's certificate file.",
    ),
    (
        r"HASHES|[Hh]ash mismatch",
        "下载的安装包与登记的校验值不符，没有安装。请换一个镜像重试。",
        "A package differs from its recorded checksum and was not installed: try another package index.",
    ),
    (
        r"resolve host|name resol|dns error|[Cc]onnect|timed out|unreachable|Proxy|sending request|versions: none",
        "连不上软件包仓库：请检查网络；内网或国内镜像可设环境变量 PIP_INDEX_URL=镜像地址 后重试。",
        "Cannot reach the package index: check the network, or set PIP_INDEX_URL to a mirror.",
    ),
    (
        r"[Nn]o matching distribution|No solution found|no wheels|no compatible",
        "当前的 Python 或系统没有现成的安装包：请改用 64 位系统上的 Python 3.11 至 3.14。",
        "No ready-made package for this Python or system: use Python 3.11 to 3.14 on a 64-bit system.",
    ),
)


def main(words: Sequence[str]) -> NoReturn:
    """Prepare what the verb needs, then become it; the exit code is the verb's own."""
    if not words or words[0] in {"-h", "--help"}:
        print(__doc__)
        sys.exit(0 if words else 2)
    verb, rest = words[0], list(words[1:])
    if verb == "test":
        hand_over([environment(test_group(rest)), "-m", "tools.run_suite", *rest])
    if verb == "lint":
        hand_over([environment("lint"), "-m", "tools.run_lint", *rest])
    hand_over([environment("runtime"), "-m", "pingyi", verb, *rest])


def test_group(words: Sequence[str]) -> str:
    """The packages that the suite needs; PostgreSQL comes from a package only where the machine has none."""
    needs_server = (
        "--pg" in words
        and not os.environ.get("DATABASE_URL")
        and not list(DEBIAN_POSTGRESQL.glob("*/bin/initdb"))
    )
    if needs_server:
        return "everything" if "--browser" in words else "pg"
    return "browser" if "--browser" in words else "test"


def a_newer_python() -> str | None:
    """Where a Python is that is new enough, if the one that reads this is not."""
    return next(filter(None, map(shutil.which, NEWEST_FIRST)), None)


# --- the environment -----------------------------------------------------------------------------------------


def environment(group: str) -> str:
    """The Python of the environment, with at least the packages of the group in it."""
    folder = Path(os.environ.get("PINGYI_VENV") or ROOT / ".venv").resolve()
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    try:
        if not works(python):
            create(folder)
        with only_one(folder):
            if not is_ready(folder, group):
                say(
                    "正在准备运行环境，首次需要联网，约一分钟……",
                    "Preparing the environment (network needed once) ...",
                )
                install(python, group)
                (folder / f"pingyi-{group}.stamp").write_text(fingerprint(group))
    except OSError as error:
        give_up(str(error))
    return str(python)


def works(python: Path) -> bool:
    """A folder left behind by an interrupted start, or by a Python that is gone, does not count."""
    if not python.exists():
        return False
    check = [str(python), "-c", "import sys, pip; sys.exit(sys.version_info < (3, 11))"]
    return subprocess.run(check, capture_output=True, check=False).returncode == 0


def create(folder: Path) -> None:
    """Make the environment with the standard library's venv."""
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        stop(
            "缺少 Python 的 venv 组件。请先运行：apt install python3-venv",
            "Python's venv part is missing. Run first: apt install python3-venv",
        )
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(folder)], capture_output=True, text=True, check=False
    )
    if made.returncode:
        output = made.stdout + made.stderr
        if "ensurepip" in output:
            stop(
                "缺少 Python 的 venv 组件。请先运行：apt install python3-venv",
                "Python's venv part is missing. Run first: apt install python3-venv",
            )
        give_up(output)


def fingerprint(group: str) -> str:
    """Changes when the locked packages of the group or the Python that runs them change."""
    locked = (REQUIREMENTS / f"{group}.txt").read_bytes()
    return hashlib.sha256(locked + f"{sys.version_info[:2]}".encode()).hexdigest()


def is_ready(folder: Path, group: str) -> bool:
    """True when this group, or one that contains it, was installed from today's lock."""
    for name in (group, *CONTAINED_IN[group]):
        stamp = folder / f"pingyi-{name}.stamp"
        if stamp.exists() and stamp.read_text() == fingerprint(name):
            return True
    return False


@contextlib.contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Two starts at the same moment must not install over each other (not guarded on Windows)."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    with (folder / "pingyi.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def install(python: Path, group: str) -> None:
    """Exactly the locked files, checked against their hashes: with uv, or with pip where uv does not get through."""
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--quiet"]
    hashed = ["--require-hashes", "--only-binary", ":all:", "-r"]
    settings = uv_settings(python)
    options = ["--quiet", "--compile-bytecode", "--python", str(python)]
    uv = [str(python.parent / "uv"), "pip", "install", *options]
    wanted = str(REQUIREMENTS / f"{group}.txt")
    if quietly([*pip, *hashed, str(REQUIREMENTS / "installer.txt")]) is None and (
        quietly([*uv, *hashed, wanted], settings) is None
    ):
        return
    problem = quietly([*pip, *hashed, wanted])
    if problem is not None:
        give_up(problem)


def uv_settings(python: Path) -> dict[str, str]:
    """Tell uv about the package index, certificate and proxy that this machine's pip is set up with."""
    listing = subprocess.run(
        [str(python), "-m", "pip", "config", "list"], capture_output=True, text=True, check=False
    ).stdout
    found: dict[str, str] = {}
    for section in ("global", "install", ":env:"):
        for line in listing.splitlines():
            match = re.fullmatch(rf"{section}\.([a-z-]+)='(.*)'", line)
            if match:
                found[match[1]] = match[2].replace("\\n", " ").strip()
    names = {
        "index-url": "UV_DEFAULT_INDEX",
        "extra-index-url": "UV_INDEX",
        "find-links": "UV_FIND_LINKS",
        "cert": "SSL_CERT_FILE",
        "proxy": "HTTPS_PROXY",
        "trusted-host": "UV_INSECURE_HOST",
        "default-timeout": "UV_HTTP_TIMEOUT",
    }
    settings = {names[key]: value for key, value in found.items() if key in names}
    # uv stops at a folder that is not there, pip walks past it.
    places = [
        place for place in settings.pop("UV_FIND_LINKS", "").split() if "://" in place or Path(place).exists()
    ]
    if places:
        settings["UV_FIND_LINKS"] = ",".join(places)
    # As pip does: a package may come from any of the indexes; the hashes decide whether it is the right file.
    settings["UV_INDEX_STRATEGY"] = "unsafe-best-match"
    return {**settings, **os.environ}


def quietly(command: Sequence[str], env: Mapping[str, str] | None = None) -> str | None:
    """Run an installer; nothing when it went well, else what it said. stdout stays free for results."""
    try:
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    except OSError as error:
        return str(error)
    return None if done.returncode == 0 else (done.stdout + done.stderr).strip() or f"exit {done.returncode}"


# --- handing over --------------------------------------------------------------------------------------------


def hand_over(command: list[str]) -> NoReturn:
    """Become the command: signals and exit code are its own, the caller's folder stays the current one."""
    env = with_path(os.environ)
    if os.name == "nt":
        sys.exit(subprocess.run(command, env=env, check=False).returncode)
    sys.stdout.flush()
    sys.stderr.flush()
    os.execve(command[0], command, env)


def with_path(env: Mapping[str, str]) -> dict[str, str]:
    """The product is run from this folder, not installed."""
    return {**env, "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), env.get("PYTHONPATH", "")]))}


# --- words for people ----------------------------------------------------------------------------------------


def say(chinese: str, english: str) -> None:
    """A line in both languages; stdout belongs to results."""
    print(f"{chinese}\n{english}", file=sys.stderr, flush=True)


def stop(chinese: str, english: str) -> NoReturn:
    """Say what is missing and end."""
    say(chinese, english)
    sys.exit(2)


def give_up(output: str) -> NoReturn:
    """Show the last lines of what failed and the advice that fits them."""
    print("\n".join(output.splitlines()[-12:]), file=sys.stderr)
    for pattern, chinese, english in ADVICE:
        if re.search(pattern, output):
            stop(chinese, english)
    stop("运行环境没有建好，原因见上。", "The environment could not be prepared, see above.")


def check_python() -> None:
    """Python 3.11 or newer: hand over to one that is installed, or say what to install."""
    if sys.version_info >= OLDEST_PYTHON:
        return
    newer = a_newer_python()
    if newer:
        os.execv(newer, [newer, *sys.argv])
    stop(
        f"需要 Python 3.11 或更高版本，现在是 {sys.version.split()[0]}。Debian 12、Ubuntu 24.04 自带的 python3 即可。",
        f"Python 3.11 or newer is needed, this is {sys.version.split()[0]}.",
    )


if __name__ == "__main__":
    check_python()
    main(sys.argv[1:])
