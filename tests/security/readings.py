"""Every way in which somebody with the database in his hands could put the rows of a ballot table in an order."""

import sqlite3
from pathlib import Path
from typing import Any

from django.db import connection

from tests.security.sqlite_pages import places_of_rows, varint

Orders = dict[str, list[int]]
ANSWER_COLUMNS = ("id", "institution_id", "box_id", "reporter_id", "grade")
SLIP_COLUMNS = ("id", "institution_id", "box_id", "code_digest", "state", "cast_digest")


def orders_in_database(table: str, columns: tuple[str, ...]) -> Orders:
    """By every column, as the database hands rows out, and on PostgreSQL by place and by transaction."""
    by = {"as they come": "", **{f"by {column}": f"ORDER BY {column}" for column in columns}}
    if connection.vendor == "postgresql":
        by |= {"by place": "ORDER BY ctid", "by transaction": "ORDER BY age(xmin) DESC, ctid"}
    with connection.cursor() as cursor:
        orders = {}
        for name, order in by.items():
            cursor.execute(f"SELECT id FROM {table} {order}")
            orders[name] = [row[0] for row in cursor.fetchall()]
    return orders


def orders_in_file(folder: Path, table: str, columns: tuple[str, ...]) -> Orders:
    """The same for an SQLite file, and by where rows lie in its pages and where they first appear in its bytes."""
    raw = b"".join(folder.joinpath(name).read_bytes() for name in ("pingyi.sqlite3-wal", "pingyi.sqlite3"))
    database = sqlite3.connect(folder / "pingyi.sqlite3")
    orders = {"as they come": [row[0] for row in database.execute(f"SELECT rowid FROM {table}")]}
    for column in columns:
        orders[f"by {column}"] = [
            row[0] for row in database.execute(f"SELECT rowid FROM {table} ORDER BY {column}")
        ]
    database.close()
    places = places_of_rows(folder / "pingyi.sqlite3", table)
    orders["by page, upwards"] = [rowid for _, _, rowid in places]
    orders["by page, downwards"] = [rowid for *_, rowid in sorted(places, key=lambda at: (at[0], -at[1]))]
    orders["by place in the page"] = [rowid for *_, rowid in sorted(places, key=lambda at: at[1])]
    keys = {rowid: varint(rowid) for rowid in orders["as they come"]}
    orders["by first appearance in the bytes"] = sorted(keys, key=lambda rowid: raw.find(keys[rowid]))
    # Every commit leaves whole pages in the log: what came early was written there most often.
    orders["by number of appearances in the bytes"] = sorted(keys, key=lambda rowid: raw.count(keys[rowid]))
    return orders


def rows_in_file(folder: Path, sql: str) -> list[Any]:
    database = sqlite3.connect(folder / "pingyi.sqlite3")
    rows = database.execute(sql).fetchall()
    database.close()
    return rows
