"""The allow-list of the ballot's tables: every table, column, key and index that may exist, written out.

It is not derived from the models: whoever adds a column to a ballot table must come here too and ask what it could
tell about a voter. Whatever a database holds beyond this list stops the opening of a voting (never the casting).
"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a column may hold, for both databases alike."""

    RANDOM_KEY = "random key"  # primary key drawn at random; on SQLite it is the rowid itself
    SERIAL_KEY = "serial key"  # counted by the database: only for tables that no cast ballot touches
    REFERENCE = "reference"
    COUNT = "count"
    MOMENT = "moment"
    TEXT = "text"
    MARKS = "marks"
    WORD_8 = "word of 8"
    WORD_12 = "word of 12"
    WORD_16 = "word of 16"
    WORD_64 = "word of 64"
    WORD_120 = "word of 120"


@dataclass(frozen=True)
class Index:
    columns: tuple[str, ...]
    is_unique: bool


@dataclass(frozen=True)
class Table:
    """`indexes` does not list the primary key's own."""

    columns: dict[str, Kind]
    indexes: frozenset[Index]


def _plain(*columns: str) -> frozenset[Index]:
    return frozenset(Index((column,), is_unique=False) for column in columns)


def _unique(*columns: str) -> frozenset[Index]:
    return frozenset({Index(columns, is_unique=True)})


ALLOWED: dict[str, Table] = {
    # The two tables that a cast ballot touches.
    "ballots_answer": Table(
        {
            "id": Kind.RANDOM_KEY,
            "institution_id": Kind.REFERENCE,
            "box_id": Kind.REFERENCE,
            "reporter_id": Kind.REFERENCE,
            "grade": Kind.WORD_12,
        },
        _plain("box_id"),
    ),
    "ballots_slip": Table(
        {
            "id": Kind.RANDOM_KEY,
            "institution_id": Kind.REFERENCE,
            "box_id": Kind.REFERENCE,
            "code_digest": Kind.WORD_64,
            "state": Kind.WORD_8,
            "cast_digest": Kind.WORD_64,
        },
        _plain("institution_id", "box_id") | _unique("code_digest"),
    ),
    # Paper forms while they are typed in; deleted at the count.
    "ballots_paperform": Table(
        {
            "id": Kind.RANDOM_KEY,
            "institution_id": Kind.REFERENCE,
            "box_id": Kind.REFERENCE,
            "number": Kind.COUNT,
            "first_marks": Kind.MARKS,
            "first_by_id": Kind.REFERENCE,
            "second_marks": Kind.MARKS,
            "second_by_id": Kind.REFERENCE,
        },
        _plain("institution_id", "box_id", "first_by_id", "second_by_id") | _unique("box_id", "number"),
    ),
    # The record around the ballots: acts of named people and figures per class.
    "ballots_voting": Table(
        {
            "id": Kind.SERIAL_KEY,
            "institution_id": Kind.REFERENCE,
            "meeting_id": Kind.REFERENCE,
            "mode": Kind.WORD_8,
            "state": Kind.WORD_8,
            "public_key": Kind.WORD_16,
            "plan_fingerprint": Kind.WORD_64,
            "address": Kind.WORD_120,
            "opened_at": Kind.MOMENT,
            "opened_by_id": Kind.REFERENCE,
            "closed_at": Kind.MOMENT,
            "closed_by_id": Kind.REFERENCE,
            "cleaned_at": Kind.MOMENT,
            "counted_at": Kind.MOMENT,
            "counted_by_id": Kind.REFERENCE,
        },
        _plain("institution_id", "opened_by_id", "closed_by_id", "counted_by_id")
        | _unique("meeting_id")
        | _unique("public_key"),
    ),
    "ballots_box": Table(
        {
            "id": Kind.SERIAL_KEY,
            "institution_id": Kind.REFERENCE,
            "voting_id": Kind.REFERENCE,
            "voter_class_id": Kind.REFERENCE,
            "slips_printed": Kind.COUNT,
            "forms_printed": Kind.COUNT,
            "revote_reason": Kind.TEXT,
            "revoted_at": Kind.MOMENT,
            "revoted_by_id": Kind.REFERENCE,
            "small_decision": Kind.WORD_8,
            "small_reason": Kind.TEXT,
            "small_decided_at": Kind.MOMENT,
            "small_decided_by_id": Kind.REFERENCE,
        },
        _plain("institution_id", "voting_id", "revoted_by_id", "small_decided_by_id")
        | _unique("voter_class_id"),
    ),
    "ballots_handcount": Table(
        {
            "id": Kind.SERIAL_KEY,
            "institution_id": Kind.REFERENCE,
            "box_id": Kind.REFERENCE,
            "handed_out": Kind.COUNT,
            "left_over": Kind.COUNT,
            "returned_unused": Kind.COUNT,
            "spoiled": Kind.COUNT,
            "exchanged": Kind.COUNT,
            "counted_by_id": Kind.REFERENCE,
            "checked_by_id": Kind.REFERENCE,
            "difference_note": Kind.TEXT,
        },
        _plain("institution_id", "counted_by_id", "checked_by_id") | _unique("box_id"),
    ),
    "ballots_papertotal": Table(
        {
            "id": Kind.SERIAL_KEY,
            "institution_id": Kind.REFERENCE,
            "box_id": Kind.REFERENCE,
            "forms": Kind.COUNT,
            "invalid": Kind.COUNT,
        },
        _plain("institution_id") | _unique("box_id"),
    ),
}

# Middlewares that may stand before the ballot pages. Each was read: none sets or reads a cookie there, none logs.
ALLOWED_MIDDLEWARE = frozenset(
    {
        "pingyi.doors.security.SecurityHeaders",
        "whitenoise.middleware.WhiteNoiseMiddleware",
        "django.middleware.common.CommonMiddleware",
        "pingyi.doors.office.middleware.OfficeDoor",
    }
)
