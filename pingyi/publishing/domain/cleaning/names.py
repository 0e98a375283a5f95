"""Names of people in the cleaned text whose characters were Traditional: a person looks at each."""

from pingyi.publishing.domain.cleaning.characters import simplified
from pingyi.publishing.domain.cleaning.log import Kind, Log
from pingyi.publishing.domain.cleaning.pinyin import strip_readings
from pingyi.publishing.domain.cleaning.spacing import close_spaces
from pingyi.publishing.domain.people import names_in

NOTE = "姓名已改为简体，请核对本人用字"


def note_names(raw: str, text: str, log: Log) -> None:
    """Lists each name that was written with other characters before."""
    quiet = Log()
    written = close_spaces(strip_readings(raw, quiet), quiet)
    as_simplified = simplified(written)
    for name in names_in(text):
        place = as_simplified.find(name)
        if place < 0 or len(as_simplified) != len(written):
            continue
        before = written[place : place + len(name)]
        if before != name:
            log.note(Kind.NAME, before, name, line=text.count("\n", 0, text.find(name)) + 1, note=NOTE)
