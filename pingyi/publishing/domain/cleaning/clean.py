"""The cleaner: all steps, again and again until nothing changes, so that cleaning twice is cleaning once."""

from dataclasses import asdict, dataclass
from typing import Any

from pingyi.publishing.domain.cleaning.characters import to_simplified
from pingyi.publishing.domain.cleaning.damage import Damage, damaged_places, mark_damage
from pingyi.publishing.domain.cleaning.log import WORDS, Change, Log
from pingyi.publishing.domain.cleaning.markup import strip_markup
from pingyi.publishing.domain.cleaning.names import note_names
from pingyi.publishing.domain.cleaning.pinyin import strip_readings
from pingyi.publishing.domain.cleaning.punctuation import mend_punctuation
from pingyi.publishing.domain.cleaning.spacing import close_spaces

STEPS = (strip_markup, mark_damage, strip_readings, close_spaces, mend_punctuation, to_simplified)
MOST_ROUNDS = 20


@dataclass(frozen=True)
class Cleaned:
    """The text, everything that was done to it, and the places that a person must settle."""

    text: str
    changes: tuple[Change, ...]
    damaged: tuple[Damage, ...]

    def as_document(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {
            "text": self.text,
            "changes": [{**asdict(change), "what": WORDS[change.kind]} for change in self.changes],
            "damaged": [asdict(damage) for damage in self.damaged],
        }


def clean(raw: str) -> Cleaned:
    """Cleans a text as it was scraped. Cleaning the result again changes nothing."""
    log = Log()
    text = raw
    for _ in range(MOST_ROUNDS):
        before = text
        for step in STEPS:
            text = step(text, log)
        if text == before:
            break
    note_names(raw, text, log)
    return Cleaned(text, log.changes(), damaged_places(text))
