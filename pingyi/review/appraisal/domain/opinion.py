"""The comprehensive opinion before anybody has written it: what was said at the meeting, word for word."""

from collections.abc import Iterable
from dataclasses import dataclass

from pingyi.review.meetings.domain.comment_edit import Part

LONGEST = 4000


@dataclass(frozen=True)
class Opinion:
    """Affirmed, problems, direction. `unsorted` are sentences of the comment that nobody has given a home yet,
    `grounds` what the opinion rests on, a line for each source."""

    strengths: str = ""
    problems: str = ""
    direction: str = ""
    unsorted: tuple[str, ...] = ()
    grounds: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.strengths or self.problems or self.direction)


def from_comment(sentences: Iterable[tuple[str, str]]) -> Opinion:
    """The sentences (part, text) of a comment, each on a line of its own in the section of its part, none lost."""
    lines: dict[str, list[str]] = {part.value: [] for part in Part}
    for part, text in sentences:
        lines[part].append(text)
    return Opinion(
        strengths="\n".join(lines[Part.STRENGTH]),
        problems="\n".join(lines[Part.PROBLEM]),
        direction="\n".join(lines[Part.REQUIREMENT]),
        unsorted=tuple(lines[Part.UNSORTED]),
    )


def tidy(text: str) -> str:
    """What was typed, line by line, without empty lines and blanks at the ends. No word is changed."""
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())
