"""The rows of the roster's table, with what was just typed where saving was refused."""

from collections.abc import Mapping
from dataclasses import dataclass

from pingyi.doors.office.cycles.reading import Sent
from pingyi.review.cycles.queries.roster import Roster, RosterRow

PAST_WORDS = {True: "现场", False: "书面", None: "没有记录"}
PAST_MARKS = {True: ("s", "现"), False: ("w", "书"), None: ("n", "–")}


@dataclass(frozen=True)
class PastMark:
    css: str
    sign: str


@dataclass(frozen=True)
class RosterTableLine:
    """One row as it is drawn. `order` is empty for those in writing."""

    row: RosterRow
    mode: str
    is_voted_on: bool
    order: str
    meeting_id: int
    marks: tuple[PastMark, ...]
    past_words: str
    fault: str


def roster_lines(roster: Roster, sent: Sent, faults: Mapping[str, str]) -> list[RosterTableLine]:
    """In the order of the roster; those on site carry their speaking number."""
    return [_line(row, sent, faults) for row in roster.rows]


def _line(row: RosterRow, sent: Sent, faults: Mapping[str, str]) -> RosterTableLine:
    reporter = row.reporter
    pk = reporter.pk
    was_sent = f"mode-{pk}" in sent
    mode = sent.get(f"mode-{pk}", reporter.mode)
    stored_order = str(reporter.order) if row.is_on_site else ""
    return RosterTableLine(
        row=row,
        mode=mode,
        is_voted_on=f"voted-{pk}" in sent if was_sent else reporter.is_voted_on,
        order=sent.get(f"order-{pk}", stored_order) if was_sent else stored_order,
        meeting_id=reporter.meeting_id,
        marks=tuple(PastMark(*PAST_MARKS[was_on_site]) for _, was_on_site in row.past),
        past_words="，".join(f"{year}年{PAST_WORDS[was_on_site]}" for year, was_on_site in row.past),
        fault=next(
            (faults[name] for name in (f"order-{pk}", f"mode-{pk}", f"meeting-{pk}") if name in faults), ""
        ),
    )
