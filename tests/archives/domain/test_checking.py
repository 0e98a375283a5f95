"""A package that was changed, cut or made to do harm: every difference by its name, nothing unpacked, no exception."""

import hashlib
import json
import stat
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pingyi.archives.domain import checking
from pingyi.archives.domain.checking import Verdict, check_package
from pingyi.archives.domain.log import log_line
from pingyi.archives.domain.manifest import LogFacts, Manifest, Member, Origin, written
from pingyi.archives.domain.plain import as_csv, as_json
from pingyi.archives.domain.sums import sums_text
from pingyi.archives.domain.table import Table, columns
from pingyi.core import words
from pingyi.core.chain import GENESIS, digest_of, hash_of

TABLE = Table("problems", "问题清单", "", "", columns("id||行号\ntext||问题"))
MADE = datetime(2026, 1, 16, 6, 30, tzinfo=UTC)
ROOT = "ab" * 32
Members = dict[str, bytes]


def chain(count: int = 3) -> tuple[bytes, LogFacts]:
    previous, lines = GENESIS, []
    for sequence in range(1, count + 1):
        body = {"text": f"第{sequence}件"}
        digest = digest_of("salt", body)
        line: dict[str, Any] = {
            "sequence": sequence,
            "verb": "problem.raised",
            "actor_id": 7,
            "subject": ("rectification.problemitem", str(sequence)),
            "recorded_at": MADE,
            "payload_digest": digest,
            "previous_hash": previous,
        }
        hash_ = hash_of(institution_id=1, **line)
        lines.append(log_line(**line, hash_=hash_, payload=("salt", body) if sequence > 1 else None))
        previous = hash_
    return b"".join(lines), LogFacts(count, 1, count, GENESIS, previous)


def contents() -> Members:
    rows = [{"id": 1, "text": "组织生活不正常。"}]
    log, _ = chain()
    return {
        "documents/公文/通知.pdf": b"%PDF" * 40,
        "data/problems.json": as_json(TABLE, rows),
        "data/problems.csv": as_csv(TABLE, rows),
        "events/log.jsonl": log,
        "说明.txt": "说明".encode(),
    }


def manifest_of(members: Members, **changed: Any) -> Manifest:
    fields: dict[str, Any] = {
        "version": "0.1.0",
        "made_at": MADE,
        "made_by": "组织科 林",
        "sequence": 1,
        "has_counts": False,
        "origin": Origin(1, ROOT, "示例大学", "中共示例大学委员会", 2025, "2025年度述职评议", 3, "cd" * 32),
        "log": chain()[1],
        "tables": {"problems": 1},
        "lost": (),
        "members": tuple(
            Member(name, len(content), hashlib.sha256(content).hexdigest())
            for name, content in members.items()
        ),
    }
    return Manifest(**{**fields, **changed})


def complete(members: Members, **changed: Any) -> Members:
    """With a table of contents and sums that agree with the members."""
    table = written(manifest_of(members, **changed))
    sums = {name: hashlib.sha256(content).hexdigest() for name, content in members.items()}
    return {
        **members,
        "manifest.json": table,
        "SHA256SUMS": sums_text({**sums, "manifest.json": _sha(table)}),
    }


