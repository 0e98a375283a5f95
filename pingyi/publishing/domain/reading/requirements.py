"""The numbered points of the speech: their headings as written, without the number."""

import re
from dataclasses import dataclass

from pingyi.publishing.domain.reading.sentences import Sentence

ORDINALS = "一二三四五六七八九十"
STYLES = {
    "一是": re.compile(rf"([{ORDINALS}])是(?:要)?"),
    "一要": re.compile(rf"([{ORDINALS}])要"),
    "第一": re.compile(rf"第([{ORDINALS}])(?:点)?[，、,:：](?:是|要|就是)?|第([{ORDINALS}])(?:是|要)"),
    "（一）": re.compile(rf"[（(]([{ORDINALS}])[)）](?:是|要)?"),
    "一、": re.compile(rf"([{ORDINALS}])、(?:是|要)?"),
    "1.": re.compile(r"(?<![0-9.])([1-9])[.．、](?![0-9])(?:是|要)?"),
}
BEFORE_MARK = re.compile(r"(?:^|[，。；：:“”！\n ])$")
FARTHEST_LEAD = 400
DEMANDED = re.compile("要求|强调|提出|希望|期望|指出|意见|建议|部署|讲话|做到|抓好|点评")
NOT_A_DEMAND = re.compile("问题|不足|短板|原因|流程|议程|程序|成效|亮点|经验|差距")
# In a notice: what those invited have to mind.
TITLE = re.compile(
    "^[一二三四五六七八九十、（）()]{0,4}(?:相关|有关|具体|会议|工作|参会|其他)?(?:要求|事项)$"
)
COUNTED = re.compile(
    rf"提出(?:了)?(?:以下)?([{ORDINALS}0-9])(?:点|个方面的?|项|条|方面)?"
    r"(?:具体|工作|明确)?(?:要求|意见|希望|建议)[：:](?P<list>[^。\n]+)"
)


@dataclass(frozen=True)
class Point:
    """One mark of a series and what follows up to the end of its sentence or the next mark."""

    number: int
    start: int
    end: int


def read_requirements(sentences: list[Sentence], text: str) -> tuple[list[str], str] | None:
    """The first series that follows a word of demanding; a series of problems is not one."""
    for start, points in sorted(_series(text)):
        lead = _lead(text, start)
        if (
            DEMANDED.search(lead)
            and not NOT_A_DEMAND.search(lead[-24:].rsplit("，")[-1])
            and not TITLE.match(lead)
        ):
            headings = [_heading(text, point, following) for point, following in _paired(points)]
            return headings, _sentence_at(sentences, points[0].end)
    return _listed_after_colon(text, sentences)


def _series(text: str) -> list[tuple[int, list[Point]]]:
    """Every run 1, 2, 3 … of one style."""
    found = []
    for pattern in STYLES.values():
        run: list[Point] = []
        for match in pattern.finditer(text):
            if not BEFORE_MARK.search(text[max(0, match.start() - 1) : match.start()]):
                continue
            number = _number(next(group for group in match.groups() if group))
            if number == len(run) + 1:
                run.append(Point(number, match.start(), match.end()))
            elif number == 1:
                found.append(run)
                run = [Point(1, match.start(), match.end())]
        found.append(run)
    return [(run[0].start, run) for run in found if len(run) >= 2]


def _number(sign: str) -> int:
    return int(sign) if sign.isdigit() else ORDINALS.index(sign) + 1


def _lead(text: str, start: int) -> str:
    """The words that introduce the series: what stands before it in its sentence, or else the sentence before."""
    line_start = max(text.rfind("\n", 0, start) + 1, start - FARTHEST_LEAD)
    before = text[line_start:start].rstrip("，；：: ")
    if not before:
        return text[max(0, start - FARTHEST_LEAD) : start].rstrip("\n ").rsplit("\n", 1)[-1][-80:]
    own = re.split("[。！？]", before)
    return own[-1] or (own[-2] if len(own) > 1 else "")


def _paired(points: list[Point]) -> list[tuple[Point, Point | None]]:
    return list(zip(points, [*points[1:], None], strict=True))


def _heading(text: str, point: Point, following: Point | None) -> str:
    """Up to the end of the sentence or part of a sentence in which the number stands."""
    limit = following.start if following else len(text)
    piece = re.split("[。；！？\n]", text[point.end : limit])[0]
    heading = piece.strip("，、：: ")
    return heading if heading.count("“") == heading.count("”") else heading.strip("“”")


def _sentence_at(sentences: list[Sentence], place: int) -> str:
    return next((found.text for found in sentences if found.start <= place <= found.end), "")


def _listed_after_colon(text: str, sentences: list[Sentence]) -> tuple[list[str], str] | None:
    """提出三点要求：…；…；…。 counts as a list only if there are as many parts as it says."""
    match = COUNTED.search(text)
    if not match:
        return None
    parts = [part.strip("，。 ") for part in match["list"].split("；") if part.strip()]
    if len(parts) != _number(match[1]) or len(parts) < 2:
        return None
    return [re.sub("^要", "", part) for part in parts], _sentence_at(sentences, match.start())
