"""The form of one comment: a row for each sentence, and room for text that is cut into sentences on saving.

Fields: text-N, part-N, tags-N (any number), id-N (the recorded sentence), drop-N; new_text, new_part; version;
then=save|finish.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.http import QueryDict

from pingyi.review.meetings.domain.comment_edit import Part, Wanted
from pingyi.review.meetings.domain.sentences import split_sentences
from pingyi.review.meetings.phrases import HOMES
from pingyi.review.meetings.queries.comments import recorded_of
from pingyi.review.meetings.queries.homes import home_of_sentence

if TYPE_CHECKING:
    from pingyi.review.meetings.models import CommentSentence, LeaderComment
    from pingyi.review.rectification.models import ProblemItem

ROW = re.compile(r"text-(\d{1,4})")


@dataclass
class FormRow:
    """One sentence as typed. `problem` is its item on the list; locked when its organisation has answered."""

    number: int
    text: str
    part: str
    tags: tuple[str, ...] = ()
    sentence_id: int | None = None
    is_dropped: bool = False
    problem: ProblemItem | None = None
    is_locked: bool = False
    home: str = ""
    home_words: str = ""

    @property
    def wanted(self) -> Wanted:
        return Wanted(_part(self.part), self.text, self.tags, self.sentence_id)


@dataclass
class CommentForm:
    rows: list[FormRow] = field(default_factory=list)
    new_text: str = ""
    new_part: str = Part.UNSORTED
    version: int | None = 0
    is_final: bool = False

    @property
    def sentences(self) -> list[Wanted]:
        """What the comment should be: the rows that stay, then the new text sentence by sentence."""
        kept = [row.wanted for row in self.rows if not row.is_dropped]
        return [*kept, *(Wanted(_part(self.new_part), text) for text in split_sentences(self.new_text))]

    @property
    def problem_count(self) -> int:
        return sum(sentence.part == Part.PROBLEM for sentence in self.sentences)

    @property
    def unsorted(self) -> int:
        return sum(row.part == Part.UNSORTED for row in self.rows)

    def recognise(self, sentences: Iterable[CommentSentence]) -> None:
        """Lets each typed row know its problem item again."""
        known = {sentence.pk: sentence for sentence in sentences}
        for row in self.rows:
            sentence = known.get(row.sentence_id or 0)
            if sentence is not None:
                row.problem, row.is_locked = sentence.problem, recorded_of(sentence).is_answered
                if sentence.part == Part.PROBLEM:
                    row.home = home_of_sentence(sentence)
                    row.home_words = HOMES[row.home]


def form_of_sentences(comment: LeaderComment | None, sentences: Sequence[CommentSentence]) -> CommentForm:
    """The form as the comment stands."""
    rows = [
        FormRow(number, sentence.text, sentence.part, recorded_of(sentence).tags, sentence.pk)
        for number, sentence in enumerate(sentences, start=1)
    ]
    form = CommentForm(rows=rows, version=comment.version if comment else 0)
    form.recognise(sentences)
    return form


def form_of_post(data: QueryDict) -> CommentForm:
    """The form as it was sent."""
    numbers = sorted(int(match[1]) for name in data if (match := ROW.fullmatch(name)))
    return CommentForm(
        rows=[_row(data, number) for number in numbers],
        new_text=data.get("new_text", ""),
        new_part=data.get("new_part", Part.UNSORTED),
        version=_number(data.get("version", "")),
        is_final=data.get("then") == "finish",
    )


def _row(data: QueryDict, number: int) -> FormRow:
    return FormRow(
        number=number,
        text=data.get(f"text-{number}", ""),
        part=data.get(f"part-{number}", Part.UNSORTED),
        tags=tuple(data.getlist(f"tags-{number}")),
        sentence_id=_number(data.get(f"id-{number}", "")),
        is_dropped=f"drop-{number}" in data,
    )


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else None


def _part(text: str) -> Part:
    """A part that nobody knows leaves the sentence unsorted: it stays, and somebody must look at it."""
    return Part(text) if text in set(Part) else Part.UNSORTED
