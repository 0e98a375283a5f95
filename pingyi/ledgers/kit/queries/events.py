"""What happened, one row of the database for all records of an organisation: the database joins their days."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db import models
from django.db.models import Aggregate, F

from pingyi.ledgers.kit.domain.matrix import Event
from pingyi.ledgers.kit.domain.parameters import Rulebook

DAY = len("2025-03-12")


class DaysJoined(Aggregate):
    """The days of all records of a group with the days on which they were written down, as one text in any order."""

    name = "DaysJoined"
    output_field = models.TextField()

    def __init__(self, **extra: Any) -> None:
        super().__init__(F("happened_on"), F("recorded_on"), **extra)

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """SQLite keeps days as texts already."""
        template = "GROUP_CONCAT(%(expressions)s)"
        return super().as_sql(compiler, connection, template=template, arg_joiner=" || ", **context)

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """Written out, so that the server's own style of dates does not matter."""
        fields = [compiler.compile(one)[0] for one in self.get_source_expressions() if one is not None]
        joined = " || ".join(f"TO_CHAR({field}, 'YYYY-MM-DD')" for field in fields)
        return f"STRING_AGG({joined}, ',')", []


class DaysRead:
    """Reads what `DaysJoined` gives; each pair of days is understood once."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.known: dict[str, Event] = {}

    def __call__(self, joined: str) -> Iterable[Event]:
        """The events; late is what was written down after more days than the rules of its day allow."""
        known = self.known
        return [known.get(pair) or self._understand(pair) for pair in joined.split(",")]

    def _understand(self, pair: str) -> Event:
        happened, recorded = date.fromisoformat(pair[:DAY]), date.fromisoformat(pair[DAY:])
        allowed = timedelta(days=self.rulebook.number("late_after_days", happened))
        found = self.known[pair] = Event(happened, is_late=recorded > happened + allowed)
        return found
