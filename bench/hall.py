"""Two hundred phones send their ballots within two seconds: the embedded default on this machine.

Compared in the same run with two peers: the same server on SQLite as Django sets it up by itself (no WAL, no
IMMEDIATE), and the floor: the same rows written by one process without any server, each ballot made durable on disk.
Server and phones share the processors, so the times are pessimistic.
"""

import asyncio
import json
import os
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from bench.phones import Hall, Phone, cast_within, make_phones
from bench.stage import REPORTERS, Server, Stage, prepare

PHONES = 200
WINDOW_SECONDS = 2.0
LIMIT_SECONDS = 0.5
EMBEDDED = {"DATABASE_URL": ""}
PLAIN = {"DJANGO_SETTINGS_MODULE": "bench.plain_settings", **EMBEDDED}


def bench(as_json: bool = False) -> dict[str, object]:
    """Runs all three, prints the figures and gives them back; `good` says whether the promise holds."""
    ours = run_hall(EMBEDDED)
    figures: dict[str, object] = {
        "phones": PHONES,
        "window_seconds": WINDOW_SECONDS,
        "rows_per_ballot": REPORTERS,
        "processors": os.cpu_count(),
        "embedded default": ours,
        "peer: django's default sqlite": run_hall(PLAIN),
        "floor: rows without a server": run_floor(),
    }
    is_good = ours["errors"] == 0 and ours["lost"] == 0 and ours["p95_ms"] < 1000 * LIMIT_SECONDS
    figures["good"] = is_good
    print(json.dumps(figures, ensure_ascii=False) if as_json else in_lines(figures))
    return figures


def staged(folder: Path) -> Stage:
    """The voting of this benchmark, opened, in a folder of its own."""
    return prepare(folder, EMBEDDED)


def run_hall(
    changed: Mapping[str, str], phones: int = PHONES, stage_in: Callable[[Path], Stage] = staged
) -> dict[str, Any]:
    """A fresh data folder, a real server, the phones; then the boxes are compared with what was acknowledged."""
    with tempfile.TemporaryDirectory(prefix="pingyi-hall-") as name:
        folder = Path(name)
        stage = stage_in(folder)
        if changed is PLAIN:
            _forget_wal(folder)
        server = Server(folder, changed).start()
        try:
            voters = make_phones(stage.codes, stage.rows, phones)
            hall = Hall(server.port, stage.public_key)
            asyncio.run(_open_pages(hall, voters))
            began = time.perf_counter()
            asyncio.run(cast_within(hall, voters, WINDOW_SECONDS))
            took = time.perf_counter() - began
            memory = resident_megabytes(server)
        finally:
            server.stop()
        acknowledged = [phone for phone in voters if phone.word]
        used, answers = boxes(folder)
        return {
            **latencies([phone.seconds for phone in acknowledged]),
            "took_s": round(took, 2),
            "acknowledged": len(acknowledged),
            "errors": phones - len(acknowledged),
            "lost": (len(acknowledged) - used) + abs(answers - used * REPORTERS),
            "page_and_look_p95_ms": latencies([phone.page_seconds for phone in voters])["p95_ms"],
            "server_mb": memory,
        }


def _forget_wal(folder: Path) -> None:
    """The file itself remembers the write-ahead log; Django would not have asked for it."""
    database = sqlite3.connect(folder / "pingyi.sqlite3")
    database.execute("PRAGMA journal_mode=DELETE")
    database.close()


async def _open_pages(hall: Hall, phones: list[Phone]) -> None:
    """Pages are loaded before the start, some at a time."""
    gate = asyncio.Semaphore(8)

    async def one(phone: Phone) -> None:
        async with gate:
            await hall.open_page(phone)

    await asyncio.gather(*(one(phone) for phone in phones))


def run_floor() -> dict[str, Any]:
    """The rows of 200 ballots in a plain SQLite file: one update and 34 inserts each, synced to disk, no server."""
    with tempfile.TemporaryDirectory(prefix="pingyi-floor-") as name:
        database = sqlite3.connect(Path(name) / "floor.sqlite3", isolation_level=None)
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("PRAGMA synchronous=FULL")
        database.execute("CREATE TABLE slip (id INTEGER PRIMARY KEY, state TEXT)")
        database.execute(
            "CREATE TABLE answer (id INTEGER PRIMARY KEY, box INTEGER, reporter INTEGER, grade TEXT)"
        )
        database.executemany("INSERT INTO slip VALUES (?, 'unused')", [(n,) for n in range(PHONES)])
        times = []
        for slip in range(PHONES):
            began = time.perf_counter()
            database.execute("BEGIN IMMEDIATE")
            database.execute("UPDATE slip SET state = 'used' WHERE id = ?", [slip])
            rows = [(int.from_bytes(os.urandom(7)), 1, row, "good") for row in range(REPORTERS)]
            database.executemany("INSERT INTO answer VALUES (?, ?, ?, ?)", rows)
            database.execute("COMMIT")
            times.append(time.perf_counter() - began)
        database.close()
        return latencies(times)


def boxes(folder: Path) -> tuple[int, int]:
    """Used slips and answers as they lie in the file."""
    database = sqlite3.connect(folder / "pingyi.sqlite3")
    ((used,),) = database.execute("SELECT count(*) FROM ballots_slip WHERE state = 'used'")
    ((answers,),) = database.execute("SELECT count(*) FROM ballots_answer")
    database.close()
    return used, answers


def latencies(seconds: list[float]) -> dict[str, Any]:
    """p50, p95 and the longest, in milliseconds."""
    if len(seconds) < 2:
        return {"p50_ms": None, "p95_ms": float("inf"), "max_ms": None}
    cuts = statistics.quantiles(seconds, n=100, method="inclusive")
    return {
        "p50_ms": round(1000 * cuts[49], 1),
        "p95_ms": round(1000 * cuts[94], 1),
        "max_ms": round(1000 * max(seconds), 1),
    }


def resident_megabytes(server: Server) -> int | None:
    """Memory of the server process, where the system tells it."""
    if server.process is None:
        return None
    status = Path(f"/proc/{server.process.pid}/status")
    if not status.exists():
        return None
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) // 1024


def in_lines(figures: dict[str, object]) -> str:
    """For people."""
    lines = [
        f"{PHONES} 部手机在 {WINDOW_SECONDS:g} 秒内投出，每张票 {REPORTERS} 行，{os.cpu_count()} 个处理器"
    ]
    for name, value in figures.items():
        if isinstance(value, dict):
            lines.append(f"  {name}: " + "  ".join(f"{key} {one}" for key, one in value.items()))
    lines.append(
        "达到要求"
        if figures["good"]
        else f"没有达到要求（p95 < {1000 * LIMIT_SECONDS:g} ms，零错误，零丢失）"
    )
    return "\n".join(lines)
