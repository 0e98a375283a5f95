"""The door on a fresh machine: what it decides before it hands over."""

import subprocess
import sys
from pathlib import Path

import pytest

import run


def call(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(run.ROOT / "run.py"), *words], capture_output=True, text=True, check=False
    )


def test_without_a_verb_the_help_is_printed_and_the_use_is_wrong() -> None:
    done = call()

    assert done.returncode == 2
    assert "python3 run.py demo" in done.stdout


def test_help_is_not_an_error() -> None:
    assert call("--help").returncode == 0


def test_an_environment_counts_as_ready_only_with_todays_lock(tmp_path: Path) -> None:
    assert not run.is_ready(tmp_path, "runtime")
    (tmp_path / "pingyi-runtime.stamp").write_text("the lock of last year")
    assert not run.is_ready(tmp_path, "runtime")
    (tmp_path / "pingyi-runtime.stamp").write_text(run.fingerprint("runtime"))
    assert run.is_ready(tmp_path, "runtime")
    assert not run.is_ready(tmp_path, "test")


def test_a_larger_group_serves_the_smaller_ones(tmp_path: Path) -> None:
    (tmp_path / "pingyi-lint.stamp").write_text(run.fingerprint("lint"))

    assert [run.is_ready(tmp_path, group) for group in ("runtime", "test", "browser", "lint", "pg")] == [
        True,
        True,
        True,
        True,
        False,
    ]


def test_every_group_that_is_said_to_contain_another_does() -> None:
    def packages(group: str) -> set[str]:
        lines = (run.REQUIREMENTS / f"{group}.txt").read_text().splitlines()
        return {line.split()[0] for line in lines if "==" in line and not line.startswith(" ")}

    for group, larger_ones in run.CONTAINED_IN.items():
        for larger in larger_ones:
            assert packages(group) <= packages(larger), (group, larger)


def test_a_folder_without_a_working_python_is_no_environment(tmp_path: Path) -> None:
    dead = tmp_path / "bin" / "python"
    dead.parent.mkdir()
    dead.write_text("#!/bin/false\n")
    dead.chmod(0o755)

    assert not run.works(tmp_path / "nothing")
    assert not run.works(dead)
    assert run.works(Path(sys.executable))


def test_uv_is_told_of_the_index_that_pip_uses(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "http://index.invalid/simple")
    monkeypatch.setenv("PIP_FIND_LINKS", f"{tmp_path} {tmp_path}/missing")
    monkeypatch.setenv("PIP_TRUSTED_HOST", "index.invalid")

    settings = run.uv_settings(Path(sys.executable))

    assert settings["UV_DEFAULT_INDEX"] == "http://index.invalid/simple"
    assert settings["UV_FIND_LINKS"] == str(tmp_path)
    assert settings["UV_INSECURE_HOST"] == "index.invalid"


def test_settings_made_for_uv_itself_win(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "http://index.invalid/simple")
    monkeypatch.setenv("UV_DEFAULT_INDEX", "http://other.invalid/simple")

    assert run.uv_settings(Path(sys.executable))["UV_DEFAULT_INDEX"] == "http://other.invalid/simple"


@pytest.mark.parametrize(
    ("output", "advice"),
    [
        ("error: Failed to fetch\n  Caused by: dns error: failed to lookup address", "PIP_INDEX_URL"),
        (
            "NewConnectionError(': Failed to establish a new connection: [Errno 111] Connection refused')",
            "PIP_INDEX_URL",
        ),
        ("[Errno 13] Permission denied: '.venv'", "PINGYI_VENV"),
        ("[Errno 28] No space left on device", "1 GB"),
        ("invalid peer certificate: UnknownIssuer", "SSL_CERT_FILE"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "校验值"),
        ("ERROR: No matching distribution found for typst==0.15.0", "3.11"),
        ("something nobody has seen before", "原因见上"),
    ],
)
def test_a_failed_installation_says_what_to_do(
    output: str, advice: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run.give_up(output)

    said = capsys.readouterr()
    assert ended.value.code == 2
    assert output in said.err
    assert advice in said.err
    assert said.out == ""


def test_postgresql_is_fetched_only_where_there_is_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setattr(run, "DEBIAN_POSTGRESQL", tmp_path)
    assert run.test_group(["--pg"]) == "pg"
    assert run.test_group(["--pg", "--browser"]) == "everything"
    assert run.test_group(["--browser"]) == "browser"

    (tmp_path / "15" / "bin").mkdir(parents=True)
    (tmp_path / "15" / "bin" / "initdb").touch()
    assert run.test_group(["--pg", "-k", "ballot"]) == "test"

    monkeypatch.setenv("DATABASE_URL", "postgresql://somewhere/pingyi")
    monkeypatch.setattr(run, "DEBIAN_POSTGRESQL", tmp_path / "none")
    assert run.test_group(["--pg"]) == "test"
