"""Keys and codes that carry no order and no meaning."""

import secrets
from typing import Any

from django.db import models

from pingyi.core.alphabet import CODE_ALPHABET


def random_key() -> int:
    """A random 62-bit key: says nothing about when or after what a row was written."""
    return secrets.randbits(62)


def random_code(length: int) -> str:
    """A random code of `length` characters, 5 bits each."""
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(length))


class RandomKey(models.BigIntegerField):  # type: ignore[type-arg]  # Django itself knows no arguments here
    """A primary key drawn at random.

    On SQLite the column is declared INTEGER so that it *is* the rowid: a BIGINT key would leave a hidden rowid
    that counts arrivals (architecture section 5).
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("primary_key", True)
        kwargs.setdefault("default", random_key)
        kwargs.setdefault("editable", False)
        super().__init__(*args, **kwargs)

    def db_type(self, connection: Any) -> str | None:
        return "integer" if connection.vendor == "sqlite" else super().db_type(connection)
