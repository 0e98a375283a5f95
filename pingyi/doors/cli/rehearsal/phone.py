"""A voter's phone: no cookie, no account, only the code of the slip."""

import json
import secrets
import urllib.error
import urllib.request
from collections.abc import Mapping
from typing import Any

from pingyi.doors.cli.rehearsal.office import Stuck


class Phone:
    """Opens the page of one voting at the server's address."""

    def __init__(self, address: str, public_key: str) -> None:
        self._page = f"{address}/ballot/{public_key}/"

    def vote(self, code: str, grades: Mapping[int, str], place: int) -> str:
        """Loads the page, looks at the slip, sends once. Returns the receipt word.

        In a class with reporters the voter leaves one own row out: the one at this place among them.
        """
        with urllib.request.urlopen(self._page, timeout=60) as page:  # noqa: S310 (own server)
            page.read()
        slip = self._ask("look", {"code": code})
        own_rows = slip["own_rows"]
        own = own_rows[place % len(own_rows)] if own_rows else None
        answers = {str(row): grade for row, grade in grades.items() if row != own}
        cast_id = secrets.token_hex(16)
        return str(self._ask("cast", {"code": code, "cast_id": cast_id, "grades": answers})["receipt"])

    def _ask(self, verb: str, body: Mapping[str, object]) -> dict[str, Any]:
        headers = {"X-Pingyi-Ballot": "1", "Content-Type": "application/json"}
        request = urllib.request.Request(  # noqa: S310 (own server)
            self._page + verb, json.dumps(body).encode(), headers
        )
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
                found: dict[str, Any] = json.loads(answer.read())
        except urllib.error.HTTPError as error:
            raise Stuck(f"{verb}: {error.read().decode()}") from None
        return found
