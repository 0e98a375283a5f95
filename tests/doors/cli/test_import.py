"""`import` from the command line: exit codes, what stands on stdout, and who is said to have done it."""

import json
from pathlib import Path

import pytest
from django_scopes import scopes_disabled

from pingyi.core.models import Event
from pingyi.doors.cli.main import main
from pingyi.organisations.models import Organisation
from tests.factories.world import make_actor, make_institution
from tests.organisations.services.register import SHEETS, workbook

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path: Path) -> Path:
    place = tmp_path / "名册.xlsx"
    place.write_bytes(workbook())
    return place


def organisations() -> int:
    with scopes_disabled():
        return Organisation.objects.count()


def test_a_sound_file_is_written_and_the_second_time_there_is_nothing_to_do(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clerk = make_actor(make_institution(), "clerk")
    assert main(["import", str(file)]) == 0
    printed = capsys.readouterr()
    assert "组织：新增4，改动0，不变0" in printed.out
    assert printed.out.endswith("写进去了。\n")
    assert "检查 4 / 36" in printed.err
    assert (organisations(), Event.objects.get().actor_id) == (4, clerk.account_id)
    assert main(["import", str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["is_written"] is False


def test_a_preview_writes_nothing(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_actor(make_institution(), "clerk")
    assert main(["import", str(file), "--preview"]) == 0
    assert "组织：新增4" in capsys.readouterr().out
    assert organisations() == 0


def test_faults_are_listed_and_end_with_one(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_actor(make_institution(), "clerk")
    file.write_bytes(workbook(人员=[*SHEETS["人员"], ["0099", "", ""]]))
    assert main(["import", str(file)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "人员 第5行 B列（姓名）：没有写姓名。填上姓名。",
        "有1处要改，什么都没有写。",
    ]
    assert organisations() == 0


def test_what_cannot_be_read_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_actor(make_institution(), "clerk")
    other = tmp_path / "other.csv"
    other.write_text("a,b")
    assert main(["import", str(tmp_path / "没有.xlsx")]) == 2
    assert "读不了文件" in capsys.readouterr().err
    assert main(["import", str(other)]) == 2
    assert "另存为" in capsys.readouterr().err


def test_institution_and_clerk_must_be_clear(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = make_institution(), make_institution()
    make_actor(first, "clerk")
    clerk = make_actor(second, "clerk")
    make_actor(second, "clerk")
    assert main(["import", str(file)]) == 2
    assert f"现有：{'、'.join(sorted([first.code, second.code]))}" in capsys.readouterr().err
    assert main(["import", str(file), "--institution", second.code]) == 2
    assert "--clerk" in capsys.readouterr().err
    from pingyi.accounts.models import Account

    username = Account.objects.get(pk=clerk.account_id).username
    assert main(["import", str(file), "--institution", second.code, "--clerk", username]) == 0
    with scopes_disabled():
        assert set(Organisation.objects.values_list("institution", flat=True)) == {second.pk}
