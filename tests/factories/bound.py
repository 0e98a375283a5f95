"""Reports of a whole meeting as collection and briefs are made of them, without a database."""

from datetime import date
from random import Random

from pingyi.doors.cli.scenarios.words import PLANS, PROBLEMS, SHORTFALLS, WORK
from pingyi.review.collection.domain.materials import Material, Materials, PastProblem, Section
from tests.factories.papers import CONVENOR, MEETING, ORGANISATIONS, REVIEW, SECRETARIES

HEADINGS = (
    "党组织领导和运行机制",
    "政治把关作用",
    "思想政治工作",
    "基层组织制度执行",
    "存在的问题和原因",
    "下一步打算",
)
ON_SITE = 7
PARAGRAPHS = 3


def materials_of_meeting(reports: int = len(ORGANISATIONS), characters: int = 4_000) -> Materials:
    """So many reports of about so many characters, each with three problems of the year before."""
    made_up = Random(7)
    items = tuple(_material(place, characters, made_up) for place in range(reports))
    return Materials(CONVENOR, REVIEW, MEETING, date(2027, 1, 19), items)


def _material(place: int, characters: int, made_up: Random) -> Material:
    length = characters // (len(HEADINGS) * PARAGRAPHS)
    sections = tuple(
        Section(
            heading,
            "\n".join(_text(length + made_up.randint(-80, 80), made_up) for _ in range(PARAGRAPHS)),
        )
        for heading in HEADINGS
    )
    problems = tuple(
        PastProblem(
            f"2025年度第{3 * place + n}个问题", PROBLEMS[n][0], "整改中", False, 2, 1, _text(60, made_up)
        )
        for n in range(3)
    )
    return Material(
        reporter_id=place + 1,
        organisation=ORGANISATIONS[place % len(ORGANISATIONS)],
        person=SECRETARIES[place % len(SECRETARIES)],
        post="党委书记",
        is_on_site=place < ON_SITE,
        place=place + 1 if place < ON_SITE else place + 1 - ON_SITE,
        is_in=True,
        state="",
        sections=sections,
        problems=problems,
        length=sum(len(section.text) for section in sections),
        problem_length=len(sections[4].text),
    )


def _text(length: int, made_up: Random) -> str:
    text = ""
    while len(text) < length:
        sentence = made_up.choice(WORK + SHORTFALLS + PLANS)
        text += sentence.format(many=made_up.randint(8, 240), few=made_up.randint(2, 60))
    return text
