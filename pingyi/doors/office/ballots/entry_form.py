"""The form on which a paper form is typed: one key per row.

Fields: number; row-ID for each secretary: 1 to 4 the grades in their order, 5 不了解 (where the plan has it), 0 nothing
or more than one chosen.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.review.ballots.domain.ballot_paper import BallotPaper
from pingyi.review.ballots.domain.grades import BallotGrade

BLANK = "0"


@dataclass(frozen=True)
class EntryRow:
    """One row as typed so far."""

    reporter_id: int
    place: int
    organisation: str
    person: str
    typed: str = ""
    is_wrong: bool = False


def keys_of(paper: BallotPaper, words: Mapping[BallotGrade, str]) -> list[tuple[str, str]]:
    """(key, word) in the order of the ballot, blank last."""
    keys = [(str(key), words[grade]) for key, grade in enumerate(paper.grades, start=1)]
    return [*keys, (BLANK, Words("没选或多选"))]


def marks_in(data: QueryDict, paper: BallotPaper) -> dict[int, str]:
    """What was typed, blanks left out; refuses if a row was skipped or holds another key."""
    grades = {str(key): grade.value for key, grade in enumerate(paper.grades, start=1)}
    marks = {}
    for place, row in enumerate(paper.rows, start=1):
        typed = data.get(f"row-{row}", "").strip()
        if typed not in {*grades, BLANK}:
            raise Refused(_fault(place, typed, len(grades)), code="paper.row", field=f"row-{row}")
        if typed != BLANK:
            marks[row] = grades[typed]
    return marks


def _fault(place: int, typed: str, grades: int) -> str:
    if not typed:
        return Words("第{place}行还没有录。表上没选的录0，别跳过。", place=place)
    return Words(
        "第{place}行录的是“{typed}”。只能录0到{grades}。", place=place, typed=typed[:5], grades=grades
    )
