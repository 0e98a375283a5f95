"""`archive`, `check-archive` and `import-archive`: what they write, what they say, how they end."""

import json
from pathlib import Path
from typing import Any

import pytest

from pingyi.doors.cli.main import main
from pingyi.organisations.models import Institution
from tests.factories.rectification import Office, make_office
from tests.factories.world import make_actor, make_institution, make_organisation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_folder(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path


@pytest.fixture
def office() -> Office:
    return make_office()


def told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(list(words))
    shown = capsys.readouterr()
    return code, shown.out, shown.err


def made(office: Office, folder: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    out = folder / "2025.zip"
    words = ("archive", str(out), "--year", "2025", "--institution", office.institution.code)
    code, said, _ = told(capsys, *words)
    assert (code, out.is_file()) == (0, True)
    assert "请抄在归档登记本上" in said
    return out


def test_a_package_is_written_once_and_found_good(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = made(office, tmp_path, capsys)
    code, said, _ = told(capsys, "check-archive", str(out))
    assert code == 0
    assert "全部一致" in said
    sha256 = said.split("SHA-256：")[1].split()[0]
    code, said, _ = told(capsys, "check-archive", str(out), "--sha256", sha256, "--json")
    assert (code, json.loads(said)["accepted"]) == (0, True)
    code, said, _ = told(capsys, "check-archive", str(out), "--sha256", "0" * 64)
    assert code == 1
    assert "不是当时做的那一份" in said
    code, _, said = told(
        capsys, "archive", str(out), "--year", "2025", "--institution", office.institution.code
    )
    assert code == 2
    assert "换一个文件名" in said


def test_a_changed_package_ends_with_1_and_no_file_with_2(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = made(office, tmp_path, capsys)
    out.write_bytes(out.read_bytes()[:-9])
    code, said, _ = told(capsys, "check-archive", str(out), "--json")
    assert (code, json.loads(said)["accepted"]) == (1, False)
    code, said, _ = told(capsys, "check-archive", str(out))
    assert "不能用：有1处不对" in said
    code, _, said = told(capsys, "check-archive", str(tmp_path / "nothing.zip"))
    assert code == 2
    assert "读不了文件" in said


def test_taken_in_elsewhere_once_with_everything_in_the_way_named_first(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = made(office, tmp_path, capsys)
    there: Institution = make_institution()
    make_actor(there, "clerk")
    words = ("import-archive", str(out), "--institution", there.code)
    code, said, _ = told(capsys, *words)
    assert code == 1
    assert "没有导入，什么都没有改" in said
    superior = make_organisation(there, office.cycle.convenor.name)
    make_organisation(there, office.organisation.name, parent=superior)
    code, said, _ = told(capsys, *words, "--preview")
    assert (code, "还没有写" in said) == (0, True)
    code, said, _ = told(capsys, *words)
    assert (code, "导入了，只供查阅" in said) == (0, True)
    code, said, _ = told(capsys, *words, "--json")
    assert (code, json.loads(said)["before"]) == (0, True)
    code, _, said = told(capsys, "import-archive", str(tmp_path / "no.zip"), "--institution", there.code)
    assert (code, "读不了文件" in said) == (2, True)


def test_with_counts_only_a_leader_and_a_year_that_is_not_there(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("archive", str(tmp_path / "a.zip"), "--institution", office.institution.code)
    code, _, said = told(capsys, *words, "--year", "2025", "--leader", "nobody")
    assert (code, "没有这位领导" in said) == (2, True)
    code, _, said = told(capsys, *words, "--year", "2019")
    assert (code, "要写明是哪一轮" in said) == (2, True)
