"""`run.py test`: the suite in up to four passes, each with pytest's own closing line.

SQLite without a browser always; with --whole what tries the product as a whole; real Chromium with --browser; the
tests marked `db` once more on PostgreSQL with --pg. With --beyond-bare, for a machine whose bare stage has just passed,
SQLite runs only what needs more than Python.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tools.throwaway_postgresql import throwaway_postgresql

ROOT = Path(__file__).resolve().parents[1]
FLAGS = ("--whole", "--browser", "--pg", "--long", "--beyond-bare")
# The headless build is the same engine without windows around its pages: it needs half the time.
CHROMIUM_NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
NO_TESTS_FOUND = 5
WRONG_USE = 2


def main(words: Sequence[str]) -> int:
    """Good only if every pass is. Other words go to pytest, in every pass."""
    flags = {flag for flag in FLAGS if flag in words}
    chosen = [word for word in words if word not in FLAGS]
    speed = "" if "--long" in flags else " and not long"
    if "--long" in flags:
        os.environ.setdefault("HYPOTHESIS_PROFILE", "long")
    embedded = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    results = {}
    if not lies_in_browser_suite(chosen):
        if "--beyond-bare" in flags:
            results["SQLite"] = one_pass(
                "SQLite", f"libreoffice{speed}", chosen or files_that_say("libreoffice"), embedded
            )
        else:
            # Who names tests gets them, whatever they take.
            whole = "" if any(word.startswith("tests") for word in chosen) else " and not whole"
            results["SQLite"] = one_pass(
                "SQLite", f"not browser{whole}{speed}", chosen or domain_coverage(), embedded
            )
        if not chosen and flags & {"--whole", "--long"}:
            files = files_that_say("mark.whole", "mark.walk")
            results["Whole"] = one_pass("Whole", f"whole and not browser{speed}", files, embedded)
    if "--browser" in flags:
        chrome = find_chromium()
        if chrome is None:
            return WRONG_USE
        results["Chromium"] = one_pass(
            "Chromium", f"browser{speed}", chosen or ["tests/browser"], {**embedded, "CHROME": chrome}
        )
    if "--pg" in flags:
        with postgresql() as url:
            results["PostgreSQL"] = one_pass(
                "PostgreSQL",
                f"db and not browser and not walk{speed}",
                chosen,
                {**os.environ, "DATABASE_URL": url},
            )
    return verdict(results, chosen)


def one_pass(name: str, markers: str, chosen: Sequence[str], env: Mapping[str, str]) -> int:
    """One run of pytest, announced on stderr; `PINGYI_TEST_WORKERS` other than 2 fits other machines."""
    print(f"\n—— {name} ——", file=sys.stderr, flush=True)
    workers = env.get("PINGYI_TEST_WORKERS", "2")
    command = [
        sys.executable,
        "-u",
        "-m",
        "pytest",
        "-n",
        workers,
        "--dist",
        "loadgroup",
        "-m",
        markers,
        *chosen,
    ]
    if not markers.startswith("browser"):
        command += ["--ignore", "tests/browser"]
    if name == "PostgreSQL" and "not long" in markers and not chosen:
        # What pages ask of the database is asked by the services and queries, which are tested on both.
        command += ["--ignore", "tests/doors/office"]
    return subprocess.run(command, cwd=ROOT, env=with_byte_code(env), check=False).returncode


def files_that_say(*words: str) -> list[str]:
    """The files of tests in which one of the words stands: a pass of few tests need not collect them all."""
    files = sorted((ROOT / "tests").rglob("test_*.py"))
    found = (path for path in files if any(word in path.read_text("utf-8") for word in words))
    return [str(path.relative_to(ROOT)) for path in found]


def with_byte_code(env: Mapping[str, str]) -> dict[str, str]:
    """Many short processes read the same modules: where byte code may not lie beside them, it is kept in .cache."""
    kept = {name: value for name, value in env.items() if name != "PYTHONDONTWRITEBYTECODE"}
    if len(kept) < len(env):
        kept["PYTHONPYCACHEPREFIX"] = str(ROOT / ".cache" / "bytecode")
    return kept


def domain_coverage() -> list[str]:
    """The whole suite also holds the pure rules to every branch; a choice of tests cannot."""
    (ROOT / ".cache").mkdir(exist_ok=True)
    folders = sorted(path.relative_to(ROOT) for path in (ROOT / "pingyi").rglob("domain") if path.is_dir())
    measured = [f"--cov={folder}" for folder in folders]
    return [*measured, "--cov-config=tools/domain.coveragerc", "--cov-report=term-missing:skip-covered"]


def verdict(results: Mapping[str, int], chosen: Sequence[str]) -> int:
    """The worst exit code; a pass in which the chosen tests simply do not occur is no fault when another has them."""
    codes = list(results.values())
    if chosen and any(code != NO_TESTS_FOUND for code in codes):
        codes = [code for code in codes if code != NO_TESTS_FOUND]
    return max(codes, default=NO_TESTS_FOUND)


def lies_in_browser_suite(chosen: Sequence[str]) -> bool:
    """True when every path given by hand is in the browser suite."""
    paths = [Path(word.split("::")[0]).parts[:2] for word in chosen if word.startswith("tests")]
    return bool(paths) and all(path == ("tests", "browser") for path in paths)


def find_chromium() -> str | None:
    """The Chromium of the system, or $CHROME; says how to get one when there is none."""
    found = os.environ.get("CHROME") or next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if found is None:
        print(
            "没有找到 Chromium。请先运行：apt install chromium fonts-noto-cjk（或用环境变量 CHROME 指明程序位置）\n"
            "Chromium was not found. Run: apt install chromium fonts-noto-cjk (or set CHROME to the program).",
            file=sys.stderr,
        )
    return found


@contextlib.contextmanager
def postgresql() -> Iterator[str]:
    """$DATABASE_URL where it names a PostgreSQL, else a server that lives as long as the tests."""
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith(("postgres://", "postgresql://")):
        yield given
    else:
        with throwaway_postgresql() as url:
            yield url


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
