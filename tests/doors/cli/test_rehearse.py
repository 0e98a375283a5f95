"""What `rehearse` refuses, at once and in words; a whole play is run with --long and by .ci/run."""

import json
import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from pingyi.archives.domain.checking import check_package
from pingyi.doors.cli.main import main
from tests.installations import Installation


def told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(["rehearse", *words])
    shown = capsys.readouterr()
    return code, shown.out, shown.err


@pytest.mark.parametrize(("scenario", "minimum"), [("seed-a", 30), ("seed-b", 48)])
def test_too_few_voters_end_with_2_and_the_minimum(
    scenario: str, minimum: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    words = ("--scenario", scenario, "--out", str(out), "--voters", str(minimum - 1))
    code, printed, said = told(capsys, *words)
    assert (code, printed) == (2, "")
    assert f"一共至少{minimum}人" in said
    assert not out.exists()
    code, printed, _ = told(capsys, *words, "--json")
    assert code == 2
    assert json.loads(printed)["error"]["minimum"] == minimum


def test_more_voters_than_made_up_names_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, said = told(capsys, "--scenario", "seed-a", "--out", str(tmp_path), "--voters", "9999")
    assert code == 2
    assert "最多3000人" in said


def test_a_mode_that_is_not_there_yet_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, said = told(capsys, "--scenario", "seed-a", "--out", str(tmp_path), "--mode", "sealed")
    assert code == 2
    assert "密封计票还没有做好" in said


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("in the way")
    code, _, said = told(capsys, "--scenario", "seed-a", "--out", str(tmp_path / "file" / "out"))
    assert code == 2
    assert "建不了" in said


@pytest.mark.long
@pytest.mark.parametrize("mode", ["code", "paper"])
@pytest.mark.parametrize(("scenario", "letters", "classes"), [("seed-a", 20, 5), ("seed-b", 34, 8)])
def test_a_whole_review_writes_every_document_and_its_numbers_agree(
    scenario: str, letters: int, classes: int, mode: str, tmp_path: Path
) -> None:
    words = (
        "--scenario",
        scenario,
        "--voters",
        "60",
        "--mode",
        mode,
        "--out",
        str(tmp_path / "out"),
        "--json",
    )
    done = Installation(tmp_path / "elsewhere").run("rehearse", *words)
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["reporters"] == answer["on_site"] + answer["written"] == letters
    assert len(answer["categories"]) == classes
    assert sum(one["issued"] for one in answer["categories"]) == 60
    for one in answer["categories"]:
        assert one["valid"] <= one["cast"] <= one["issued"]
        assert one["paper"] == (one["cast"] if mode == "paper" else min(one["paper"], 1))
    written = sorted(
        path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.*")
    )
    assert answer["files"] == written
    of_kind = {
        word: sum(word in name for name in written) for word in ("反馈", "整改任务清单", "测评表_", "票条_")
    }
    assert of_kind == {
        "反馈": letters,
        "整改任务清单": letters,
        "测评表_": classes,
        "票条_": classes if mode == "code" else 0,
    }
    (sheet,) = (name for name in written if name.startswith("日常考核/"))
    (calculation,) = (name for name in written if "计分输入" in name)
    calculated = json.loads((tmp_path / "out" / calculation).read_text())
    assert sheet.endswith(".xlsx")
    assert calculated["rules"]["composite"] == {"ballot": "0.7", "daily": "0.3", "leader": "0"}
    assert all(one["daily"] for one in calculated["reporters"])
    for name in written:
        if name.endswith(".docx"):
            with ZipFile(tmp_path / "out" / name) as packed:
                text = re.sub(r"<[^>]+>", "", packed.read("word/document.xml").decode())
            assert "反馈" not in name or not re.search(r"\d+票|得分", text)
    (package,) = (name for name in written if "归档包" in name)
    assert check_package(tmp_path / "out" / package).is_good
    assert not (tmp_path / "elsewhere" / "pingyi.sqlite3").exists()
