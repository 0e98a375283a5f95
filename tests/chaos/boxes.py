"""What lies in the boxes of a running installation, read past the server."""

import sqlite3
from collections import Counter
from pathlib import Path
from typing import Any

import psycopg

from bench.phones import Phone
from pingyi.review.ballots.domain.receipt import CastId, cast_digest, receipt_word


def rows(folder: Path, changed: dict[str, str], sql: str) -> list[Any]:
    """From the SQLite file or the PostgreSQL database of the installation."""
    if changed.get("DATABASE_URL"):
        with psycopg.connect(changed["DATABASE_URL"]) as database:
            return database.execute(sql).fetchall()
    file = sqlite3.connect(folder / "pingyi.sqlite3")
    found = file.execute(sql).fetchall()
    file.close()
    return found


def words_in_boxes(folder: Path, changed: dict[str, str]) -> Counter[str]:
    """The receipt word of every used slip."""
    used = rows(folder, changed, "SELECT cast_digest FROM ballots_slip WHERE state = 'used'")
    return Counter(receipt_word(digest) for (digest,) in used)


def sums(folder: Path, changed: dict[str, str]) -> Counter[tuple[int, str]]:
    """Answers per secretary and grade."""
    found = rows(
        folder, changed, "SELECT reporter_id, grade, count(*) FROM ballots_answer GROUP BY reporter_id, grade"
    )
    return Counter({(reporter, grade): number for reporter, grade, number in found})


def sums_of(phones: list[Phone]) -> Counter[tuple[int, str]]:
    """The same as the phones would count it."""
    return Counter((int(row), grade) for phone in phones for row, grade in phone.grades.items())


def word_of(phone: Phone) -> str:
    """The word that this phone must get, whatever happens to the server."""
    return receipt_word(cast_digest(CastId(phone.cast_id)))
