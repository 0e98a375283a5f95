"""All checks over one text."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pingyi.core.words import Words
from pingyi.publishing.domain.drafting.draft import OPEN
from pingyi.publishing.domain.drafting.facts import NewsFacts
from pingyi.publishing.domain.proofing.data_check import against_data
from pingyi.publishing.domain.proofing.dates import dates
from pingyi.publishing.domain.proofing.digits import digits
from pingyi.publishing.domain.proofing.finding import Check, Finding, in_order
from pingyi.publishing.domain.proofing.formulas import Formulas, formulas
from pingyi.publishing.domain.proofing.punctuation import punctuation
from pingyi.publishing.domain.proofing.script import script
from pingyi.publishing.domain.proofing.titles import Ranked, titles
from pingyi.publishing.domain.reading.credit_lines import credits_in


@dataclass(frozen=True)
class Known:
    """What the text is held against."""

    facts: NewsFacts = field(default_factory=NewsFacts)
    people: tuple[Ranked, ...] = ()
    formulas: Formulas = field(default_factory=Formulas)


def read_proof(text: str, known: Known) -> list[Finding]:
    """Every finding in the order of the text."""
    held_on = known.facts.held_on
    return in_order(
        [
            *_open(text),
            *against_data(text, known.facts),
            *dates(text, held_on.year if held_on else None),
            *titles(text, known.people),
            *formulas(text, known.formulas),
            *punctuation(text),
            *script(text),
            *digits(text),
            *_credits(text),
        ]
    )


def _open(text: str) -> Iterator[Finding]:
    for match in OPEN.finditer(text):
        yield Finding(
            Check.OPEN_PLACE,
            match.start(),
            match.end(),
            match.group(),
            Words("还空着"),
            Words("补上{what}；补不上就删掉这一句", what=match["what"]),
        )


def _credits(text: str) -> Iterator[Finding]:
    """Credit lines come from the signatures; typed ones would say it a second time."""
    start = 0
    for line in text.split("\n"):
        if credits_in(line):
            yield Finding(
                Check.CREDITS,
                start,
                start + len(line),
                line,
                Words("署名写进了正文"),
                Words("删掉：署名按签名的人自动写在文末"),
            )
        start += len(line) + 1
