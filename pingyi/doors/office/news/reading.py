"""What the pages of the news share: who may open one, its text with the marked places, the next step."""

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from pingyi.core.errors import Forbidden
from pingyi.core.words import Words, listed
from pingyi.doors.office.pages import OfficeRequest
from pingyi.publishing.domain.drafting.draft import KEY_NAMES
from pingyi.publishing.domain.drafting.facts import Key
from pingyi.publishing.domain.proofing.finding import Finding, place_of
from pingyi.publishing.domain.reviewing.steps import STEPS, Kind, Step
from pingyi.publishing.phrases import CHECKS, STEP_WORDS
from pingyi.publishing.queries.news import find_news, parts_of
from pingyi.publishing.rules import may_read_news

if TYPE_CHECKING:
    from pingyi.publishing.models import NewsItem, NewsPart, NewsSignature


@dataclass(frozen=True)
class Run:
    """A piece of a paragraph; `numbers` are the findings that it is marked for."""

    text: str
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True)
class FindingLine:
    number: int
    finding: Finding
    word: str
    place: str


@dataclass(frozen=True)
class StepLine:
    """One of the six: whose it is, and the signature that counts, if there is one."""

    step: Step
    word: str
    part: "NewsPart | None"
    signature: "NewsSignature | None"
    is_next: bool


@dataclass(frozen=True)
class Origin:
    """A drafted sentence, its facts, and whether it still stands in the text as drafted."""

    text: str
    facts: str
    is_kept: bool


def readable(request: OfficeRequest, news_id: int) -> "tuple[NewsItem, dict[Step, NewsPart]]":
    """The news and who signs it, for whoever may read it."""
    item = find_news(news_id)
    parts = parts_of(item)
    if not may_read_news(request.actor, item, [part.account_id for part in parts.values()]):
        raise Forbidden(Words("新闻稿，经办人、领导和指定审校的人可以看。"))
    return item, parts


def lines_of(whole: str, found: list[Finding]) -> list[FindingLine]:
    """The findings in the whole text (its first line is the title) numbered, with their places in words."""
    return [
        FindingLine(number, finding, CHECKS[finding.check], _where(whole, finding))
        for number, finding in enumerate(found, start=1)
    ]


def _where(whole: str, finding: Finding) -> str:
    title, _, text = whole.partition("\n")
    if finding.start <= len(title):
        return Words("标题第{character}字", character=finding.start + 1)
    place = place_of(text, finding.start - len(title) - 1)
    return Words("第{paragraph}段第{character}字", paragraph=place.paragraph, character=place.character)


def marked(text: str, found: list[Finding]) -> list[list[Run]]:
    """The lines of the text that are not empty, cut where findings begin and end."""
    cuts = sorted({0, len(text), *(place for one in found for place in (one.start, one.end))})
    paragraphs: list[list[Run]] = [[]]
    for start, end in pairwise(cuts):
        numbers = tuple(
            number for number, one in enumerate(found, start=1) if one.start < end and start < one.end
        )
        first, *others = text[start:end].split("\n")
        paragraphs[-1].append(Run(first, numbers))
        paragraphs += [[Run(other, numbers)] for other in others]
    return [runs for runs in paragraphs if any(run.text for run in runs)]


def step_lines(
    parts: "dict[Step, NewsPart]", signatures: "list[NewsSignature]", done: set[Step], turn: Step | None
) -> list[StepLine]:
    """The six in their order."""
    newest = {Step(Kind(row.part.kind), row.part.level): row for row in reversed(signatures)}
    return [
        StepLine(
            step, STEP_WORDS[step], parts.get(step), newest.get(step) if step in done else None, step == turn
        )
        for step in STEPS
    ]


def origins_of(item: "NewsItem") -> list[Origin]:
    """Every drafted sentence with the names of its facts."""
    whole = f"{item.title}\n{item.text}"
    return [
        Origin(
            one["text"],
            listed([KEY_NAMES[Key(key)] for key in one["keys"]]),
            one["text"] in whole,
        )
        for one in item.origins
    ]
