"""Codes of slips: made at random, kept only as digests."""

from django.utils.crypto import salted_hmac

from pingyi.core.ids import random_code
from pingyi.review.ballots.domain.codes import CODE_LENGTH


def new_code() -> str:
    """A code of 50 random bits."""
    return random_code(CODE_LENGTH)


def code_digest(code: str) -> str:
    """What the database keeps of a code.

    Keyed with the installation's secret, which is not in the database: 50 bits could be searched through by
    whoever has nothing but a copy of the tables.
    """
    return salted_hmac("pingyi.slip", code, algorithm="sha256").hexdigest()
