"""The facts that organisational life offers: `orglife.<kind>.<what>`, each of so many that were due."""

from collections.abc import Iterator

from pingyi.core.words import Words
from pingyi.organisations.domain.facts import Fact, Span

DONE, LATE, EXCUSED, MISSED = "done", "late", "excused", "missed"


def facts_of_sum(
    organisation_id: int, period: Span, kind: str, words: str, *, due: int, counts: dict[str, int]
) -> Iterator[Fact]:
    """One fact for each count, with what was due as its denominator; nothing where nothing was due."""
    if not due:
        return
    source = Words("组织生活台账：{kind}，{first}到{last}", kind=words, first=period.first, last=period.last)
    for what, value in counts.items():
        yield Fact(period, organisation_id, f"orglife.{kind}.{what}", value, source, out_of=due)
