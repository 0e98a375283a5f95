"""材料汇编: every handed-in report in the order of the agenda, and a page that names who is missing."""

from datetime import date

from pingyi.documents.domain.booklet import Booklet, Chapter
from pingyi.documents.domain.dates import official_date
from pingyi.documents.domain.filenames import file_stem
from pingyi.documents.domain.title import break_title
from pingyi.documents.domain.tree import Heading, Paragraph, paragraphs_of
from pingyi.review.collection.domain.materials import Material, Materials, PastProblem

TITLE_WIDTH = 16  # characters of the title page's type in one line
KIND = "述职报告汇编"
ON_SITE, WRITTEN, MISSING = "现场述职", "书面述职", "没有收到的报告"


def collection(materials: Materials, made_on: date) -> Booklet:
    """The booklet. Every report stands as its secretary handed it in."""
    chapters, last = [], ""
    for item in materials.handed_in:
        part = ON_SITE if item.is_on_site else WRITTEN
        chapters.append(_chapter(item, part if part != last else ""))
        last = part
    if materials.missing:
        chapters.append(_missing_page(materials))
    return Booklet(
        file_stem=file_stem(KIND, materials.meeting),
        title=break_title(materials.review, TITLE_WIDTH),
        kind=KIND,
        facts=_facts(materials),
        imprint=(materials.convenor, official_date(made_on)),
        chapters=tuple(chapters),
    )


def _facts(materials: Materials) -> tuple[str, ...]:
    wanted, there = len(materials.items), len(materials.handed_in)
    lacking = f"，没有收到{wanted - there}份（名单在最后一页）" if wanted > there else ""
    return (materials.meeting, official_date(materials.held_on), f"收入{there} / {wanted}份{lacking}")


def _chapter(item: Material, part: str) -> Chapter:
    blocks: list[Paragraph | Heading] = []
    if item.problems:
        blocks.append(Heading("往年问题的整改情况"))
        for problem in item.problems:
            blocks += _past(problem)
    for section in item.sections:
        blocks += [Heading(section.heading), *paragraphs_of(section.text)]
    return Chapter(
        title=f"{item.organisation}　{item.person}",
        byline=f"{item.post}　{item.mode}",
        running_head=item.organisation,
        blocks=tuple(blocks),
        part=part,
    )


def _past(problem: PastProblem) -> list[Paragraph | Heading]:
    """The problem, how it stands in the ledger, and what the secretary answers."""
    answer = paragraphs_of(problem.answer) or (Paragraph("报告里没有对这个问题的回答。"),)
    return [
        Heading(" ".join(problem.text.split()), level=2),
        Paragraph(f"〔{problem.name}，{state_words(problem)}〕"),
        *answer,
    ]


def state_words(problem: PastProblem) -> str:
    """已销号；任务销号 2 / 2."""
    tasks = f"任务销号{problem.closed_tasks} / {problem.tasks}" if problem.tasks else "没有列任务"
    return f"{problem.state}，{tasks}"


def _missing_page(materials: Materials) -> Chapter:
    lines = [Paragraph(f"应交{len(materials.items)}份，以下{len(materials.missing)}份到编印时没有收到：")]
    lines += [
        Paragraph(f"{number}.{item.organisation}　{item.person}（{item.mode}）：{item.state}。")
        for number, item in enumerate(materials.missing, start=1)
    ]
    return Chapter(MISSING, "", MISSING, tuple(lines), part="说明")
