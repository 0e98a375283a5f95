"""A vote of which the test knows everything: who came when, and what stood on one ballot.

60 ballots over 12 secretaries, cast one after another. In the first six rows the first half of the voters chose 好 and
the second half 差: an order of rows that separates the two tells who came early. In the last six rows every other voter
chose 较好 and the rest 一般: rows of one ballot lying together show as runs.

    python -m tests.security.secret_vote FOLDER     plays it in a data folder of its own, and copies the files of the
                                                    database before the closing (before/) and after it (after/)
"""

import json
import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.factories.ballots import Hall

BALLOTS, EARLY, ROWS = 60, 30, 12


@dataclass
class Facts:
    """What the test knows beside the database."""

    reporters: list[int] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    digests: list[str] = field(default_factory=list)
    answer_keys: list[int] = field(default_factory=list)
    slip_keys: list[int] = field(default_factory=list)


def marks_of(reporters: list[int], ballot: int) -> dict[int, str]:
    """What voter number `ballot` chooses."""
    arrival = "good" if ballot < EARLY else "poor"
    parity = "fairly_good" if ballot % 2 else "average"
    return {row: arrival if place < ROWS // 2 else parity for place, row in enumerate(reporters)}


def arrive(*, is_poll: bool = False, is_vote: bool = False) -> tuple["Hall", Facts]:
    """Opens a hall; nobody has voted yet. `is_poll`: a satisfaction poll on rectification; `is_vote`: on one matter."""
    from pingyi.review.ballots.slip_codes import code_digest
    from tests.factories.ballots import make_hall, open_hall

    rows = 1 if is_vote else ROWS
    hall = open_hall(make_hall(classes={"甲": BALLOTS}, reporters=rows, is_poll=is_poll, is_vote=is_vote))
    codes = hall.codes["甲"][:BALLOTS]
    digests = [code_digest(code) for code in codes]
    return hall, Facts([reporter.pk for reporter in hall.reporters], codes, digests)


def vote(*, is_poll: bool = False, is_vote: bool = False) -> tuple["Hall", Facts]:
    """Opens a hall and casts all ballots, one after another."""
    from pingyi.review.ballots.models import Answer, Slip
    from tests.factories.ballots import cast

    hall, facts = arrive(is_poll=is_poll, is_vote=is_vote)
    for ballot, code in enumerate(facts.codes):
        cast(hall, code, marks_of(facts.reporters, ballot))
    facts.answer_keys = list(Answer.objects.values_list("pk", flat=True))
    facts.slip_keys = list(Slip.objects.values_list("pk", flat=True))
    return hall, facts


def close(hall: "Hall") -> None:
    from pingyi.review.ballots.services.close_voting import close_voting
    from tests.factories.world import NOW

    close_voting(actor=hall.scrutineer, now=NOW, voting=hall.voting)


def main(folder: Path) -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django_scopes import scopes_disabled

    call_command("migrate", verbosity=0)
    with scopes_disabled():
        hall, facts = vote()
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(FULL)")
        _copy(folder, folder / "before")
        close(hall)
        _copy(folder, folder / "after")
    (folder / "facts.json").write_text(json.dumps(facts.__dict__))


def _copy(folder: Path, to: Path) -> None:
    to.mkdir()
    for file in folder.glob("pingyi.sqlite3*"):
        shutil.copy(file, to)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
