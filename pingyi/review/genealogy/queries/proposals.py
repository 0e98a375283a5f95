"""What to ask a person: problems of other years or units that read like this one. Proposed, never decided, by text."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pingyi.core.paging import Page, page_of
from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.queries import settings_of
from pingyi.review.genealogy.domain.features import FieldWords
from pingyi.review.genealogy.domain.kinship import Kinship
from pingyi.review.genealogy.domain.likeness import Near, Sentences
from pingyi.review.genealogy.queries.field_words import field_words
from pingyi.review.genealogy.queries.kinship import kinship
from pingyi.review.rectification.models import ProblemItem

PER_PAGE = 20


@dataclass(frozen=True)
class Candidate:
    """A problem that may be the same. `line` is how many problems are linked with it already, itself among them."""

    problem: ProblemItem
    percent: int
    line: int


@dataclass(frozen=True)
class Asked:
    """A problem of this year with what it may be. `same`: how many are linked with it already."""

    problem: ProblemItem
    candidates: tuple[Candidate, ...]
    same: int = 0


@dataclass(frozen=True)
class Proposals:
    """One page of the problems of a cycle. `searched`: problems that each of them was compared with."""

    asked: tuple[Asked, ...]
    page: Page
    searched: int

    @property
    def open_questions(self) -> int:
        return sum(bool(one.candidates) for one in self.asked)


@dataclass(frozen=True)
class _Place:
    year: int
    organisation: int


@dataclass(frozen=True)
class History:
    """The problems of a convenor up to a year, ready to be compared."""

    sentences: Sentences[int]
    places: dict[int, _Place]
    known: Kinship
    most: int = 5
    least_percent: int = 0

    def proposed(self, key: int) -> list[Near[int]]:
        """At most so many as the settings say, one for each line, none that a person has settled."""
        here = self.places[key]
        among = [other for other, place in self.places.items() if place != here]
        found: list[Near[int]] = []
        lines: set[frozenset[int]] = set()
        for near in self.sentences.nearest(key, among, least_percent=self.least_percent):
            line = self.known.line_of(near.key)
            if line in lines or self.known.is_settled(key, near.key):
                continue
            lines.add(line)
            found.append(near)
            if len(found) == self.most:
                break
        return found


def history_of(cycle: Cycle) -> History:
    """All problems of the convenor up to this year that were not withdrawn. Four queries."""
    settings = settings_of(cycle)
    rows = list(
        ProblemItem.objects.filter(cycle__convenor=cycle.convenor_id, cycle__year__lte=cycle.year)
        .exclude(state=ProblemItem.State.WITHDRAWN)
        .order_by("-cycle__year", "pk")
        .values_list("pk", "text", "cycle__year", "organisation_id")
    )
    return History(
        _weighed(tuple((pk, text) for pk, text, _, _ in rows), field_words()),
        {pk: _Place(year, organisation) for pk, _, year, organisation in rows},
        kinship(),
        settings.kin_shown,
        settings.kin_least_percent,
    )


@lru_cache(maxsize=4)
def _weighed(texts: tuple[tuple[int, str], ...], words: FieldWords) -> Sentences[int]:
    """Weighed once for the same sentences: leafing through the pages does not begin anew. Where a sentence or a word of
    the field has changed, it is another key."""
    return Sentences(dict(texts), words)


def proposals(cycle: Cycle, page: int = 1) -> Proposals:
    """Twenty problems of the cycle with what they may be, in the order of the units. Seven queries."""
    rows = (
        ProblemItem.objects.filter(cycle=cycle)
        .exclude(state=ProblemItem.State.WITHDRAWN)
        .order_by("organisation__order", "organisation__path", "number")
    )
    keys = list(rows.values_list("pk", flat=True))
    here = page_of(len(keys), page, PER_PAGE)
    shown = keys[here.rows]
    history = history_of(cycle)
    found = {key: history.proposed(key) for key in shown}
    return Proposals(tuple(_asked(shown, found, history)), here, max(0, len(history.places) - 1))


def proposals_for(problem: ProblemItem) -> list[Candidate]:
    """What one problem may be, for its own page. Five queries."""
    history = history_of(problem.cycle)
    if problem.pk not in history.places:
        return []
    asked = _asked([problem.pk], {problem.pk: history.proposed(problem.pk)}, history)
    return list(asked[0].candidates)


def _asked(shown: Sequence[int], found: dict[int, list[Near[int]]], history: History) -> list[Asked]:
    wanted = {*shown, *(near.key for row in found.values() for near in row)}
    rows = ProblemItem.objects.filter(pk__in=wanted).select_related("organisation", "cycle", "closed_by")
    problems = {row.pk: row for row in rows}
    return [
        Asked(
            problems[key],
            tuple(
                Candidate(problems[near.key], near.percent, len(history.known.line_of(near.key)))
                for near in found[key]
            ),
            len(history.known.line_of(key)) - 1,
        )
        for key in shown
    ]
