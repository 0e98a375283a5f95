"""What the pages draw of a reporter's turns: the marks of past years and where she stands."""

from dataclasses import dataclass

from pingyi.core.words import Words, listed
from pingyi.review.rotation.domain.standing import Turn
from pingyi.review.rotation.queries.board import PastYear, TurnBoard, TurnRow

PAST_WORDS = {True: Words("现场"), False: Words("书面"), None: Words("未任职或没有记录")}
PAST_MARKS = {True: ("s", Words("现")), False: ("w", Words("书")), None: ("n", "–")}
TURN_WORDS = {
    Turn.DUE: Words("该现场"),
    Turn.MAY: Words("可以现场"),
    Turn.EXEMPT: Words("免"),
    Turn.NOT_DUE: Words("不用现场"),
}
# Only what is urgent is loud.
TURN_CHIPS = {Turn.DUE: "soon", Turn.MAY: "line", Turn.EXEMPT: "line", Turn.NOT_DUE: "line"}


@dataclass(frozen=True)
class PastMark:
    css: str
    sign: str


@dataclass(frozen=True)
class TurnLine:
    """One reporter's turns as they are drawn."""

    row: TurnRow
    marks: tuple[PastMark, ...]
    past_words: str
    word: str
    chip: str


def turn_lines(board: TurnBoard) -> dict[int, TurnLine]:
    """By reporter, in the order of the board."""
    return {row.reporter.pk: _line(row) for row in board.rows}


def years_of(board: TurnBoard) -> tuple[int, ...]:
    """The past years that the marks stand for."""
    return tuple(one.year for one in board.rows[0].past) if board.rows else ()


def _line(row: TurnRow) -> TurnLine:
    turn = row.line.standing.turn
    return TurnLine(
        row=row,
        marks=tuple(_mark(one) for one in row.past),
        past_words=listed((_words(one) for one in row.past), "，"),
        word=TURN_WORDS[turn],
        chip=TURN_CHIPS[turn],
    )


def _mark(one: PastYear) -> PastMark:
    css, sign = PAST_MARKS[one.is_on_site]
    return PastMark(f"{css} other" if one.is_other and one.is_on_site else css, sign)


def _words(one: PastYear) -> str:
    return Words(
        "{year}年{past_words}{value}",
        year=one.year,
        past_words=PAST_WORDS[one.is_on_site],
        value=Words("（不是本人或不在这一届）") if one.is_other else "",
    )
