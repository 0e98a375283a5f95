"""Where a branch missed several months one after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pingyi.core.words import Words
from pingyi.ledgers.kit.domain.matrix import Mark, Matrix, MatrixRow
from pingyi.ledgers.kit.domain.periods import Period
from pingyi.ledgers.orglife import phrases
from pingyi.ledgers.orglife.domain.kinds import Kind
from pingyi.ledgers.orglife.domain.measures import LEAST_RUN, MISSED_RUN, RUN_KINDS, longest_run
from pingyi.organisations.domain.facts import Fact, Span
from pingyi.organisations.models import Organisation


@dataclass(frozen=True)
class _Run:
    branch: Organisation
    periods: tuple[Period, ...]


def facts_of_runs(
    organisation: Organisation, branches: Sequence[Organisation], matrices: dict[Kind, Matrix], period: Span
) -> Iterator[Fact]:
    """The longest run of one branch for each kind; the branch and the months stand in the source. No query."""
    by_key = {branch.pk: branch for branch in branches}
    for kind in RUN_KINDS:
        runs = [_run(by_key[row.key], row) for row in matrices[kind].rows if row.key in by_key]
        longest = max(runs, key=lambda run: len(run.periods), default=None)
        if longest is not None and len(longest.periods) >= LEAST_RUN:
            yield _fact(organisation.pk, kind, longest)


def _run(branch: Organisation, row: MatrixRow) -> _Run:
    """What was not due breaks no run: two months that were missed are neighbours across the holidays."""
    due = [cell for cell in row.cells if cell.due]
    start, length = longest_run(cell.mark is Mark.MISSED for cell in due)
    return _Run(branch, tuple(cell.period for cell in due[start : start + length]))


def _fact(organisation_id: int, kind: Kind, run: _Run) -> Fact:
    first, last = run.periods[0], run.periods[-1]
    source = Words(
        "组织生活台账：{branch}{first}到{last}没有{kind}",
        branch=run.branch.name,
        first=first.words,
        last=last.words,
        kind=phrases.KINDS[kind],
    )
    return Fact(
        Span(first.first, last.last),
        organisation_id,
        f"orglife.{kind}.{MISSED_RUN}",
        len(run.periods),
        source,
    )