def _sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def packed(path: Path, members: Members, packing: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", packing) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def told(verdict: Verdict) -> list[str]:
    assert not verdict.is_good
    return [str(one) for one in verdict.differences]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return packed(tmp_path / "good.zip", complete(contents()))


def test_a_good_package_is_good_and_says_how_far_it_is(good: Path) -> None:
    steps: list[tuple[int, int]] = []
    verdict = check_package(good, lambda done, total: steps.append((done, total)))
    assert (verdict.differences, verdict.is_good) == ([], True)
    assert verdict.sha256 == _sha(good.read_bytes())
    assert steps[-1] == (5, 5)
    assert verdict.manifest
    assert verdict.manifest.size == sum(map(len, contents().values()))


def test_what_is_found_is_said_in_the_language_of_the_reader(
    good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To programs it is Chinese, as the command line prints it."""
    good.write_bytes(good.read_bytes()[:-30])
    (found,) = check_package(good).differences
    assert str(found) == "整个文件：不是完整的.zip文件，可能没有拷贝完"
    english = {"{member}：{what}": "{member}: {what}", "整个文件": "the whole file"}
    monkeypatch.setattr(words, "_translate", [lambda template: english.get(template, "it is cut")])
    with words.shown():
        assert str(found.said) == "the whole file: it is cut"


def test_a_missing_file_is_the_callers_mistake(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        check_package(tmp_path / "nothing.zip")


def test_every_change_is_named(tmp_path: Path) -> None:
    members = complete(contents())
    size = len(contents()["data/problems.json"])
    del members["说明.txt"]
    members["documents/公文/通知.pdf"] = b"%PDX" * 40
    members["data/problems.csv"] += b"x"
    members["data/problems.json"] = members["data/problems.json"][:-2]
    members["evidence/加的.txt"] = b"later"
    members["SHA256SUMS"] += b" "
    assert told(check_package(packed(tmp_path / "a.zip", members))) == [
        "evidence/加的.txt：目录里没有，是后来加的",
        "documents/公文/通知.pdf：内容被改过，SHA-256对不上",
        f"data/problems.json：应是{size}字节，只有{size - 2}字节",
        f"data/problems.csv：应是{len(contents()['data/problems.csv'])}字节，比这长",
        "说明.txt：缺了",
        "SHA256SUMS：和目录不一致",
    ]


def test_a_member_that_does_not_unpack_is_named(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", complete(contents()), zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"%PDF%PDF", b"%PDX%PDF", 1))
    assert "documents/公文/通知.pdf：内容坏了，展不开" in told(check_package(path))


def test_cut_off_or_no_zip_at_all(good: Path, tmp_path: Path) -> None:
    for content in (good.read_bytes()[:-30], good.read_bytes()[:100], b"", b"hello"):
        path = tmp_path / "cut.zip"
        path.write_bytes(content)
        assert told(check_package(path)) == ["整个文件：不是完整的.zip文件，可能没有拷贝完"]


def test_something_hung_on_in_front_or_behind(good: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(b"MZ" * 50 + good.read_bytes())
    assert told(check_package(path)) == ["整个文件：前面或后面多出了别的内容，或者没有拷贝完"]
    path.write_bytes(good.read_bytes() + b"hidden")
    assert told(check_package(path)) == ["整个文件：前面或后面多出了别的内容，或者没有拷贝完"]
    with zipfile.ZipFile(good, "a") as archive:
        archive.comment = b"hidden"
    assert told(check_package(good)) == ["整个文件：前面或后面多出了别的内容，或者没有拷贝完"]


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("../../etc/passwd", "名称指到别处去了"),
        ("/etc/passwd", "名称指到别处去了"),
        ("data//x.json", "名称指到别处去了"),
        ("data/", "名称指到别处去了"),
        ("data/a\\b", "名称里有不许用的字符"),
        ("C:/x", "名称里有不许用的字符"),
        ("data/\u202egpj.exe", "名称里有不许用的字符"),
        ("data/x.", "名称不是各种系统都能用的"),
        (f"data/{'长' * 81}", "名称不是各种系统都能用的"),
        (f"data/{'长' * 300}", "名称太长"),
        ("data/a/b/c/d/e/f", "名称太长"),
        ("run.exe", "归档包里不该有这个文件"),
        ("ballots/one.json", "归档包里不该有这个文件"),
    ],
)
def test_names_that_would_do_harm_are_named(name: str, what: str, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        entry = zipfile.ZipInfo("data/x")
        entry.filename = name
        archive.writestr(entry, b"x")
    (said,) = told(check_package(tmp_path / "a.zip"))
    assert said.endswith(f"：{what}")
    assert said.isprintable()


def test_the_same_name_twice_also_in_another_case(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("data/A.json", b"1")
        archive.writestr("data/a.json", b"2")
    assert told(check_package(tmp_path / "a.zip")) == ["data/a.json：同一个名称有两个文件"]


def test_links_and_locked_members_are_named(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        entry = zipfile.ZipInfo("evidence/link")
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(entry, "/etc/passwd")
        archive.writestr("evidence/locked", b"x")
    content = bytearray((tmp_path / "a.zip").read_bytes())
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "a.zip").write_bytes(content)
    assert told(check_package(tmp_path / "a.zip")) == [
        "evidence/link：不是普通文件，是指向别处的链接或别的东西",
        "evidence/locked：加了密，打不开",
    ]


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    members = {**contents(), "evidence/零.bin": bytes(8 * 1024 * 1024)}
    monkeypatch.setattr(checking, "UNPACKED_BYTES", 1024 * 1024)
    path = packed(tmp_path / "a.zip", complete(members))
    assert told(check_package(path)) == ["整个文件：展开以后大得不正常，没有展开"]


def test_members_that_lie_on_one_another(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("data/a", b"x")
    content = bytearray(path.read_bytes())
    size = content.rindex(b"PK\x01\x02") + 20
    content[size : size + 4] = (10_000).to_bytes(4, "little")
    path.write_bytes(content)
    assert told(check_package(path)) == ["整个文件：几个文件叠在同一段内容上"]


def test_too_many_members(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "MEMBERS", 3)
    assert told(check_package(good)) == ["整个文件：里面有7个文件，多得不正常"]


def test_only_so_many_differences_are_listed(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for number in range(checking.NAMED_AT_MOST + 5):
            archive.writestr(f"elsewhere-{number}", b"")
    assert len(told(check_package(tmp_path / "a.zip"))) == checking.NAMED_AT_MOST


def test_without_a_table_of_contents_it_is_none_of_ours(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"data/a.json": b"{}"})
    assert told(check_package(path)) == ["manifest.json：没有这个文件。它不是评议系统的归档包"]


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda table: table.update(product="other"), "它不是评议系统的归档包"),
        (
            lambda table: table.update(format="pingyi-archive/2"),
            "它是更新的版本做的，这个版本读不了；请用新版本核对",
        ),
        (lambda table: table.update(made_at="2026-01-16T06:30:00"), "目录读不懂，里面缺内容或写得不对"),
        (lambda table: table.update(has_counts=1), "目录读不懂，里面缺内容或写得不对"),
        (lambda table: table.update(version=1), "目录读不懂，里面缺内容或写得不对"),
        (lambda table: table.update(sequence=-1), "目录读不懂，里面缺内容或写得不对"),
        (lambda table: table["origin"].update(year=12), "目录读不懂，里面缺内容或写得不对"),
        (lambda table: table["origin"].update(cycle=2**63), "目录读不懂，里面缺内容或写得不对"),
        (lambda table: table["origin"].update(name="a\0b"), "目录读不懂，里面缺内容或写得不对"),
        (lambda table: table["origin"].update(name="\ud800"), "目录读不懂，里面缺内容或写得不对"),
        (lambda table: table["log"].update(head="x"), "目录读不懂，里面缺内容或写得不对"),
        (lambda table: table["members"].append(table["members"][0]), "目录前后不一致，有文件列了两次"),
        (
            lambda table: table["members"][0].update(name="../x"),
            "目录里列了 '../x'：名称指到别处去了",
        ),
        (lambda table: table.pop("log"), "目录读不懂，里面缺内容或写得不对"),
    ],
)
def test_a_table_of_contents_that_cannot_be_ours(
    change: Callable[[dict[str, Any]], Any], what: str, tmp_path: Path
) -> None:
    members = complete(contents())
    table = json.loads(members["manifest.json"])
    change(table)
    members["manifest.json"] = json.dumps(table).encode()
    assert told(check_package(packed(tmp_path / "a.zip", members))) == [f"manifest.json：{what}"]


def test_a_table_with_other_rows_than_it_says(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", complete(contents(), tables={"problems": 2, "tasks": 0}))
    assert told(check_package(path)) == [
        "data/problems.json：应有2行，实有1行",
        "data/tasks.json：这张表缺了.json或.csv",
    ]
    for content in (b"[]", b"{", b'{"rows": [1]}', b"[" * 100_000):
        members = {**contents(), "data/problems.json": content}
        assert told(check_package(packed(path, complete(members)))) == ["data/problems.json：这张表读不懂"]


def test_a_log_that_was_changed_and_hashed_again(tmp_path: Path) -> None:
    log, facts = chain()
    lines = log.splitlines(keepends=True)
    cases = {
        log.replace("第2件".encode(), "第9件".encode()): ["第2行的内容被改过"],
        log.replace(b"problem.raised", b"problem.closed", 1): ["第1行被改过"],
        lines[0] + lines[2]: ["第2行编号应是2", "应有3行，实有2行"],
        lines[0] + b"{}\n" + lines[2]: ["第2行读不懂", "第3行和上一行接不上"],
        lines[0] + lines[1]: ["应有3行，实有2行", "最后一行的校验值和目录写的不一样"],
        b"{}\n" * 40: [f"第{number}行读不懂" for number in range(1, 21)],
    }
    for content, faults in cases.items():
        members = {**contents(), "events/log.jsonl": content}
        path = packed(tmp_path / "a.zip", complete(members, log=facts))
        assert told(check_package(path)) == [f"events/log.jsonl：{fault}" for fault in faults]


def test_parts_that_must_be_there(tmp_path: Path) -> None:
    members = contents()
    del members["events/log.jsonl"]
    whole = complete(members)
    del whole["SHA256SUMS"]
    assert told(check_package(packed(tmp_path / "a.zip", whole))) == [
        "SHA256SUMS：缺了",
        "events/log.jsonl：缺了",
    ]


def test_a_table_that_is_too_large_to_read_is_said(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "TEXT_BYTES", 8)
    assert "data/problems.json：大得不正常，没有读" in told(check_package(good))


@settings(max_examples=60)
@given(st.integers(0, 3000), st.integers(1, 255))
def test_any_byte_changed_gives_an_answer(
    tmp_path_factory: pytest.TempPathFactory, place: int, by: int
) -> None:
    """Only a change of times or flags in the directory of the .zip, which nobody reads, may leave it good."""
    path = packed(tmp_path_factory.getbasetemp() / "any.zip", complete(contents()))
    content = bytearray(path.read_bytes())
    content[place % len(content)] ^= by
    path.write_bytes(content)
    verdict = check_package(path)
    if verdict.is_good:
        with zipfile.ZipFile(path) as archive:
            assert {name: archive.read(name) for name in archive.namelist()} == complete(contents())


def test_an_empty_log_is_whole(tmp_path: Path) -> None:
    members = {**contents(), "events/log.jsonl": b""}
    facts = LogFacts(0, 0, 0, GENESIS, GENESIS)
    assert check_package(packed(tmp_path / "a.zip", complete(members, log=facts))).is_good
