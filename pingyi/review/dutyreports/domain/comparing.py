"""Two kept versions of a whole report beside each other, part by part."""

from collections.abc import Iterator
from dataclasses import dataclass

from pingyi.review.dutyreports.domain.differing import Change, Paragraph, Run, compare, runs_of
from pingyi.review.dutyreports.domain.kept import Kept


@dataclass(frozen=True)
class Part:
    """A section or an answer: its heading and its paragraphs, with what differs."""

    heading: tuple[Run, ...]
    paragraphs: tuple[Paragraph, ...]

    @property
    def is_same(self) -> bool:
        heading_is_same = all(run.change == Change.SAME for run in self.heading)
        return heading_is_same and all(one.change == Change.SAME for one in self.paragraphs)


@dataclass(frozen=True)
class Tally:
    """How many paragraphs were changed, added and removed."""

    changed: int
    added: int
    removed: int

    @property
    def is_nothing(self) -> bool:
        return not (self.changed or self.added or self.removed)


def compare_kept(old: Kept, new: Kept) -> list[Part]:
    """The answers, then the sections, in the order of the newer one; what only the older one has comes last."""
    return [*_answers(old, new), *_sections(old, new)]


def tally_of(parts: list[Part]) -> Tally:
    """Paragraphs by what became of them; a reworded heading counts as changed."""
    kinds = [paragraph.change for part in parts for paragraph in part.paragraphs]
    headings = sum(any(run.change != Change.SAME for run in part.heading) for part in parts)
    return Tally(
        kinds.count(Change.CHANGED) + headings, kinds.count(Change.ADDED), kinds.count(Change.REMOVED)
    )


def _answers(old: Kept, new: Kept) -> Iterator[Part]:
    before = {one.problem_id: one for one in old.answers}
    after = {one.problem_id: one for one in new.answers}
    for problem_id in [*after, *(one for one in before if one not in after)]:
        texts = [found[problem_id].text if problem_id in found else "" for found in (before, after)]
        name = (after.get(problem_id) or before[problem_id]).name
        if any(texts):
            yield Part((Run(Change.SAME, name),), tuple(compare(*texts)))


def _sections(old: Kept, new: Kept) -> Iterator[Part]:
    before = {one.sequence: one for one in old.sections}
    after = {one.sequence: one for one in new.sections}
    for sequence in [*after, *(one for one in before if one not in after)]:
        was, is_now = before.get(sequence), after.get(sequence)
        heading = runs_of(was.heading if was else "", is_now.heading if is_now else "")
        text = compare(was.text if was else "", is_now.text if is_now else "")
        yield Part(tuple(heading), tuple(text))
