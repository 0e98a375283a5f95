"""`python -m pingyi appraise` as a script calls it: a real process, its two streams, its exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.review.appraisal.domain.documents import counts, document, reporter
from tests.review.appraisal.domain.naive_count import naive_count

SOUND = document(
    reporter("张三", A=counts(7, 1, unknown=1), B=counts(3, 1, 1)), reporter("r2", A=counts(poor=2))
)


def pingyi(*words: str, given: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """One call of the command line."""
    return subprocess.run(
        [sys.executable, "-m", "pingyi", *words],
        input=given,
        capture_output=True,
        env={**os.environ, **environment},
        check=False,
        timeout=60,
    )


def file_of(folder: Path, written: Any) -> str:
    """A file that holds this document, or these bytes."""
    path = folder / "count.json"
    path.write_bytes(written if isinstance(written, bytes) else json.dumps(written).encode())
    return str(path)


def error_of(done: subprocess.CompletedProcess[bytes]) -> dict[str, str]:
    """The fault that was told; there is nothing beside it on either stream."""
    assert done.returncode == 2
    assert done.stderr == b""
    answer = json.loads(done.stdout)
    assert list(answer) == ["error"]
    assert list(answer["error"]) == ["path", "message"]
    found: dict[str, str] = answer["error"]
    return found


@pytest.mark.parametrize("words", [(), ("--json",)])
def test_the_answer_stands_alone_on_stdout(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = pingyi("appraise", file_of(tmp_path, SOUND), *words)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout) == naive_count(SOUND)


def test_a_document_may_come_through_a_pipe() -> None:
    done = pingyi("appraise", "-", given=json.dumps(SOUND).encode())
    assert done.returncode == 0
    assert json.loads(done.stdout) == naive_count(SOUND)


def test_a_fault_is_told_and_nothing_else(tmp_path: Path) -> None:
    broken = document(categories=[{"id": "A", "weight": "0.6"}, {"id": "B", "weight": 0.4}])
    done = pingyi("appraise", file_of(tmp_path, broken))
    assert error_of(done)["path"] == "rules.categories[1].weight"
    assert done.stdout.startswith(
        '{"error":{"path":"rules.categories[1].weight","message":"应为带引号'.encode()
    )


@pytest.mark.parametrize("raw", [b"", b"\x00\xff", b"[" * 100_000, b"[1,", b"null", "{}".encode("utf-16")])
def test_any_bytes_give_a_clean_fault(tmp_path: Path, raw: bytes) -> None:
    assert error_of(pingyi("appraise", file_of(tmp_path, raw)))["path"] == ""


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    error = error_of(pingyi("appraise", str(tmp_path / "没有.json")))
    assert error["path"] == ""
    assert "没有.json" in error["message"]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert "读不了文件" in error_of(pingyi("appraise", str(tmp_path)))["message"]


def test_a_name_that_utf_8_cannot_hold_comes_back_as_it_came(tmp_path: Path) -> None:
    done = pingyi(
        "appraise",
        file_of(
            tmp_path, b'{"rules":' + json.dumps(SOUND["rules"]).encode() + b',"reporters":[{"id":"\\ud800"}]}'
        ),
    )
    assert done.returncode == 0
    assert b'"id":"\\ud800"' in done.stdout


@pytest.mark.parametrize(
    "locale", [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "gbk"}]
)
def test_the_answer_is_utf_8_in_every_terminal(tmp_path: Path, locale: dict[str, str]) -> None:
    done = pingyi("appraise", file_of(tmp_path, SOUND), given=b"", **locale)
    assert json.loads(done.stdout.decode("utf-8"))["reporters"][0]["id"] == "张三"


def test_very_long_results_are_printed_in_full(tmp_path: Path) -> None:
    names = [f"c{index}" for index in range(20)]
    weights = [{"id": name, "weight": "0.05"} for name in names]
    ballots = {name: counts(10**900 + 2 * index + 1, 7 + index) for index, name in enumerate(names)}
    done = pingyi("appraise", file_of(tmp_path, document(reporter("r1", **ballots), categories=weights)))
    assert done.returncode == 0
    assert len(json.loads(done.stdout)["reporters"][0]["score"]) > 2 * 4300


def test_calculating_needs_no_database_and_no_framework(tmp_path: Path) -> None:
    code = "import sys; from pingyi.doors.cli.main import main; main(sys.argv[1:])"
    code += "; sys.exit('django' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code, "appraise", file_of(tmp_path, SOUND)],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0
    assert json.loads(done.stdout) == naive_count(SOUND)
