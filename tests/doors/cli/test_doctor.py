"""`doctor` on installations that are well, ill, empty or not there at all."""

import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.installations import Installation, copy_of_installation

pytestmark = pytest.mark.whole


@pytest.fixture
def taken() -> Iterator[socket.socket]:
    """Another program's port; it takes connections and says nothing we know."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server


def free_port() -> str:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return str(server.getsockname()[1])


def levels(stdout: str) -> dict[str, str]:
    return {check["name"]: check["level"] for check in json.loads(stdout)["checks"]}


def answer(server: socket.socket, body: bytes) -> None:
    """Answers one request as any web server might."""
    connection, _ = server.accept()
    with connection:
        connection.recv(4096)
        connection.sendall(b"HTTP/1.0 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body)


def test_a_furnished_installation_is_well(tmp_path: Path) -> None:
    place = copy_of_installation(tmp_path / "data")
    in_words, as_json = place.run_each(
        ["doctor", "--port", free_port()], ["doctor", "--port", free_port(), "--json"]
    )
    assert (in_words.returncode, as_json.returncode) == (0, 0)
    assert in_words.stdout.splitlines()[0].startswith("好　Python：版本是 3.")
    assert "　　→ 正式使用时前面加上 TLS" in in_words.stdout
    assert in_words.stdout.splitlines()[-1].startswith("没有不行的，")
    found = levels(as_json.stdout)
    assert {name for name, level in found.items() if level == "good"} >= {
        "数据文件夹",
        "密钥",
        "时间",
        "数据库",
        "数据库设置",
        "数据库文件",
        "数据库结构",
        "防改动",
        "办事记录",
        "投票保密",
        "备份",
        "端口",
    }
    assert found["字体"] == found["加密连接"] == "attention"


def test_every_fault_is_named_with_its_remedy(tmp_path: Path, taken: socket.socket) -> None:
    place = copy_of_installation(tmp_path / "data")
    place.sql("DROP TRIGGER core_event_no_delete")
    place.sql("ALTER TABLE ballots_answer ADD COLUMN slip_id bigint NULL")
    place.sql("UPDATE ballots_voting SET cleaned_at = NULL")
    (place.folder / "secret-key").chmod(0o644)
    foreign = threading.Thread(target=answer, args=(taken, b"another program"))
    foreign.start()
    examined = place.run("doctor", "--json", "--port", str(taken.getsockname()[1]))
    foreign.join()
    assert examined.returncode == 1
    found = levels(examined.stdout)
    assert {name for name, level in found.items() if level == "bad"} == {
        "密钥",
        "防改动",
        "投票保密",
        "端口",
    }
    assert found["备份"] == "attention"
    assert all(check["remedy"] for check in json.loads(examined.stdout)["checks"] if check["level"] != "good")


def test_our_own_server_on_the_port_is_good(tmp_path: Path, taken: socket.socket) -> None:
    ours = threading.Thread(target=answer, args=(taken, b"ok\n"))
    ours.start()
    examined = Installation(tmp_path / "none").run("doctor", "--port", str(taken.getsockname()[1]))
    ours.join()
    assert "好　端口：评议系统正在" in examined.stdout


def test_looking_makes_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir(mode=0o700)
    for folder in ("none", "empty"):
        examined = Installation(tmp_path / folder).run("doctor", "--json", "--port", free_port())
        assert examined.returncode == 0
        assert "bad" not in levels(examined.stdout).values()
    assert [path.name for path in tmp_path.rglob("*")] == ["empty"]


@pytest.mark.parametrize(
    ("url", "name"),
    [("mysql://x/y", "设置"), ("postgresql://nobody@127.0.0.1:1/none", "数据库")],
    ids=["unknown", "not there"],
)
def test_a_database_that_cannot_be_reached_is_told(url: str, name: str, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir(mode=0o700)
    place = Installation(tmp_path / "data", {"DATABASE_URL": url})
    examined = place.run("doctor", "--json", "--port", free_port())
    assert examined.returncode == 1
    assert levels(examined.stdout)[name] == "bad"


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    place = copy_of_installation(tmp_path / "data")
    place.database.write_bytes(b"not a database at all" * 300)
    examined = place.run("doctor", "--port", free_port())
    assert examined.returncode == 1
    assert "不行　数据库：连不上" in examined.stdout
    assert "从备份恢复" in examined.stdout
