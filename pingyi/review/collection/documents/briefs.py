"""一页简表: the same form for everybody, facts and the reporter's own sentences. Nothing is summed up or made up.

A page holds so many lines and no more. They are dealt out one by one; what does not fit ends with …… and the foot says
where the whole stands.
"""

from dataclasses import dataclass

from pingyi.documents.domain.briefs import LINES, PER_LINE, Brief, BriefGroup, BriefRow, BriefSheet, Tone
from pingyi.documents.domain.filenames import file_stem
from pingyi.documents.domain.fitting import CUT, fitted, is_cut, lines_needed
from pingyi.review.collection.documents.collection import state_words
from pingyi.review.collection.domain.materials import Material, Materials, PastProblem, Section
from pingyi.review.collection.domain.sentences import first_sentence
from pingyi.review.duties.documents import counts_in_words

TITLE_LENGTH = 84
FACT_LINES = 1
USUAL_FACTS = 2  # what the lines of a page are reckoned with; one more takes a line from the rows
MOST_FOR_PROBLEMS = 10  # lines, so that the report itself always has its say
MOST_PER_ROW = 4
LONGEST = 500  # characters looked at for a row


@dataclass
class _Row:
    """A row while lines are dealt out: the whole text, and how many lines it has."""

    lead: str
    text: str
    tone: Tone
    lines: int

    @property
    def wanted(self) -> int:
        return min(MOST_PER_ROW, lines_needed(self.lead + self.text[:LONGEST], PER_LINE))

    def made(self) -> BriefRow:
        whole = fitted(self.lead + self.text, self.lines, PER_LINE)
        return BriefRow(whole[len(self.lead) :], whole[: len(self.lead)], self.tone)


def briefs(materials: Materials, pages: dict[int, int] | None = None, only: int | None = None) -> BriefSheet:
    """Briefs of all, or of the reporter `only`. `pages` are the pages of the collection, by reporter."""
    chosen = [item for item in materials.items if only is None or item.reporter_id == only]
    stem = file_stem("简表", chosen[0].organisation if only is not None and chosen else materials.meeting)
    heading = f"{materials.review}　一页简表"
    return BriefSheet(
        stem, heading, tuple(brief_of(item, (pages or {}).get(item.reporter_id)) for item in chosen)
    )


def brief_of(item: Material, page: int | None) -> Brief:
    """The page of one reporter."""
    problems = [_problem_row(place, one) for place, one in enumerate(item.problems, start=1)]
    shown = _within(problems, MOST_FOR_PROBLEMS)
    own = [_section_row(section) for section in item.sections if section.text.strip()]
    facts = _facts(item)
    room = LINES - (len(facts) - USUAL_FACTS)
    told = _within(own, room - sum(row.lines for row in shown))
    _deal(shown, told, room)
    past = [row.made() for row in shown]
    said = [row.made() for row in told]
    if not problems:
        past = [BriefRow("往年没有列给这个单位的问题。")]
    if not item.is_in:
        said = [BriefRow(f"述职报告{item.state}，没有可以摘的话。")]
    left_out = len(problems) - len(shown), len(own) - len(told)
    cut = any(is_cut(row.text) for row in (*past, *said)) or any(left_out)
    return Brief(
        title=_short(item.organisation, TITLE_LENGTH),
        facts=facts,
        groups=(
            BriefGroup(_problems_heading(item), tuple(past)),
            BriefGroup("报告原话（每节第一句）", tuple(said)),
        ),
        foot=_foot(item, page, left_out, is_shortened=cut),
    )


def _facts(item: Material) -> tuple[str, ...]:
    who = f"{item.post}　{item.person}　　{item.mode}"
    duties = (f"责任清单：{counts_in_words(item.duties)}",) if item.duties else ()
    return tuple(_one_line(line) for line in (who, _report_line(item), *duties))


def _report_line(item: Material) -> str:
    if not item.is_in:
        return f"报告：{item.state}"
    share = f"，写问题和原因{item.problem_length:,} / {item.length:,}字" if item.length else ""
    return f"报告{item.length:,}字{share}"


def _problems_heading(item: Material) -> str:
    if not item.problems:
        return "往年的问题"
    tasks = f"，整改任务销号{item.closed_tasks} / {item.tasks}" if item.tasks else "，没有列整改任务"
    return f"往年的问题：销号{item.settled} / {len(item.problems)}{tasks}"


def _problem_row(place: int, problem: PastProblem) -> _Row:
    answer = first_sentence(problem.answer)
    said = f"　本人答：“{answer}”" if answer else ""
    lead = f"{place}〔{state_words(problem)}〕"
    return _Row(
        lead, " ".join(problem.text.split()) + said, Tone.STATED, lines_needed(lead + "某某某", PER_LINE)
    )


def _section_row(section: Section) -> _Row:
    lead = f"【{_short(' '.join(section.heading.split()), 20)}】"
    text = f"“{first_sentence(section.text)}”"
    return _Row(lead, text, Tone.QUOTED, lines_needed(lead + "某某某", PER_LINE))


def _within(rows: list[_Row], lines: int) -> list[_Row]:
    """As many of the first rows as go in with the fewest lines each."""
    shown: list[_Row] = []
    for row in rows:
        lines -= row.lines
        if lines < 0:
            break
        shown.append(row)
    return shown


def _deal(shown: list[_Row], told: list[_Row], room: int) -> None:
    """One more line to each in turn, as long as there are any and somebody wants one."""
    rows = [*shown, *told]
    free = room - max(1, sum(row.lines for row in shown)) - max(1, sum(row.lines for row in told))
    while free > 0:
        wanting = [row for row in rows if row.lines < row.wanted]
        if not wanting:
            return
        for row in wanting[:free]:
            row.lines += 1
        free -= min(free, len(wanting))


def _foot(item: Material, page: int | None, left_out: tuple[int, int], *, is_shortened: bool) -> str:
    problems, sections = left_out
    parts = []
    if item.is_in:
        parts.append(f"全文：汇编第{page}页。" if page else "全文见汇编。")
    else:
        parts.append("汇编里没有全文，报告还没有交。")
    if is_shortened:
        parts.append(f"“{CUT}”是放不下删去的。")
    if problems:
        parts.append(f"另有{problems}个问题没有列。")
    if sections:
        parts.append(f"另有{sections}节没有摘。")
    parts.append("原话照抄报告，没有改写。")
    return "".join(parts)


def _one_line(text: str) -> str:
    return fitted(text, FACT_LINES, PER_LINE)


def _short(text: str, length: int) -> str:
    return text if len(text) <= length else text[:length] + CUT
