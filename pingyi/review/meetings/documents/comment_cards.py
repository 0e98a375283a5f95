"""点评卡: one blank page per on-site reporter to write the comment on, with what was left open in earlier years."""

from dataclasses import dataclass

from pingyi.documents.domain.dates import official_date
from pingyi.documents.domain.filenames import file_stem
from pingyi.documents.domain.forms import (
    Fact,
    Form,
    FormBlock,
    FormPage,
    Grid,
    GridColumn,
    Notes,
    SectionTitle,
)
from pingyi.documents.domain.tree import Align
from pingyi.review.cycles.documents import MeetingFacts, ReporterFacts
from pingyi.review.duties.documents import counts_in_words
from pingyi.review.duties.domain.standing import Tally

_SHEET_MM = 200.0  # what a sheet leaves for the places to write
_PROBLEM_MM, _LETTERS = 8.0, 38  # a line of them, and what goes into it
_LEAST_MM = 28.0
_MOST_PROBLEMS = 8


@dataclass(frozen=True)
class CommentCard:
    """One reporter with the open problems of earlier years, each with its year, and the counts of her responsibility
    list, where she has one in force."""

    reporter: ReporterFacts
    open_problems: tuple[tuple[int, str], ...] = ()
    duties: Tally | None = None


def comment_cards(meeting: MeetingFacts, cards: tuple[CommentCard, ...]) -> Form:
    """A page each in the order of speaking."""
    pages = tuple(_page(meeting, card, number) for number, card in enumerate(cards, start=1))
    return Form(file_stem("点评卡", meeting.name), f"{meeting.name}点评卡", pages)


def _page(meeting: MeetingFacts, card: CommentCard, number: int) -> FormPage:
    shown = card.open_problems[:_MOST_PROBLEMS]
    lines = [f"{year}年度：{text}" for year, text in shown]
    if len(card.open_problems) > len(shown):
        lines.append(f"另有{len(card.open_problems) - len(shown)}个，见问题清单。")
    blocks: list[FormBlock] = [SectionTitle("往年没有销号的问题")]
    blocks.append(Notes(tuple(lines) or ("没有。",)))
    printed = sum(-(-len(line) // _LETTERS) for line in lines)
    height = max((_SHEET_MM - _PROBLEM_MM * (printed + 1)) / 3, _LEAST_MM)
    blocks.append(
        Grid(
            (GridColumn("", 22), GridColumn("点评", align=Align.LEFT)),
            tuple((word, "") for word in ("肯定", "问题", "要求")),
            row_mm=min(height, 62.0),
        )
    )
    return FormPage(
        title=f"第{number}位　{card.reporter.organisation}",
        facts=(
            Fact("述职人", f"{card.reporter.title}{card.reporter.name}"),
            Fact("会议", meeting.name),
            Fact("日期", official_date(meeting.held_at.date())),
            *((Fact("责任清单", counts_in_words(card.duties)),) if card.duties else ()),
        ),
        blocks=tuple(blocks),
        is_roomy=True,
    )
