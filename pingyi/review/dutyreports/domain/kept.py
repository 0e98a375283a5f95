"""A version of a report that is kept: every text as it stood, and why it was kept."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

# While somebody writes for hours, a version is kept this often; a pause of this length keeps one too.
EVERY = timedelta(minutes=30)
# The first version of a sitting is worth keeping from this many characters on.
WORTH_KEEPING = 300


class Reason(StrEnum):
    """Why a version was kept."""

    SAVED = "saved"
    TIMED = "timed"
    HANDED_IN = "handed_in"
    RETURNED = "returned"
    UPLOADED = "uploaded"
    RESTORED = "restored"
    # The state before an upload or an older version took its place.
    REPLACED = "replaced"
    # What somebody wrote and could not be brought together with what another had saved meanwhile.
    COLLIDED = "collided"


@dataclass(frozen=True)
class KeptSection:
    sequence: int
    heading: str
    part: str
    text: str


@dataclass(frozen=True)
class KeptAnswer:
    problem_id: int
    name: str
    text: str


@dataclass(frozen=True)
class Kept:
    """All texts of a report at one moment."""

    sections: tuple[KeptSection, ...]
    answers: tuple[KeptAnswer, ...]

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @property
    def digest(self) -> str:
        """The same for the same headings and texts. An answer that is empty is as good as none."""
        said = {
            "sections": [asdict(one) for one in self.sections],
            "answers": {one.problem_id: one.text for one in self.answers if one.text},
        }
        return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()

    def with_texts(self, texts: Mapping[str, str]) -> "Kept":
        """The same with other texts, named as the fields of the form: text-N, heading-N, answer-ID."""
        return Kept(
            tuple(
                replace(
                    one,
                    heading=texts.get(f"heading-{one.sequence}", one.heading),
                    text=texts.get(f"text-{one.sequence}", one.text),
                )
                for one in self.sections
            ),
            tuple(replace(one, text=texts.get(f"answer-{one.problem_id}", one.text)) for one in self.answers),
        )


def kept_from(stored: Mapping[str, Any]) -> Kept:
    """Back from `as_json`."""
    return Kept(
        tuple(KeptSection(**section) for section in stored["sections"]),
        tuple(KeptAnswer(**answer) for answer in stored["answers"]),
    )


def is_due(
    *, last_kept_at: datetime | None, last_saved_at: datetime | None, now: datetime, length: int
) -> bool:
    """Whether the text as it stands is kept before the next change: after a while of writing, or after a pause."""
    if last_saved_at is not None and now - last_saved_at >= EVERY:
        return length > 0
    if last_kept_at is None:
        return length >= WORTH_KEEPING
    return length > 0 and now - last_kept_at >= EVERY
