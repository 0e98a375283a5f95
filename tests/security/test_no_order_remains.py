"""After closing nothing tells who came before whom, or what stood on one ballot. Before it, the same eyes see it."""

import json
import os
import random
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection, transaction
from django_scopes import scopes_disabled

from pingyi.core.backup.postgresql import dump, export_snapshot, program
from pingyi.review.ballots.models import Answer, Slip
from tests.factories.ballots import Hall
from tests.installations import Installation
from tests.security.readings import (
    ANSWER_COLUMNS,
    SLIP_COLUMNS,
    orders_in_database,
    orders_in_file,
    rows_in_file,
)
from tests.security.secret_vote import Facts, arrive, close, marks_of, vote
from tests.security.sqlite_pages import varint
from tests.security.told import told_by_answers, told_by_slips
from tests.security.traces import Trace

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Facts]:
    """A folder with the files of an SQLite installation before and after the closing."""
    folder = tmp_path_factory.mktemp("secret")
    environment = {
        **os.environ,
        "PINGYI_DATA": str(folder),
        "DJANGO_SETTINGS_MODULE": "pingyi.config.settings",
    }
    environment.pop("DATABASE_URL", None)
    words = [sys.executable, "-m", "tests.security.secret_vote", str(folder)]
    played = subprocess.run(words, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    assert played.returncode == 0, played.stderr
    return folder, Facts(**json.loads((folder / "facts.json").read_text()))


def told_by_file(folder: Path, facts: Facts) -> list[Trace]:
    answers = orders_in_file(folder, "ballots_answer", ANSWER_COLUMNS)
    slips = orders_in_file(folder, "ballots_slip", SLIP_COLUMNS)
    rows = rows_in_file(folder, "SELECT id, reporter_id, grade FROM ballots_answer")
    assert len(rows) == 720
    return [
        *told_by_answers(answers, rows, facts),
        *told_by_slips(slips, rows_in_file(folder, "SELECT id, code_digest FROM ballots_slip"), facts),
    ]


def told_by_database(facts: Facts) -> list[Trace]:
    return [
        *told_by_answers(
            orders_in_database("ballots_answer", ANSWER_COLUMNS),
            Answer.objects.values_list("pk", "reporter", "grade"),
            facts,
        ),
        *told_by_slips(
            orders_in_database("ballots_slip", SLIP_COLUMNS),
            Slip.objects.values_list("pk", "code_digest"),
            facts,
        ),
    ]


@pytest.mark.whole
def test_the_files_of_a_closed_box_tell_no_order_and_those_of_an_open_one_do(
    files: tuple[Path, Facts],
) -> None:
    folder, facts = files
    open_box = {trace.order for trace in told_by_file(folder / "before", facts)}
    assert "by number of appearances in the bytes" in open_box  # else these eyes are blind
    assert told_by_file(folder / "after", facts) == []


@pytest.mark.whole
def test_the_files_of_a_closed_box_hold_no_key_of_the_open_one(files: tuple[Path, Facts]) -> None:
    folder, facts = files
    keys = [varint(key) for key in (*facts.answer_keys, *facts.slip_keys)]
    found = {}
    for name in ("before", "after"):
        raw = b"".join(file.read_bytes() for file in sorted((folder / name).iterdir()))
        found[name] = sum(key in raw for key in keys)
    # Database, write-ahead log and its index; the `before` files were read by the test above or not: no matter.
    assert found == {"before": len(keys), "after": 0}


@pytest.mark.whole
def test_a_backup_tells_no_order_and_holds_no_key_of_the_open_box(files: tuple[Path, Facts]) -> None:
    """Once more after the closing: the archive is what leaves the building."""
    folder, facts = files
    made = Installation(folder).run("backup", str(folder.parent / "backup.zip"))
    assert made.returncode == 0, made.stderr
    copy = folder.parent / "copy"
    copy.mkdir()
    with zipfile.ZipFile(folder.parent / "backup.zip") as archive:
        (copy / "pingyi.sqlite3").write_bytes(archive.read("database.sqlite3"))
    (copy / "pingyi.sqlite3-wal").touch()
    assert told_by_file(copy, facts) == []
    raw = (copy / "pingyi.sqlite3").read_bytes()
    assert not [key for key in (*facts.answer_keys, *facts.slip_keys) if varint(key) in raw]


@pytest.fixture
def unscoped() -> Iterator[None]:
    with scopes_disabled():
        yield


@pytest.mark.usefixtures("unscoped")
@pytest.mark.django_db(transaction=True)
class TestInTheDatabaseOfTheSuite:
    @pytest.mark.parametrize(
        "kind", [{}, {"is_poll": True}, {"is_vote": True}], ids=["review", "poll", "matter"]
    )
    def test_a_closed_box_tells_no_order(self, tmp_path: Path, kind: dict[str, bool]) -> None:
        hall, facts = vote(**kind)
        if connection.vendor == "postgresql":
            assert {trace.order for trace in told_by_database(facts)} >= {"by place", "by transaction"}
        close(hall)
        assert told_by_database(facts) == []
        if connection.vendor == "postgresql":
            assert transactions() == {"ballots_answer": 1, "ballots_slip": 1}
            assert told_by_dump(facts, tmp_path, rows=60 * len(facts.reporters)) == []

    def test_a_planted_order_is_found_in_a_vote_on_one_matter(self) -> None:
        hall, facts = arrive(is_vote=True)
        plant(hall, facts, list(range(60)))
        assert {trace.tells for trace in told_by_database(facts)} >= {"what came early"}

    def test_a_planted_order_of_keys_is_found(self) -> None:
        hall, facts = arrive()
        plant(hall, facts, list(range(60)))
        assert {trace.tells for trace in told_by_database(facts)} == {"what came early", "what came together"}

    def test_planted_ballots_in_random_order_with_their_rows_together_are_found(self) -> None:
        hall, facts = arrive()
        plant(hall, facts, random.Random(3).sample(range(60), 60))
        assert "what came together" in {trace.tells for trace in told_by_database(facts)}

    def test_planted_slips_in_the_order_of_their_use_are_found(self) -> None:
        _, facts = arrive()
        for number, digest in enumerate(facts.digests, start=1):
            Slip.objects.filter(code_digest=digest).update(id=number)
        assert {trace.tells for trace in told_by_database(facts)} >= {"what came early"}


def plant(hall: Hall, facts: Facts, ballots: list[int]) -> None:
    """Writes the answers of these ballots as somebody would who forgot why their keys are random."""
    rows = [
        Answer(institution=hall.institution, box=hall.box("甲"), reporter_id=reporter, grade=grade)
        for ballot in ballots
        for reporter, grade in marks_of(facts.reporters, ballot).items()
    ]
    for key, row in enumerate(rows, start=1):
        row.pk = key
    Answer.objects.bulk_create(rows)


def transactions() -> dict[str, int]:
    """How many transactions wrote the rows that are in the tables now."""
    with connection.cursor() as cursor:
        numbers = {}
        for table in ("ballots_answer", "ballots_slip"):
            cursor.execute(f"SELECT count(DISTINCT xmin::text) FROM {table}")
            numbers[table] = cursor.fetchone()[0]
    return numbers


def told_by_dump(facts: Facts, folder: Path, *, rows: int) -> list[Trace]:
    """What the order of rows in a dump tells: as pg_dump wrote them, so a backup holds them."""
    with transaction.atomic():
        dump(folder / "database.pgdump", export_snapshot())
    words = ["--data-only", "--table=ballots_answer", "--file=-", str(folder / "database.pgdump")]
    script = subprocess.run(
        [program("pg_restore"), *words], capture_output=True, text=True, check=True
    ).stdout
    _, columns, data = re.split(r"COPY public.ballots_answer \((.*)\) FROM stdin;\n", script)
    names = columns.split(", ")
    found = [
        dict(zip(names, line.split("\t"), strict=True)) for line in data.split("\n\\.\n")[0].splitlines()
    ]
    contents = [(int(row["id"]), int(row["reporter_id"]), row["grade"]) for row in found]
    assert len(contents) == rows
    return told_by_answers({"as dumped": [key for key, *_ in contents]}, contents, facts)
