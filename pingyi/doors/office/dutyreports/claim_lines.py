"""One claim of a report as the page shows it: the verdict, the fact, where to look it up, the examiner's word."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from pingyi.core.words import Words
from pingyi.review.evidence.domain.finding import place_of
from pingyi.review.evidence.domain.verdict import EVENTS, CheckedClaim, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pingyi.organisations.domain.facts import Fact
    from pingyi.review.evidence.domain.finding import Place
    from pingyi.review.evidence.models import ClaimWord

LOOKS = {
    Verdict.SUPPORTED: ("ok", "circle-check", Words("和台账相符")),
    Verdict.CONTRADICTED: ("bad", "x", Words("和台账不符")),
    Verdict.NO_RECORD: ("none", "help-circle", Words("没有台账可对")),
}


@dataclass(frozen=True)
class ClaimLine:
    """One claim as the page shows it; `number` is its place in the text, counted from 1, `word` what an examiner said
    of its sentence, in which `beside` other claims stand.
    """

    number: int
    checked: CheckedClaim
    organisation_id: int
    word: ClaimWord | None = None
    beside: int = 0

    @property
    def place(self) -> Place:
        return place_of(self.checked.claim)

    @property
    def look(self) -> str:
        return LOOKS[self.checked.verdict][0]

    @property
    def icon(self) -> str:
        return LOOKS[self.checked.verdict][1]

    @property
    def verdict_words(self) -> str:
        return LOOKS[self.checked.verdict][2]

    @property
    def is_marked(self) -> bool:
        """Numbers are marked in the text; a sentence that says what was done only where something is stated."""
        return self.checked.claim.is_number or self.checked.fact is not None

    @property
    def stated(self) -> str:
        """The fact with its denominator."""
        fact, measure = self.checked.fact, self.checked.measure
        if fact is None or measure is None:
            return ""
        if fact.out_of is not None:
            return Words(
                "{title}：{value} / {out_of}", title=measure.title, value=fact.value, out_of=fact.out_of
            )
        if measure.unit == EVENTS and measure.words:
            return Words(
                "{what}：台账记了{value}{unit}", what=measure.words[0], value=fact.value, unit=measure.unit
            )
        return Words("{title}：{value}{unit}", title=measure.title, value=fact.value, unit=measure.unit)

    @property
    def href(self) -> str:
        """Where the fact can be looked up; empty where no page shows just this."""
        return _page_of(self.checked.fact, self.organisation_id) if self.checked.fact else ""


@dataclass(frozen=True)
class ClaimBlock:
    """Claims of one sentence with the same verdict: the sentence and the examiner's word are shown once."""

    lines: tuple[ClaimLine, ...]

    @property
    def first(self) -> ClaimLine:
        return self.lines[0]

    @property
    def stated(self) -> tuple[ClaimLine, ...]:
        """Those beside which something is to be read."""
        return tuple(line for line in self.lines if line.stated or line.checked.remark)


@dataclass(frozen=True)
class TypedWord:
    """What an examiner typed beside a sentence and was refused."""

    place: Place
    note: str


def blocks_of(lines: Iterable[ClaimLine]) -> tuple[ClaimBlock, ...]:
    """The lines of each sentence and verdict together, in the order of the first."""
    found: defaultdict[tuple[Place, Verdict], list[ClaimLine]] = defaultdict(list)
    for line in lines:
        found[line.place, line.checked.verdict].append(line)
    return tuple(ClaimBlock(tuple(one)) for one in found.values())


def _page_of(fact: Fact, organisation_id: int) -> str:
    ledger, _, rest = fact.measure.partition(".")
    if ledger == "orglife":
        kind = rest.partition(".")[0]
        page = reverse("office:orglife-matrix", args=[organisation_id])
        return f"{page}?year={fact.period.last.year}&kind={kind}"
    if ledger == "decisions":
        return f"{reverse('office:topic-list')}?organisation={organisation_id}"
    if ledger == "problem":
        return reverse("office:problem-show", args=[int(rest.partition(".")[0])])
    return ""
