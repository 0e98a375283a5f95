"""Clock, disk and data folder, looked at without changing them."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pingyi.core.health import Check, Level
from pingyi.core.health.folder import file_system_of, folder_checks
from pingyi.core.health.machine import clock, disk_space, python_version

NOW = datetime(2026, 1, 16, 6, 30, tzinfo=UTC)


def named(name: str, checks: list[Check]) -> Check:
    (found,) = [check for check in checks if check.name == name]
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir(mode=0o700)
    (tmp_path / "data/secret-key").write_text("key")
    (tmp_path / "data/secret-key").chmod(0o600)
    return tmp_path / "data"


def test_this_machine_runs_the_suite_so_it_is_good() -> None:
    assert python_version().level is Level.GOOD
    assert disk_space(Path("/")).message.endswith("GB")


def test_the_clock_is_shown_as_people_read_it() -> None:
    assert clock(NOW) == Check("时间", Level.GOOD, "北京时间 2026-01-16 14:30（请和手表对一下）")


def test_a_clock_that_was_lost_is_told() -> None:
    assert clock(datetime(1970, 1, 2, tzinfo=UTC)).level is Level.BAD
    behind = clock(NOW, NOW + timedelta(minutes=1))
    assert behind.level is Level.BAD
    assert "比最近一条办事记录还早" in behind.message
    assert clock(NOW, NOW - timedelta(minutes=1)).level is Level.GOOD


def test_a_clock_out_of_a_file_is_not_for_real_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PINGYI_SCENARIO_CLOCK", "clock.txt")
    assert clock(NOW).level is Level.ATTENTION


def test_a_private_folder_with_a_private_key_is_good(folder: Path) -> None:
    assert {check.level for check in folder_checks(folder)} == {Level.GOOD}


def test_no_folder_is_made_by_looking(tmp_path: Path) -> None:
    (told,) = folder_checks(tmp_path / "none")
    assert (told.level, told.name) == (Level.ATTENTION, "数据文件夹")
    assert not (tmp_path / "none").exists()


def test_others_who_may_enter_or_read_the_key_are_told(folder: Path) -> None:
    folder.chmod(0o755)
    (folder / "secret-key").chmod(0o644)
    checks = list(folder_checks(folder))
    assert named("数据文件夹", checks).remedy == f"运行 chmod 700 {folder}"
    assert named("密钥", checks) == Check(
        "密钥", Level.BAD, f"其他用户能读 {folder}/secret-key", f"运行 chmod 600 {folder}/secret-key"
    )


def test_an_empty_key_is_bad_and_none_is_for_the_first_start(folder: Path) -> None:
    (folder / "secret-key").write_text("\n")
    assert named("密钥", list(folder_checks(folder))).level is Level.BAD
    (folder / "secret-key").unlink()
    assert named("密钥", list(folder_checks(folder))).level is Level.ATTENTION
    assert list(folder.iterdir()) == []


def test_a_key_in_the_environment_must_be_kept_elsewhere(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PINGYI_SECRET_KEY", "x")
    assert "另外保管" in named("密钥", list(folder_checks(folder))).message


def test_a_network_disk_is_recognised_by_its_nearest_mount(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/sda1 / ext4 rw 0 0\n"
        "nas:/share /srv/the\\040share nfs4 rw 0 0\n"
        "/dev/sdb1 /srv/the\\040share/disk xfs rw 0 0\n"
    )
    assert file_system_of(Path("/srv/the share/pingyi"), mounts) == "nfs4"
    assert file_system_of(Path("/srv/the share/disk/pingyi"), mounts) == "xfs"
    assert file_system_of(Path("/srv"), mounts) == "ext4"
    assert file_system_of(Path("/srv"), tmp_path / "none") == ""
