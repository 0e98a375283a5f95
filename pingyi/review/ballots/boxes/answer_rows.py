"""The rows of one ballot, written without anything that would hold them together."""

import secrets
from collections.abc import Mapping

from django.db import connection

from pingyi.core.ids import random_key
from pingyi.review.ballots.domain.grades import BallotGrade
from pingyi.review.ballots.models import Slip

_INSERT = (
    "INSERT INTO ballots_answer (id, institution_id, box_id, reporter_id, grade) VALUES (%s, %s, %s, %s, %s)"
)
_shuffle = secrets.SystemRandom().shuffle


def insert_answers(slip: Slip, ballot: Mapping[int, BallotGrade]) -> None:
    """One row per secretary under random keys, in random order. Call it inside the transaction that uses the slip.

    Plain SQL: two hundred phones send 34 rows each within seconds, and building model objects was a third of the work.
    """
    rows = [
        (random_key(), slip.institution_id, slip.box_id, reporter, grade.value)
        for reporter, grade in ballot.items()
    ]
    _shuffle(rows)
    with connection.cursor() as cursor:
        cursor.executemany(_INSERT, rows)
