"""The demonstration: what it never touches, and what it tells."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pingyi.core.errors import Refused
from pingyi.doors.cli.demonstration.prepare import NOTES, PASSWORD, AccountLine, Notes, prepare
from pingyi.doors.cli.demonstration.told import told

NOW = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
ADDRESS = "http://192.168.1.20:8000"
KEPT = Notes(
    (
        AccountLine("示例理工学院", "监票人", "", "a-scrutineer"),
        AccountLine("示例医科大学", "书记", "张三（护理学院党委）", "20001"),
    ),
    ("/ballot/AAAA/#CCCC",),
    "/hall/KEY/",
)


def test_data_of_a_real_installation_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / "pingyi.sqlite3").write_bytes(b"real")
    with pytest.raises(Refused, match="已经有别的数据，演示不会动它"):
        prepare(tmp_path, NOW, ADDRESS)
    assert [path.name for path in tmp_path.iterdir()] == ["pingyi.sqlite3"]
    assert (tmp_path / "pingyi.sqlite3").read_bytes() == b"real"


def test_the_second_start_finds_everything_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "pingyi.sqlite3").write_bytes(b"played already")
    (tmp_path / NOTES).write_text(json.dumps(KEPT, default=vars))
    assert prepare(tmp_path, NOW, ADDRESS) == KEPT
    assert (tmp_path / "pingyi.sqlite3").read_bytes() == b"played already"


def test_who_starts_it_is_told_how_to_get_in_and_how_to_vote() -> None:
    text = told(KEPT, ADDRESS, is_reachable=True)
    for needed in (
        f"{ADDRESS}/office/",
        f"{ADDRESS}/hall/KEY/",
        f"{ADDRESS}/ballot/AAAA/#CCCC",
        PASSWORD,
        "a-scrutineer",
    ):
        assert needed in text
    assert "20001" in text.split("示例医科大学")[1]
    assert "▄" in text
    assert "只有这台电脑打得开" not in text


def test_without_lan_the_phone_code_says_that_only_this_computer_opens_it() -> None:
    assert "加 --lan 重新启动" in told(KEPT, "http://127.0.0.1:8000", is_reachable=False)
