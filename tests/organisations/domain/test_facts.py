"""Which facts of a ledger say something."""

from collections.abc import Collection
from datetime import date

from pingyi.organisations.domain.facts import EvidenceSource, Fact, Span

YEAR = Span(date(2025, 1, 1), date(2025, 12, 31))
KEPT, SILENT = 1, 2


def stated_nought(organisation_ids: Collection[int], span: Span) -> list[Fact]:
    """Every organisation missed nothing and has eight members; one of them wrote something down."""
    facts = [Fact(span, organisation, "life.missed", 0, "") for organisation in organisation_ids]
    facts += [Fact(span, organisation, "life.members", 8, "") for organisation in organisation_ids]
    return [*facts, Fact(span, KEPT, "life.entries", 3, "")]


def said(source: EvidenceSource) -> list[tuple[int, str]]:
    return [(fact.organisation_id, fact.measure) for fact in source.stated([KEPT, SILENT], YEAR)]


def test_a_ledger_that_nobody_kept_states_no_nought_but_what_is_there_without_records() -> None:
    source = EvidenceSource((), stated_nought, kept_by="life.entries", lasting=frozenset({"life.members"}))
    assert said(source) == [
        (KEPT, "life.missed"),
        (KEPT, "life.members"),
        (SILENT, "life.members"),
        (KEPT, "life.entries"),
    ]


def test_a_source_that_says_itself_who_wrote_nothing_is_taken_at_its_word() -> None:
    assert (SILENT, "life.missed") in said(EvidenceSource((), stated_nought))
