"""The command that repeats a recorded draw, as a person calls it."""

import json
from pathlib import Path
from typing import Any

import pytest

from pingyi.doors.cli.main import main
from tests.review.lots.domain.test_verify import record_of


@pytest.fixture
def file_of(tmp_path: Path) -> Any:
    def write(content: object) -> str:
        path = tmp_path / "record.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return str(path)

    return write


def test_a_draw_that_holds_ends_with_0_and_names_the_order(file_of: Any, capsys: Any) -> None:
    assert main(["draw", file_of(record_of())]) == 0
    words = capsys.readouterr().out
    assert "次序与记录一致" in words
    assert [line.split("  ")[0] for line in words.splitlines()[1:4]] == ["第1位", "第2位", "第3位"]


def test_a_draw_that_does_not_hold_ends_with_1(file_of: Any, capsys: Any) -> None:
    record = record_of()
    assert main(["draw", file_of({**record, "result": record["result"][::-1]}), "--json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert (answer["matches"], answer["commitment_matches"], answer["result"]) == (
        False,
        True,
        record["result"],
    )


@pytest.mark.parametrize("content", ["{", "[]", "{}", "[" * 100_000])
def test_what_is_no_record_ends_with_2_and_says_what_is_wrong(
    content: str, file_of: Any, capsys: Any
) -> None:
    assert main(["draw", file_of(content)]) == 2
    assert "这不是抽签记录" in capsys.readouterr().err
    assert main(["draw", "/nowhere/record.json"]) == 2
